#pragma once

#include "inference/kernels/bfloat16.h"

#include <torch/torch.h>

#include <type_traits>

namespace fleming::inference {

/// The numbers of a tensor on the CPU as the kernels take them: float or Bfloat16. Throws c10::Error where it holds
/// others.
template <typename Number>
Number* numbersOf(const torch::Tensor& x) {
    if constexpr (std::is_same_v<Number, Bfloat16>) {
        return reinterpret_cast<Bfloat16*>(x.data_ptr<at::BFloat16>());
    } else {
        return x.data_ptr<Number>();
    }
}

/// Calls work(numbers) with the numbers of x, float32 or bfloat16 on the CPU, in their type.
template <typename Work>
void withNumbers(const torch::Tensor& x, const Work& work) {
    if (x.scalar_type() == torch::kBFloat16) {
        work(numbersOf<Bfloat16>(x));
    } else {
        work(numbersOf<float>(x));
    }
}

}  // namespace fleming::inference
