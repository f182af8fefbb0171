#include "viewer/io/bytes/named_file.h"

#include "base/error.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace fleming::viewer {

NamedFile::NamedFile(const ByteSource& source) : path_(source.path()) {
    if (!path_.empty()) {
        source.hold();  // throws if the file has changed
        return;
    }
    temporary_ = true;
    try {
        write(source);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
        throw;
    }
}

NamedFile::~NamedFile() {
    std::error_code ignored;
    if (temporary_) std::filesystem::remove(path_, ignored);
}

void NamedFile::write(const ByteSource& source) {
    std::string name = (std::filesystem::temp_directory_path() / "fleming-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());  // mode 0600
    if (descriptor < 0) throw Error("file.cannot_write", name, {std::strerror(errno)});
    path_ = name;
    std::vector<std::byte> block(std::size_t{1} << 20);
    int fault = 0;
    for (std::uint64_t offset = 0; fault == 0 && offset < source.size();) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), source.size() - offset));
        try {
            source.read(offset, {block.data(), count});
        } catch (...) {
            ::close(descriptor);
            throw;
        }
        for (std::size_t done = 0; fault == 0 && done < count;) {
            const ssize_t written = ::write(descriptor, block.data() + done, count - done);
            if (written < 0 && errno != EINTR) fault = errno;
            if (written > 0) done += static_cast<std::size_t>(written);
        }
        offset += count;
    }
    ::close(descriptor);
    if (fault != 0) throw Error("file.cannot_write", name, {std::strerror(fault)});
}

}  // namespace fleming::viewer
