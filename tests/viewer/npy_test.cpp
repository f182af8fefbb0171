#include "viewer/io/volumes/npy.h"

#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/volumes/npy_header.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace fleming::viewer {
namespace {

using testing::bytesOfNumber;
using testing::errorOf;
using testing::faultOf;
using testing::inMemory;
using testing::readsOnly;

/// Returns a NumPy array file (numpy.lib.format).
std::string npy(const std::string& descr, bool fortran, const std::string& shape, const std::string& values,
                int version = 1) {
    std::string dict =
        "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape + ", }";
    const std::size_t before = version == 1 ? 10 : 12;
    while ((before + dict.size() + 1) % 64 != 0)
        dict += ' ';
    dict += '\n';
    std::string file = std::string("\x93NUMPY") + static_cast<char>(version) + '\0';
    file += version == 1 ? bytesOfNumber(static_cast<std::uint16_t>(dict.size()))
                         : bytesOfNumber(static_cast<std::uint32_t>(dict.size()));
    return file + dict + values;
}

template <typename T>
std::string valuesOf(std::size_t count, std::endian order) {
    std::string bytes;
    for (std::size_t n = 0; n < count; ++n)
        bytes += bytesOfNumber(static_cast<T>(n * 3 + 1), order);
    return bytes;
}

/// Reads a 2 x 3 x 4 array of the values n * 3 + 1 and checks every voxel.
template <typename T>
void checkType(const std::string& name, ScalarType expected) {
    for (const std::endian order : {std::endian::little, std::endian::big}) {
        for (const bool fortran : {false, true}) {
            for (const int version : {1, 2, 3}) {
                const std::string descr = (order == std::endian::little ? "<" : ">") + name;
                const Series series =
                    readNpy(inMemory(npy(descr, fortran, "(2, 3, 4)", valuesOf<T>(24, order), version))).at(0);
                ASSERT_EQ(series.image().type, expected);
                ASSERT_EQ(series.geometry().size, (Index3{4, 3, 2}));
                EXPECT_FALSE(series.geometry().oriented);
                const auto volume = loadVolume(series);
                for (int k = 0; k < 2; ++k) {
                    for (int j = 0; j < 3; ++j) {
                        for (int i = 0; i < 4; ++i) {
                            const int n = fortran ? k + 2 * (j + 3 * i) : i + 4 * (j + 3 * k);
                            ASSERT_EQ(volume->value(i, j, k), n * 3 + 1) << descr << " " << i << " " << j << " " << k;
                        }
                    }
                }
            }
        }
    }
}

TEST(Npy, ReadsEveryTypeByteOrderAndVersion) {
    checkType<std::uint8_t>("u1", ScalarType::uint8);
    checkType<std::int8_t>("i1", ScalarType::int8);
    checkType<std::uint16_t>("u2", ScalarType::uint16);
    checkType<std::int16_t>("i2", ScalarType::int16);
    checkType<std::uint32_t>("u4", ScalarType::uint32);
    checkType<std::int32_t>("i4", ScalarType::int32);
    checkType<std::uint64_t>("u8", ScalarType::float64);
    checkType<std::int64_t>("i8", ScalarType::float64);
    checkType<float>("f4", ScalarType::float32);
    checkType<double>("f8", ScalarType::float64);
}

TEST(Npy, ConvertsHalfPrecision) {
    EXPECT_EQ(halfToFloat(0x3c00), 1.0F);
    EXPECT_EQ(halfToFloat(0xc000), -2.0F);
    EXPECT_EQ(halfToFloat(0x0001), 0x1p-24F);
    EXPECT_EQ(halfToFloat(0x03ff), 1023 * 0x1p-24F);
    EXPECT_EQ(halfToFloat(0x7bff), 65504.0F);
    EXPECT_EQ(halfToFloat(0x7c00), std::numeric_limits<float>::infinity());
    EXPECT_TRUE(std::isnan(halfToFloat(0x7e01)));
    EXPECT_TRUE(std::signbit(halfToFloat(0x8000)));
}

TEST(Npy, InterpretsShapes) {
    const auto sizeOf = [&](const std::string& shape, std::size_t count) {
        return readNpy(inMemory(npy("|u1", false, shape, std::string(count, '\1')))).at(0);
    };
    EXPECT_EQ(sizeOf("(5, 7)", 35).geometry().size, (Index3{7, 5, 1}));
    EXPECT_EQ(sizeOf("(5, 7)", 35).kind(), SeriesKind::picture);
    EXPECT_EQ(sizeOf("(1, 4, 5, 7)", 140).geometry().size, (Index3{7, 5, 4}));
    EXPECT_EQ(sizeOf("(4, 5, 7)", 140).kind(), SeriesKind::volume);
    const Series colour = sizeOf("(5, 7, 3)", 105);
    EXPECT_EQ(colour.image().components, 3);
    EXPECT_EQ(colour.geometry().size, (Index3{7, 5, 1}));
}

TEST(Npy, ConvertsColoursTo8Bits) {
    std::string values;
    for (const float value : {0.0F, 0.5F, 1.0F, -1.0F, 0.25F, std::nanf("")})
        values += bytesOfNumber(value);
    const auto volume = loadVolume(readNpy(inMemory(npy("<f4", false, "(1, 2, 3)", values))).at(0));
    const std::vector<int> expected = {0, 127, 255, 0, 63, 0};
    for (std::size_t n = 0; n < 6; ++n)
        EXPECT_EQ(std::to_integer<int>(volume->data()[n]), expected[n]);
}

TEST(Npy, ReadsOnlyTheRequestedSlices) {
    std::string values;
    for (int n = 0; n < 40 * 3 * 2; ++n)
        values += static_cast<char>(n);
    for (const bool fortran : {false, true}) {
        const ByteSourcePtr source = inMemory(npy("|u1", fortran, "(40, 3, 2)", values));
        EXPECT_TRUE(readsOnly(readNpy(source).at(0), {20, 3, 39, 21})) << fortran;
    }
}

TEST(Npy, RefusesArraysThatAreNotImages) {
    const auto fault = [&](const std::string& bytes) {
        const Error error = errorOf([&] { readNpy(inMemory(bytes, "a.npy")); });
        EXPECT_EQ(error.source(), "a.npy");
        return error.code();
    };
    EXPECT_EQ(fault(npy("|O", false, "(2, 2)", "xxxx")), "npy.python_objects");
    EXPECT_EQ(fault(npy("<c8", false, "(2, 2)", std::string(32, 'x'))), "npy.complex");
    EXPECT_EQ(fault(npy("|u1", false, "(2, 0)", "")), "npy.empty");
    EXPECT_EQ(fault(npy("|u1", false, "(9,)", "123456789")), "npy.unsupported_shape");
    EXPECT_EQ(fault(npy("|u1", false, "(2, 2, 2, 2, 2)", std::string(32, 'x'))), "npy.unsupported_shape");
    EXPECT_EQ(fault(npy("|u1", false, "(4, 4)", "short")), "volume.too_few_bytes");
    EXPECT_EQ(fault(npy("<f8", false, "(99999, 99999, 99999)", "x")), "volume.too_few_bytes");
    EXPECT_EQ(fault(npy("<f8", false, "(2147483647, 2147483647, 2147483647)", "x")), "npy.impossible_size");
    EXPECT_EQ(fault(npy("<f8", false, "(99999999999999999999999, 2)", "x")), "npy.impossible_size");
}

TEST(Npy, RefusesOtherHeaders) {
    const auto parse = [](const std::string& dict) {
        std::string file =
            std::string("\x93NUMPY\1", 7) + '\0' + bytesOfNumber(static_cast<std::uint16_t>(dict.size())) + dict;
        return faultOf([&] { parseNpyHeader(std::as_bytes(std::span(file)), "a.npy"); });
    };
    EXPECT_EQ(parse("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)}"), "");
    EXPECT_EQ(parse("{'shape': (3L, 4L,), 'fortran_order': True, \"descr\": \"f4\"} \n"), "");
    for (const char* dict :
         {"", "{", "{}", "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4", "__import__('os')",
          "{'descr': '<f4', 'fortran_order': 0, 'shape': (3, 4)}", "{'descr': '<f4', 'fortran_order': False}",
          "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (3, -4)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 4)} + 1",
          "{'descr': '<f4\\x00', 'fortran_order': False, 'shape': (3, 4)}"}) {
        EXPECT_NE(parse(dict), "") << dict;
    }
}

}  // namespace
}  // namespace fleming::viewer
