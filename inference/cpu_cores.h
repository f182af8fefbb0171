#pragma once

namespace fleming::inference {

/// How many threads compute fastest here: one for each physical core that this process may run on (a second
/// hyper-thread of a core adds nothing to products of matrices), and no more than its control group grants (cpu.max,
/// cpu.cfs_quota_us). OMP_NUM_THREADS, where it is set, is obeyed. At least 1.
int usableCores();

}  // namespace fleming::inference
