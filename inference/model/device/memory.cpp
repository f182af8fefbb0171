#include "inference/model/device/memory.h"

#include <array>
#include <cstdio>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace fleming::inference {

void keepFreedMemory() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the maximum that glibc accepts
    ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

std::string formatBytes(std::int64_t bytes) {
    constexpr std::array<const char*, 5> kUnits{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000.0;
        ++unit;
    }
    std::array<char, 48> text{};
    const int decimals = unit > 0 && value < 99.95 ? 1 : 0;
    std::snprintf(text.data(), text.size(), "%.*f %s", decimals, value, kUnits[unit]);
    return text.data();
}

}  // namespace fleming::inference
