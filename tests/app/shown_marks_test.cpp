// The images of an exchange, and the marks of reviews as windows and reports show them.
#include "app/review/shown_marks.h"

#include "app/review/taxonomy.h"
#include "app/session/exchange.h"

#include <gtest/gtest.h>

namespace fleming::app {
namespace {

Exchange exchange(std::int64_t id, std::int64_t follows, int firstImage, int images) {
    Exchange made;
    made.id = id;
    made.follows = follows;
    made.conversation = 1;
    made.firstImage = firstImage;
    made.evidence.resize(static_cast<std::size_t>(images));
    made.state = ExchangeState::done;
    return made;
}

std::vector<int> numbers(const std::vector<Exchange>& exchanges, std::int64_t id) {
    std::vector<int> found;
    for (const auto& [number, frame] : imagesOf(exchanges, id))
        found.push_back(number);
    return found;
}

TEST(ImagesOf, AreThoseThatTheModelRead) {
    // 1 -> 2 -> 3 without images of its own; 4 is a branch of 2.
    const std::vector<Exchange> exchanges{exchange(1, 0, 1, 2), exchange(2, 1, 3, 1), exchange(3, 2, 4, 0),
                                          exchange(4, 1, 3, 2)};
    EXPECT_EQ(numbers(exchanges, 1), (std::vector<int>{1, 2}));
    EXPECT_EQ(numbers(exchanges, 2), (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(numbers(exchanges, 3), (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(numbers(exchanges, 4), (std::vector<int>{1, 2, 3, 4}));
    EXPECT_EQ(imagesOf(exchanges, 4).at(3), &exchanges[3].evidence[0]);
    EXPECT_TRUE(imagesOf(exchanges, 9).empty());
}

Review reviewWithMarks() {
    Review review;
    review.reviewerCode = "R1";
    review.taxonomy = versionOf(defaultTaxonomy());
    review.spans = {{Passage::answer, 0, 4, "missed", {}, ""}, {Passage::answer, 1, 3, "unsafe", {}, ""}};
    review.marks = {{2, MarkShape::box, 1, 2, 3, 4, ""}, {1, MarkShape::arrow, 5, 6, 7, 8, ""}};
    review.links = {{0, 1}, {1, 1}};
    return review;
}

TEST(ShownMarks, HaveNumbersLabelsAndReviewers) {
    const Review first = reviewWithMarks();
    EXPECT_EQ(markCaption(first, 0), QStringLiteral("M1"));
    const QString labels =
        shownName(defaultTaxonomy(), "missed") + QStringLiteral(", ") + shownName(defaultTaxonomy(), "unsafe");
    EXPECT_EQ(markCaption(first, 1), QStringLiteral("M2 ") + labels);

    Review second = reviewWithMarks();
    second.reviewerCode.clear();
    second.reviewer = "Dr. Two";
    const auto shown = shownMarks({&first, &second}, 1);
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].place, (viewer::MarkPlace{MarkShape::arrow, 5, 6, 7, 8}));
    EXPECT_EQ(shown[0].caption, QStringLiteral("R1: M2"));
    EXPECT_EQ(shown[1].caption, QStringLiteral("Dr. Two: M2"));
    EXPECT_NE(shown[0].colour, shown[1].colour);
    EXPECT_TRUE(shownMarks({&first, &second}, 3).empty());
}

TEST(ShownMarks, ToleratesLinksThatPointNowhere) {
    Review damaged = reviewWithMarks();
    damaged.links = {{7, 0}, {-1, 0}};
    EXPECT_EQ(markCaption(damaged, 0), QStringLiteral("M1"));
    EXPECT_TRUE(spansLinkedWith(damaged, 0).empty());
    damaged.links = {{0, -1}, {0, 1}, {0, 9}, {1, 0}};
    EXPECT_EQ(marksLinkedWith(damaged, 0), std::vector<int>{1});
    EXPECT_EQ(spansLinkedWith(damaged, 0), std::vector<int>{1});
}

TEST(ShownMarks, KeepTheRestOfAMovedMark) {
    const Mark mark{3, MarkShape::box, 1, 2, 3, 4, "dense"};
    EXPECT_EQ(movedTo(mark, placeOf(mark)), mark);
    EXPECT_EQ(movedTo(mark, {MarkShape::box, 5, 6, 7, 8}), (Mark{3, MarkShape::box, 5, 6, 7, 8, "dense"}));
}

}  // namespace
}  // namespace fleming::app
