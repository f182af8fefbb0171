#include "app/models/model_checksum.h"

#include "app/studies/checksum_cache.h"
#include "base/error.h"
#include "base/file_identity.h"
#include "base/mapped_file.h"
#include "base/sha256.h"
#include "base/thread_pool.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargeFile = std::size_t{64} << 20;
constexpr int kMaxThreads = 8;  // more do not read faster from one disk
constexpr std::size_t kBlock = std::size_t{16} << 20;
constexpr std::array<std::string_view, 6> kTextFiles{"added_tokens.json", "config.json", "merges.txt",
                                                     "tokenizer.json",    "vocab.json",  "tokenizer_config.json"};

bool isRead(const fs::path& file) {
    const std::string name = file.filename().string();
    return file.extension() == ".safetensors" || name == "model.safetensors.index.json" ||
           std::find(kTextFiles.begin(), kTextFiles.end(), name) != kTextFiles.end();
}

std::vector<fs::path> checkpointFiles(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (isRead(entry->path()) && entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    if (error) throw Error("model.unreadable_folder", folder.string(), {error.message()});
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::string checkpointChecksum(const fs::path& folder, std::stop_token stop,
                               const inference::ProgressCallback& progress) {
    const std::vector<fs::path> files = checkpointFiles(folder);
    ChecksumCache cache;
    std::vector<MappedFile> maps;
    std::vector<std::string> identities, digests;
    std::size_t total = 0;
    for (const fs::path& file : files) {
        identities.push_back(fileIdentity(file));
        total += maps.emplace_back(file).bytes().size();
        digests.push_back(cache.find(identities.back()).value_or(""));
    }
    std::mutex progressMutex;
    std::size_t done = 0;
    const auto advance = [&](std::size_t bytes) {
        const std::lock_guard lock(progressMutex);
        done += bytes;
        if (progress) progress(static_cast<double>(done) / static_cast<double>(total));
    };
    const auto hash = [&](std::size_t i) {
        if (!digests[i].empty()) return;
        Sha256 digest;
        for (std::span<const std::byte> rest = maps[i].bytes(); !rest.empty();) {
            if (stop.stop_requested()) throw Cancelled();
            const std::size_t size = std::min(kBlock, rest.size());
            digest.add(rest.first(size));
            rest = rest.subspan(size);
            advance(size);
        }
        digests[i] = digest.hex();
    };
    parallelFor(files.size(), stop, hash, kMaxThreads);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (maps[i].bytes().size() >= kLargeFile) cache.remember(identities[i], digests[i]);
    }
    cache.save();

    std::string lines;
    for (std::size_t i = 0; i < files.size(); ++i)
        lines += digests[i] + "  " + files[i].filename().string() + "\n";
    if (progress) progress(1.0);
    return sha256(std::as_bytes(std::span(lines)));
}

}  // namespace fleming::app
