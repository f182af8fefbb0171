#pragma once

#include "viewer/render/frame.h"

#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fleming::app {

/// A temporary folder. The destructor removes it.
class TestFolder {
public:
    /// Returns the path of a file in the folder.
    std::filesystem::path operator/(const std::string& name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_;
};

/// Returns the bytes of a file; nothing if it cannot be read.
std::string readFile(const std::filesystem::path& file);

/// Returns a frame whose pixels depend on `seed`, with values for all members of its provenance.
viewer::Frame testFrame(int seed, int width = 20, int height = 10);

/// Returns uint8 voxels in C order. The value at (k, j, i) is (k * 40 + j * 3 + i) % 256.
std::vector<std::uint8_t> testVoxels(int depth, int height, int width);

/// Writes testVoxels() as NPY version 1.0.
void writeNpy(const std::filesystem::path& file, int depth, int height, int width);

/// Writes an RGB picture as PNG.
void writePng(const std::filesystem::path& file, int width, int height);

}  // namespace fleming::app
