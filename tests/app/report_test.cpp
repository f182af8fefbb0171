// Tests of the PDF report: content, pagination, and hostile texts.
#include "app/export/exporters.h"
#include "app/export/pdf/pagination.h"
#include "app/export/pdf/pdf_exporter.h"
#include "app/export/pdf/report_document.h"
#include "base/error.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"
#include "viewer/text/number_text.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

Exchange exchangeOf(const std::string& question, const std::string& answer, int pictures) {
    Exchange exchange;
    exchange.id = 1;
    exchange.conversation = 1;
    exchange.askedMs = 1'700'000'000'000;
    exchange.question = question;
    exchange.answer.text = answer;
    exchange.state = ExchangeState::done;
    exchange.modelName = "Fleming-VL-8B";
    exchange.modelPath = "/models/Fleming-VL-8B";
    exchange.modelSha256 = std::string(64, 'a');
    exchange.dtype = "bfloat16";
    exchange.device = "cpu";
    for (int i = 0; i < pictures; ++i)
        exchange.evidence.push_back(testFrame(i, 64, 48));
    return exchange;
}

/// Returns a session with the exchanges, numbered from 1.
SessionSnapshot snapshotOf(const std::vector<Exchange>& exchanges) {
    SessionSnapshot snapshot;
    snapshot.exchanges = exchanges;
    for (std::int64_t id = 1; Exchange & exchange : snapshot.exchanges)
        exchange.id = id++;
    return snapshot;
}

std::string textOf(const std::vector<Exchange>& exchanges) {
    return makeReportDocument(snapshotOf(exchanges), 670)->toPlainText().toStdString();
}

void writeReport(const std::vector<Exchange>& exchanges, const std::filesystem::path& pdf) {
    exportTo(pdf, kPdfExporter, snapshotOf(exchanges), {});
}

void expectHas(const std::string& text, std::initializer_list<const char*> parts) {
    for (const char* part : parts)
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(Report, ContainsAllPartsOfAnExchange) {
    Exchange exchange =
        exchangeOf("Is there an effusion?", "<think>The left side is blunted.</think><answer>Yes, left.</answer>", 2);
    exchange.reviews = {testReview(Verdict::wrong, "first thought", "Dr. A", 1'700'000'100'000),
                        testReview(Verdict::partlyCorrect, "small", "Dr. B", 1'700'000'200'000)};
    exchange.firstImage = 4;
    const std::string tokens = "at most " + viewer::countText(1024).toStdString() + " tokens";
    const std::string text = textOf({exchange});
    expectHas(text,
              {"Is there an effusion?", "The left side is blunted.", "Yes, left.", "partly correct", "Dr. B", "small",
               "wrong", "Dr. A", "first thought", "Fleming-VL-8B", "bfloat16", tokens.c_str(), "Image-4", "Image-5"});
    EXPECT_EQ(text.find("<think>"), std::string::npos);
    EXPECT_LT(text.find("Dr. A"), text.find("Dr. B"));  // oldest first
    for (const viewer::Frame& frame : exchange.evidence) {
        expectHas(text, {"ü 1.dcm", "inverted", frame.provenance.pixelsSha256.c_str()});
    }
}

TEST(Report, NamesTheStudiesIfThereAreSeveral) {
    Exchange exchange = exchangeOf("q", "a", 2);
    EXPECT_EQ(textOf({exchange}).find("Study 1"), std::string::npos);
    exchange.evidence[1].provenance.studyUid = "1.2.840.7";
    exchange.evidence[1].provenance.seriesDescription.words.clear();
    expectHas(textOf({exchange}), {"Study 1", "Study 2", "CT: Thorax \"weich\"", "CT: series 4"});
}

/// Returns the vertical ranges of the rows of pictures with their captions.
std::vector<std::pair<double, double>> rowsOfPictures(const QTextDocument& document) {
    std::vector<std::pair<double, double>> rows;
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr || !table->format().boolProperty(kKeepTogether)) continue;
        for (int row = 0; row < table->rows(); ++row) {
            double top = 1e9, bottom = 0;
            for (int column = 0; column < table->columns(); ++column) {
                const QTextTableCell cell = table->cellAt(row, column);
                for (auto part = cell.begin(); part != cell.end(); ++part) {
                    const QRectF place = document.documentLayout()->blockBoundingRect(part.currentBlock());
                    top = std::min(top, place.top());
                    bottom = std::max(bottom, place.bottom());
                }
            }
            rows.emplace_back(top, bottom);
        }
    }
    return rows;
}

TEST(Report, NamesTheSlabOfAnImage) {
    Exchange exchange = exchangeOf("Where?", "Here.", 1);
    EXPECT_EQ(textOf({exchange}).find("maximum of"), std::string::npos);
    viewer::Provenance& provenance = exchange.evidence[0].provenance;
    provenance.slab = viewer::Slab{20.0, viewer::SlabMode::maximum};
    provenance.slabSlices = 3;
    expectHas(textOf({exchange}), {"maximum of 3 slices"});
    provenance.slabSlices = 1;  // the slice itself
    EXPECT_EQ(textOf({exchange}).find("maximum of"), std::string::npos);
}

TEST(Report, KeepsEachPictureWithItsCaptionOnOnePage) {
    constexpr double kHeight = 970;
    std::string reasoning = "<think>";
    for (int i = 0; i < 400; ++i)
        reasoning += "The lung is clear. ";
    std::vector<Exchange> exchanges;
    for (int pictures : {1, 2, 11, 30, 5, 64}) {
        exchanges.push_back(exchangeOf("Is there a nodule?", reasoning + "</think><answer>No.</answer>", pictures));
        exchanges.back().conversation = static_cast<int>(exchanges.size()) / 2;
    }
    const auto document = makeReportDocument(snapshotOf(exchanges), 670);
    const std::vector<PageSpan> pages = paginate(*document, kHeight);
    ASSERT_GT(pages.size(), 10U);
    // Together, the pages cover the document without overlap.
    EXPECT_EQ(pages.front().top, 0.0);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        EXPECT_GT(pages[i].bottom, pages[i].top + 20);  // no page is empty
        EXPECT_LE(pages[i].bottom - pages[i].top, kHeight + 0.01);
        if (i > 0) {
            EXPECT_GE(pages[i].top, pages[i - 1].bottom);
            EXPECT_LT(pages[i].top, pages[i - 1].bottom + 60);  // the space between two blocks
        }
    }
    EXPECT_GE(pages.back().bottom, document->documentLayout()->documentSize().height() - 0.5);
    const auto rows = rowsOfPictures(*document);
    ASSERT_EQ(rows.size(), 1U + 1U + 4U + 8U + 2U + 16U);
    for (const auto& [top, bottom] : rows) {
        const bool onOne = std::any_of(pages.begin(), pages.end(), [top = top, bottom = bottom](const PageSpan& page) {
            return top >= page.top - 0.5 && bottom <= page.bottom + 0.5;
        });
        EXPECT_TRUE(onOne) << top << " to " << bottom;
    }
    // No line of text is cut or left out.
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        const double first = document->documentLayout()->blockBoundingRect(block).top();
        for (int line = 0; line < block.layout()->lineCount(); ++line) {
            const QRectF rect =
                block.layout()->lineAt(line).rect().translated(0, first - block.layout()->boundingRect().top());
            const auto holds = [&rect](const PageSpan& page) {
                return rect.top() >= page.top - 0.5 && rect.bottom() <= page.bottom + 0.5;
            };
            EXPECT_EQ(std::count_if(pages.begin(), pages.end(), holds), 1) << rect.top();
        }
    }
}

TEST(Report, ShowsTheModelDescriptionAtTheTopAndWithEachAnswer) {
    Exchange demo = exchangeOf("q", "<answer>yes</answer>", 0);
    demo.modelDescription = "It knows only <drawn> studies.";
    const std::string text = textOf({demo, demo, exchangeOf("r", "<answer>no</answer>", 0)});
    std::vector<std::size_t> places;
    for (std::size_t at = 0; (at = text.find(demo.modelDescription, at)) != std::string::npos; ++at)
        places.push_back(at);
    ASSERT_EQ(places.size(), 3U) << text;
    EXPECT_LT(places[0], text.find("Question 1"));
    EXPECT_GT(places[2], text.find("Question 2"));
    EXPECT_LT(places[2], text.find("Question 3"));
}

TEST(Report, ContainsAllText) {
    expectHas(textOf({exchangeOf("q", "no tags at all", 0)}), {"no tags at all"});
    expectHas(textOf({exchangeOf("q", "before <think>middle</think> between <answer>end</answer> after", 0)}),
              {"before", "middle", "between", "end", "after"});
    expectHas(textOf({exchangeOf("q", "<think>never closed", 0)}), {"never closed"});
}

TEST(Report, ShowsMarkupAsText) {
    const std::string hostile = "<b>bold</b> <img src=\"file:///etc/passwd\"> &amp; </td></table> <script>";
    Exchange exchange = exchangeOf(hostile, "<answer>" + hostile + "</answer>", 1);
    exchange.reviews = {testReview(Verdict::correct, hostile, hostile)};
    exchange.evidence[0].provenance.seriesDescription.words = hostile;
    const std::string text = textOf({exchange});
    std::size_t seen = 0;
    for (std::size_t at = text.find(hostile); at != text.npos; at = text.find(hostile, at + 1))
        ++seen;
    EXPECT_GE(seen, 5U);
}

TEST(Report, ShowsHowAnAnswerEnded) {
    Exchange exchange = exchangeOf("q", "a", 0);
    exchange.state = ExchangeState::failed;
    exchange.failure = "Out of memory.";
    expectHas(textOf({exchange}), {"Out of memory."});
    exchange.state = ExchangeState::interrupted;
    expectHas(textOf({exchange}), {"closed while"});
    exchange.state = ExchangeState::done;
    exchange.answer.finish = inference::Finish::length;
    expectHas(textOf({exchange}), {"token limit"});
}

TEST(Report, NamesTheQuestionBeforeAFollowUp) {
    std::vector<Exchange> exchanges{exchangeOf("one", "a", 1), exchangeOf("two", "b", 0), exchangeOf("three", "c", 0)};
    for (std::size_t i = 0; i < exchanges.size(); ++i)
        exchanges[i].id = static_cast<std::int64_t>(i) + 1;
    exchanges[1].follows = 1;
    exchanges[2].conversation = 2;
    const std::string text = textOf(exchanges);
    expectHas(text, {"Question 2", "follow-up to question 1", "Question 3"});
    EXPECT_EQ(text.find("follow-up to question 2"), std::string::npos);
}

TEST(Report, ContainsManyPicturesAndLongTextsOfAnyScript) {
    const TestFolder folder;
    std::string longText = "<think>";
    for (int i = 0; i < 3000; ++i)
        longText += "The lung is clear. 肺は正常です。 Ωμέγα 😀 ";
    longText += "</think><answer>" + std::string(3000, 'x') + "\xff\x01\x00</answer>";
    std::vector<Exchange> exchanges{exchangeOf("長い質問 😀", longText, 30), exchangeOf("", "", 0)};
    writeReport(exchanges, folder / "r.pdf");
    const std::string pdf = readFile(folder / "r.pdf");
    EXPECT_EQ(pdf.substr(0, 5), "%PDF-");
    EXPECT_NE(pdf.rfind("%%EOF"), std::string::npos);
    const auto document = makeReportDocument(snapshotOf(exchanges), 670);
    document->setPageSize({670, 970});
    EXPECT_GT(document->pageCount(), 8);
}

TEST(Report, ListsTheQuestionsWithTheirPages) {
    constexpr double kHeight = 970;
    std::vector<Exchange> exchanges;
    for (int pictures : {0, 30, 2, 0, 0, 12}) {
        exchanges.push_back(exchangeOf("Question with " + std::to_string(pictures) + " pictures", "yes", pictures));
        exchanges.back().conversation = static_cast<int>(exchanges.size());
    }
    const auto document = makeReportDocument(snapshotOf(exchanges), 670);
    const std::vector<PageSpan> pages = paginate(*document, kHeight);
    numberContents(*document, pages);
    ASSERT_EQ(paginate(*document, kHeight).size(), pages.size());
    const QStringList text = document->toPlainText().split('\n');
    const qsizetype list = text.indexOf(QStringLiteral("CONTENTS"));
    ASSERT_GE(list, 0);
    int from = 1;  // the contents have the first page
    for (int number = 1; number <= 6; ++number) {
        const QTextCursor heading = document->find(QStringLiteral("Question %1").arg(number), 0,
                                                   QTextDocument::FindCaseSensitively | QTextDocument::FindWholeWords);
        ASSERT_FALSE(heading.isNull());
        const QRectF place = document->documentLayout()->blockBoundingRect(heading.block());
        const int page = text[list + 3 * number].toInt();  // after each number and question
        ASSERT_GT(page, from == 1 ? 1 : from - 1);
        ASSERT_LE(page, static_cast<int>(pages.size()));
        from = page;
        EXPECT_GE(place.top(), pages[static_cast<std::size_t>(page) - 1].top - 0.5);
        EXPECT_LE(place.bottom(), pages[static_cast<std::size_t>(page) - 1].bottom + 0.5);
    }
    EXPECT_GT(from, 5);
}

TEST(Report, KeepsAQuestionOnThePageOfItsImages) {
    constexpr double kHeight = 970;
    std::vector<Exchange> exchanges;
    for (int i = 0; i < 24; ++i)
        exchanges.push_back(exchangeOf("Is it clear?", "<answer>Yes.</answer>", i % 3));
    const auto document = makeReportDocument(snapshotOf(exchanges), 670);
    const std::vector<PageSpan> pages = paginate(*document, kHeight);
    const auto pageOf = [&](double y) {
        return std::ranges::find_if(pages, [y](const PageSpan& page) { return y < page.bottom; }) - pages.begin();
    };
    int seen = 0;
    for (const auto& [top, bottom] : rowsOfPictures(*document)) {
        // The last question above the pictures.
        double last = 0;
        for (QTextCursor found = document->find(QStringLiteral("Is it clear?"), 0); !found.isNull();
             found = document->find(QStringLiteral("Is it clear?"), found)) {
            const double y = document->documentLayout()->blockBoundingRect(found.block()).center().y();
            if (y < top) last = y;
        }
        EXPECT_EQ(pageOf(last), pageOf((top + bottom) / 2)) << top;
        ++seen;
    }
    EXPECT_EQ(seen, 16);
}

TEST(Report, NumbersTheSpansInTheText) {
    Exchange exchange = exchangeOf("q", "<answer>A large nodule on the left.</answer>", 0);
    exchange.answer.finalAnswer = "A large nodule on the left.";
    Review review = testReview(Verdict::wrong, {}, "Dr. A");
    review.spans = {{Passage::answer, 2, 14, "wrong-size", {}, {}}, {Passage::answer, 8, 26, "right", {}, {}}};
    exchange.reviews = {review, testReview(Verdict::wrong, {}, "Dr. B")};
    exchange.reviews[1].spans = {{Passage::answer, 2, 7, "right", {}, {}}};
    expectHas(textOf({exchange}), {"A large\u20091 nodule\u20091 on the left\u20092."});
    const auto document = makeReportDocument(snapshotOf({exchange}), 670);
    const auto groundAt = [&](const char* word) {
        return document->find(QLatin1String(word), 0, QTextDocument::FindCaseSensitively).charFormat().background();
    };
    EXPECT_NE(groundAt("nodule").color(), groundAt("on the left").color());  // two spans, one span
    EXPECT_EQ(groundAt("nodule").gradient(), nullptr);
    EXPECT_NE(groundAt("large").gradient(), nullptr);  // of two reviewers
}

TEST(Report, CanBeCopiedWithoutLigatures) {
    if (QStandardPaths::findExecutable("pdftotext").isEmpty()) GTEST_SKIP() << "pdftotext is not installed";
    const TestFolder folder;
    Exchange exchange = exchangeOf("Is the effusion fluffy or flat?", "<answer>The finding is fluffy.</answer>", 1);
    const std::string hash = "8ff9147fffl" + std::string(53, 'f');
    exchange.modelSha256 = std::string(30, 'f') + "9147" + std::string(30, 'f');
    exchange.modelName = hash;
    writeReport({exchange}, folder / "r.pdf");
    QProcess program;
    program.start("pdftotext", {QString::fromStdString((folder / "r.pdf").string()), "-"});
    ASSERT_TRUE(program.waitForFinished(60'000));
    const std::string text = program.readAllStandardOutput().toStdString();
    expectHas(text, {"Is the effusion fluffy or flat?", "The finding is fluffy.", exchange.modelSha256.c_str(),
                     hash.c_str()});
}

TEST(Report, FillsItsPages) {
    std::vector<Exchange> exchanges;
    for (int i = 0; i < 12; ++i) {
        exchanges.push_back(exchangeOf("Is it clear?", "<answer>Yes.</answer>", 0));
        exchanges.back().conversation = i + 1;
    }
    const std::vector<PageSpan> pages = paginate(*makeReportDocument(snapshotOf(exchanges), 670), 970);
    for (std::size_t i = 1; i + 1 < pages.size(); ++i)
        EXPECT_GT(pages[i].bottom - pages[i].top, 0.7 * 970) << i;
}

TEST(Report, HasNoDateUnlessAsked) {
    const TestFolder folder;
    const SessionSnapshot session = snapshotOf({exchangeOf("q", "a", 1)});
    exportTo(folder / "without.pdf", kPdfExporter, session, {});
    EXPECT_EQ(readFile(folder / "without.pdf").find("Date"), std::string::npos);
    exportTo(folder / "with.pdf", kPdfExporter, session, {.keepIdentity = true});
    EXPECT_NE(readFile(folder / "with.pdf").find("/CreationDate (D:20"), std::string::npos);
}

TEST(Report, HasAPageWithoutExchanges) {
    const TestFolder folder;
    writeReport({}, folder / "r.pdf");
    EXPECT_EQ(readFile(folder / "r.pdf").substr(0, 5), "%PDF-");
}

}  // namespace
}  // namespace fleming::app

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&argc, argv);
    QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
