// The image processor against Pillow and CLIPImageProcessor, whose results are from
// tests/fixtures/make_pixels_reference.py. FLEMING_REFERENCE_DIR selects a folder with another pixels.txt.

#include "inference/image_processor.h"

#include "base/sha256.h"
#include "tests/base/thrown_error.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <limits>
#include <span>
#include <sstream>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

/// Returns the highest byte of splitmix64(seed * 2^32 + i), as random_bytes() of the script does.
std::uint8_t randomByte(std::uint64_t seed, std::uint64_t i) {
    std::uint64_t z = ((seed << 32) + i + 1) * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return static_cast<std::uint8_t>((z ^ (z >> 31)) >> 56);
}

/// Generates the image of the script's make_image().
Image makeImage(const std::string& kind, std::uint64_t seed, int width, int height) {
    Image image{width, height, {}};
    std::uint64_t i = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < 3; ++c) {
                const unsigned noise = randomByte(seed, i++);
                const auto ramp = (static_cast<unsigned>(x + 2 * y + 50 * c) & 0xFCU) | (noise & 3U);
                const unsigned value = kind == "extreme" ? (noise >> 7) * 255U : kind == "ramp" ? ramp : noise;
                image.rgb.push_back(static_cast<std::uint8_t>(value));
            }
        }
    }
    return image;
}

std::string digestOf(const std::vector<Image>& images) {
    Sha256 digest;
    for (const Image& image : images)
        digest.add(std::as_bytes(std::span(image.rgb)));
    return digest.hex();
}

/// The fields of a line of the reference file.
struct Case {
    std::string operation, kind;
    std::uint64_t seed = 0;
    int width = 0, height = 0;
};

void checkResize(const Image& image, std::istream& fields) {
    int width = 0, height = 0;
    std::string digest;
    fields >> width >> height >> digest;
    const Image result = resizeBicubic(image, width, height);
    EXPECT_EQ(result.width, width);
    EXPECT_EQ(result.height, height);
    EXPECT_EQ(digestOf({result}), digest);
}

void checkSquare(const Image& image, Fit fit, std::istream& fields) {
    int side = 0;
    std::string digest;
    fields >> side >> digest;
    EXPECT_EQ(digestOf({fitToSquare(image, side, fit)}), digest);
    const std::vector<float> values = pixelValues({{image, fit}}, side);
    ASSERT_EQ(values.size(), static_cast<std::size_t>(3 * side * side));
    std::vector<double> samples;
    for (double sample = 0; fields >> sample;)
        samples.push_back(sample);
    ASSERT_GE(samples.size(), 2U);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        ASSERT_NEAR(values[i * (values.size() - 1) / (samples.size() - 1)], samples[i], 1e-6);
    }
}

void checkTiles(const Image& image, std::istream& fields) {
    int side = 0, most = 0;
    std::size_t count = 0;
    std::string digest;
    fields >> side >> most >> digest >> count;
    const std::vector<Image> result = tiles(image, side, most);
    EXPECT_EQ(result.size(), count);
    EXPECT_EQ(digestOf(result), digest);
}

TEST(ImageProcessor, MatchesTheReference) {
    const char* folder = std::getenv("FLEMING_REFERENCE_DIR");
    std::ifstream file(std::string(folder != nullptr ? folder : FLEMING_FIXTURES) + "/pixels.txt");
    int cases = 0;
    for (std::string line; std::getline(file, line); ++cases) {
        std::istringstream fields(line);
        Case c;
        fields >> c.operation >> c.kind >> c.seed >> c.width >> c.height;
        SCOPED_TRACE(line.substr(0, 60));
        const Image image = makeImage(c.kind, c.seed, c.width, c.height);
        if (c.operation == "resize") checkResize(image, fields);
        if (c.operation == "stretch") checkSquare(image, Fit::stretch, fields);
        if (c.operation == "cover") checkSquare(image, Fit::cover, fields);
        if (c.operation == "tiles") checkTiles(image, fields);
    }
    EXPECT_GT(cases, 60);
}

TEST(ImageProcessor, CropsTheCoverFromTheWholeResize) {
    const Image image = makeImage("noise", 5, 90, 31);
    const Image cover = fitToSquare(image, 62, Fit::cover);
    const Image whole = resizeBicubic(image, 180, 62);
    for (int y = 0; y < 62; ++y) {
        for (int x = 0; x < 62 * 3; ++x) {
            ASSERT_EQ(cover.rgb[static_cast<std::size_t>(y * 62 * 3 + x)],
                      whole.rgb[static_cast<std::size_t>(y * 180 * 3 + (180 - 62) / 2 * 3 + x)]);
        }
    }
}

TEST(ImageProcessor, KeepsTheOrderOfImagesAndChannels) {
    std::vector<ImageInput> inputs;
    for (int i = 0; i < 9; ++i) {
        Image image{2, 2, {}};
        for (int pixel = 0; pixel < 4; ++pixel) {
            for (int c = 0; c < 3; ++c)
                image.rgb.push_back(static_cast<std::uint8_t>(20 * i + 60 * c));
        }
        inputs.push_back({image, i % 2 == 0 ? Fit::stretch : Fit::cover});
    }
    const std::vector<float> values = pixelValues(inputs, 4);
    ASSERT_EQ(values.size(), 9U * 3 * 16);
    const double mean[] = {0.485, 0.456, 0.406}, deviation[] = {0.229, 0.224, 0.225};
    for (int i = 0; i < 9; ++i) {
        for (int c = 0; c < 3; ++c) {
            const double expected = ((20 * i + 60 * c) % 256 / 255.0 - mean[c]) / deviation[c];
            for (int pixel = 0; pixel < 16; ++pixel) {
                ASSERT_NEAR(values[static_cast<std::size_t>((i * 3 + c) * 16 + pixel)], expected, 1e-6);
            }
        }
    }
    EXPECT_TRUE(pixelValues({}, 448).empty());
}

TEST(ImageProcessor, LimitsTheMemoryForExtremeRatios) {
    // A whole resize would have 448 x 896,000,000 pixels; only the middle square is computed.
    const Image result = fitToSquare(makeImage("noise", 3, 1, 2'000'000), 448, Fit::cover);
    EXPECT_EQ(result.rgb.size(), 448U * 448 * 3);
}

TEST(ImageProcessor, RefusesInvalidImagesAndSizes) {
    const Image good = makeImage("noise", 1, 4, 4);
    const int huge = std::numeric_limits<int>::max();
    const auto code = [](const auto& work) {
        const auto error = test::thrownError(work);
        return error ? error->code() : std::string();
    };
    for (const Image& bad : {Image{}, Image{0, 4, {}}, Image{-4, -4, std::vector<std::uint8_t>(48)},
                             Image{4, 4, std::vector<std::uint8_t>(47)}, Image{4, 4, std::vector<std::uint8_t>(49)},
                             Image{huge, huge, std::vector<std::uint8_t>(3)}}) {
        const Error expected("image.inconsistent_size", {}, {std::to_string(bad.width), std::to_string(bad.height)});
        EXPECT_EQ(test::thrownError([&] { resizeBicubic(bad, 4, 4); }), expected);
        EXPECT_EQ(test::thrownError([&] { fitToSquare(bad, 4, Fit::cover); }), expected);
        EXPECT_EQ(test::thrownError([&] { fitToSquare(bad, 4, Fit::stretch); }), expected);
        EXPECT_EQ(test::thrownError([&] { tiles(bad, 4, 4); }), expected);
        EXPECT_EQ(test::thrownError([&] { pixelValues({{good, Fit::stretch}, {bad, Fit::cover}}, 4); }), expected);
    }
    EXPECT_EQ(code([&] { resizeBicubic(good, 0, 4); }), "image.target_too_small");
    EXPECT_EQ(code([&] { resizeBicubic(good, 4, -1); }), "image.target_too_small");
    EXPECT_EQ(code([&] { fitToSquare(good, 0, Fit::cover); }), "image.target_too_small");
    EXPECT_EQ(code([&] { resizeBicubic(good, huge, huge); }), "image.target_too_large");
    EXPECT_EQ(code([&] { pixelValues({{good, Fit::cover}}, huge); }), "image.target_too_large");
    EXPECT_EQ(code([&] { tiles(good, 4, 0); }), "image.bad_tile_count");
    EXPECT_EQ(code([&] { tiles(good, 4, huge); }), "image.bad_tile_count");
}

}  // namespace
}  // namespace fleming::inference
