#include "app/chat/word_diff.h"

#include "base/error.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

using Kind = DiffPart::Kind;

QString joined(const std::vector<DiffPart>& parts, Kind without) {
    QString text;
    for (const DiffPart& part : parts) {
        if (part.kind != without) text += part.text;
    }
    return text;
}

/// Checks what holds for every comparison, and returns the number of words that are in only one of the texts.
qsizetype check(const QString& before, const QString& after) {
    const std::vector<DiffPart> parts = wordDiff(before, after);
    EXPECT_EQ(joined(parts, Kind::added), before);
    EXPECT_EQ(joined(parts, Kind::removed), after);
    qsizetype changed = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_FALSE(parts[i].text.isEmpty());
        if (parts[i].kind != Kind::same) changed += static_cast<qsizetype>(splitWords(parts[i].text).size());
        if (i == 0) continue;
        EXPECT_NE(parts[i].kind, parts[i - 1].kind);
        EXPECT_FALSE(parts[i].kind == Kind::removed && parts[i - 1].kind == Kind::added);
    }
    return changed;
}

/// Returns the smallest number of changed words, from the table of longest common subsequences.
qsizetype fewestChanges(const std::vector<QStringView>& before, const std::vector<QStringView>& after) {
    std::vector<std::vector<qsizetype>> common(before.size() + 1, std::vector<qsizetype>(after.size() + 1));
    for (std::size_t i = 1; i <= before.size(); ++i) {
        for (std::size_t j = 1; j <= after.size(); ++j)
            common[i][j] =
                before[i - 1] == after[j - 1] ? common[i - 1][j - 1] + 1 : std::max(common[i - 1][j], common[i][j - 1]);
    }
    return static_cast<qsizetype>(before.size() + after.size()) - 2 * common.back().back();
}

TEST(SplitWords, TakesEachChineseCharacterAsAWord) {
    const auto words = [](const QString& text) {
        QStringList list;
        for (const QStringView word : splitWords(text))
            list << word.toString();
        return list;
    };
    EXPECT_EQ(words(""), QStringList());
    EXPECT_EQ(words("A 4.5 mm  nodule,left"),
              (QStringList{"A", " ", "4", ".", "5", " ", "mm", "  ", "nodule", ",", "left"}));
    EXPECT_EQ(words(QString::fromUtf8("左肺有nodule。")),
              (QStringList{QString::fromUtf8("左"), QString::fromUtf8("肺"), QString::fromUtf8("有"), "nodule",
                           QString::fromUtf8("。")}));
    EXPECT_EQ(words(QString::fromUtf8("größer 𠀀𠀁")),
              (QStringList{QString::fromUtf8("größer"), " ", QString::fromUtf8("𠀀"), QString::fromUtf8("𠀁")}));
    EXPECT_EQ(words(QString::fromUtf8("e\u0301te\u0301 x")),
              (QStringList{QString::fromUtf8("e\u0301te\u0301"), " ", "x"}));
}

TEST(WordDiff, MarksTheWordsThatDiffer) {
    const std::vector<DiffPart> expected{{Kind::same, "There is a "}, {Kind::removed, "small"}, {Kind::added, "large"},
                                         {Kind::same, " nodule"},     {Kind::added, " here"},   {Kind::same, "."}};
    EXPECT_EQ(wordDiff("There is a small nodule.", "There is a large nodule here."), expected);
    EXPECT_TRUE(wordDiff("", "").empty());
    EXPECT_EQ(wordDiff("same", "same"), (std::vector<DiffPart>{{Kind::same, "same"}}));
    EXPECT_EQ(wordDiff("", "new"), (std::vector<DiffPart>{{Kind::added, "new"}}));
    EXPECT_EQ(wordDiff("old", ""), (std::vector<DiffPart>{{Kind::removed, "old"}}));
    const QString left = QString::fromUtf8("左肺结节"), right = QString::fromUtf8("右肺结节");
    EXPECT_EQ(wordDiff(left, right),
              (std::vector<DiffPart>{
                  {Kind::removed, left.left(1)}, {Kind::added, right.left(1)}, {Kind::same, left.mid(1)}}));
    // White space between two changed words is part of the change.
    EXPECT_EQ(wordDiff("a one two b", "a three four b"),
              (std::vector<DiffPart>{
                  {Kind::same, "a "}, {Kind::removed, "one two"}, {Kind::added, "three four"}, {Kind::same, " b"}}));
}

TEST(WordDiff, IsAsShortAsItCanBe) {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        // Words without white space, since white space may be counted with a change.
        const auto text = [&] {
            QString words;
            const int size = static_cast<int>(random() % 24), kinds = 2 + static_cast<int>(random() % 5);
            for (int i = 0; i < size; ++i)
                words += QChar(0x4e00 + static_cast<int>(random()) % kinds);
            return words;
        };
        const QString before = text(), after = text();
        ASSERT_EQ(check(before, after), fewestChanges(splitWords(before), splitWords(after)))
            << before.toStdString() << " " << after.toStdString();
    }
}

TEST(WordDiff, TurnsOneTextIntoTheOther) {
    std::mt19937 random(11);
    const QStringList pieces{
        "nodule", " ", "  ", "\n", "left", "right", ".", QString::fromUtf8("肺"), QString::fromUtf8("é"), "4"};
    for (int round = 0; round < 2000; ++round) {
        const auto text = [&] {
            QString words;
            const int size = static_cast<int>(random() % 40);
            for (int i = 0; i < size; ++i)
                words += pieces[static_cast<qsizetype>(random()) % pieces.size()];
            return words;
        };
        check(text(), text());
    }
}

TEST(WordDiff, EndsOnLongTextsThatHaveNothingInCommon) {
    QString before, after;
    for (int i = 0; i < 20'000; ++i) {
        before += QStringLiteral("a%1 ").arg(i);
        after += QStringLiteral("b%1\n").arg(i % 100 == 0 ? i : -i);
    }
    QElapsedTimer clock;
    clock.start();
    check(before, after);
    EXPECT_LT(clock.elapsed(), 60'000);
}

TEST(WordDiff, CanBeCancelled) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(wordDiff("a", "b", stop.get_token()), Cancelled);
}

}  // namespace
}  // namespace fleming::app
