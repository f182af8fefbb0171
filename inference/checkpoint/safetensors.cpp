#include "inference/checkpoint/safetensors.h"

#include "base/error.h"
#include "inference/checkpoint/safetensors_header.h"
#include "inference/text/json_file.h"

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

namespace fleming::inference {

namespace {

using Tensors = std::map<std::string, StoredTensor>;

StoredType storedType(const std::string& name) {
    if (name == "F32") return StoredType::float32;
    if (name == "F16") return StoredType::float16;
    if (name == "BF16") return StoredType::bfloat16;
    return StoredType::other;
}

/// The tensors of one file, in no order. Its header is checked completely.
Tensors tensorsOf(const MappedFile& mapped, const std::filesystem::path& file) {
    const SafetensorsHeader header = readSafetensorsHeader(mapped.bytes(), file);
    Tensors tensors;
    for (const HeaderEntry& entry : header.entries) {
        StoredTensor tensor;
        tensor.type = storedType(entry.typeName);
        tensor.typeName = entry.typeName;
        tensor.shape = entry.shape;
        tensor.bytes = header.data.subspan(entry.begin, entry.end - entry.begin);
        tensor.file = file;
        tensors.emplace(entry.name, std::move(tensor));
    }
    return tensors;
}

/// Which shard holds which tensor, as the index says.
std::map<std::string, std::string> readIndex(const std::filesystem::path& file) {
    constexpr std::size_t kMaxBytes = 32 << 20;
    const nlohmann::json index = readJsonFile(file, kMaxBytes);
    const auto weightMap = index.find("weight_map");
    if (weightMap == index.end() || !weightMap->is_object() || weightMap->empty()) {
        throw Error(file.string() + ": has no \"weight_map\" that says which file contains which tensor.");
    }
    std::map<std::string, std::string> shards;
    for (const auto& [name, shard] : weightMap->items()) {
        if (!shard.is_string()) throw Error(file.string() + ": lists no file for the tensor " + inQuotes(name) + ".");
        const auto text = shard.get<std::string>();
        // A checkpoint never reaches outside its folder, whatever its index says.
        const bool plain = !text.empty() && text != "." && text != ".." && text.find_first_of("/\\") == text.npos &&
                           text.find('\0') == text.npos;
        if (!plain) {
            throw Error(file.string() + ": places the tensor " + inQuotes(name) + " in " + inQuotes(text) +
                        ", which is not the name of a file in the folder.");
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
    throw Error((folder / "model.safetensors").string() + ": is missing, and so is model.safetensors.index.json; " +
                (pickled ? "the folder's pytorch_model.bin is not supported, convert it to safetensors."
                         : "the folder has no weights."));
}

}  // namespace

TensorStore::TensorStore(const std::filesystem::path& folder) : source_(findSource(folder)) {
    if (source_.filename() == "model.safetensors") {
        files_.emplace_back(source_);
        tensors_ = tensorsOf(files_.back(), source_);
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
        for (auto& [name, tensor] : tensorsOf(files_.back(), file)) {
            const auto [other, first] = seen.emplace(name, file);
            if (!first) {
                throw Error(file.string() + ": holds the tensor " + inQuotes(name) + ", which " +
                            other->second.filename().string() + " holds too.");
            }
            const auto at = shardOf.find(name);
            if (at != shardOf.end() && at->second == shard) tensors_.emplace(name, std::move(tensor));
        }
    }
    for (const auto& [name, shard] : shardOf) {
        if (!tensors_.contains(name)) {
            throw Error((folder / shard).string() + ": does not hold the tensor " + inQuotes(name) + ", although " +
                        source_.filename().string() + " says so.");
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
