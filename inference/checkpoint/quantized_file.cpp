#include "inference/checkpoint/quantized_file.h"

#include "base/error.h"
#include "base/file_identity.h"
#include "base/sha256.h"
#include "inference/checkpoint/safetensors_header.h"

#include <exception>
#include <set>
#include <system_error>
#include <unistd.h>

namespace fleming::inference {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFormat = "1";  // increment when the layout of the blocks or the quantization changes
constexpr std::uintmax_t kSpareBytes = std::uintmax_t{1} << 30;  // to leave free on the disk

std::string digest(const std::string& text) {
    return sha256(std::as_bytes(std::span(text))).substr(0, 16);
}

/// Returns a text that changes if one of the files does, or an empty text if a file has no identity.
std::string combineIdentities(const std::set<fs::path>& files) {
    std::string text;
    for (const fs::path& file : files) {
        const std::string identity = fileIdentity(file);
        if (identity.empty()) return {};
        text += identity + '\n';
    }
    return text;
}

}  // namespace

QuantizedFile::QuantizedFile(const fs::path& folder, const TensorStore& store, WeightType type,
                             const std::map<std::string, std::int64_t>& bytes) {
    if (folder.empty()) return;
    try {
        std::set<fs::path> files;
        for (const auto& [name, tensor] : store.tensors())
            files.insert(tensor.file);
        const std::string identity = combineIdentities(files);
        if (identity.empty()) return;
        const std::string kind = type == WeightType::int8 ? "int8" : "int4";
        stem_ = digest(fs::canonical(store.source()).string()) + "-" + kind + "-";
        file_ = folder / (stem_ + digest(kFormat + identity) + ".safetensors");
        if (open(bytes)) return;
        fs::create_directories(folder);
        begin(bytes);
    } catch (const std::exception&) {
        giveUp();
    }
}

QuantizedFile::~QuantizedFile() {
    giveUp();
}

bool QuantizedFile::open(const std::map<std::string, std::int64_t>& bytes) {
    if (!fs::exists(file_)) return false;
    try {
        mapped_.emplace(file_);
        const SafetensorsHeader header = readSafetensorsHeader(mapped_->bytes(), file_);
        for (const HeaderEntry& entry : header.entries)
            found_[entry.name] = header.data.subspan(entry.begin, entry.end - entry.begin);
    } catch (const Error&) {
        found_.clear();
    }
    for (const auto& [name, size] : bytes) {
        if (static_cast<std::int64_t>(find(name).size()) == size) continue;
        found_.clear();
        mapped_.reset();
        return false;
    }
    return true;
}

void QuantizedFile::begin(const std::map<std::string, std::int64_t>& bytes) {
    std::uintmax_t total = 0;
    std::map<std::string, SafetensorsWriter::Entry> entries;
    for (const auto& [name, size] : bytes) {
        entries.emplace(name, SafetensorsWriter::Entry{"U8", {size}, static_cast<std::size_t>(size)});
        total += static_cast<std::uintmax_t>(size);
    }
    // Remove the file of an older checkpoint and parts that killed processes left.
    for (const fs::directory_entry& entry : fs::directory_iterator(file_.parent_path())) {
        if (entry.path().filename().string().starts_with(stem_)) fs::remove(entry.path());
    }
    if (fs::space(file_.parent_path()).available < total + kSpareBytes) return;
    part_ = file_;
    part_ += ".part" + std::to_string(::getpid());
    writer_ = std::make_unique<SafetensorsWriter>(part_, entries);
}

std::span<const std::byte> QuantizedFile::find(const std::string& name) const {
    const auto at = found_.find(name);
    return at == found_.end() ? std::span<const std::byte>() : at->second;
}

void QuantizedFile::keep(const std::string& name, std::span<const std::byte> blocks) {
    if (!writer_) return;
    try {
        writer_->write(name, blocks);
    } catch (const Error&) {
        giveUp();
    }
}

void QuantizedFile::finish() {
    if (!writer_) return;
    try {
        writer_->close();
        fs::rename(part_, file_);
        writer_.reset();
    } catch (const std::exception&) {
        giveUp();
    }
}

void QuantizedFile::giveUp() {
    if (!writer_) return;
    writer_.reset();
    std::error_code ignored;
    fs::remove(part_, ignored);
}

}  // namespace fleming::inference
