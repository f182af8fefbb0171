#include "app/models/model_checksum.h"

#include "app/studies/checksum_cache.h"
#include "base/error.h"
#include "base/file_identity.h"
#include "base/mapped_file.h"
#include "base/sha256.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWorthRemembering = std::size_t{64} << 20;
constexpr std::size_t kPiece = std::size_t{16} << 20;
constexpr std::array<std::string_view, 6> kTextFiles{"added_tokens.json", "config.json", "merges.txt",
                                                     "tokenizer.json",    "vocab.json",  "tokenizer_config.json"};

bool isRead(const fs::path& file) {
    const std::string name = file.filename().string();
    return file.extension() == ".safetensors" || name == "model.safetensors.index.json" ||
           std::find(kTextFiles.begin(), kTextFiles.end(), name) != kTextFiles.end();
}

std::vector<fs::path> filesOf(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (isRead(entry->path()) && entry->is_regular_file(ignored)) files.push_back(entry->path());
    }
    if (error) throw Error(folder.string() + ": the model folder cannot be read: " + error.message() + ".");
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::string modelChecksum(const fs::path& folder, std::stop_token stop, const inference::ProgressCallback& progress) {
    const std::vector<fs::path> files = filesOf(folder);
    ChecksumCache cache;
    std::vector<MappedFile> maps;
    std::vector<std::string> identities, digests;
    std::size_t total = 0;
    for (const fs::path& file : files) {
        identities.push_back(fileIdentity(file));
        total += maps.emplace_back(file).bytes().size();
        digests.push_back(cache.find(identities.back()).value_or(""));
    }
    std::atomic<std::size_t> next{0}, done{0};
    const auto digestSome = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++) {
            if (!digests[i].empty()) continue;
            Sha256 digest;
            for (std::span<const std::byte> rest = maps[i].bytes(); !rest.empty();) {
                if (stop.stop_requested()) throw Cancelled();
                const std::size_t size = std::min(kPiece, rest.size());
                digest.add(rest.first(size));
                rest = rest.subspan(size);
                done += size;
            }
            digests[i] = digest.hex();
        }
    };
    std::vector<std::future<void>> workers;
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    for (std::size_t i = 0; i < std::min(threads, files.size()); ++i) {
        workers.push_back(std::async(std::launch::async, digestSome));
    }
    for (std::future<void>& worker : workers) {
        while (worker.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
            if (progress && total > 0) progress(static_cast<double>(done) / static_cast<double>(total));
        }
        worker.get();
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (maps[i].bytes().size() >= kWorthRemembering) cache.remember(identities[i], digests[i]);
    }
    cache.save();

    std::string lines;
    for (std::size_t i = 0; i < files.size(); ++i)
        lines += digests[i] + "  " + files[i].filename().string() + "\n";
    if (progress) progress(1.0);
    return sha256(std::as_bytes(std::span(lines)));
}

}  // namespace fleming::app
