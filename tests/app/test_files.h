#pragma once

#include "viewer/render/frame.h"

#include <QTemporaryDir>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fleming::app {

/// A folder that is there as long as the test.
class TestFolder {
public:
    std::filesystem::path operator/(const std::string& name) const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_;
};

/// A frame with pixels that depend on `seed` and a provenance with everything in it.
viewer::Frame testFrame(int seed, int width = 20, int height = 10);

/// NPY version 1.0, little-endian uint8, C order. The voxel at (k, j, i) is (k * 40 + j * 3 + i) % 256.
std::vector<std::uint8_t> testVoxels(int depth, int height, int width);
void writeNpy(const std::filesystem::path& file, int depth, int height, int width);

/// An RGB picture as PNG.
void writePng(const std::filesystem::path& file, int width, int height);

}  // namespace fleming::app
