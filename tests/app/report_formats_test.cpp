// What the reports as PDF, web page and Markdown say alike, and the markup of the last two.
#include "app/export/captions.h"
#include "app/export/html/html_exporter.h"
#include "app/export/md/md_exporter.h"
#include "app/export/md/md_text.h"
#include "app/export/pdf/report_document.h"
#include "app/export/reported_measurement.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QBuffer>
#include <QTextDocument>
#include <QUrl>

#include <gtest/gtest.h>
#include <random>
#include <string_view>

namespace fleming::app {
namespace {

std::string written(const Exporter& exporter, const SessionSnapshot& session) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    exporter.writeFile(session, {}, buffer, [](double) {}, {});
    return buffer.data().toStdString();
}

/// Returns the text of a report in each of the three formats, by its name.
std::vector<std::pair<const char*, std::string>> reportsOf(const SessionSnapshot& session) {
    return {{"pdf", makeReportDocument(session, 670)->toPlainText().toStdString()},
            {"html", written(kHtmlExporter, session)},
            {"md", written(kMdExporter, session)}};
}

void expectAllHave(const SessionSnapshot& session, std::initializer_list<const char*> parts) {
    for (const auto& [name, text] : reportsOf(session)) {
        for (const char* part : parts)
            EXPECT_NE(text.find(part), std::string::npos) << part << " in " << name << "\n" << text;
    }
}

int countOf(const std::string& text, const std::string& part) {
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

Exchange exchangeOf(std::int64_t id, std::int64_t conversation, std::int64_t follows) {
    Exchange exchange = makeExchange(conversation, testQuestion("Is it " + std::to_string(id), 0), testModel());
    exchange.id = id;
    exchange.follows = follows;
    exchange.answer.text = "<think>A dense spot.</think><answer>A large nodule.</answer>";
    exchange.answer.reasoning = "A dense spot.";
    exchange.answer.finalAnswer = "A large nodule.";
    exchange.state = ExchangeState::done;
    return exchange;
}

SessionSnapshot reviewedSession() {
    Exchange exchange = exchangeOf(1, 1, 0);
    exchange.evidence = {testFrame(0, 64, 48), testFrame(1, 64, 48)};
    Review review = testReview(Verdict::wrong, "one\ntwo", "Dr. A", 2);
    review.spans = {{Passage::answer, 2, 14, "wrong-size", Severity::severe, "note of a span"},
                    {Passage::reasoning, 2, 12, "right", {}, {}}};
    review.marks = {{2, MarkShape::box, 10, 10, 30, 30, "note of a mark"}, {1, MarkShape::arrow, 1, 1, 9, 9, {}}};
    review.links = {{0, 0}, {0, 1}, {1, 0}};
    exchange.reviews = {testReview(Verdict::correct, "first thought", "Dr. A", 1), review,
                        testReview(Verdict::correct, "of another", "Dr. B", 3)};
    SessionSnapshot session;
    session.exchanges = {exchange};
    return session;
}

TEST(ReportFormats, ListSpansAndMarksWithWhatTheyAreTiedTo) {
    expectAllHave(reviewedSession(), {"M1", "box on Image-2 · note of a mark", "tied to spans 1, 2", "M2",
                                      "arrow on Image-1", "tied to span 1", "severe · note of a span", "“large nodule”",
                                      "“dense spot” in the reasoning", "tied to M1, M2", "tied to M1"});
}

TEST(ReportFormats, HaveTheWholeAnswerAndWhatItWasMadeWith) {
    SessionSnapshot session = reviewedSession();
    Exchange& exchange = session.exchanges[0];
    exchange.modelDescription = "It knows only drawn studies.";
    exchange.systemText = "Be brief.";
    exchange.answer.promptTokens = 300;
    exchange.answer.imageTokens = 200;
    expectAllHave(session,
                  {"System prompt: Be brief.", "reasoning prompt", "300 prompt tokens, including 200 image tokens",
                   exchange.modelSha256.c_str(), exchange.evidence[1].provenance.pixelsSha256.c_str(),
                   "For research use only.", "first thought", "of another"});
    for (const auto& [name, text] : reportsOf(session)) {
        EXPECT_EQ(countOf(text, exchange.modelDescription), 2) << name;           // at the top and with the answer
        EXPECT_LT(text.find("note of a mark"), text.find("of another")) << name;  // oldest first
        EXPECT_LT(text.find("of another"), text.find("first thought")) << name;   // it no longer counts
        EXPECT_EQ(countOf(text, exchange.evidence[0].provenance.seriesUid), 1) << name;
    }
}

TEST(ReportFormats, CountReviewsAndQuestionsWithoutThem) {
    SessionSnapshot session = reviewedSession();
    session.exchanges.push_back(exchangeOf(2, 1, 1));
    expectAllHave(session, {"Questions: 2 · Questions without a review: 1 · Reviews: 2 (correct: 1, wrong: 1)"});
}

TEST(ReportFormats, NameConversationsAndBranches) {
    SessionSnapshot session;
    session.exchanges = {exchangeOf(1, 7, 0), exchangeOf(2, 7, 1), exchangeOf(3, 7, 1), exchangeOf(4, 7, 0)};
    for (const auto& [name, text] : reportsOf(session))
        EXPECT_EQ(text.find("conversation"), std::string::npos) << name;
    expectAllHave(session, {"follow-up to question 1, another branch of question 2", "another branch of question 1"});
    session.exchanges.push_back(exchangeOf(5, 9, 0));
    expectAllHave(session, {"conversation 1, another branch of question 1", "conversation 2"});
    for (const auto& [name, text] : reportsOf(session))
        EXPECT_EQ(countOf(text, "another branch"), 2) << name;
}

TEST(ReportFormats, CutLongQuestionsInTheContents) {
    SessionSnapshot session;
    session.exchanges = {exchangeOf(1, 1, 0), exchangeOf(2, 1, 1)};
    for (int i = 0; i < 300; ++i)
        session.exchanges[1].question += " and so on";
    const std::string whole = session.exchanges[1].question;
    for (const auto& [name, text] : reportsOf(session)) {
        EXPECT_EQ(countOf(text, whole), 1) << name;
        EXPECT_NE(text.find("…"), std::string::npos) << name;
    }
}

TEST(ReportFormats, SayOnceWhatAllImagesShare) {
    std::vector<viewer::Frame> evidence{testFrame(0), testFrame(1)};
    evidence[0].provenance.file = evidence[1].provenance.file = "/scans/a.dcm";
    QStringList lines = sourceLines(evidence, 3);
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("All images: /scans/a.dcm; "))) << lines[0].toStdString();
    EXPECT_TRUE(lines[2].startsWith(QStringLiteral("Image-4: "))) << lines[2].toStdString();
    EXPECT_FALSE(lines[2].contains(QStringLiteral("a.dcm")));
    evidence.resize(1);
    lines = sourceLines(evidence, 3);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Image-3: /scans/a.dcm; "))) << lines[0].toStdString();
}

/// A follow-up without images of its own, whose review marks an image of the question before it.
SessionSnapshot followUpWithMark() {
    SessionSnapshot session;
    Exchange first = exchangeOf(4, 1, 0), second = exchangeOf(7, 1, 4), branch = exchangeOf(9, 1, 0);
    first.evidence = {testFrame(0, 64, 48), testFrame(1, 64, 48)};
    second.firstImage = 3;
    second.answer.finalAnswer = "Image-1 shows it, Image-2 does not.";
    second.answer.text = "<answer>" + second.answer.finalAnswer + "</answer>";
    Review review = testReview(Verdict::wrong, "", "Dr. A", 2);
    review.spans = {{Passage::answer, 0, 7, "right", {}, {}}};
    review.marks = {{2, MarkShape::box, 10, 10, 30, 30, "here"}};
    review.links = {{0, 0}};
    second.reviews = {review};
    branch.evidence = {testFrame(2, 64, 48)};  // has another Image-1
    session.exchanges = {first, second, branch};
    return session;
}

TEST(ReportFormats, ShowTheImagesOfEarlierQuestionsThatAReviewMarks) {
    const SessionSnapshot session = followUpWithMark();
    const QString label = QStringLiteral("Marked images of earlier questions");
    for (const auto& [name, text] : reportsOf(session)) {
        const QString report = QString::fromStdString(text);  // the PDF has labels in capitals
        const qsizetype at = report.indexOf(label, 0, Qt::CaseInsensitive);
        ASSERT_GE(at, 0) << name;
        EXPECT_GT(report.indexOf(QLatin1String("Image-2"), at), at) << name;
        EXPECT_EQ(report.count(label, Qt::CaseInsensitive), 1) << name;
    }
    const std::string html = written(kHtmlExporter, session);
    EXPECT_EQ(countOf(html, "id=\"q4-i1\""), 1);
    EXPECT_EQ(countOf(html, "id=\"q7-i1\""), 0);  // nobody marked it
    EXPECT_EQ(countOf(html, "id=\"q7-i2\""), 1);
    EXPECT_EQ(countOf(html, "href=\"#q4-i1\""), 1);  // the answer refers to both
    EXPECT_EQ(countOf(html, "href=\"#q7-i2\""), 1);
    EXPECT_NE(html.find("<rect", html.find("id=\"q7-i2\"")), std::string::npos);
    // Only what is in the report can be shown.
    SessionSnapshot part = session;
    part.exchanges.erase(part.exchanges.begin());
    for (const auto& [name, text] : reportsOf(part))
        EXPECT_FALSE(QString::fromStdString(text).contains(label, Qt::CaseInsensitive)) << name;
    EXPECT_EQ(countOf(written(kHtmlExporter, part), "href=\"#q4"), 0);
}

/// A session with a length on Image-2, an ellipse on another slice and a polygon that is not on a stored slice.
SessionSnapshot measuredSession() {
    SessionSnapshot session = reviewedSession();
    Exchange& exchange = session.exchanges[0];
    for (int i = 0; i < 2; ++i) {
        viewer::Provenance& image = exchange.evidence[static_cast<std::size_t>(i)].provenance;
        image.stored = viewer::StoredImage{{"1.2.3", "1.2.3." + std::to_string(i), 0}, false, false, false};
        image.width = 64;
        image.height = 48;
    }
    RecordedMeasurement length;
    length.id = 1;
    length.name = "M1";
    length.note = "short <axis>";
    length.colour = {0xff, 0xd6, 0x40};
    length.roi = {viewer::RoiShape::length, {}, {{0, 0}, {3, 4}}};
    length.measured.lengthMm = 12.34;
    length.measured.calibration.source = viewer::CalibrationSource::detector;
    length.source = exchange.evidence[1].provenance;
    length.pixels = {{10, 20}, {40, 20}};
    RecordedMeasurement ellipse = length, polygon = length;
    ellipse.id = 2;
    ellipse.name = "Liver";
    ellipse.roi.shape = viewer::RoiShape::ellipse;
    ellipse.measured = {};
    ellipse.measured.areaMm2 = 99.5;
    ellipse.measured.statistics = viewer::RoiStatistics{9, -5, 80, 41.5, 3.25, 40, 300};
    ellipse.measured.unit = "HU";
    ellipse.measured.calibration.source = viewer::CalibrationSource::patient;
    ellipse.source.stored->object.sopInstanceUid = "1.2.3.9";
    ellipse.source.index = 17;
    polygon.id = 5;
    polygon.name = "M5";
    polygon.roi = {viewer::RoiShape::polygon, {}, {{0, 0}, {3, 4}, {0, 4}}};
    polygon.measured = {};
    polygon.source.stored.reset();
    polygon.source.oblique.emplace();
    polygon.pixels.clear();
    session.measurements = {length, ellipse, polygon};
    exchange.reviews[1].measured = {{0, 1}, {0, 2}, {1, 2}};
    return session;
}

TEST(ReportFormats, ListTheMeasurements) {
    const SessionSnapshot session = measuredSession();
    expectAllHave(session,
                  {"Measurements", "M1", "Length", "12.3 mm", "Liver", "Ellipse", "99.5 mm²", "Mean 41.5, SD 3.25 HU",
                   "Min -5, max 80 HU", "Slice 18 of 99", "M5", "Polygon", "Oblique plane",
                   "tied to measurements M1 (12.3 mm), Liver (99.5 mm²)", "tied to measurement Liver (99.5 mm²)"});
    EXPECT_NE(written(kHtmlExporter, session).find("<span>Length · 12.3 mm · at the detector</span>"),
              std::string::npos);
    EXPECT_NE(written(kMdExporter, session).find("Length · 12.3 mm, at the detector · "), std::string::npos);
    for (const auto& [name, text] : reportsOf(session)) {
        EXPECT_EQ(countOf(text, "short <axis>") + countOf(text, "short &lt;axis&gt;") + countOf(text, "short \\<axis>"),
                  3)
            << name;
        EXPECT_LT(text.find("of another"), text.rfind("Liver")) << name;  // after the questions
    }
    for (const auto& [name, text] : reportsOf(reviewedSession()))
        EXPECT_EQ(text.find("Measurements"), std::string::npos) << name;
}

TEST(ReportFormats, NameTheImagesThatShowAMeasurement) {
    SessionSnapshot session = measuredSession();
    const std::string one = written(kMdExporter, session);
    EXPECT_NE(one.find("mm, Image-2\n"), std::string::npos) << one;
    EXPECT_EQ(countOf(one, "Image-2\n"), 1) << one;  // the ellipse is on no image, the polygon on no slice
    Exchange again = exchangeOf(2, 1, 1);
    again.firstImage = 3;
    again.evidence = {session.exchanges[0].evidence[1]};
    session.exchanges.push_back(again);
    expectAllHave(session, {"Image-2 of question 1", "Image-3 of question 2"});
    EXPECT_NE(written(kHtmlExporter, session).find("<a href=\"#q2-i3\">Image-3 of question 2</a>"), std::string::npos);
}

TEST(ReportFormats, SayThatASliceWithoutAStoredImageIsShownByItsFileAndIndex) {
    RecordedMeasurement measurement = measuredSession().measurements[0];
    measurement.source.stored.reset();
    viewer::Provenance image = measurement.source;
    EXPECT_TRUE(showsSliceOf(image, measurement));
    image.index += 1;
    EXPECT_FALSE(showsSliceOf(image, measurement));
    image = measurement.source;
    image.seriesUid = "1.2.840.2";
    EXPECT_FALSE(showsSliceOf(image, measurement));
    image.seriesUid = measurement.source.seriesUid = "";
    EXPECT_TRUE(showsSliceOf(image, measurement));
    image.slab.emplace();
    EXPECT_FALSE(showsSliceOf(image, measurement));
    image.slab.reset();
    image.file = measurement.source.file = "";  // removed
    EXPECT_FALSE(showsSliceOf(image, measurement));
}

TEST(HtmlReport, DrawsMeasurementsOnTheirSlice) {
    const std::string html = written(kHtmlExporter, measuredSession());
    const std::string line =
        "<path d=\"M10.5 20.5L40.5 20.5\" class=\"m\" style=\"--mark:#ffd640\" data-of=\"m1 q1r0s0\">"
        "<title>M1 (12.3 mm)</title></path>";
    EXPECT_EQ(countOf(html, line), 1) << html.substr(html.find("<svg"), 3000);
    EXPECT_GT(html.find(line), html.find("id=\"q1-i2\""));
    EXPECT_EQ(countOf(html, "class=\"m\" style=\"--mark:#ffd640\" data-of"), 1);
    EXPECT_EQ(countOf(html, "data-of=\"m1\""), 1);  // in the list
    EXPECT_EQ(countOf(html, "<section"), countOf(html, "</section>"));
}

TEST(PdfReport, DrawsMeasurementsOnTheirSlice) {
    const auto document = makeReportDocument(measuredSession(), 670);
    const auto countYellow = [&](const char* picture) {
        const QImage image = document->resource(QTextDocument::ImageResource, QUrl(picture)).value<QImage>();
        EXPECT_FALSE(image.isNull());
        int count = 0;
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, image.height() * 205 / 480) == QColor(0xff, 0xd6, 0x40) ? 1 : 0;
        return count / static_cast<double>(image.width());
    };
    EXPECT_NEAR(countYellow("picture:2"), 30.0 / 64, 0.03);
    EXPECT_LT(countYellow("picture:1"), 0.03);
}

TEST(HtmlReport, ShowsTheNamesOfMarksBesideThem) {
    SessionSnapshot session = reviewedSession();
    session.exchanges[0].reviews[1].reviewerCode = "R<1";
    const std::string html = written(kHtmlExporter, session);
    EXPECT_EQ(countOf(html, "<text "), 2);
    EXPECT_NE(html.find(">R&lt;1: M1</text>"), std::string::npos);
    EXPECT_EQ(countOf(html, "<sup class=\"c0\">1</sup>"), 1);
    EXPECT_NE(html.find("<p class=\"comment\">one\ntwo</p>"), std::string::npos);
    EXPECT_NE(html.find(".comment { margin: .3rem 0; white-space: pre-wrap; }"), std::string::npos);
}

TEST(MdReport, ListsItsContents) {
    SessionSnapshot session;
    session.exchanges = {exchangeOf(1, 1, 0), exchangeOf(2, 1, 1)};
    session.exchanges[1].question = "Is *this* [it]?";
    const std::string md = written(kMdExporter, session);
    EXPECT_NE(md.find("\n2. [Is \\*this\\* \\[it\\]?](#q2) (not reviewed)\n"), std::string::npos) << md;
    EXPECT_NE(md.find("\n## <a id=\"q2\"></a>Question 2\n"), std::string::npos) << md;
}

TEST(MdText, EscapesOnlyMarkup) {
    // As it is.
    for (const char* text : {"T+00:08:47", "a_b, 3 < 5 & 7 > 4, ~5 mm", "(x) = {y} | $z ^ \"q\" 'r' @s #5 - 2.",
                             "-5 HU", "+49", "1.5 cm", "2024", "C:\\dir", "R&D", "a - b", "=1+1"})
        EXPECT_EQ(mdLine(QString::fromUtf8(text)).toStdString(), text);
    const std::vector<std::pair<const char*, const char*>> escapes{{"*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"},
                                                                   {"[a](b)", "\\[a\\](b)"},
                                                                   {"<b> &amp; &#65;", "\\<b> \\&amp; \\&#65;"},
                                                                   {"~~no~~", "~\\~no\\~\\~"},
                                                                   {"# a", "\\# a"},
                                                                   {"> a", "\\> a"},
                                                                   {"- a", "\\- a"},
                                                                   {"+ a", "\\+ a"},
                                                                   {"---", "\\---"},
                                                                   {"===", "\\==="},
                                                                   {"~~~", "\\~\\~\\~"},
                                                                   {"1. a", "1\\. a"},
                                                                   {"12) a", "12\\) a"},
                                                                   {"|a|", "\\|a|"},
                                                                   {":--|--", "\\:--|--"},
                                                                   {"a\\", "a\\\\"},
                                                                   {"\\*", "\\\\\\*"}};
    for (const auto& [text, escaped] : escapes)
        EXPECT_EQ(mdLine(QString::fromUtf8(text)).toStdString(), escaped);
}

TEST(MdText, IsReadAsItIs) {
    static constexpr std::string_view kPieces[] = {"*",  "_",  "`",  "~", "[", "]", "(", ")",    "<",
                                                   ">",  "&",  "#",  "-", "+", "=", "|", ":",    "!",
                                                   "\\", "1.", "2)", " ", " ", "a", "b", "amp;", "/"};
    std::mt19937 random(5);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = random() % 12; length > 0; --length)
            text += kPieces[random() % std::size(kPieces)];
        const QString line = QString::fromStdString(text).simplified();
        QTextDocument document;
        document.setMarkdown(mdLine(line));
        ASSERT_EQ(document.toPlainText().toStdString(), line.toStdString()) << mdLine(line).toStdString();
    }
}

TEST(MdText, QuotesLinesAsTheyAre) {
    EXPECT_EQ(mdQuotation(QStringLiteral("a\nb")).toStdString(), "> a\\\n> b\n\n");
    EXPECT_EQ(mdQuotation(QStringLiteral("a\n\n- b\n")).toStdString(), "> a\n>\n> \\- b\n>\n\n");
    EXPECT_EQ(mdQuotation(QStringLiteral("a\n    b")).toStdString(), "> a\\\n> \u00a0\u00a0\u00a0\u00a0b\n\n");
}

TEST(ReportFormats, KeepTheNumbersOfTheSession) {
    SessionSnapshot session;
    session.exchanges = {exchangeOf(3, 1, 2), exchangeOf(7, 2, 0), exchangeOf(8, 2, 7)};
    expectAllHave(session, {"Question 3", "Question 7", "Question 8", "follow-up to question 7"});
    for (const auto& [name, text] : reportsOf(session)) {
        EXPECT_EQ(countOf(text, "Question 1"), 0) << name;
        EXPECT_EQ(countOf(text, "follow-up to question 2"), 0) << name;
    }
}

}  // namespace
}  // namespace fleming::app
