#include "base/error.h"
#include "tests/viewer/file_helpers.h"
#include "viewer/io/video/video_file.h"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <sstream>
#include <thread>

namespace fleming::viewer {
namespace {

using testing::errorOf;
using testing::faultOf;
using testing::fileSource;
using testing::inMemory;
using testing::readFile;

const std::filesystem::path kVideos = std::filesystem::path(FLEMING_FIXTURES) / "videos";

struct Expected {
    double rate = 0.0;
    std::vector<double> times;
};

std::map<std::string, Expected> expectations() {
    std::map<std::string, Expected> all;
    std::istringstream lines(readFile(kVideos / "expected.txt"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        Expected expected;
        words >> name >> expected.rate;
        for (double time = 0; words >> time;)
            expected.times.push_back(time);
        all[name] = expected;
    }
    return all;
}

const std::uint8_t* pixel(const RgbImage& image, int x, int y) {
    return &image.rgb[static_cast<std::size_t>(y * image.width + x) * 3];
}

/// Returns the frame number that eight squares encode in a frame (make_videos.py).
int numberIn(const RgbImage& image) {
    int number = 0;
    for (int square = 0; square < 8; ++square) {
        number = number * 2 + (pixel(image, (2 * square + 1) * image.width / 16, image.height / 4)[1] > 128 ? 1 : 0);
    }
    return number;
}

/// Returns the encoded number of frame n of a clip.
int expectedNumber(const std::string& name, int n, int count) {
    if (name == "variable_rate.mkv") return n <= 10 ? 3 * n : n + 20;
    if (name == "edit_list.mp4") return 40 - count + n;
    return n;
}

TEST(Video, DecodesEveryFrameInAnyOrder) {
    std::mt19937 random(3);
    for (const auto& [name, expected] : expectations()) {
        if (name.starts_with("turned")) continue;
        const Series series = readVideo(fileSource(kVideos / name)).at(0);
        ASSERT_EQ(series.kind(), SeriesKind::clip) << name;
        const auto count = static_cast<int>(expected.times.size());
        ASSERT_EQ(series.clip().frameCount, count) << name;
        EXPECT_NEAR(series.clip().framesPerSecond, expected.rate, 1e-5) << name;
        const auto clip = series.source->openClip({});
        for (int n = 0; n < count; ++n) {
            EXPECT_EQ(numberIn(clip->frame(n)), expectedNumber(name, n, count)) << name << " " << n;
            EXPECT_NEAR(clip->timeOf(n), expected.times[static_cast<std::size_t>(n)], 2e-3) << name << " " << n;
        }
        for (int trial = 0; trial < 30; ++trial) {
            const int n = static_cast<int>(random() % static_cast<unsigned>(count));
            ASSERT_EQ(numberIn(clip->frame(n)), expectedNumber(name, n, count)) << name << " " << n;
        }
        EXPECT_EQ(faultOf([&] { clip->frame(count); }), "clip.no_frame");
        EXPECT_EQ(faultOf([&] { clip->frame(-1); }), "clip.no_frame");
    }
}

TEST(Video, HasRatesAndDurations) {
    EXPECT_DOUBLE_EQ(readVideo(fileSource(kVideos / "b_frames.mp4")).at(0).clip().duration, 4.0);
    EXPECT_NEAR(readVideo(fileSource(kVideos / "open_gop.mkv")).at(0).clip().duration, 40 * 1.001 / 30, 1e-9);
    EXPECT_NEAR(readVideo(fileSource(kVideos / "variable_rate.mkv")).at(0).clip().duration, 4.0, 0.11);
    EXPECT_EQ(readVideo(fileSource(kVideos / "b_frames.mp4")).at(0).format, "MP4 (h264)");
    EXPECT_EQ(readVideo(fileSource(kVideos / "odd_size.webm")).at(0).format, "WebM (vp9)");
    const Series odd = readVideo(fileSource(kVideos / "odd_size.webm")).at(0);
    EXPECT_EQ(odd.clip().width, 61);
    EXPECT_EQ(odd.clip().height, 47);
}

TEST(Video, IsRotatedByItsMetadata) {
    const RgbImage upright = readVideo(fileSource(kVideos / "b_frames.mp4")).at(0).source->openClip({})->frame(7);
    for (const int angle : {90, 180, 270}) {
        const Series series = readVideo(fileSource(kVideos / ("turned_" + std::to_string(angle) + ".mov"))).at(0);
        const RgbImage turned = series.source->openClip({})->frame(7);
        ASSERT_EQ(turned.width, angle == 180 ? 64 : 48);
        ASSERT_EQ(turned.height, angle == 180 ? 48 : 64);
        EXPECT_EQ(series.clip().width, turned.width);
        EXPECT_EQ(series.clip().height, turned.height);
        for (int y = 0; y < upright.height; ++y) {
            for (int x = 0; x < upright.width; ++x) {
                // FFmpeg stores and applies the angle counter-clockwise.
                const int toX = angle == 270 ? 47 - y : angle == 180 ? 63 - x : y;
                const int toY = angle == 270 ? x : angle == 180 ? 47 - y : 63 - x;
                for (int c = 0; c < 3; ++c)
                    ASSERT_EQ(pixel(turned, toX, toY)[c], pixel(upright, x, y)[c]) << angle << ": " << x << ", " << y;
            }
        }
    }
}

/// Returns a MOV or MP4 file with a pixel aspect ratio (ISO/IEC 14496-12, 12.1.4.2): the box "pasp" at the end of the
/// sample entry. The index follows the pictures, so no offset changes.
std::string withPixelAspect(std::string file, char horizontal, char vertical) {
    std::string box("\0\0\0\x10pasp\0\0\0\0\0\0\0\0", 16);
    box[11] = horizontal;
    box[15] = vertical;
    const std::size_t index = file.find("moov");
    std::size_t end = 0;
    EXPECT_GT(index, file.find("mdat"));
    for (const char* name : {"moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1"}) {
        const std::size_t at = file.find(name, index) - 4;
        std::uint32_t size = 0;
        for (std::size_t i = 0; i < 4; ++i)
            size = size << 8 | static_cast<std::uint8_t>(file[at + i]);
        end = at + size;
        size += 16;
        for (std::size_t i = 0; i < 4; ++i)
            file[at + i] = static_cast<char>(size >> (24 - 8 * i));
    }
    return file.insert(end, box);
}

TEST(Video, HasTheAspectOfItsPixels) {
    EXPECT_EQ(readVideo(fileSource(kVideos / "intra.avi")).at(0).source->openClip({})->pixelSize(), PixelSize());
    for (const char* name : {"b_frames.mp4", "turned_90.mov", "turned_180.mov"}) {
        const std::string file = withPixelAspect(readFile(kVideos / name), 16, 11);
        const Series series = readVideo(inMemory(file, name)).at(0);
        const auto clip = series.source->openClip({});
        const PixelSize size = clip->pixelSize();
        const double aspect = size.width / size.height;
        EXPECT_NEAR(aspect, std::string(name) == "turned_90.mov" ? 11.0 / 16 : 16.0 / 11, 1e-6) << name;
        EXPECT_EQ(size.unit, PixelSize::Unit::none);
        EXPECT_EQ(clip->frame(7).rgb, readVideo(fileSource(kVideos / name)).at(0).source->openClip({})->frame(7).rgb);
    }
    const std::string damaged = withPixelAspect(readFile(kVideos / "b_frames.mp4"), 127, 1);
    EXPECT_EQ(readVideo(inMemory(damaged)).at(0).source->openClip({})->pixelSize(), PixelSize());
}

TEST(Video, HasTheColoursOfTheFile) {
    const RgbImage image = readVideo(fileSource(kVideos / "b_frames.mp4")).at(0).source->openClip({})->frame(0);
    const std::uint8_t* red = pixel(image, 6, 40);
    const std::uint8_t* blue = pixel(image, 50, 40);
    const int expectedRed[3] = {0xd0, 0x10, 0x10}, expectedBlue[3] = {0x10, 0x10, 0xd0};
    for (int c = 0; c < 3; ++c) {
        EXPECT_NEAR(red[c], expectedRed[c], 12);
        EXPECT_NEAR(blue[c], expectedBlue[c], 12);
    }
}

TEST(Video, DecodesForSeveralThreads) {
    const auto clip = readVideo(fileSource(kVideos / "b_frames.mp4")).at(0).source->openClip({});
    std::vector<std::jthread> threads;
    std::atomic<int> wrong{0};
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int n = 0; n < 15; ++n)
                wrong += numberIn(clip->frame((n * 7 + t * 11) % 40)) != (n * 7 + t * 11) % 40;
        });
    }
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

TEST(Video, RefusesOtherFilesAndPlaysDamagedOnesAsFarAsPossible) {
    EXPECT_EQ(faultOf([] { readVideo(fileSource(kVideos / "sound_only.m4a")); }), "video.no_video");
    const std::string whole = readFile(kVideos / "open_gop.mkv");
    int opened = 0;
    for (std::size_t size = 40; size < whole.size(); size += 97) {
        const Error error = errorOf([&] {
            const Series series = readVideo(inMemory(whole.substr(0, size), "cut")).at(0);
            const auto clip = series.source->openClip({});
            for (int n = 0; n < series.clip().frameCount; ++n)
                clip->frame(n);
            ++opened;
        });
        EXPECT_TRUE(error.code().empty() || error.source() == "cut") << error.what();
    }
    EXPECT_GT(opened, 3);
    // A playlist that names another file is not opened.
    const std::string list = "ffconcat version 1.0\nfile '" + (kVideos / "b_frames.mp4").string() + "'\n";
    EXPECT_EQ(faultOf([&] { readVideo(inMemory(list)); }), "video.unknown_format");
}

}  // namespace
}  // namespace fleming::viewer
