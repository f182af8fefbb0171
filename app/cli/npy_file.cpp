#include "app/cli/npy_file.h"

#include "app/cli/command_text.h"
#include "base/error.h"

#include <bit>
#include <string>
#include <unistd.h>

namespace fleming::app::cli {

static_assert(std::endian::native == std::endian::little, "values are written as they are in memory");

NpyFile::NpyFile(const std::filesystem::path& file, const std::vector<std::int64_t>& shape)
    : file_(file), partial_(file.string() + ".part" + std::to_string(::getpid())) {
    std::string sizes;
    for (const std::int64_t size : shape)
        sizes += std::to_string(size) + ", ";
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
    // The magic string, the version and the length take 10 bytes; the data begin at a multiple of 64.
    header.append(63 - (10 + header.size()) % 64, ' ');
    header += '\n';
    out_.open(partial_, std::ios::binary | std::ios::trunc);
    if (!out_) throw Error("output.cannot_open", file.string());
    out_ << "\x93NUMPY" << '\x01' << '\0' << static_cast<char>(header.size() & 0xFF)
         << static_cast<char>(header.size() >> 8) << header;
}

NpyFile::~NpyFile() {
    if (partial_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove(partial_, ignored);
}

void NpyFile::write(std::span<const float> values) {
    out_.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
}

void NpyFile::finish() {
    out_.close();
    std::error_code error;
    if (out_) std::filesystem::rename(partial_, file_, error);
    if (!out_ || error) throw Error("output.incomplete", file_.string());
    partial_.clear();
}

}  // namespace fleming::app::cli
