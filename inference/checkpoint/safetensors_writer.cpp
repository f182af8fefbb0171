#include "inference/checkpoint/safetensors_writer.h"

#include "base/error.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace fleming::inference {

namespace {

constexpr std::size_t kAlignment = 64;  // of the data

}  // namespace

SafetensorsWriter::SafetensorsWriter(const std::filesystem::path& file, const std::map<std::string, Entry>& entries)
    : file_(file), out_(file, std::ios::binary | std::ios::trunc) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    header["__metadata__"] = {{"format", "pt"}};
    std::size_t offset = 0;
    for (const auto& [name, entry] : entries) {
        header[name] = {
            {"dtype", entry.typeName}, {"shape", entry.shape}, {"data_offsets", {offset, offset + entry.bytes}}};
        missing_.emplace(name, std::pair(offset, entry.bytes));
        offset += entry.bytes;
    }
    std::string text = header.dump();
    constexpr std::size_t kLengthBytes = 8;
    const std::size_t begin = (kLengthBytes + text.size() + kAlignment - 1) / kAlignment * kAlignment;
    text.resize(begin - kLengthBytes, ' ');
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        out_.put(static_cast<char>(text.size() >> (8 * i) & 0xFF));
    out_ << text;
    for (auto& [name, place] : missing_)
        place.first += begin;
    check();
}

void SafetensorsWriter::write(const std::string& name, std::span<const std::byte> bytes) {
    const auto at = missing_.find(name);
    if (at == missing_.end() || at->second.second != bytes.size()) {
        throw Error("safetensors.unexpected_tensor", file_, {name});
    }
    out_.seekp(static_cast<std::streamoff>(at->second.first));
    out_.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    missing_.erase(at);
    check();
}

void SafetensorsWriter::close() {
    if (!missing_.empty()) throw Error("safetensors.unwritten_tensor", file_, {missing_.begin()->first});
    out_.close();
    check();
}

void SafetensorsWriter::check() {
    if (!out_) throw Error("safetensors.cannot_write", file_);
}

void writeSafetensors(const std::filesystem::path& file, const std::map<std::string, TensorToWrite>& tensors) {
    std::map<std::string, SafetensorsWriter::Entry> entries;
    for (const auto& [name, tensor] : tensors)
        entries.emplace(name, SafetensorsWriter::Entry{tensor.typeName, tensor.shape, tensor.bytes.size()});
    SafetensorsWriter writer(file, entries);
    for (const auto& [name, tensor] : tensors)
        writer.write(name, tensor.bytes);
    writer.close();
}

}  // namespace fleming::inference
