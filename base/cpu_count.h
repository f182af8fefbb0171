#pragma once

namespace fleming {

/// Returns the number of logical processors that this process may use at once: those in its affinity mask, limited by
/// the CPU quota of its control group and of each parent group (cgroup v2 cpu.max, v1 cpu.cfs_quota_us). At least 1.
int availableProcessors();

/// Returns the number of physical cores that this process may use at once, under the same limits: hyper-threads of one
/// core count once. At least 1.
int availableCores();

}  // namespace fleming
