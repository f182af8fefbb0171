// fleming reslice.
#include "app/studies/open_files.h"
#include "tests/app/run_cli.h"
#include "tests/app/test_files.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

using viewer::Vector3;

const std::string kScan = FLEMING_SOURCE_DIR "/resources/samples/ct_chest";

struct Array {
    std::string shape;  ///< as in the header: "(2, 3)"
    std::vector<float> values;
};

Array readNpy(const std::filesystem::path& file) {
    const std::string bytes = readFile(file);
    EXPECT_EQ(bytes.substr(0, 8), std::string("\x93NUMPY\x01\x00", 8));
    const std::size_t begin = 10 + static_cast<unsigned char>(bytes[8]) + 256U * static_cast<unsigned char>(bytes[9]);
    EXPECT_NE(bytes.find("'descr': '<f4', 'fortran_order': False"), std::string::npos);
    const std::size_t open = bytes.find('('), close = bytes.find(')');
    Array array{bytes.substr(open, close - open + 1), std::vector<float>((bytes.size() - begin) / sizeof(float))};
    std::memcpy(array.values.data(), bytes.data() + begin, bytes.size() - begin);
    return array;
}

std::string text(const Vector3& v) {
    std::string joined;
    for (const double part : v)
        joined += (joined.empty() ? "" : ",") + QString::number(part, 'g', 17).toStdString();
    return joined;
}

Outcome reslice(const std::string& path, const std::filesystem::path& out, const std::vector<std::string>& more) {
    std::vector<std::string> words{"reslice", path, "-o", out.string()};
    words.insert(words.end(), more.begin(), more.end());
    return runCli(words);
}

/// Returns the linear interpolation at voxel coordinates inside the volume.
double interpolated(const viewer::Volume& volume, const Vector3& voxel) {
    const viewer::Index3& size = volume.geometry().size;
    double sum = 0;
    for (int corner = 0; corner < 8; ++corner) {
        viewer::Index3 at{};
        double weight = 1;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const int low = static_cast<int>(std::floor(voxel[axis]));
            at[axis] = low + ((corner >> axis) & 1);
            weight *= 1 - std::abs(voxel[axis] - at[axis]);
            at[axis] = std::clamp(at[axis], 0, size[axis] - 1);
        }
        if (weight > 0) sum += weight * volume.value(at[0], at[1], at[2]);
    }
    return sum;
}

TEST(Reslice, SavesThePlanesOfAVolumeWithoutOrientation) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 12, 6, 5);  // the value at k, j, i is k * 40 + j * 3 + i, modulo 256
    const std::string file = (folder / "a.npy").string();
    ASSERT_EQ(reslice(file, folder / "out.npy",
                      {"--origin", "-1,2,1.5", "--right", "4,0,0", "--down", "0,0,1", "--pixel", "1", "--size", "7,2"})
                  .code,
              0);
    const Array plane = readNpy(folder / "out.npy");
    EXPECT_EQ(plane.shape.substr(0, 5), "(2, 7");
    ASSERT_EQ(plane.values.size(), 14U);
    for (int row = 0; row < 2; ++row) {
        EXPECT_TRUE(std::isnan(plane.values[static_cast<std::size_t>(row * 7)]));
        for (int i = 0; i < 5; ++i)
            EXPECT_EQ(plane.values[static_cast<std::size_t>(row * 7 + i + 1)],
                      (1.5F + static_cast<float>(row)) * 40 + 6 + static_cast<float>(i));
        EXPECT_TRUE(std::isnan(plane.values[static_cast<std::size_t>(row * 7 + 6)]));
    }
    // Slices 0.5 to 2.5: three samples, 1 mm apart.
    for (const auto& [mode, k] : {std::pair("max", 2.5F), {"min", 0.5F}, {"mean", 1.5F}}) {
        ASSERT_EQ(reslice(file, folder / "out.npy",
                          {"--origin", "1,1,1.5", "--right", "1,0,0", "--down", "0,1,0", "--pixel", "1", "--size",
                           "2,1", "--slab", "3.4", "--mode", mode})
                      .code,
                  0);
        EXPECT_EQ(readNpy(folder / "out.npy").values, (std::vector<float>{k * 40 + 4, k * 40 + 5})) << mode;
    }
}

TEST(Reslice, SavesObliquePlanesOfAScan) {
    const TestFolder folder;
    const viewer::Series series = openFiles({kScan}, {}, {}).series.front();
    const auto volume = viewer::loadVolume(series);
    viewer::SlicePlane plane;
    plane.right = {std::cos(0.3), std::sin(0.3), 0};
    plane.down = {-std::sin(0.3) * 0.6, std::cos(0.3) * 0.6, 0.8};
    plane.pixelWidth = plane.pixelHeight = 1.7;
    plane.origin = series.geometry().voxelToPatient({40, 30, 6});
    ASSERT_EQ(reslice(kScan, folder / "out.npy",
                      {"--origin", text(plane.origin), "--right",
                       text({3 * plane.right[0], 3 * plane.right[1], 3 * plane.right[2]}), "--down", text(plane.down),
                       "--pixel", "1.7", "--size", "50,30"})
                  .code,
              0);
    const Array found = readNpy(folder / "out.npy");
    ASSERT_EQ(found.values.size(), 1500U);
    int inside = 0;
    for (int n = 0; n < 1500; ++n) {
        const Vector3 voxel = series.geometry().patientToVoxel(plane.toPatient(n % 50, n / 50));
        const float value = found.values[static_cast<std::size_t>(n)];
        bool isInside = true;
        for (std::size_t axis = 0; axis < 3; ++axis)
            isInside = isInside && voxel[axis] >= 0 && voxel[axis] <= series.geometry().size[axis] - 1;
        if (!isInside) continue;
        ++inside;
        ASSERT_NEAR(value, interpolated(*volume, voxel), 0.02) << n;
    }
    EXPECT_GT(inside, 300);
}

TEST(Reslice, SavesColours) {
    const TestFolder folder;
    writePng(folder / "a.png", 9, 7);
    ASSERT_EQ(reslice((folder / "a.png").string(), folder / "out.npy",
                      {"--origin", "2,1,0", "--right", "1,0,0", "--down", "0,1,0", "--pixel", "1", "--size", "3,2"})
                  .code,
              0);
    const Array found = readNpy(folder / "out.npy");
    EXPECT_EQ(found.shape.substr(0, 8), "(2, 3, 3");
    const QImage image(QString::fromStdString((folder / "a.png").string()));
    for (int n = 0; n < 6; ++n) {
        const QRgb pixel = image.pixel(2 + n % 3, 1 + n / 3);
        const auto at = static_cast<std::size_t>(3 * n);
        EXPECT_EQ((std::array<float, 3>{found.values[at], found.values[at + 1], found.values[at + 2]}),
                  (std::array<float, 3>{static_cast<float>(qRed(pixel)), static_cast<float>(qGreen(pixel)),
                                        static_cast<float>(qBlue(pixel))}));
    }
}

TEST(Reslice, RefusesWrongArguments) {
    const TestFolder folder;
    writeNpy(folder / "a.npy", 4, 6, 5);
    const std::vector<std::string> right{"--origin", "0,0,0", "--right", "1,0,0", "--down", "0,1,0", "--pixel",  "1",
                                         "--size",   "3,2",   "--slab",  "2",     "--mode", "mean",  "--series", "0"};
    const std::string file = (folder / "a.npy").string();
    EXPECT_EQ(reslice(file, folder / "out.npy", right).code, 0);
    const auto with = [&](const std::string& option, const std::string& value) {
        std::vector<std::string> words = right;
        *(std::ranges::find(words, option) + 1) = value;
        return reslice(file, folder / "wrong.npy", words);
    };
    for (const auto& [option, value] : std::vector<std::pair<std::string, std::string>>{
             {"--origin", "0,0"},   {"--origin", "0,0,x"},   {"--origin", ""},       {"--origin", "0,0,inf"},
             {"--right", "0,0,0"},  {"--right", "1,0.01,0"}, {"--right", "1,2,3,4"}, {"--down", "1,0,0"},
             {"--down", "0,nan,0"}, {"--pixel", "0"},        {"--pixel", "-1"},      {"--pixel", "wide"},
             {"--size", "3"},       {"--size", "3,0"},       {"--size", "3,2,1"},    {"--size", "3,2.5"},
             {"--size", "3,20000"}, {"--slab", "-1"},        {"--slab", "thick"},    {"--mode", "sum"},
             {"--series", "-1"},    {"--series", "0,1"}}) {
        const Outcome outcome = with(option, value);
        EXPECT_EQ(outcome.code, 2) << option << " " << value << outcome.err;
    }
    for (const std::string option : {"--origin", "--right", "--down", "--pixel", "--size", "--slab"}) {
        std::vector<std::string> words = right;
        const auto place = std::ranges::find(words, option);
        words.erase(place, place + 2);
        EXPECT_EQ(reslice(file, folder / "wrong.npy", words).code, 2) << option;  // --mode needs --slab
    }
    EXPECT_EQ(with("--series", "1").code, 1);
    std::vector<std::string> words{"reslice", file};
    words.insert(words.end(), right.begin(), right.end());
    EXPECT_EQ(runCli(words).code, 2);  // without -o
    EXPECT_FALSE(std::filesystem::exists(folder / "wrong.npy"));
    EXPECT_NE(runCli({"reslice", "--help"}).out.find("--origin"), std::string::npos);
    EXPECT_NE(runCli({"--help"}).out.find("reslice"), std::string::npos);
}

}  // namespace
}  // namespace fleming::app
