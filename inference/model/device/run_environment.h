#pragma once

#include "inference/run_facts.h"

#include <torch/torch.h>

#include <vector>

namespace fleming::inference {

/// Returns the facts that all runs on these devices share: processor, kernels and libraries.
RunFacts runEnvironment(const std::vector<torch::Device>& devices);

}  // namespace fleming::inference
