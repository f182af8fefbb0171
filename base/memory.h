#pragma once

#include <cstdint>

namespace fleming {

/// Returns the bytes of main memory that this process can still allocate: MemAvailable of /proc/meminfo, limited by the
/// control groups of the process (v2 memory.max, v1 memory.limit_in_bytes; the kernel can reclaim the inactive page
/// cache that they count). Returns the maximum of std::int64_t if the system does not tell.
std::int64_t availableMemory();

/// Returns the free swap space in bytes (SwapFree of /proc/meminfo); 0 if the system does not tell.
std::int64_t freeSwap();

}  // namespace fleming
