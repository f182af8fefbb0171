#include "tests/app/test_files.h"

#include "base/sha256.h"

#include <QImage>

#include <fstream>
#include <iterator>

namespace fleming::app {

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

viewer::Frame testFrame(int seed, int width, int height) {
    viewer::Frame frame;
    frame.image.width = width;
    frame.image.height = height;
    for (int i = 0; i < width * height * 3; ++i)
        frame.image.rgb.push_back(static_cast<std::uint8_t>((i * 7 + seed * 31) % 256));
    viewer::Provenance& provenance = frame.provenance;
    provenance.kind = viewer::SeriesKind::volume;
    provenance.file = "/scans/ü 1.dcm";
    provenance.fileSha256 = std::string(64, 'a');
    provenance.seriesUid = "1.2.840.1";
    provenance.seriesDescription.words = "Thorax \"weich\"";
    provenance.seriesNumber = 4;
    provenance.studyUid = "1.2.840.0";
    provenance.studyDate = "20240105";
    provenance.modality = "CT";
    provenance.plane = viewer::Plane::coronal;
    provenance.index = seed;
    provenance.count = 99;
    provenance.timeSeconds = 0.1;
    provenance.positionMm = viewer::Vector3{-12.3456789012345, 0.1, 1e-9};
    provenance.window = viewer::Window{40.5, 399.25};
    provenance.inverted = true;
    provenance.minMax = true;
    provenance.cover = true;
    provenance.width = width;
    provenance.height = height;
    provenance.pixelsSha256 = sha256(std::as_bytes(std::span(frame.image.rgb)));
    return frame;
}

std::vector<std::uint8_t> testVoxels(int depth, int height, int width) {
    std::vector<std::uint8_t> voxels;
    for (int k = 0; k < depth; ++k) {
        for (int j = 0; j < height; ++j) {
            for (int i = 0; i < width; ++i)
                voxels.push_back(static_cast<std::uint8_t>((k * 40 + j * 3 + i) % 256));
        }
    }
    return voxels;
}

void writeNpy(const std::filesystem::path& file, int depth, int height, int width) {
    std::string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + std::to_string(depth) + ", " +
                         std::to_string(height) + ", " + std::to_string(width) + "), }";
    while ((10 + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::ofstream stream(file, std::ios::binary);
    stream.write("\x93NUMPY\x01\x00", 8);
    stream.put(static_cast<char>(header.size() & 0xff));
    stream.put(static_cast<char>(header.size() >> 8));
    stream << header;
    const std::vector<std::uint8_t> voxels = testVoxels(depth, height, width);
    stream.write(reinterpret_cast<const char*>(voxels.data()), static_cast<std::streamsize>(voxels.size()));
}

void writePng(const std::filesystem::path& file, int width, int height) {
    QImage image(width, height, QImage::Format_RGB888);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x + y) % 256));
    }
    image.save(QString::fromStdString(file.string()), "PNG");
}

}  // namespace fleming::app
