#pragma once

#include "base/error.h"

#include <cstdint>
#include <string>

namespace fleming::inference {

/// Thrown if a request does not fit into the free memory. A smaller request may succeed.
class TooLittleMemory : public Error {
public:
    using Error::Error;
};

/// Makes malloc keep up to 256 MB of freed memory instead of returning each large allocation to the system. The tensors
/// of a layer then reuse the pages of the previous layer, without page faults. Has an effect only with glibc.
void keepFreedMemory();

/// Formats a size with a decimal prefix: "15.9 GB", "820 MB".
std::string formatBytes(std::int64_t bytes);

}  // namespace fleming::inference
