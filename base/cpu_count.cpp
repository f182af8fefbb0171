#include "base/cpu_count.h"

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

/// Returns the CPU limit of one group of cgroup v2: its cpu.max holds "quota period", or "max period" without a limit.
int limitOf(const std::filesystem::path& group) {
    std::ifstream file(group / "cpu.max");
    double quota = 0.0, period = 0.0;
    return file >> quota >> period ? processorsOf(quota, period) : INT_MAX;
}

/// Returns the tightest CPU limit of this process's control group and its parents, or INT_MAX.
int groupLimit() {
    const std::filesystem::path root = "/sys/fs/cgroup";
    int limit = limitOf(root);
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        if (!line.starts_with("0::/")) continue;
        std::filesystem::path group = root;
        for (const std::filesystem::path& part : std::filesystem::path(line.substr(4))) {
            if (part == "..") break;  // the process is outside of what this container sees
            group /= part;
            limit = std::min(limit, limitOf(group));
        }
    }
    std::ifstream quotaFile(root / "cpu/cpu.cfs_quota_us"), periodFile(root / "cpu/cpu.cfs_period_us");
    double quota = 0.0, period = 0.0;
    if (quotaFile >> quota && periodFile >> period) limit = std::min(limit, processorsOf(quota, period));
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
