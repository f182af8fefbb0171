#include "inference/cpu_cores.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sched.h>
#include <set>
#include <string>

namespace fleming::inference {

namespace {

/// Cores of the processors in this process's affinity mask; siblings of a core share one "core_cpus_list".
int coresAllowed() {
    cpu_set_t mask;
    CPU_ZERO(&mask);
    if (sched_getaffinity(0, sizeof mask, &mask) != 0) return 1;
    std::set<std::string> cores;
    for (int processor = 0; processor < CPU_SETSIZE; ++processor) {
        if (!CPU_ISSET(static_cast<unsigned>(processor), &mask)) continue;
        const std::string number = std::to_string(processor);
        std::ifstream file("/sys/devices/system/cpu/cpu" + number + "/topology/core_cpus_list");
        std::string siblings;
        cores.insert(std::getline(file, siblings) ? siblings : number);
    }
    return static_cast<int>(cores.size());
}

/// The control group's share of the processors, as a container sees it; INT_MAX where there is no limit.
int coresGranted() {
    std::ifstream second("/sys/fs/cgroup/cpu.max");  // "quota period", the quota "max" where there is none
    std::ifstream firstQuota("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
        firstPeriod("/sys/fs/cgroup/cpu/cpu.cfs_period_us");
    double quota = 0.0, period = 0.0;
    const bool limited = (second >> quota >> period) || (firstQuota >> quota && firstPeriod >> period);
    if (!limited || quota <= 0.0 || period <= 0.0) return INT_MAX;
    return static_cast<int>(std::min(std::ceil(quota / period), 1e6));
}

}  // namespace

int usableCores() {
    if (const char* asked = std::getenv("OMP_NUM_THREADS")) {
        if (const int threads = std::atoi(asked); threads > 0) return threads;
    }
    return std::max(1, std::min(coresAllowed(), coresGranted()));
}

}  // namespace fleming::inference
