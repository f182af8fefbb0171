#include "inference/checkpoint/weights.h"

#include "base/error.h"
#include "inference/checkpoint/quantized_file.h"
#include "inference/checkpoint/quantized_tensor.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/checkpoint/tensor_names.h"
#include "inference/text/utf8.h"
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

/// The tensors of a store by their published names.
class NamedTensors {
public:
    explicit NamedTensors(const TensorStore& store) : source_(store.source()) {
        std::map<std::string, std::string> storedNames;
        for (const auto& [name, tensor] : store.tensors()) {
            const std::string published = publishedName(name);
            const auto [other, first] = storedNames.emplace(published, name);
            if (!first) {
                throw Error("weights.same_tensor_twice", tensor.file, {printable(other->second), printable(name)});
            }
            tensors_.emplace(published, &tensor);
        }
    }

    const StoredTensor* find(const std::string& name) const {
        const auto at = tensors_.find(name);
        return at == tensors_.end() ? nullptr : at->second;
    }

    /// Returns the stored tensors that `name` consists of: itself; or q, k and v in place of a joined qkv; or, with
    /// tied embeddings, the other of the two if only one is stored. Empty if `name` is missing.
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

/// Converts a shape to "[2, 3]".
std::string toString(const Shape& shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(shape[i]);
    return text + "]";
}

void checkPart(const StoredTensor& tensor, const std::string& name, const Shape& shape) {
    if (tensor.type == StoredType::other) {
        throw Error("weights.unsupported_type", tensor.file, {name, printable(tensor.typeName), "F32, F16, BF16"});
    }
    if (tensor.shape != shape) {
        throw Error("weights.wrong_shape", tensor.file, {name, toString(tensor.shape), toString(shape)});
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
    throw Error("weights.missing_tensor", named.source(), {firstMissing, std::to_string(missing)});
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

/// Calls madvise() for the pages of mapped bytes. Advice only: failure is harmless.
void advise(std::span<const std::byte> bytes, int advice) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = reinterpret_cast<std::uintptr_t>(bytes.data());
    // Pages at the ends can hold other tensors too: drop whole pages only.
    const bool drop = advice == MADV_DONTNEED;
    const std::uintptr_t begin = (drop ? first + page - 1 : first) / page * page;
    const std::uintptr_t end = drop ? (first + bytes.size()) / page * page : first + bytes.size();
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, advice);
}

/// Loads tensors of a store in `dtype` or quantized, and reports the progress.
class Loader {
public:
    Loader(std::shared_ptr<const TensorStore> store, torch::ScalarType dtype, std::stop_token stop,
           const ProgressCallback& progress)
        : store_(std::move(store)),
          dtype_(dtype),
          stop_(std::move(stop)),
          progress_(progress),
          total_(std::max<std::int64_t>(store_->totalBytes(), 1)) {}

    /// Loads one matrix as blocks of `type`: from `file` if it has them, else by quantizing, and then adds them to
    /// `file`.
    torch::Tensor loadQuantized(const StoredTensor& stored, const std::string& name, torch::Device device,
                                WeightType type, QuantizedFile& file) {
        if (const auto kept = file.find(name); !kept.empty()) {
            done_ += static_cast<std::int64_t>(stored.bytes.size() - kept.size());
            return onDevice(asBlocks(copyFromFile(kept), type), device);
        }
        const torch::Tensor view = viewInFile(stored);
        const auto rowBytes =
            stored.bytes.size() / static_cast<std::size_t>(std::max<std::int64_t>(stored.shape[0], 1));
        std::span<const std::byte> previous;
        const auto readRows = [&](std::int64_t first, std::int64_t last) {
            advise(previous, MADV_DONTNEED);
            previous = stored.bytes.subspan(static_cast<std::size_t>(first) * rowBytes,
                                            static_cast<std::size_t>(last - first) * rowBytes);
            advise(previous, MADV_WILLNEED);
            prefault(previous);
            return view.narrow(0, first, last - first);
        };
        const torch::Tensor blocks = quantizeTensor(stored.shape[0], stored.shape[1], type, readRows, arena_, stop_);
        advise(stored.bytes, MADV_DONTNEED);
        file.keep(name, {static_cast<const std::byte*>(blocks.data_ptr()), blocks.nbytes()});
        return onDevice(blocks, device);
    }

    /// Loads one tensor, or several concatenated along their first dimension.
    torch::Tensor load(const std::vector<const StoredTensor*>& parts, torch::Device device) {
        std::vector<torch::Tensor> loaded;
        for (const StoredTensor* part : parts)
            loaded.push_back(load(*part, device));
        return loaded.size() == 1 ? loaded.front() : torch::cat(loaded);
    }

    /// Returns an embedding table as a view of the mapped file: the system reads only the rows that are looked up.
    torch::Tensor loadEmbedding(const StoredTensor& stored) {
        torch::Tensor view = viewInFile(stored);
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

    torch::Tensor copyFromFile(std::span<const std::byte> bytes) {
        constexpr std::size_t kPiece = std::size_t{4} << 20;
        torch::Tensor copy = arena_.allocate(static_cast<std::int64_t>(bytes.size()));
        auto* target = static_cast<std::byte*>(copy.data_ptr());
        for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
            const auto piece = bytes.subspan(at, std::min(kPiece, bytes.size() - at));
            prefault(piece);
            std::memcpy(target + at, piece.data(), piece.size());
        }
        advise(bytes, MADV_DONTNEED);
        return copy;
    }

    torch::Tensor load(const StoredTensor& stored, torch::Device device) {
        advise(stored.bytes, MADV_WILLNEED);
        prefault(stored.bytes);
        const torch::Tensor view = viewInFile(stored);
        torch::Tensor tensor = onDevice(view, device).to(dtype_);
        if (!tensor.is_same(view)) advise(stored.bytes, MADV_DONTNEED);
        return tensor;
    }

    /// Returns a view of the tensor in its file, which stays mapped; a copy if its bytes are not aligned to its type.
    torch::Tensor viewInFile(const StoredTensor& stored) const {
        const torch::ScalarType type = scalarType(stored.type);
        if (stored.bytes.empty()) return torch::empty(stored.shape, type);
        const auto size = torch::elementSize(type);
        if (reinterpret_cast<std::uintptr_t>(stored.bytes.data()) % size != 0) {
            torch::Tensor copy = torch::empty(stored.shape, type);
            std::memcpy(copy.data_ptr(), stored.bytes.data(), stored.bytes.size());
            return copy;
        }
        // The mapping is read-only, and nothing writes to weights.
        void* address = const_cast<std::byte*>(stored.bytes.data());
        return torch::from_blob(
            address, stored.shape, [keep = store_](void*) {}, type);
    }

    /// Reads the mapped bytes into memory now: loading shows progress, and the first question does not wait for the
    /// disk.
    void prefault(std::span<const std::byte> bytes) {
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
    HugePageArena arena_;
    std::int64_t total_, done_ = 0;
#ifdef FLEMING_CUDA
    std::unique_ptr<PinnedUpload> upload_;
#endif
    volatile unsigned touched_ = 0;  // keeps the compiler from removing the reads of prefault()
};

/// Returns true if two tensors are equal byte for byte.
bool equalBytes(const std::vector<const StoredTensor*>& a, const std::vector<const StoredTensor*>& b) {
    const StoredTensor& first = *a.front();
    const StoredTensor& second = *b.front();
    return first.type == second.type && first.bytes.size() == second.bytes.size() &&
           (first.bytes.data() == second.bytes.data() ||
            std::memcmp(first.bytes.data(), second.bytes.data(), first.bytes.size()) == 0);
}

/// Returns the bytes of each matrix that is quantized to `type`, by name.
std::map<std::string, std::int64_t> quantizedSizes(const Config& config, std::optional<WeightType> type) {
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
            return blockType(weight);
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

Weights loadWeights(std::shared_ptr<const TensorStore> store, const Config& config, const DeviceMap& deviceMap,
                    torch::ScalarType dtype, std::optional<WeightType> quantized, std::stop_token stop,
                    const ProgressCallback& progress, const std::filesystem::path& cacheFolder) {
    const torch::NoGradGuard noGradients;
    const NamedTensors named(*store);
    checkNamed(named, config);

    Weights weights;
    weights.store = store;
    QuantizedFile file(quantized ? cacheFolder : std::filesystem::path(), *store, quantized.value_or(WeightType::int8),
                       quantizedSizes(config, quantized));
    Loader loader(std::move(store), dtype, std::move(stop), progress);
    const bool tied = config.language.tiedEmbeddings;
    forEachTensor(config, weights, [&](torch::Tensor& tensor, const std::string& name, const Shape&) {
        const auto parts = named.parts(name, tied);
        if (quantized && isQuantizable(name)) {
            tensor = loader.loadQuantized(*parts.front(), name, deviceMap(name), *quantized, file);
            return;
        }
        if (staysInFile(name, config, deviceMap(name))) {
            tensor = loader.loadEmbedding(*parts.front());
            return;
        }
        // Tied embeddings are one tensor. If the file has two different ones, the output layer is its own, as in
        // transformers 5 and later.
        const bool shared = tied && name == kLmHead && equalBytes(parts, named.parts(kEmbedTokens, true));
        tensor = shared ? weights.language.embedTokens : loader.load(parts, deviceMap(name));
    });
    file.finish();
    if (progress) progress(1.0);
    return weights;
}

}  // namespace fleming::inference
