// Measures the kernels of a decode step alone, in the sizes of the 8b shape. Prints the time of a launch in a CUDA
// graph of many launches, and the rate at which it reads its weights. fleming_gpu_bench measures the limit.
#include "inference/kernels/cuda/launch.h"

#include <ATen/cuda/CUDAContext.h>
#include <torch/torch.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace fleming::inference;
namespace cuda = fleming::inference::cuda;

constexpr std::int64_t kTotalBytes = std::int64_t{1} << 30;  // of weights, far more than the cache of the device holds

/// Returns the seconds of one of `launches` launches, launch(context, i), captured as a graph.
double secondsOf(int launches, cuda::ElementType type,
                 const std::function<void(const cuda::LaunchContext&, int)>& launch) {
    cudaDeviceSynchronize();  // the operands are complete
    const auto stream = c10::cuda::getStreamFromPool();
    cudaGraph_t graph = nullptr;
    cudaGraphExec_t run = nullptr;
    cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal);
    for (int i = 0; i < launches; ++i)
        launch({type, stream, at::cuda::getCurrentDeviceProperties()->major >= 9}, i);
    cudaStreamEndCapture(stream, &graph);
    if (cudaGraphInstantiate(&run, graph, 0) != cudaSuccess) throw std::runtime_error("cannot instantiate the graph");
    cudaEvent_t start = nullptr, end = nullptr;
    cudaEventCreate(&start);
    cudaEventCreate(&end);
    std::vector<float> times;
    for (int i = 0; i < 9; ++i) {
        cudaEventRecord(start, stream);
        cudaGraphLaunch(run, stream);
        cudaEventRecord(end, stream);
        if (cudaStreamSynchronize(stream) != cudaSuccess)
            throw std::runtime_error(cudaGetErrorString(cudaGetLastError()));
        float milliseconds = 0.0F;
        cudaEventElapsedTime(&milliseconds, start, end);
        times.push_back(milliseconds);
    }
    std::nth_element(times.begin(), times.begin() + 4, times.end());
    cudaGraphExecDestroy(run);
    cudaGraphDestroy(graph);
    return times[4] / 1e3 / launches;
}

torch::Tensor bytesOnDevice(std::int64_t bytes) {
    // 0x3c3c: small positive numbers in every type
    return torch::full({bytes}, 0x3c, torch::TensorOptions().dtype(torch::kByte).device(torch::kCUDA)) +
           torch::randint(0, 4, {bytes}, torch::TensorOptions().dtype(torch::kByte).device(torch::kCUDA));
}

void measureGemv(const char* name, WeightType type, const std::vector<int>& rows, int columns, int inputs, bool wide) {
    std::int64_t bytes = 0;
    for (const int count : rows)
        bytes += (weightBytes(type, count, columns) + 255) / 256 * 256;
    const int copies = static_cast<int>(std::max<std::int64_t>(2, kTotalBytes / bytes));
    const torch::Tensor weights = bytesOnDevice(bytes * copies);
    const torch::Tensor x = bytesOnDevice(std::int64_t{2} * inputs * columns);
    const torch::Tensor y = bytesOnDevice(std::int64_t{4} * inputs * 200000),
                        workspace = bytesOnDevice(cuda::gemvWorkspaceBytes(columns));
    const double seconds =
        secondsOf(copies, cuda::ElementType::bfloat16, [&](const cuda::LaunchContext& context, int copy) {
            auto* at = static_cast<char*>(weights.data_ptr()) + bytes * copy;
            auto* result = static_cast<char*>(y.data_ptr());
            std::vector<cuda::Gemv> gemvs;
            for (const int count : rows) {
                gemvs.push_back({{type, at, count, columns}, nullptr, result});
                at += (weightBytes(type, count, columns) + 255) / 256 * 256;
                result += std::int64_t{4} * inputs * count;
            }
            cuda::gemv(context, gemvs, x.data_ptr(), wide, inputs, workspace.data_ptr());
        });
    const char* typeName = type == WeightType::int8 ? "int8" : type == WeightType::int4 ? "int4" : "bf16";
    std::printf("gemv %-8s %s, inputs %d: %7.2f us %6.0f GB/s\n", name, typeName, inputs, seconds * 1e6,
                static_cast<double>(bytes) / seconds / 1e9);
}

void measureGemvs() {
    for (const WeightType type : {WeightType::bfloat16, WeightType::int8, WeightType::int4}) {
        for (const int inputs : {1, 8}) {
            measureGemv("q,k,v", type, {3584, 512, 512}, 3584, inputs, false);
            measureGemv("o", type, {3584}, 3584, inputs, false);
            measureGemv("gate,up", type, {18944, 18944}, 3584, inputs, false);
            measureGemv("down", type, {3584}, 18944, inputs, false);
            measureGemv("lm_head", type, {151674}, 3584, inputs, true);
        }
    }
}

void measureDequantize() {
    for (const WeightType type : {WeightType::int8, WeightType::int4}) {
        constexpr int kRows = 18944, kColumns = 3584;
        const torch::Tensor weights = bytesOnDevice(weightBytes(type, kRows, kColumns));
        const torch::Tensor dense = bytesOnDevice(std::int64_t{2} * kRows * kColumns);
        const double seconds = secondsOf(20, cuda::ElementType::bfloat16, [&](const auto& context, int) {
            cuda::dequantize(context, {type, weights.data_ptr(), kRows, kColumns}, 0, kRows / 16, dense.data_ptr());
        });
        std::printf("dequantize %s: %.1f us, %.0f GB/s read and written\n", type == WeightType::int8 ? "int8" : "int4",
                    seconds * 1e6, static_cast<double>(weights.nbytes() + dense.nbytes()) / seconds / 1e9);
    }
}

void measureAttention(int tokens, int sequences) {
    constexpr cuda::HeadShape kShape{28, 4, 128};
    constexpr int kLayers = 28, kCapacity = 8192;
    const auto onDevice = torch::TensorOptions().device(torch::kCUDA).dtype(torch::kBFloat16);
    const torch::Tensor caches =
        torch::randn({kLayers, sequences, 2, kShape.kvHeads, kCapacity, kShape.size}, onDevice);
    const torch::Tensor query = torch::randn({sequences, kShape.heads, kShape.size}, onDevice),
                        key = torch::randn({sequences, kShape.kvHeads, kShape.size}, onDevice),
                        result = torch::empty_like(query);
    const torch::Tensor length = torch::full({sequences}, tokens, onDevice.dtype(torch::kInt32));
    const torch::Tensor table = torch::rand({sequences, kShape.size}, onDevice.dtype(torch::kFloat32));
    const torch::Tensor workspace =
        torch::empty({cuda::attentionWorkspaceFloats(kShape)}, onDevice.dtype(torch::kFloat32));
    const double seconds = secondsOf(kLayers, cuda::ElementType::bfloat16, [&](const auto& context, int layer) {
        std::vector<cuda::Cache> of;
        for (int i = 0; i < sequences; ++i) {
            of.push_back({caches[layer][i][0].data_ptr(), caches[layer][i][1].data_ptr(), length.data_ptr<int>() + i,
                          kCapacity});
        }
        cuda::attend(context, kShape, query.data_ptr(), key.data_ptr(), key.data_ptr(), of, table.data_ptr<float>(),
                     workspace.data_ptr<float>(), result.data_ptr(), nullptr);
    });
    const double bytes = 2.0 * 2.0 * kShape.kvHeads * kShape.size * tokens * sequences;
    std::printf("attention, %d tokens, sequences %d: %.2f us, %.0f GB/s\n", tokens, sequences, seconds * 1e6,
                bytes / seconds / 1e9);
}

void measureSmall() {
    const auto onDevice = torch::TensorOptions().device(torch::kCUDA).dtype(torch::kBFloat16);
    const torch::Tensor rows = torch::ones({2, 18944}, onDevice), active = torch::ones({18944}, onDevice);
    const torch::Tensor residual = torch::ones({3584}, onDevice.dtype(torch::kFloat32));
    double seconds = secondsOf(50, cuda::ElementType::bfloat16, [&](const auto& context, int) {
        cuda::addRmsNorm(context, residual.data_ptr<float>(), nullptr, rows.data_ptr(), 1e-6F, active.data_ptr(),
                         nullptr, 1, 3584);
    });
    std::printf("norm %.2f us", seconds * 1e6);
    seconds = secondsOf(50, cuda::ElementType::bfloat16, [&](const auto& context, int) {
        cuda::swiGlu(context, rows[0].data_ptr(), rows[1].data_ptr(), active.data_ptr(), nullptr, 1, 18944);
    });
    std::printf(", SwiGLU %.2f us\n", seconds * 1e6);
}

}  // namespace

int main() {
    try {
        const c10::InferenceMode inferenceMode;
        measureGemvs();
        measureDequantize();
        for (const int tokens : {100, 1000, 3000, 8000})
            measureAttention(tokens, 1);
        measureAttention(3000, 8);
        measureSmall();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
