#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace fleming {

/// Returns the folders of the control groups that can limit this process by `controller` ("cpu", "memory"): the root
/// and each group down to that of the process, for cgroup v2 and for v1 (cgroups(7)). Folders may lack the files of a
/// limit.
std::vector<std::filesystem::path> controlGroups(std::string_view controller);

}  // namespace fleming
