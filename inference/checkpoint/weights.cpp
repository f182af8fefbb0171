#include "inference/checkpoint/weights.h"

#include "base/error.h"
#include "inference/checkpoint/quantized_file.h"
#include "inference/checkpoint/quantized_tensor.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/checkpoint/tensor_names.h"
#include "inference/text/json_file.h"
#ifdef FLEMING_CUDA
#include "inference/checkpoint/cuda_upload.h"
#endif

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace fleming::inference {

namespace {

using Shape = std::vector<std::int64_t>;

const std::string kEmbedTokens = "language_model.model.embed_tokens.weight";
const std::string kLmHead = "language_model.lm_head.weight";

/// The store's tensors by their published names.
class NamedTensors {
public:
    explicit NamedTensors(const TensorStore& store) : source_(store.source()) {
        std::map<std::string, std::string> storedNames;
        for (const auto& [name, tensor] : store.tensors()) {
            const std::string published = publishedName(name);
            const auto [other, first] = storedNames.emplace(published, name);
            if (!first) {
                throw Error(tensor.file.string() + ": holds the same tensor as " + inQuotes(other->second) +
                            " and as " + inQuotes(name) + ".");
            }
            tensors_.emplace(published, &tensor);
        }
    }

    const StoredTensor* find(const std::string& name) const {
        const auto at = tensors_.find(name);
        return at == tensors_.end() ? nullptr : at->second;
    }

    /// What the tensor `name` is made of: itself, or the q, k and v that stand for a joined qkv, or, where embeddings
    /// are tied, the one of the two that is there. Empty where it is missing.
    std::vector<const StoredTensor*> parts(const std::string& name, bool tied) const {
        if (const StoredTensor* tensor = find(name)) return {tensor};
        if (tied && (name == kLmHead || name == kEmbedTokens)) {
            const StoredTensor* twin = find(name == kLmHead ? kEmbedTokens : kLmHead);
            return twin != nullptr ? std::vector{twin} : std::vector<const StoredTensor*>{};
        }
        const std::size_t at = name.find(".attn.qkv.");
        if (at == name.npos) return {};
        std::vector<const StoredTensor*> parts;
        for (const char* part : {".attn.q_proj.", ".attn.k_proj.", ".attn.v_proj."}) {
            const std::string partName = name.substr(0, at) + part + name.substr(at + std::strlen(".attn.qkv."));
            if (const StoredTensor* tensor = find(partName)) parts.push_back(tensor);
        }
        return parts.size() == 3 ? parts : std::vector<const StoredTensor*>{};
    }

    const std::filesystem::path& source() const { return source_; }

private:
    std::filesystem::path source_;
    std::map<std::string, const StoredTensor*> tensors_;
};

std::string describe(const Shape& shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return text + "]";
}

void checkPart(const StoredTensor& tensor, const std::string& name, const Shape& shape) {
    if (tensor.type == StoredType::other) {
        throw Error(tensor.file.string() + ": the tensor " + inQuotes(name) + " is of the type " +
                    inQuotes(tensor.typeName) + "; supported are \"F32\", \"F16\" and \"BF16\".");
    }
    if (tensor.shape != shape) {
        throw Error(tensor.file.string() + ": the tensor " + inQuotes(name) + " has the shape " +
                    describe(tensor.shape) + ", but config.json asks for " + describe(shape) + ".");
    }
}

void checkNamed(const NamedTensors& named, const Config& config) {
    Weights unused;
    std::string firstMissing;
    int missing = 0;
    forEachTensor(config, unused, [&](torch::Tensor&, const std::string& name, const Shape& shape) {
        const auto parts = named.parts(name, config.language.tiedEmbeddings);
        if (parts.empty() && missing++ == 0) firstMissing = name;
        Shape partShape = shape;
        if (parts.size() > 1) partShape[0] /= static_cast<std::int64_t>(parts.size());
        for (const StoredTensor* part : parts)
            checkPart(*part, name, partShape);
    });
    if (missing == 0) return;
    throw Error(named.source().string() + ": the tensor " + inQuotes(firstMissing) + " is missing" +
                (missing > 1 ? ", and " + std::to_string(missing - 1) + " more that config.json asks for." : "."));
}

torch::ScalarType scalarType(StoredType type) {
    switch (type) {
        case StoredType::float32:
            return torch::kFloat32;
        case StoredType::float16:
            return torch::kFloat16;
        default:
            return torch::kBFloat16;
    }
}

/// Page-aligned advice about the mapped bytes of a tensor; only advice, so a refusal does not matter.
void advise(std::span<const std::byte> bytes, int advice) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = reinterpret_cast<std::uintptr_t>(bytes.data());
    // Pages that hold other tensors too stay: only whole pages are given back.
    const bool giveBack = advice == MADV_DONTNEED;
    const std::uintptr_t begin = (giveBack ? first + page - 1 : first) / page * page;
    const std::uintptr_t end = giveBack ? (first + bytes.size()) / page * page : first + bytes.size();
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, advice);
}

class Loader {
public:
    Loader(std::shared_ptr<const TensorStore> store, torch::ScalarType dtype, std::stop_token stop,
           const ProgressCallback& progress)
        : store_(std::move(store)),
          dtype_(dtype),
          stop_(std::move(stop)),
          progress_(progress),
          total_(std::max<std::int64_t>(store_->totalBytes(), 1)) {}

    /// The matrix that is one tensor, as blocks of `type`: those that `file` has, or new ones, which go into it.
    torch::Tensor loadQuantized(const StoredTensor& stored, const std::string& name, torch::Device device,
                                WeightType type, QuantizedFile& file) {
        if (const auto kept = file.find(name); !kept.empty()) {
            done_ += static_cast<std::int64_t>(stored.bytes.size() - kept.size());
            return onDevice(asBlocks(copied(kept), type), device);
        }
        const torch::Tensor view = viewOf(stored);
        const auto rowBytes =
            stored.bytes.size() / static_cast<std::size_t>(std::max<std::int64_t>(stored.shape[0], 1));
        std::span<const std::byte> before;
        const auto rows = [&](std::int64_t first, std::int64_t last) {
            advise(before, MADV_DONTNEED);
            before = stored.bytes.subspan(static_cast<std::size_t>(first) * rowBytes,
                                          static_cast<std::size_t>(last - first) * rowBytes);
            advise(before, MADV_WILLNEED);
            readIn(before);
            return view.narrow(0, first, last - first);
        };
        const torch::Tensor blocks = quantizedTensor(stored.shape[0], stored.shape[1], type, rows, pages_, stop_);
        advise(stored.bytes, MADV_DONTNEED);
        file.keep(name, {static_cast<const std::byte*>(blocks.data_ptr()), blocks.nbytes()});
        return onDevice(blocks, device);
    }

    /// One tensor, or several joined along their first dimension.
    torch::Tensor load(const std::vector<const StoredTensor*>& parts, torch::Device device) {
        std::vector<torch::Tensor> loaded;
        for (const StoredTensor* part : parts)
            loaded.push_back(load(*part, device));
        return loaded.size() == 1 ? loaded.front() : torch::cat(loaded);
    }

    /// A table on the CPU of which only a few rows are ever looked up: it is left in the file, which the system reads
    /// where a row is asked for.
    torch::Tensor loadTable(const StoredTensor& stored) {
        const torch::Tensor view = viewOf(stored);
        if (view.scalar_type() != dtype_) return load(stored, torch::kCPU);
        advise(stored.bytes, MADV_RANDOM);
        done_ += static_cast<std::int64_t>(stored.bytes.size());
        return view;
    }

private:
    torch::Tensor onDevice(const torch::Tensor& tensor, torch::Device device) {
#ifdef FLEMING_CUDA
        if (device.is_cuda()) {
            if (!upload_) upload_ = std::make_unique<PinnedUpload>();
            return upload_->copy(tensor, device);
        }
#endif
        return tensor.to(device);
    }

    torch::Tensor copied(std::span<const std::byte> bytes) {
        constexpr std::size_t kPiece = std::size_t{4} << 20;
        torch::Tensor copy = pages_.bytes(static_cast<std::int64_t>(bytes.size()));
        auto* target = static_cast<std::byte*>(copy.data_ptr());
        for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
            const auto piece = bytes.subspan(at, std::min(kPiece, bytes.size() - at));
            readIn(piece);
            std::memcpy(target + at, piece.data(), piece.size());
        }
        advise(bytes, MADV_DONTNEED);
        return copy;
    }

    torch::Tensor load(const StoredTensor& stored, torch::Device device) {
        advise(stored.bytes, MADV_WILLNEED);
        readIn(stored.bytes);
        const torch::Tensor view = viewOf(stored);
        const torch::Tensor tensor = onDevice(view, device).to(dtype_);
        if (!tensor.is_same(view)) advise(stored.bytes, MADV_DONTNEED);
        return tensor;
    }

    /// The tensor as it lies in the file. It keeps the file mapped. Bytes that do not lie on a multiple of the type's
    /// size are copied.
    torch::Tensor viewOf(const StoredTensor& stored) const {
        const torch::ScalarType type = scalarType(stored.type);
        if (stored.bytes.empty()) return torch::empty(stored.shape, type);
        const auto size = torch::elementSize(type);
        if (reinterpret_cast<std::uintptr_t>(stored.bytes.data()) % size != 0) {
            torch::Tensor copy = torch::empty(stored.shape, type);
            std::memcpy(copy.data_ptr(), stored.bytes.data(), stored.bytes.size());
            return copy;
        }
        // Nothing ever writes to weights: the mapping is read-only.
        void* address = const_cast<std::byte*>(stored.bytes.data());
        return torch::from_blob(
            address, stored.shape, [keep = store_](void*) {}, type);
    }

    /// Brings the bytes into memory now, so that loading shows its progress and the first question does not wait.
    void readIn(std::span<const std::byte> bytes) {
        constexpr std::size_t kPiece = std::size_t{32} << 20;
        constexpr std::size_t kPage = 4096;
        unsigned sum = 0;
        for (std::span<const std::byte> rest = bytes; !rest.empty();) {
            if (stop_.stop_requested()) throw Cancelled();
            const auto piece = rest.first(std::min(kPiece, rest.size()));
            for (std::size_t i = 0; i < piece.size(); i += kPage)
                sum += std::to_integer<unsigned>(piece[i]);
            rest = rest.subspan(piece.size());
            done_ += static_cast<std::int64_t>(piece.size());
            if (progress_) progress_(std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_)));
        }
        touched_ = sum;
    }

    std::shared_ptr<const TensorStore> store_;
    torch::ScalarType dtype_;
    std::stop_token stop_;
    const ProgressCallback& progress_;
    LargePages pages_;
    std::int64_t total_, done_ = 0;
#ifdef FLEMING_CUDA
    std::unique_ptr<PinnedUpload> upload_;
#endif
    volatile unsigned touched_ = 0;  // keeps the reads from being left out
};

/// Tied embeddings are one tensor; but where the file holds two that differ, its own output layer is the one it was
/// trained with (as transformers decides since version 5).
bool sameBytes(const std::vector<const StoredTensor*>& a, const std::vector<const StoredTensor*>& b) {
    const StoredTensor& first = *a.front();
    const StoredTensor& second = *b.front();
    return first.type == second.type && first.bytes.size() == second.bytes.size() &&
           (first.bytes.data() == second.bytes.data() ||
            std::memcmp(first.bytes.data(), second.bytes.data(), first.bytes.size()) == 0);
}

/// Of each matrix that becomes `type`, by name.
std::map<std::string, std::int64_t> quantizedBytes(const Config& config, std::optional<WeightType> type) {
    std::map<std::string, std::int64_t> bytes;
    Weights unused;
    forEachTensor(config, unused, [&](torch::Tensor&, const std::string& name, const Shape& shape) {
        if (type && isQuantizable(name)) bytes.emplace(name, weightBytes(*type, shape[0], shape[1]));
    });
    return bytes;
}

}  // namespace

WeightType LinearWeights::type() const {
    switch (weight.scalar_type()) {
        case torch::kFloat32:
            return WeightType::float32;
        case torch::kBFloat16:
            return WeightType::bfloat16;
        case torch::kHalf:
            return WeightType::float16;
        default:
            return typeOfBlocks(weight);
    }
}

WeightMatrix LinearWeights::matrix() const {
    return {type(), out, in, static_cast<const std::byte*>(weight.data_ptr())};
}

std::int64_t tensorBytes(const std::string& name, const Shape& shape, std::int64_t elementBytes,
                         std::optional<WeightType> quantized) {
    if (quantized && isQuantizable(name)) return weightBytes(*quantized, shape[0], shape[1]);
    return std::accumulate(shape.begin(), shape.end(), elementBytes, std::multiplies<>());
}

std::int64_t bytesInMemory(const Config& config, torch::Device device, std::int64_t elementBytes,
                           std::optional<WeightType> quantized) {
    std::int64_t bytes = 0;
    Weights unused;
    forEachTensor(config, unused, [&](torch::Tensor&, const std::string& name, const Shape& shape) {
        if (!staysInFile(name, config, device)) bytes += tensorBytes(name, shape, elementBytes, quantized);
    });
    return bytes;
}

void checkTensors(const TensorStore& store, const Config& config) {
    checkNamed(NamedTensors(store), config);
}

bool staysInFile(const std::string& name, const Config& config, torch::Device device) {
    return name == kEmbedTokens && !config.language.tiedEmbeddings && device.is_cpu();
}

bool isQuantizable(const std::string& name) {
    return name == kLmHead || (name.starts_with("language_model.") && name.ends_with("_proj.weight"));
}

Weights loadWeights(std::shared_ptr<const TensorStore> store, const Config& config, const DeviceOf& deviceOf,
                    torch::ScalarType dtype, std::optional<WeightType> quantized, std::stop_token stop,
                    const ProgressCallback& progress, const std::filesystem::path& keepIn) {
    const torch::NoGradGuard noGradients;
    const NamedTensors named(*store);
    checkNamed(named, config);

    Weights weights;
    weights.store = store;
    QuantizedFile file(quantized ? keepIn : std::filesystem::path(), *store, quantized.value_or(WeightType::int8),
                       quantizedBytes(config, quantized));
    Loader loader(std::move(store), dtype, std::move(stop), progress);
    const bool tied = config.language.tiedEmbeddings;
    forEachTensor(config, weights, [&](torch::Tensor& tensor, const std::string& name, const Shape&) {
        const auto parts = named.parts(name, tied);
        if (quantized && isQuantizable(name)) {
            tensor = loader.loadQuantized(*parts.front(), name, deviceOf(name), *quantized, file);
            return;
        }
        if (staysInFile(name, config, deviceOf(name))) {
            tensor = loader.loadTable(*parts.front());
            return;
        }
        const bool twin = tied && name == kLmHead && sameBytes(parts, named.parts(kEmbedTokens, true));
        tensor = twin ? weights.language.embedTokens : loader.load(parts, deviceOf(name));
    });
    file.finish();
    if (progress) progress(1.0);
    return weights;
}

}  // namespace fleming::inference
