#include "base/cpu_count.h"

#include "base/control_groups.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sched.h>
#include <set>
#include <string>

namespace fleming {

namespace {

/// Returns the logical processors in the affinity mask of this process.
std::set<int> allowedProcessors() {
    std::set<int> allowed;
    cpu_set_t mask;
    CPU_ZERO(&mask);
    if (sched_getaffinity(0, sizeof mask, &mask) != 0) return allowed;
    for (int processor = 0; processor < CPU_SETSIZE; ++processor) {
        if (CPU_ISSET(static_cast<unsigned>(processor), &mask)) allowed.insert(processor);
    }
    return allowed;
}

/// Converts a quota and its period, both in microseconds, to processors. INT_MAX if there is no quota.
int processorsOf(double quota, double period) {
    if (quota <= 0.0 || period <= 0.0) return INT_MAX;
    return static_cast<int>(std::clamp(std::ceil(quota / period), 1.0, 1e6));
}

/// Returns the CPU limit of one control group, or INT_MAX.
int limitOf(const std::filesystem::path& group) {
    double quota = 0.0, period = 0.0;
    std::ifstream v2(group / "cpu.max");  // "quota period", or "max period" without a limit
    if (v2 >> quota >> period) return processorsOf(quota, period);
    std::ifstream v1Quota(group / "cpu.cfs_quota_us"), v1Period(group / "cpu.cfs_period_us");
    return v1Quota >> quota && v1Period >> period ? processorsOf(quota, period) : INT_MAX;
}

/// Returns the tightest CPU limit of the control groups, or INT_MAX.
int groupLimit() {
    int limit = INT_MAX;
    for (const std::filesystem::path& group : controlGroups("cpu"))
        limit = std::min(limit, limitOf(group));
    return limit;
}

int limited(std::size_t count) {
    return std::max(1, std::min(static_cast<int>(count), groupLimit()));
}

}  // namespace

int availableProcessors() {
    return limited(allowedProcessors().size());
}

int availableCores() {
    std::set<std::string> cores;  // all hyper-threads of a core have the same core_cpus_list
    for (const int processor : allowedProcessors()) {
        const std::string name = std::to_string(processor);
        std::ifstream file("/sys/devices/system/cpu/cpu" + name + "/topology/core_cpus_list");
        std::string siblings;
        cores.insert(std::getline(file, siblings) ? siblings : name);
    }
    return limited(cores.size());
}

}  // namespace fleming
