#pragma once

#include "viewer/io/bytes/byte_source.h"

namespace fleming::viewer {

/// A file with the bytes of a source, for libraries that read nothing but files. It is the file of a source that has
/// one, else a private temporary file (mode 0600), removed by the destructor.
class NamedFile {
public:
    /// Writes the temporary file if `source` is not a file. Throws Error (file.cannot_write, and as
    /// ByteSource::readSome()).
    explicit NamedFile(const ByteSource& source);
    ~NamedFile();
    NamedFile(const NamedFile&) = delete;
    NamedFile& operator=(const NamedFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    void write(const ByteSource& source);

    std::filesystem::path path_;
    bool temporary_ = false;
};

}  // namespace fleming::viewer
