#pragma once

#include "base/error.h"

#include <cstdint>
#include <string>

namespace fleming::inference {

/// What was asked for does not fit into the memory that is free now; less may.
class TooLittleMemory : public Error {
public:
    using Error::Error;
};

/// Bytes of main memory that this process can still take: MemAvailable of /proc/meminfo, and no more than the limits of
/// its control groups (v2 memory.max, v1 memory.limit_in_bytes) leave; the page cache that a limit counts is free to
/// go. The largest value of the type where the system does not say.
std::int64_t availableMemory();

/// Lets this process keep up to 256 MB of memory that it has freed, in place of giving every larger piece back at once:
/// the tensors of one layer then find the pages of the one before, which need not be fetched and cleared anew. (glibc
/// alone.)
void keepFreedMemory();

/// "15.9 GB", "820 MB", ... (powers of ten).
std::string formatBytes(std::int64_t bytes);

}  // namespace fleming::inference
