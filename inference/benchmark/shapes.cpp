#include "inference/benchmark/shapes.h"

#include "base/error.h"
#include "inference/checkpoint/quantized_tensor.h"
#include "inference/checkpoint/tensor_map.h"

#include <algorithm>
#include <functional>
#include <new>
#include <sys/mman.h>
#include <vector>

namespace fleming::inference {

namespace {

constexpr std::int64_t kVocabulary = 151674;

VisionConfig internVit300M() {
    return {.layers = 24, .hidden = 1024, .heads = 16, .mlp = 4096, .imageSize = 448, .patchSize = 14};
}

VisionConfig internVit6B() {
    return {.layers = 45,
            .hidden = 3200,
            .heads = 25,
            .mlp = 12800,
            .imageSize = 448,
            .patchSize = 14,
            .norm = NormType::rmsNorm,
            .qkvBias = false,
            .qkNormalization = true};
}

LanguageConfig qwen2(std::int64_t layers, std::int64_t hidden, std::int64_t heads, std::int64_t kvHeads,
                     std::int64_t mlp) {
    LanguageConfig config{.layers = layers,
                          .hidden = hidden,
                          .heads = heads,
                          .kvHeads = kvHeads,
                          .headSize = hidden / heads,
                          .mlp = mlp,
                          .vocabulary = kVocabulary};
    config.dynamicNtkFactor = 2.0;
    return config;
}

/// Returns normally distributed values of standard deviation `spread`: a short list that is repeated to fill tensors,
/// because generating billions of values would take minutes.
torch::Tensor randomList(double spread, torch::ScalarType dtype) {
    constexpr std::int64_t kListSize = (1 << 20) + 7;  // not a multiple of a row
    static const torch::Tensor list = torch::randn({kListSize});
    return (list * spread).to(dtype);
}

/// Overwrites `target`, contiguous and on any device, with the elements of `list`, repeated.
void fillRepeating(const torch::Tensor& target, const torch::Tensor& list) {
    const torch::Tensor flat = target.view(-1), source = list.view(-1).to(target.device());
    for (std::int64_t at = 0; at < flat.numel(); at += source.numel()) {
        const std::int64_t count = std::min(source.numel(), flat.numel() - at);
        flat.narrow(0, at, count).copy_(source.narrow(0, 0, count));
    }
}

torch::Tensor randomValues(const std::vector<std::int64_t>& shape, double spread, const torch::TensorOptions& options) {
    torch::Tensor tensor = torch::empty(shape, options);
    fillRepeating(tensor, randomList(spread, c10::typeMetaToScalarType(options.dtype())));
    return tensor;
}

/// Returns a quantized matrix [shape[0], shape[1]]. On CUDA, some panels are quantized and repeated on the device.
torch::Tensor randomQuantized(const std::vector<std::int64_t>& shape, WeightType type, double spread,
                              const torch::TensorOptions& options, HugePageArena& arena, const std::stop_token& stop) {
    constexpr std::int64_t kRowsOnHost = 64 * kPanelRows;
    const auto dtype = c10::typeMetaToScalarType(options.dtype());
    const auto rows = [&](std::int64_t first, std::int64_t last) {
        return randomValues({last - first, shape[1]}, spread, dtype);
    };
    if (options.device().is_cpu()) return quantizeTensor(shape[0], shape[1], type, rows, arena, stop);
    const torch::Tensor some =
        quantizeTensor(std::min(shape[0], kRowsOnHost), shape[1], type, rows, arena, stop).to(options.device());
    torch::Tensor all = torch::empty({weightBytes(type, shape[0], shape[1])}, some.options());
    fillRepeating(all, some);
    return all;
}

/// Returns zeros that occupy no memory until they are read, like the token embedding of a checkpoint, which stays in
/// its file.
torch::Tensor lazyZeros(const std::vector<std::int64_t>& shape, torch::ScalarType dtype) {
    const auto bytes = static_cast<std::size_t>(c10::multiply_integers(shape)) * c10::elementSize(dtype);
    void* address = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (address == MAP_FAILED) throw std::bad_alloc();
    return torch::from_blob(
        address, shape, [address, bytes](void*) { ::munmap(address, bytes); }, dtype);
}

}  // namespace

Config shapeConfig(const std::string& name) {
    Config config;
    config.architecture = "InternVLChatModel";
    config.dtype = "bfloat16";
    if (name == "1b") {
        config.vision = internVit300M();
        config.language = qwen2(24, 896, 14, 2, 4864);
    } else if (name == "8b") {
        config.vision = internVit300M();
        config.language = qwen2(28, 3584, 28, 4, 18944);
    } else if (name == "38b") {
        config.vision = internVit6B();
        config.language = qwen2(64, 5120, 40, 8, 27648);
    } else {
        throw Error("benchmark.unknown_shape", {}, {name});
    }
    return config;
}

Weights randomWeights(const Config& config, torch::Device device, torch::ScalarType dtype,
                      std::optional<WeightType> quantized, const std::stop_token& stop) {
    Weights weights;
    HugePageArena arena;
    forEachTensor(
        config, weights, [&](torch::Tensor& tensor, const std::string& name, const std::vector<std::int64_t>& shape) {
            if (stop.stop_requested()) throw Cancelled();
            const bool scale =
                name.find("norm") != std::string::npos || name.ends_with(".ls1") || name.ends_with(".ls2");
            if (scale && !name.ends_with("bias")) {
                tensor = torch::full(shape, name.find(".ls") == std::string::npos ? 1.0 : 0.1, dtype).to(device);
                return;
            }
            if (staysInFile(name, config, device)) {
                tensor = lazyZeros(shape, dtype);
                return;
            }
            const auto options = torch::TensorOptions().dtype(dtype).device(device);
            tensor = quantized && isQuantizable(name) ? randomQuantized(shape, *quantized, 0.02, options, arena, stop)
                                                      : randomValues(shape, 0.02, options);
        });
    return weights;
}

}  // namespace fleming::inference
