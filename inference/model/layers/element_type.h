#pragma once

#include "inference/kernels/bfloat16.h"

#include <torch/torch.h>

#include <type_traits>

namespace fleming::inference {

/// Returns the elements of a CPU tensor as the kernels take them: float, or Bfloat16 for torch::kBFloat16. Throws
/// c10::Error if the tensor has another element type.
template <typename Element>
Element* dataPtr(const torch::Tensor& x) {
    if constexpr (std::is_same_v<Element, Bfloat16>) {
        return reinterpret_cast<Bfloat16*>(x.data_ptr<at::BFloat16>());
    } else {
        return x.data_ptr<Element>();
    }
}

/// Calls work(elements) with dataPtr() of x, which is float32 or bfloat16 on the CPU. Throws c10::Error for other
/// types.
template <typename Work>
void dispatchElementType(const torch::Tensor& x, const Work& work) {
    if (x.scalar_type() == torch::kBFloat16) {
        work(dataPtr<Bfloat16>(x));
    } else {
        work(dataPtr<float>(x));
    }
}

}  // namespace fleming::inference
