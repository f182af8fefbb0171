#include "base/control_groups.h"

#include <fstream>
#include <string>

namespace fleming {

namespace {

/// Appends each group below `root` on the way to `group`.
void appendWay(std::vector<std::filesystem::path>& groups, std::filesystem::path root,
               const std::filesystem::path& group) {
    for (const std::filesystem::path& part : group.relative_path()) {
        if (part == "..") return;  // the process is outside of what this container sees
        root /= part;
        groups.push_back(root);
    }
}

}  // namespace

std::vector<std::filesystem::path> controlGroups(std::string_view controller) {
    const std::filesystem::path root = "/sys/fs/cgroup", rootOfV1 = root / controller;
    std::vector<std::filesystem::path> groups{root, rootOfV1};
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {  // "id:controllers:path"; v2 names no controllers
        const auto first = line.find(':');
        const auto second = first == std::string::npos ? first : line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const std::string controllers = "," + line.substr(first + 1, second - first - 1) + ",";
        const std::filesystem::path group = line.substr(second + 1);
        if (controllers == ",,") appendWay(groups, root, group);
        if (controllers.find("," + std::string(controller) + ",") != std::string::npos)
            appendWay(groups, rootOfV1, group);
    }
    return groups;
}

}  // namespace fleming
