#include "inference/checkpoint/safetensors.h"

#include "base/error.h"
#include "inference/checkpoint/safetensors_header.h"
#include "inference/text/json_file.h"
#include "inference/text/utf8.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

namespace fleming::inference {

namespace {

using Tensors = std::map<std::string, StoredTensor>;

StoredType typeFromName(const std::string& name) {
    if (name == "F32") return StoredType::float32;
    if (name == "F16") return StoredType::float16;
    if (name == "BF16") return StoredType::bfloat16;
    return StoredType::other;
}

/// Reads the header of one mapped file.
Tensors readTensors(const MappedFile& mapped, const std::filesystem::path& file) {
    const SafetensorsHeader header = readSafetensorsHeader(mapped.bytes(), file);
    Tensors tensors;
    for (const HeaderEntry& entry : header.entries) {
        StoredTensor tensor;
        tensor.type = typeFromName(entry.typeName);
        tensor.typeName = entry.typeName;
        tensor.shape = entry.shape;
        tensor.bytes = header.data.subspan(entry.begin, entry.end - entry.begin);
        tensor.file = file;
        tensors.emplace(entry.name, std::move(tensor));
    }
    return tensors;
}

/// Reads model.safetensors.index.json: the name of the shard of each tensor.
std::map<std::string, std::string> readIndex(const std::filesystem::path& file) {
    constexpr std::size_t kMaxBytes = 32 << 20;
    const nlohmann::json index = readJsonFile(file, kMaxBytes);
    const auto weightMap = index.find("weight_map");
    if (weightMap == index.end() || !weightMap->is_object() || weightMap->empty()) {
        throw Error("checkpoint.missing_weight_map", file);
    }
    std::map<std::string, std::string> shards;
    for (const auto& [name, shard] : weightMap->items()) {
        const auto text = shard.is_string() ? shard.get<std::string>() : std::string();
        // A checkpoint cannot name files outside its folder.
        const bool plain = !text.empty() && text != "." && text != ".." && text.find_first_of("/\\") == text.npos &&
                           text.find('\0') == text.npos;
        if (!plain) {
            throw Error("checkpoint.bad_shard_name", file, {printable(name), printable(text)});
        }
        shards.emplace(name, text);
    }
    return shards;
}

std::filesystem::path findSource(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const char* name : {"model.safetensors", "model.safetensors.index.json"}) {
        if (std::filesystem::exists(folder / name, ignored)) return folder / name;
    }
    const bool pickled = std::filesystem::exists(folder / "pytorch_model.bin", ignored) ||
                         std::filesystem::exists(folder / "pytorch_model.bin.index.json", ignored);
    if (pickled) throw Error("checkpoint.pickled_weights", folder);
    throw Error("checkpoint.missing_weights", folder);
}

}  // namespace

TensorStore::TensorStore(const std::filesystem::path& folder) : source_(findSource(folder)) {
    if (source_.filename() == "model.safetensors") {
        files_.emplace_back(source_);
        tensors_ = readTensors(files_.back(), source_);
        return;
    }
    const std::map<std::string, std::string> shardOf = readIndex(source_);
    std::set<std::string> shards;
    for (const auto& [name, shard] : shardOf)
        shards.insert(shard);

    std::map<std::string, std::filesystem::path> seen;
    for (const std::string& shard : shards) {
        const std::filesystem::path file = folder / shard;
        files_.emplace_back(file);
        for (auto& [name, tensor] : readTensors(files_.back(), file)) {
            const auto [other, first] = seen.emplace(name, file);
            if (!first) {
                throw Error("checkpoint.tensor_in_two_shards", file,
                            {printable(name), printable(other->second.filename().string())});
            }
            const auto at = shardOf.find(name);
            if (at != shardOf.end() && at->second == shard) tensors_.emplace(name, std::move(tensor));
        }
    }
    for (const auto& [name, shard] : shardOf) {
        if (!tensors_.contains(name)) {
            throw Error("checkpoint.tensor_not_in_shard", folder / shard,
                        {printable(name), source_.filename().string()});
        }
    }
}

std::int64_t TensorStore::totalBytes() const {
    std::int64_t total = 0;
    for (const auto& [name, tensor] : tensors_)
        total += static_cast<std::int64_t>(tensor.bytes.size());
    return total;
}

std::int64_t TensorStore::totalElements() const {
    std::int64_t total = 0;
    for (const auto& [name, tensor] : tensors_)
        total += tensor.elements();
    return total;
}

std::int64_t StoredTensor::elements() const {
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    return count;
}

}  // namespace fleming::inference
