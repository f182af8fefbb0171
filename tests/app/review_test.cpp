// Taxonomies, drafts of reviews and their JSON, and the time that a review takes.
#include "app/review/active_time.h"
#include "app/review/review_draft.h"
#include "app/review/review_json.h"
#include "app/review/review_queue.h"
#include "app/review/taxonomy.h"
#include "app/review/text_positions.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QSignalSpy>
#include <QTextCursor>
#include <QTextDocument>
#include <QTranslator>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>

namespace fleming::app {
namespace {

using Kind = ReviewDraft::Part::Kind;
using Missing = ReviewDraft::Missing;

const Reviewer kReviewer{"Dr. One", "R1"};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int upTo(int last) { return std::uniform_int_distribution<int>(0, last)(engine_); }
    double coordinate() { return std::uniform_real_distribution<double>(-5.0, 4000.0)(engine_); }
    std::string text() {
        static const std::vector<std::string> parts{"",   "nodule",     "左上肺结节", "🫁 ",
                                                    "\n", "\"quoted\"", "naïve",      " "};
        std::string text;
        for (int i = upTo(4); i-- > 0;)
            text += parts[static_cast<std::size_t>(upTo(static_cast<int>(parts.size()) - 1))];
        return text;
    }

private:
    std::mt19937 engine_;
};

Span randomSpan(Random& random) {
    const auto& labels = defaultTaxonomy().labels;
    Span span;
    span.passage = random.upTo(1) == 0 ? Passage::reasoning : Passage::answer;
    span.begin = static_cast<std::size_t>(random.upTo(100));
    span.end = span.begin + static_cast<std::size_t>(random.upTo(50));
    span.label = labels[static_cast<std::size_t>(random.upTo(static_cast<int>(labels.size()) - 1))].id;
    if (random.upTo(1) == 0) span.severity = static_cast<Severity>(random.upTo(2));
    span.note = random.text();
    return span;
}

Mark randomMark(Random& random) {
    return {1 + random.upTo(9),  static_cast<MarkShape>(random.upTo(2)),
            random.coordinate(), random.coordinate(),
            random.coordinate(), random.coordinate(),
            random.text()};
}

WrittenReview randomReview(Random& random) {
    WrittenReview written;
    Review& review = written.review;
    if (random.upTo(3) > 0) written.verdict = static_cast<Verdict>(random.upTo(3));
    review.verdict = written.verdict.value_or(review.verdict);
    if (random.upTo(1) == 0) review.confidence = 1 + random.upTo(4);
    review.comment = random.text();
    review.correctedAnswer = random.text();
    for (int i = random.upTo(3); i-- > 0;)
        review.tags.push_back(random.text());
    for (int i = random.upTo(4); i-- > 0;)
        review.spans.push_back(randomSpan(random));
    for (int i = random.upTo(4); i-- > 0;)
        review.marks.push_back(randomMark(random));
    std::set<std::pair<int, int>> links;
    for (int i = random.upTo(3); i-- > 0 && !review.spans.empty() && !review.marks.empty();) {
        links.emplace(random.upTo(static_cast<int>(review.spans.size()) - 1),
                      random.upTo(static_cast<int>(review.marks.size()) - 1));
    }
    review.links.assign(links.begin(), links.end());
    std::set<std::pair<int, std::int64_t>> measured;
    for (int i = random.upTo(3); i-- > 0 && !review.spans.empty();)
        measured.emplace(random.upTo(static_cast<int>(review.spans.size()) - 1), 5'000'000'000 + random.upTo(5));
    review.measured.assign(measured.begin(), measured.end());
    if (random.upTo(1) == 0) review.taxonomy = versionOf(defaultTaxonomy());
    review.reviewer = random.text();
    review.reviewerCode = random.text();
    review.reason = random.text();
    if (random.upTo(1) == 0) review.activeMs = random.upTo(100000);
    if (random.upTo(1) == 0) review.timeMs = 1'700'000'000'000 + random.upTo(100000);
    return written;
}

// --- taxonomy -------------------------------------------------------------------------------------------------------

TEST(ReviewTaxonomy, TheDefaultHasTheLabelsOfTheProgram) {
    std::vector<std::string> ids;
    for (const TaxonomyLabel& label : defaultTaxonomy().labels)
        ids.push_back(label.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"not-in-image", "missed", "wrong-location", "wrong-size", "wrong-modality",
                                             "unsupported-step", "contradiction", "right", "unsafe"}));
}

TEST(ReviewTaxonomy, TheNamesOfTheDefaultAreTranslatedByTheProgram) {
    class Shouting : public QTranslator {
        QString translate(const char*, const char* text, const char*, int) const override {
            return QString::fromUtf8(text).toUpper();
        }
        bool isEmpty() const override { return false; }
    };
    Shouting translator;
    QCoreApplication::installTranslator(&translator);
    for (const TaxonomyLabel& label : defaultTaxonomy().labels)
        EXPECT_EQ(shownName(label), QString::fromStdString(label.name).toUpper());
    EXPECT_EQ(shownName(TaxonomyLabel{"missed", "Nodule missed", {}}), "Nodule missed");
    QCoreApplication::removeTranslator(&translator);
    EXPECT_EQ(shownName(defaultTaxonomy(), "missed"), "Finding missed");
    EXPECT_EQ(shownName(defaultTaxonomy(), "of-another-version"), "of-another-version");
}

TEST(ReviewTaxonomy, ComesBackFromItsFile) {
    const TestFolder folder;
    const Taxonomy taxonomy{"Chest CT",
                            "2025-1",
                            {{"nodule", "Nodule missed", {{"de", "Rundherd übersehen"}, {"zh", "遗漏结节"}}},
                             {"side", "Wrong \"side\"", {}}}};
    const QString file = QString::fromStdString((folder / "labels.json").string());
    writeTaxonomy(file, taxonomy);
    EXPECT_EQ(readTaxonomy(file), taxonomy);
    EXPECT_EQ(taxonomyOf(versionOf(taxonomy)), taxonomy);
    EXPECT_EQ(versionOf(taxonomy), versionOf(readTaxonomy(file)));
    EXPECT_EQ(taxonomyOf({"Lost", "3", "{"}), (Taxonomy{"Lost", "3", {}}));
    EXPECT_EQ(codeOf([&] { readTaxonomy(file + "x"); }), "taxonomy.cannot_be_read");
    EXPECT_EQ(codeOf([&] { writeTaxonomy(file + "/x", taxonomy); }), "taxonomy.cannot_be_written");
}

TEST(ReviewTaxonomy, ShowsNamesInTheUsersLanguage) {
    const TaxonomyLabel label{"nodule", "Nodule missed", {{"de", "Rundherd"}, {"zh", "结节"}, {"zh_TW", "結節"}}};
    const QLocale before;
    for (const auto& [language, name] :
         {std::pair("de_AT", "Rundherd"), {"zh_CN", "结节"}, {"zh_TW", "結節"}, {"en_US", "Nodule missed"}}) {
        QLocale::setDefault(QLocale(QLatin1String(language)));
        EXPECT_EQ(shownName(label), QString::fromUtf8(name));
    }
    QLocale::setDefault(before);
}

TEST(ReviewTaxonomy, SaysWhatIsWrongWithAFile) {
    const std::pair<const char*, const char*> faults[] = {
        {"", "taxonomy.malformed"},
        {"[]", "taxonomy.malformed"},
        {R"({"name": "A",)", "taxonomy.malformed"},
        {R"({"version": "1", "labels": [{"id": "a", "name": "A"}]})", "taxonomy.no_name"},
        {R"({"name": "A", "version": 1, "labels": [{"id": "a", "name": "A"}]})", "taxonomy.no_version"},
        {R"({"name": "A", "version": "1"})", "taxonomy.no_labels"},
        {R"({"name": "A", "version": "1", "labels": {}})", "taxonomy.no_labels"},
        {R"({"name": "A", "version": "1", "labels": [{"id": "a"}]})", "taxonomy.bad_label"},
        {R"({"name": "A", "version": "1", "labels": ["a"]})", "taxonomy.bad_label"},
        {R"({"name": "A", "version": "1", "labels": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]})",
         "taxonomy.repeated_label"}};
    for (const auto& [json, code] : faults)
        EXPECT_EQ(codeOf([json = json] { taxonomyFromJson(json); }), code) << json;
}

// --- JSON -----------------------------------------------------------------------------------------------------------

TEST(ReviewJson, RandomReviewsComeBack) {
    Random random(1);
    for (int i = 0; i < 500; ++i) {
        const WrittenReview written = randomReview(random);
        const QByteArray bytes = QJsonDocument(toJson(written)).toJson();
        EXPECT_EQ(reviewFromJson(QJsonDocument::fromJson(bytes).object()), written) << bytes.toStdString();
    }
}

TEST(ReviewJson, RefusesUnknownWords) {
    EXPECT_EQ(codeOf([] { reviewFromJson({{"verdict", "splendid"}}); }), "session.unknown_value");
}

// --- drafts ---------------------------------------------------------------------------------------------------------

TEST(ReviewDraft, BeginsEmptyOrWithTheStoredReview) {
    ReviewDraft draft;
    QSignalSpy changed(&draft, &ReviewDraft::changed);
    draft.begin(kReviewer, defaultTaxonomy(), {});
    EXPECT_FALSE(draft.isDirty());
    EXPECT_FALSE(draft.verdict());
    EXPECT_EQ(draft.missing(), std::vector{Missing::verdict});
    draft.setVerdict(Verdict::cannotJudge);  // also the verdict of an empty Review
    EXPECT_TRUE(draft.isDirty());
    EXPECT_TRUE(draft.missing().empty());
    EXPECT_EQ(draft.review().reviewer, "Dr. One");
    EXPECT_EQ(draft.review().reviewerCode, "R1");
    EXPECT_EQ(draft.review().taxonomy, versionOf(defaultTaxonomy()));
    EXPECT_EQ(changed.count(), 2);

    Review stored = testReview(Verdict::wrong, "no", "Dr. Uno");
    stored.reviewerCode = "R1";
    stored.reason = "first reason";
    stored.activeMs = 5000;
    draft.begin(kReviewer, defaultTaxonomy(), stored);
    EXPECT_FALSE(draft.isDirty());
    EXPECT_EQ(draft.verdict(), Verdict::wrong);
    EXPECT_EQ(draft.review().comment, "no");
    EXPECT_EQ(draft.review().reviewer, "Dr. One");
    EXPECT_EQ(draft.review().activeMs, 5000);
    draft.setComment("yes");
    EXPECT_TRUE(draft.isDirty());
    EXPECT_EQ(draft.missing(), std::vector{Missing::reason});
    draft.setReason("read again");
    EXPECT_TRUE(draft.missing().empty());
    const Review second = draft.review();
    draft.setStored(second);
    EXPECT_FALSE(draft.isDirty());
    EXPECT_TRUE(draft.review().reason.empty());
    draft.setVerdict(Verdict::correct);
    draft.discard();
    EXPECT_EQ(draft.verdict(), Verdict::wrong);
    EXPECT_FALSE(draft.isDirty());
}

TEST(ReviewDraft, AsksWhoReviews) {
    ReviewDraft draft;
    draft.begin({}, defaultTaxonomy(), {});
    draft.setVerdict(Verdict::correct);
    EXPECT_EQ(draft.missing(), std::vector{Missing::reviewer});
    draft.begin({"", "R2"}, defaultTaxonomy(), {});
    draft.setVerdict(Verdict::correct);
    EXPECT_TRUE(draft.missing().empty());
}

TEST(ReviewDraft, RestoresWhatWasWritten) {
    Random random(2);
    for (int i = 0; i < 100; ++i) {
        WrittenReview written = randomReview(random);
        written.review.taxonomy = versionOf(defaultTaxonomy());
        written.review.timeMs = 0;
        written.review.activeMs = 7;
        written.review.reviewer = "Dr. One";
        written.review.reviewerCode = "R1";
        ReviewDraft draft([] { return 0; });
        draft.begin(kReviewer, defaultTaxonomy(), {});
        draft.restore(written);
        EXPECT_EQ(draft.written(), written);
    }
}

// Removes and adds parts at random, and compares the links with those of parts that have names of their own.
TEST(ReviewDraft, KeepsLinksWithTheirParts) {
    Random random(3);
    ReviewDraft draft;
    draft.begin(kReviewer, defaultTaxonomy(), {});
    std::vector<std::string> spans, marks;
    std::set<std::pair<std::string, std::string>> links;
    std::map<std::string, std::vector<std::int64_t>> measured;  // by span
    const auto anyOf = [&](const auto& list) { return random.upTo(static_cast<int>(list.size()) - 1); };
    for (int step = 0; step < 3000; ++step) {
        const std::string name = std::to_string(step);
        switch (random.upTo(6)) {
            case 0:
                if (spans.size() > 8) break;
                EXPECT_EQ(draft.addSpan({Passage::answer, 0, 1, "missed", {}, name}), static_cast<int>(spans.size()));
                spans.push_back(name);
                break;
            case 1:
                if (marks.size() > 8) break;
                EXPECT_EQ(draft.addMark({1, MarkShape::box, 0, 0, 1, 1, name}), static_cast<int>(marks.size()));
                marks.push_back(name);
                break;
            case 2:
                if (!spans.empty()) {
                    const int index = anyOf(spans);
                    std::erase_if(links, [&](auto& link) { return link.first == spans[std::size_t(index)]; });
                    measured.erase(spans[std::size_t(index)]);
                    spans.erase(spans.begin() + index);
                    draft.removeSpan(index);
                }
                break;
            case 3:
                if (!marks.empty()) {
                    const int index = anyOf(marks);
                    std::erase_if(links, [&](auto& link) { return link.second == marks[std::size_t(index)]; });
                    marks.erase(marks.begin() + index);
                    draft.removeMark(index);
                }
                break;
            case 4:
                if (!spans.empty()) {
                    const int span = anyOf(spans);
                    std::set<std::int64_t> ids;
                    for (int i = random.upTo(3); i-- > 0;)
                        ids.insert(random.upTo(9));
                    draft.setMeasured(span, {ids.rbegin(), ids.rend()});
                    measured[spans[std::size_t(span)]].assign(ids.begin(), ids.end());
                    if (ids.empty()) measured.erase(spans[std::size_t(span)]);
                }
                break;
            default:
                if (!spans.empty() && !marks.empty()) {
                    const int span = anyOf(spans);
                    const int mark = anyOf(marks);
                    const std::pair names(spans[std::size_t(span)], marks[std::size_t(mark)]);
                    if (random.upTo(3) == 0) {
                        draft.unlink(span, mark);
                        links.erase(names);
                    } else {
                        draft.link(span, mark);
                        links.insert(names);
                    }
                }
        }
        const Review review = draft.review();
        ASSERT_TRUE(std::ranges::is_sorted(review.links));
        std::set<std::pair<std::string, std::string>> named;
        for (const auto& [span, mark] : review.links)
            named.emplace(review.spans.at(std::size_t(span)).note, review.marks.at(std::size_t(mark)).note);
        ASSERT_EQ(named, links);
        ASSERT_EQ(review.links.size(), links.size());
        ASSERT_TRUE(std::ranges::is_sorted(review.measured));
        std::map<std::string, std::vector<std::int64_t>> tied;
        for (const auto& [span, id] : review.measured)
            tied[review.spans.at(std::size_t(span)).note].push_back(id);
        ASSERT_EQ(tied, measured);
    }
}

TEST(ReviewDraft, LightsUpWhatBelongsTogether) {
    ReviewDraft draft;
    draft.begin(kReviewer, defaultTaxonomy(), {});
    for (int i = 0; i < 3; ++i) {
        draft.addSpan({Passage::answer, 0, 1, "missed", {}, ""});
        draft.addMark({1, MarkShape::box, 0, 0, 1, 1, ""});
    }
    draft.link(0, 2);
    draft.link(1, 2);
    QSignalSpy pointed(&draft, &ReviewDraft::pointedChanged);
    using Parts = std::set<ReviewDraft::Part>;
    draft.setHovered({{Kind::span, 0}});
    EXPECT_EQ(draft.lit(), (Parts{{Kind::span, 0}, {Kind::mark, 2}}));
    draft.setHovered({{Kind::mark, 2}});
    EXPECT_EQ(draft.lit(), (Parts{{Kind::span, 0}, {Kind::span, 1}, {Kind::mark, 2}}));
    draft.setHovered({});
    draft.setSelected({{Kind::span, 1}});
    EXPECT_EQ(draft.lit(), (Parts{{Kind::span, 1}, {Kind::mark, 2}}));
    draft.setSelected({{Kind::span, 1}});
    EXPECT_EQ(pointed.count(), 4);
    draft.removeSpan(0);
    EXPECT_EQ(draft.selected(), (ReviewDraft::Part{Kind::span, 0}));
    EXPECT_EQ(draft.lit(), (Parts{{Kind::span, 0}, {Kind::mark, 2}}));
    draft.removeSpan(0);
    EXPECT_FALSE(draft.selected());
    EXPECT_TRUE(draft.lit().empty());
}

TEST(ReviewDraft, PutsBackWhatWasRemoved) {
    ReviewDraft draft;
    draft.addSpan({Passage::answer, 0, 3, "missed", {}, ""});
    draft.addSpan({Passage::answer, 4, 9, "size", {}, ""});
    draft.addMark({1, MarkShape::box, 1, 1, 5, 5, "note"});
    draft.link(0, 0);
    draft.link(1, 0);
    draft.setMeasured(0, {7, 5});
    draft.setMeasured(1, {5});
    EXPECT_FALSE(draft.canUndoRemoval());
    const Review whole = draft.review();
    draft.removeSpan(0);
    EXPECT_EQ(draft.review().measured, (std::vector<std::pair<int, std::int64_t>>{{0, 5}}));
    draft.removeMark(0);
    draft.setComment("stays");
    draft.undoRemoval();
    draft.undoRemoval();
    EXPECT_EQ(draft.spans(), whole.spans);
    EXPECT_EQ(draft.marks(), whole.marks);
    EXPECT_EQ(draft.review().links, whole.links);
    EXPECT_EQ(draft.review().measured, whole.measured);
    EXPECT_EQ(whole.measured, (std::vector<std::pair<int, std::int64_t>>{{0, 5}, {0, 7}, {1, 5}}));
    EXPECT_EQ(draft.review().comment, "stays");
    EXPECT_FALSE(draft.canUndoRemoval());
    draft.removeSpan(1);
    draft.addSpan({Passage::answer, 5, 9, "size", {}, ""});  // put back later, it would overwrite this one
    EXPECT_FALSE(draft.canUndoRemoval());
}

TEST(ReviewDraft, KeepsTheLabelsOfItsSpans) {
    const Taxonomy other{"Other", "1", {{"nodule", "Nodule", {}}}};
    ReviewDraft draft;
    draft.begin(kReviewer, other, {});
    draft.addSpan({Passage::answer, 0, 1, "nodule", {}, ""});
    const Review stored = draft.review();
    EXPECT_EQ(stored.taxonomy, versionOf(other));
    draft.begin(kReviewer, defaultTaxonomy(), stored);
    EXPECT_EQ(draft.taxonomy(), other);  // the default has no label "nodule"
    draft.removeSpan(0);
    draft.setTaxonomy(defaultTaxonomy());
    EXPECT_EQ(draft.review().taxonomy, versionOf(defaultTaxonomy()));
    draft.addSpan({Passage::answer, 0, 1, "missed", {}, ""});
    draft.setTaxonomy(other);
    EXPECT_EQ(draft.taxonomy(), defaultTaxonomy());
}

// --- time -----------------------------------------------------------------------------------------------------------

TEST(ReviewTime, LeavesPausesOut) {
    std::int64_t now = 1000;
    ActiveTime time([&] { return now; });
    now += 5000;
    EXPECT_EQ(time.totalMs(), 0);  // no input yet
    time.act();
    now += 10'000;
    time.act();
    now += 29'000;
    EXPECT_EQ(time.totalMs(), 39'000);
    now += 600'000;
    EXPECT_EQ(time.totalMs(), 40'000);  // active for 30 s after the last input
    time.act();
    now += 4000;
    time.pause();
    now += 20'000;
    EXPECT_EQ(time.totalMs(), 44'000);
    time.act();
    now += 1000;
    EXPECT_EQ(time.totalMs(), 45'000);
    time.reset(7);
    now += 1000;
    EXPECT_EQ(time.totalMs(), 7);
}

TEST(ReviewTime, IsPartOfTheReview) {
    std::int64_t now = 0;
    ReviewDraft draft([&] { return now; });
    draft.begin(kReviewer, defaultTaxonomy(), {});
    draft.act();
    now += 3000;
    draft.setVerdict(Verdict::correct);
    now += 2000;
    draft.pause();
    now += 9000;
    EXPECT_EQ(draft.review().activeMs, 5000);
}

// --- places in a text -----------------------------------------------------------------------------------------------

TEST(TextPositions, CountBytesOfUtf8) {
    // Characters of 1, 2, 3 and 4 bytes; an emoji of several characters; marks of Markdown.
    const std::string text = "**Nodule** 左上肺 ü\r\n- 🫁👩🏽‍⚕️ end";
    const TextPositions positions(text);
    EXPECT_EQ(positions.text(), QString::fromStdString(text).replace("\r\n", "\n"));
    EXPECT_EQ(positions.byteAt(0), 0U);
    EXPECT_EQ(positions.byteAt(2), 2U);
    for (const char* part : {"Nodule", "左上肺", "上", "ü", "🫁", "👩🏽‍⚕️", "end", "**", "- "}) {
        const QString shown = QString::fromUtf8(part);
        const qsizetype begin = positions.text().indexOf(shown);
        ASSERT_GE(begin, 0) << part;
        const std::size_t first = positions.byteAt(begin);
        const std::size_t end = positions.byteAt(begin + shown.size());
        EXPECT_EQ(text.substr(first, end - first), part);
        EXPECT_EQ(positions.positionAt(first), begin);
        EXPECT_EQ(positions.positionAt(end), begin + shown.size());
    }
    EXPECT_EQ(positions.byteAt(1000), text.size());
    EXPECT_EQ(positions.byteAt(-1), 0U);
    EXPECT_EQ(positions.positionAt(1000), positions.text().size());
    EXPECT_EQ(positions.positionAt(12), 11);  // inside the first Chinese character
    const qsizetype lungs = positions.text().indexOf(QString::fromUtf8("🫁"));
    EXPECT_EQ(positions.byteAt(lungs), positions.byteAt(lungs + 1));  // between the halves of a surrogate pair
}

TEST(TextPositions, AreThoseOfRandomTexts) {
    Random random(4);
    const std::vector<std::string> characters{"a",  " ",    "\n",   "\r\n",     "\r",    "é",
                                              "肺", "🫁", "\xff", "\xe8\x82", "\u2029"};
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (int n = random.upTo(30); n-- > 0;)
            text += characters[static_cast<std::size_t>(random.upTo(static_cast<int>(characters.size()) - 1))];
        const TextPositions positions(text);
        QTextDocument document;
        QTextCursor(&document).insertText(QString::fromStdString(text));
        EXPECT_EQ(positions.text(), document.toRawText().replace(QChar::ParagraphSeparator, u'\n'));
        for (qsizetype at = 0; at <= positions.text().size(); ++at) {
            const std::size_t byte = positions.byteAt(at);
            ASSERT_LE(byte, text.size());
            const bool isLowHalf = at < positions.text().size() && positions.text()[at].isLowSurrogate();
            EXPECT_EQ(positions.positionAt(byte), isLowHalf ? at - 1 : at);
        }
    }
}

// --- the queue ------------------------------------------------------------------------------------------------------

TEST(ReviewQueue, GoesToTheAnswersWithoutAReview) {
    std::vector<Exchange> exchanges(5);
    for (std::size_t i = 0; i < exchanges.size(); ++i) {
        exchanges[i].id = static_cast<std::int64_t>(i) + 10;
        exchanges[i].state = ExchangeState::done;
        exchanges[i].answer.text = "An answer";
    }
    exchanges[1].state = ExchangeState::failed;
    exchanges[4].state = ExchangeState::interrupted;
    EXPECT_EQ(progressOf(exchanges, kReviewer), (ReviewProgress{0, 4}));
    const auto next = [&](std::int64_t from) { return findUnreviewed(exchanges, kReviewer, from, Direction::next); };
    const auto previous = [&](std::int64_t from) {
        return findUnreviewed(exchanges, kReviewer, from, Direction::previous);
    };
    EXPECT_EQ(next(0), 10);
    EXPECT_EQ(next(10), 12);
    EXPECT_EQ(next(14), 10);
    EXPECT_EQ(previous(0), 14);
    EXPECT_EQ(previous(12), 10);
    EXPECT_EQ(previous(10), 14);
    Review review = testReview(Verdict::correct, {}, "Dr. One");
    review.reviewerCode = "R1";
    exchanges[2].reviews = {review};
    EXPECT_EQ(next(10), 13);
    EXPECT_EQ(progressOf(exchanges, kReviewer), (ReviewProgress{1, 4}));
    EXPECT_EQ(progressOf(exchanges, {"Dr. Two", "R2"}), (ReviewProgress{0, 4}));
    for (Exchange& exchange : exchanges)
        exchange.reviews = {review};
    EXPECT_FALSE(next(10));
    EXPECT_FALSE(findUnreviewed({}, kReviewer, 0, Direction::next));
    exchanges[3].reviews.clear();
    EXPECT_EQ(next(13), 13);  // the only one
}

}  // namespace
}  // namespace fleming::app
