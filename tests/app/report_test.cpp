// The PDF report: what stands in it, and that nothing a person or the model wrote can break it.
#include "app/report/report.h"

#include "app/report/report_document.h"
#include "base/error.h"
#include "tests/app/test_files.h"

#include <QGuiApplication>
#include <QTextBlock>
#include <QTextDocument>

#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

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

std::string textOf(const std::vector<Exchange>& exchanges) {
    return makeReportDocument(exchanges, 670)->toPlainText().toStdString();
}

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void expectHas(const std::string& text, std::initializer_list<const char*> parts) {
    for (const char* part : parts)
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
}

TEST(Report, HoldsWhatBelongsToAnExchange) {
    Exchange exchange =
        exchangeOf("Is there an effusion?", "<think>The left side is blunted.</think><answer>Yes, left.</answer>", 2);
    exchange.reviews = {{Verdict::wrong, "first thought", "Dr. A", 1'700'000'100'000},
                        {Verdict::partlyCorrect, "small", "Dr. B", 1'700'000'200'000}};
    exchange.firstImage = 4;
    const std::string text = textOf({exchange});
    expectHas(text, {"Is there an effusion?", "The left side is blunted.", "Yes, left.", "partly correct", "Dr. B",
                     "small", "wrong", "Dr. A", "first thought", "Fleming-VL-8B", "bfloat16", "at most 1024 tokens",
                     "Image-4", "Image-5"});
    EXPECT_EQ(text.find("<think>"), std::string::npos);
    EXPECT_LT(text.find("partly correct", text.find("Review\n") == text.npos ? 0 : text.find("Review\n")),
              text.find("Dr. A"));
    for (const viewer::Frame& frame : exchange.evidence) {
        expectHas(text, {frame.provenance.file.c_str(), frame.provenance.pixelsSha256.c_str()});
    }
}

TEST(Report, SaysWhatAModelSaysOfItselfAtTheTopAndWithEachAnswer) {
    Exchange demo = exchangeOf("q", "<answer>yes</answer>", 0);
    demo.modelDescription = "It knows only <drawn> studies.";
    const std::string text = textOf({demo, demo, exchangeOf("r", "<answer>no</answer>", 0)});
    std::vector<std::size_t> places;
    for (std::size_t at = 0; (at = text.find(demo.modelDescription, at)) != std::string::npos; ++at) places.push_back(at);
    ASSERT_EQ(places.size(), 3U) << text;
    EXPECT_LT(places[0], text.find("Question 1"));
    EXPECT_GT(places[2], text.find("Question 2"));
    EXPECT_LT(places[2], text.find("Question 3"));
}

TEST(Report, LosesNoText) {
    expectHas(textOf({exchangeOf("q", "no tags at all", 0)}), {"no tags at all"});
    expectHas(textOf({exchangeOf("q", "before <think>middle</think> between <answer>end</answer> after", 0)}),
              {"before", "middle", "between", "end", "after"});
    expectHas(textOf({exchangeOf("q", "<think>never closed", 0)}), {"never closed"});
}

TEST(Report, ShowsMarkupAsText) {
    const std::string hostile = "<b>bold</b> <img src=\"file:///etc/passwd\"> &amp; </td></table> <script>";
    Exchange exchange = exchangeOf(hostile, "<answer>" + hostile + "</answer>", 1);
    exchange.reviews = {{Verdict::correct, hostile, hostile, 0}};
    exchange.evidence[0].provenance.seriesDescription = hostile;
    const std::string text = textOf({exchange});
    std::size_t seen = 0;
    for (std::size_t at = text.find(hostile); at != text.npos; at = text.find(hostile, at + 1))
        ++seen;
    EXPECT_GE(seen, 5U);
}

TEST(Report, SaysHowAnAnswerEnded) {
    Exchange exchange = exchangeOf("q", "a", 0);
    exchange.state = ExchangeState::failed;
    exchange.failure = "Out of memory.";
    expectHas(textOf({exchange}), {"Out of memory."});
    exchange.state = ExchangeState::interrupted;
    expectHas(textOf({exchange}), {"ended while"});
    exchange.state = ExchangeState::done;
    exchange.answer.finish = inference::Finish::length;
    expectHas(textOf({exchange}), {"greatest length"});
}

TEST(Report, SaysWhichQuestionAFollowUpFollows) {
    std::vector<Exchange> exchanges{exchangeOf("one", "a", 1), exchangeOf("two", "b", 0), exchangeOf("three", "c", 0)};
    exchanges[2].conversation = 2;
    const std::string text = textOf(exchanges);
    expectHas(text, {"Question 2", "follows question 1", "Question 3"});
    EXPECT_EQ(text.find("follows question 2"), std::string::npos);
}

TEST(Report, HoldsManyPicturesAndLongTextsOfAnyScript) {
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
    const auto document = makeReportDocument(exchanges, 670);
    document->setPageSize({670, 970});
    EXPECT_GT(document->pageCount(), 8);
}

TEST(Report, OfNothingIsStillAPage) {
    const TestFolder folder;
    writeReport({}, folder / "r.pdf");
    EXPECT_EQ(readFile(folder / "r.pdf").substr(0, 5), "%PDF-");
}

TEST(Report, LeavesTheOldFileWhereItCannotBeWritten) {
    const TestFolder folder;
    EXPECT_THROW(writeReport({}, folder / "no/such/folder/r.pdf"), Error);
    std::filesystem::create_directories(folder / "r.pdf");
    EXPECT_THROW(writeReport({}, folder / "r.pdf"), Error);
    EXPECT_TRUE(std::filesystem::is_directory(folder / "r.pdf"));
}

TEST(Report, SaysThatItIsForResearchOnly) {
    EXPECT_NE(researchOnlyStatement().find("research"), std::string::npos);
}

}  // namespace
}  // namespace fleming::app

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    ::testing::InitGoogleTest(&argc, argv);
    QGuiApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
