#include "inference/model/device/run_environment.h"

#include "inference/kernels/cpu/amx_gemm.h"
#include "inference/kernels/cpu/gemv.h"

#include <ATen/Version.h>

#include <dlfcn.h>
#include <fstream>
#include <map>
#include <set>
#include <string>
#ifdef FLEMING_CUDA
#include <cuda_runtime_api.h>
#endif

namespace fleming::inference {

namespace {

/// Returns "Intel(R) Xeon(R) Processor, family 6, model 207, stepping 2" of the first CPU in /proc/cpuinfo. libtorch
/// and its libraries choose block sizes by the model.
std::string cpuName() {
    std::map<std::string, std::string> values;
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line) && !line.empty();) {
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos || colon + 2 > line.size()) continue;
        values[line.substr(0, line.find_last_not_of(" \t", colon - 1) + 1)] = line.substr(colon + 2);
    }
    std::string name = values["model name"];
    for (const auto& [key, word] :
         {std::pair{"cpu family", ", family "}, {"model", ", model "}, {"stepping", ", stepping "}}) {
        if (!values[key].empty()) name += word + values[key];
    }
    return name;
}

std::string gpuName(torch::Device device) {
#ifdef FLEMING_CUDA
    cudaDeviceProp properties{};
    if (cudaGetDeviceProperties(&properties, device.index()) == cudaSuccess) {
        return std::string(properties.name) + ", compute capability " + std::to_string(properties.major) + "." +
               std::to_string(properties.minor);
    }
#endif
    return device.str();
}

/// Returns the instruction set of libtorch's own kernels, which a line of its configuration names.
std::string torchKernels() {
    const std::string label = "CPU capability usage: ", config = at::show_config();
    const std::size_t at = config.find(label);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + label.size();
    return config.substr(begin, config.find_first_of("\n ,", begin) - begin);
}

/// Returns the CPU for which OpenBLAS has chosen its kernels, or an empty string if libtorch uses another BLAS.
std::string openBlasKernels() {
    using CoreName = char* (*)();
    const auto coreName = reinterpret_cast<CoreName>(::dlsym(RTLD_DEFAULT, "openblas_get_corename"));
    return coreName != nullptr ? coreName() : "";
}

std::string kernelNames() {
    std::string names = supportedSimdKernels().front()->name;
    if (amxKernels() != nullptr) names += " and AMX";
    if (const std::string torch = torchKernels(); !torch.empty()) names += ", libtorch " + torch;
    if (const std::string blas = openBlasKernels(); !blas.empty()) names += ", OpenBLAS " + blas;
    return names;
}

std::string libraryVersions() {
    std::string versions = "libtorch " TORCH_VERSION;
    const std::string oneDnn = at::get_mkldnn_version();
    return versions + ", " + oneDnn.substr(0, oneDnn.find('\n'));
}

}  // namespace

RunFacts runEnvironment(const std::vector<torch::Device>& devices) {
    RunFacts facts;
    facts.processor = cpuName();
    for (const torch::Device device : devices) {
        if (device.is_cuda()) facts.processor += "; " + gpuName(device);
    }
    facts.kernels = kernelNames();
    facts.libraries = libraryVersions();
    return facts;
}

}  // namespace fleming::inference
