#pragma once

#include "base/mapped_file.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/checkpoint/safetensors_writer.h"
#include "inference/kernels/weight_matrix.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace fleming::inference {

/// The quantised matrices of a checkpoint in a file of their own, so that they are made once: a safetensors file of
/// blocks (see weight_matrix.h). A folder holds one a checkpoint and type. It is found again while the paths, sizes,
/// inodes and times of the checkpoint's files are what they were; a checkpoint that was changed gets a new one in its
/// place. What goes wrong with it (no room, no right to write, a file that was cut) is no failure: the matrices are
/// then made again.
class QuantizedFile {
public:
    /// `bytes` of each matrix, by name. An empty `folder` keeps nothing.
    QuantizedFile(const std::filesystem::path& folder, const TensorStore& store, WeightType type,
                  const std::map<std::string, std::int64_t>& bytes);
    ~QuantizedFile();
    QuantizedFile(const QuantizedFile&) = delete;
    QuantizedFile& operator=(const QuantizedFile&) = delete;

    /// The blocks of a matrix as an earlier run kept them; empty where there are none. Valid while this object lives.
    std::span<const std::byte> find(const std::string& name) const;

    /// Writes the blocks of a matrix down.
    void keep(const std::string& name, std::span<const std::byte> blocks);

    /// All matrices are there: from now on the file is found.
    void finish();

private:
    bool open(const std::map<std::string, std::int64_t>& bytes);
    void begin(const std::map<std::string, std::int64_t>& bytes);
    void giveUp();

    std::filesystem::path file_, part_;  // the file, and where it is being made
    std::string stem_;                   // what the names of all files of this checkpoint and type begin with
    std::optional<MappedFile> mapped_;
    std::map<std::string, std::span<const std::byte>> found_;
    std::unique_ptr<SafetensorsWriter> writer_;
};

}  // namespace fleming::inference
