#include "base/file_identity.h"

#include <sys/stat.h>
#include <system_error>

namespace fleming {

std::string fileIdentity(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::path path = std::filesystem::canonical(file, error);
    struct stat status {};
    if (error || ::stat(path.c_str(), &status) != 0) return {};
    std::string identity;
    for (const auto number : {static_cast<long long>(status.st_size), static_cast<long long>(status.st_dev),
                              static_cast<long long>(status.st_ino), static_cast<long long>(status.st_ctim.tv_sec),
                              static_cast<long long>(status.st_ctim.tv_nsec)}) {
        identity += std::to_string(number) + " ";
    }
    return identity + path.string();
}

}  // namespace fleming
