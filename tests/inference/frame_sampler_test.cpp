// The frame rules against indices from tests/fixtures/make_frames_reference.py, which uses numpy.

#include "inference/frame_sampler.h"

#include "tests/base/thrown_error.h"

#include <fstream>
#include <gtest/gtest.h>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace fleming::inference {
namespace {

std::vector<int> readIndices(std::istream& stream) {
    std::vector<int> indices;
    for (int index = 0; stream >> index;)
        indices.push_back(index);
    return indices;
}

template <typename Value>
std::optional<Value> readOptional(std::istream& stream) {
    std::string word;
    stream >> word;
    if (word == "-") return std::nullopt;
    return static_cast<Value>(std::stod(word));
}

TEST(FrameSampler, MatchesNumpy) {
    std::ifstream file(FLEMING_FIXTURES "/frames.txt");
    int cases = 0;
    for (std::string line; std::getline(file, line); ++cases) {
        std::istringstream fields(line);
        std::string rule, colon;
        fields >> rule;
        std::vector<int> indices;
        if (rule == "volume") {
            int first = 0, last = 0, count = 0;
            fields >> first >> last >> count;
            indices = volumeIndices(first, last, count);
        } else {
            int frames = 0;
            double fps = 0;
            fields >> frames >> fps;
            const auto count = readOptional<int>(fields);
            const auto start = readOptional<double>(fields);
            const auto end = readOptional<double>(fields);
            std::optional<std::pair<double, double>> bound;
            if (start && end) bound.emplace(*start, *end);
            indices = videoIndices(frames, fps, count, bound);
        }
        fields >> colon;
        ASSERT_EQ(colon, ":");
        ASSERT_EQ(indices, readIndices(fields)) << line;
    }
    EXPECT_GT(cases, 200);
}

TEST(FrameSampler, MatchesPublishedExamples) {
    EXPECT_EQ(volumeIndices(0, 31, 11), (std::vector{0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 31}));
    EXPECT_EQ(videoIndices(48, 8.0), (std::vector{3, 11, 19, 27, 34, 42}));
    EXPECT_EQ(videoIndices(48, 8.0, 6), (std::vector{3, 11, 19, 27, 34, 42}));
}

TEST(FrameSampler, StaysInsideTheClip) {
    for (const int frames : {1, 2, 3, 10, 99, 100}) {
        for (int count = 1; count < 250; ++count) {
            for (const int index : videoIndices(frames, 25.0, count)) {
                ASSERT_GE(index, 0);
                ASSERT_LT(index, frames);
            }
        }
    }
}

TEST(FrameSampler, RefusesImpossibleRequests) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    using Bound = std::pair<double, double>;
    const auto volume = [](int first, int last, int count) {
        return test::thrownError([&] { volumeIndices(first, last, count); });
    };
    const auto video = [](int frames, double fps, std::optional<int> count = {}, std::optional<Bound> bound = {}) {
        return test::thrownError([&] { videoIndices(frames, fps, count, bound); });
    };
    EXPECT_EQ(volume(0, 31, 0), Error("frames.too_few"));
    EXPECT_EQ(volume(0, 31, -3), Error("frames.too_few"));
    EXPECT_EQ(volume(5, 4, 1), Error("frames.empty_range"));
    EXPECT_EQ(volume(-1, 4, 1), Error("frames.empty_range"));
    EXPECT_EQ(volume(0, 4, std::numeric_limits<int>::max()), Error("frames.too_many", {}, {"1000000"}));
    EXPECT_EQ(video(0, 25.0), Error("frames.empty_clip"));
    for (const double fps : {0.0, -25.0, nan, infinity})
        EXPECT_EQ(video(10, fps), Error("frames.unknown_frame_rate")) << fps;
    EXPECT_EQ(video(10, 1e-300), Error("frames.too_many", {}, {"1000000"}));
    EXPECT_EQ(video(10, 25.0, 0), Error("frames.too_few"));
    for (const Bound& bound : {Bound{2.0, 2.0}, {3.0, 2.0}, {nan, 1.0}, {0.0, infinity}})
        EXPECT_EQ(video(10, 25.0, 3, bound), Error("frames.empty_part")) << bound.first;
    for (const Bound& bound : {Bound{2.0, 3.0}, {-3.0, -2.0}})
        EXPECT_EQ(video(10, 25.0, 3, bound), Error("frames.part_outside_clip")) << bound.first;
}

}  // namespace
}  // namespace fleming::inference
