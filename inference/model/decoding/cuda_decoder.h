#pragma once

#include "inference/model/decoding/decoder.h"

#include <memory>

namespace fleming::inference {

/// Returns a decoder for a model on a CUDA device, or null if the kernels do not support its shape (see
/// kernels/cuda/launch.h). All kernels of a step are captured once as a CUDA graph and replayed until the sequences or
/// their caches change. The decoder refers to `model`, which must outlive it and keep its address.
std::shared_ptr<Decoder> makeCudaDecoder(const Model& model);

}  // namespace fleming::inference
