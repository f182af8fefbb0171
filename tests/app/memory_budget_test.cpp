// Which volumes give way to another one, and when it does not fit.
#include "app/studies/memory_budget.h"

#include "app/errors/error_text.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <random>

namespace fleming::app {
namespace {

constexpr std::int64_t kUnlimited = std::numeric_limits<std::int64_t>::max();

TEST(MemoryBudget, FreesTheLeastRecentlySeenFirstAndNoMoreThanNeeded) {
    const std::vector<HeldVolume> held{{1, 100, false}, {2, 200, false}, {3, 300, true}, {4, 400, false}};
    EXPECT_TRUE(makeRoom(held, 100, {1100, kUnlimited}).freed.empty());
    EXPECT_EQ(makeRoom(held, 101, {1100, kUnlimited}).freed, (std::vector{1}));
    EXPECT_EQ(makeRoom(held, 300, {1100, kUnlimited}).freed, (std::vector{1, 2}));
    EXPECT_EQ(makeRoom(held, 800, {1100, kUnlimited}).freed, (std::vector{1, 2, 4}));  // 3 is on the screen
}

TEST(MemoryBudget, RefusesWhatDoesNotFitBesideTheScreen) {
    const std::vector<HeldVolume> held{{1, 1'000'000'000, true}, {2, 500'000'000, false}};
    const MadeRoom room = makeRoom(held, 2'000'000'000, {2'500'000'000, kUnlimited});
    ASSERT_TRUE(room.refusal);
    EXPECT_TRUE(room.freed.empty());  // nothing is lost for a series that is not loaded
    EXPECT_EQ(room.refusal->code(), "studies.over_budget");
    const QString message = messageOf(*room.refusal);
    for (const char* size : {"2.0 GB", "1.5 GB", "2.5 GB"})
        EXPECT_TRUE(message.contains(QLatin1String(size))) << message.toStdString();
}

TEST(MemoryBudget, RespectsWhatTheSystemHas) {
    const std::vector<HeldVolume> held{{1, 100, false}, {2, 100, false}};
    EXPECT_TRUE(makeRoom(held, 250, {10'000, 250}).freed.empty());
    EXPECT_EQ(makeRoom(held, 300, {10'000, 250}).freed, (std::vector{1}));
    EXPECT_EQ(makeRoom(held, 450, {10'000, 250}).freed, (std::vector{1, 2}));
    const MadeRoom room = makeRoom(held, 451, {10'000, 250});
    ASSERT_TRUE(room.refusal);
    EXPECT_EQ(room.refusal->code(), "studies.too_little_memory");
}

TEST(MemoryBudget, NeverFreesTheScreenNorExceedsTheLimit) {
    std::mt19937 random(3);
    const auto pick = [&random](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    for (int round = 0; round < 5000; ++round) {
        std::vector<HeldVolume> held;
        std::int64_t all = 0, onScreen = 0;
        for (int i = 0, count = pick(0, 8); i < count; ++i) {
            held.push_back({i, pick(0, 100), pick(0, 2) == 0});
            all += held.back().bytes;
            if (held.back().onScreen) onScreen += held.back().bytes;
        }
        const MemoryBudget budget{all + pick(-200, 100), pick(0, 300)};
        const std::int64_t needed = pick(0, 300);
        const MadeRoom room = makeRoom(held, needed, budget);
        std::int64_t freed = 0;
        for (const int id : room.freed) {
            const HeldVolume& volume = held[static_cast<std::size_t>(id)];
            EXPECT_FALSE(volume.onScreen);
            freed += volume.bytes;
        }
        EXPECT_TRUE(std::ranges::is_sorted(room.freed));
        const bool fits = onScreen + needed <= budget.limit && needed <= budget.available + all - onScreen;
        EXPECT_EQ(fits, !room.refusal.has_value());
        if (!fits) continue;
        EXPECT_LE(all - freed + needed, budget.limit);
        EXPECT_LE(needed, budget.available + freed);
        // Without the last one it would not fit.
        if (room.freed.empty()) continue;
        const std::int64_t before = freed - held[static_cast<std::size_t>(room.freed.back())].bytes;
        EXPECT_TRUE(all - before + needed > budget.limit || needed > budget.available + before);
    }
}

TEST(MemoryBudget, CountsThePixelsOfASeries) {
    viewer::Series series;
    viewer::ImageInfo image;
    image.geometry.size = {512, 512, 100};
    image.type = viewer::ScalarType::int16;
    series.info = viewer::volumeOrPicture(image);
    EXPECT_EQ(pixelBytes(series), 512LL * 512 * 100 * 2);
    image.components = 3;
    image.type = viewer::ScalarType::uint8;
    image.geometry.size[2] = 1;
    series.info = viewer::volumeOrPicture(image);
    EXPECT_EQ(pixelBytes(series), 512LL * 512 * 3);
    image.geometry.size = {2'000'000'000, 2'000'000'000, 2'000'000'000};
    series.info = viewer::volumeOrPicture(image);
    EXPECT_EQ(pixelBytes(series), kUnlimited);
    series.info = viewer::ClipInfo{};
    EXPECT_EQ(pixelBytes(series), 0);
}

TEST(MemoryBudget, IsHalfOfWhatIsFreeUnlessItIsSet) {
    EXPECT_EQ(memoryLimit(2.5), 2'500'000'000);
    EXPECT_GT(memoryLimit(0), 0);
    EXPECT_EQ(memoryLimit(0), memoryLimit(0));  // as at the start
}

}  // namespace
}  // namespace fleming::app
