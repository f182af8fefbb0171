// Tests of evaluations: judging answers, statistics, the journal, and resuming after an interruption.
#include "app/evaluation/evaluation.h"

#include "app/errors/error_text.h"
#include "app/evaluation/judge.h"
#include "base/error.h"
#include "tests/app/test_files.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <stop_token>
#include <utility>

namespace fleming::app::evaluation {
namespace {

namespace fs = std::filesystem;

void writeFile(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// Returns the Error that a function throws, or an Error without a code if it throws none.
template <typename Function>
Error errorOf(const Function& function) {
    try {
        function();
    } catch (const Error& error) {
        return error;
    }
    return Error("");
}

// --- right answers --------------------------------------------------------------------------------------------------

Item itemWith(const std::string& question, const std::vector<std::string>& answers) {
    Item item;
    item.question = question;
    item.answers = answers;
    return item;
}

TEST(Judge, ComparesFinalAnswers) {
    const std::string options = "Which technique was used?\nA. CT scan\nB. MRI\nC. Ultrasound\nD. Fundus imaging";
    const std::string inOneLine = "Which? A) CT scan. B) MRI. C) Ultrasound. D) Fundus imaging";
    struct Case {
        std::string question, expected, reply;
        bool right;
    };
    const std::vector<Case> cases{
        {"Side?", "right", "right", true},
        {"Side?", "right", "  Right. ", true},
        {"Side?", "right", "RIGHT !", true},
        {"Side?", "right", "left", false},
        {"Side?", "right", "right and left", false},
        {"Side?", "right", "", false},
        {"Side?", "right", " .", false},
        {"What?", "Chest  wall.", "chest wall", true},
        {"What?", "chest wall", "chest\n wall", true},
        {"What?", "chest wall", "chestwall", false},
        {"What?", "Ödem", "ödem", true},
        {"What?", "2.5 cm", "2.5 cm.", true},
        {"What?", "2.5 cm", "25 cm", false},
        {"How many?", "2", "2.", true},
        {"How many?", "2", "12", false},
        {"Where?", "Image-3, Image-4", "image-3,  image-4.", true},
        {"Where?", "Image-3, Image-4", "Image-3", false},
        // multiple choice: letter, letter and text, text
        {"What?", "D. Fundus imaging", "D", true},
        {"What?", "D. Fundus imaging", "D.", true},
        {"What?", "D. Fundus imaging", "d)", true},
        {"What?", "D. Fundus imaging", "(D)", true},
        {"What?", "D. Fundus imaging", "D. fundus imaging.", true},
        {"What?", "D. Fundus imaging", "(D) Fundus imaging", true},
        {"What?", "D. Fundus imaging", "D: Fundus  imaging", true},
        {"What?", "D. Fundus imaging", "Fundus imaging", true},
        {"What?", "D. Fundus imaging", "A", false},
        {"What?", "D. Fundus imaging", "A. Fundus imaging", false},
        {"What?", "D. Fundus imaging", "D. CT scan", false},
        {"What?", "D. Fundus imaging", "CT scan", false},
        {"What?", "D. Fundus imaging", "Dermoscopy", false},
        {"What?", "D", "D. anything", true},
        {"What?", "D", "A. anything", false},
        {options, "D", "D", true},
        {options, "D", "D.", true},
        {options, "D.", "d", true},
        {options, "D", "D. Fundus imaging", true},
        {options, "D", "Fundus imaging.", true},
        {options, "D", "D. MRI", false},
        {options, "D", "MRI", false},
        {options, "D", "B", false},
        {options, "Fundus imaging", "D", true},
        {options, "Fundus imaging", "C", false},
        {options, "Fundus imaging", "C. Fundus imaging", false},
        {options, "A", "CT scan", true},
        {inOneLine, "B", "MRI", true},
        {inOneLine, "B", "mri.", true},
        {inOneLine, "B", "D) MRI", false},
        {inOneLine, "D. Fundus imaging", "D", true},
        {"Group? A. O B. A C. B", "C", "C", true},
        {"Group? A. O B. A C. B", "C", "B", false},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(isRight(itemWith(c.question, {c.expected}), c.reply), c.right)
            << c.question << "\nexpected: " << c.expected << "\nreply: " << c.reply;
    }
}

TEST(Judge, AcceptsEveryListedWording) {
    const Item item = itemWith("What?", {"pacemaker", "cardiac pacemaker", "B"});
    for (const char* reply : {"Pacemaker", "cardiac pacemaker.", "b"})
        EXPECT_TRUE(isRight(item, reply)) << reply;
    EXPECT_FALSE(isRight(item, "port"));
}

TEST(Judge, FindsCitedImages) {
    EXPECT_EQ(citedImages("In Image-3 and image 5 there is"), (std::set<int>{3, 5}));
    EXPECT_EQ(citedImages("Images 3-6 show it, as does Image-9"), (std::set<int>{3, 4, 5, 6, 9}));
    EXPECT_EQ(citedImages("slices 3, 5 to 7 and 11"), (std::set<int>{3, 5, 6, 7, 11}));
    EXPECT_EQ(citedImages("It moves from Image-1 to Image-8."), (std::set<int>{1, 8}));
    EXPECT_EQ(citedImages("Image-40"), (std::set<int>{40}));
    EXPECT_EQ(citedImages("There are 3 nodules."), std::set<int>{});
}

TEST(Judge, AcceptsCitationsOffByOne) {
    EXPECT_TRUE(citesAgree({3, 4, 5}, {3, 4, 5}));
    EXPECT_TRUE(citesAgree({3, 4, 5}, {4}));
    EXPECT_TRUE(citesAgree({3}, {2, 4}));
    EXPECT_FALSE(citesAgree({3, 4, 5, 6}, {4}));
    EXPECT_FALSE(citesAgree({3}, {3, 5}));
    EXPECT_FALSE(citesAgree({3}, {}));
    EXPECT_FALSE(citesAgree({}, {3}));
    EXPECT_TRUE(citesAgree({}, {}));
}

// --- figures --------------------------------------------------------------------------------------------------------

/// Source: Newcombe, Statistics in Medicine 17, 1998, table I. 81/263: 0.2553, 0.3662. 15/148: 0.0624, 0.1605.
/// 0/20: 0.0000, 0.1611. 1/29: 0.0061, 0.1718.
TEST(Proportion, ComputesWilsonsInterval) {
    struct Case {
        int right, n;
        double low, high;
    };
    for (const Case& c : {Case{81, 263, 0.2553, 0.3662}, Case{15, 148, 0.0624, 0.1605}, Case{0, 20, 0.0, 0.1611},
                          Case{1, 29, 0.0061, 0.1718}, Case{20, 20, 0.8389, 1.0}, Case{0, 0, 0.0, 1.0}}) {
        const Interval interval = Proportion{c.right, c.n}.interval();
        EXPECT_NEAR(interval.low, c.low, 5e-5) << c.right << "/" << c.n;
        EXPECT_NEAR(interval.high, c.high, 5e-5) << c.right << "/" << c.n;
        EXPECT_GE(interval.low, 0.0);
        EXPECT_LE(interval.high, 1.0);
    }
}

// --- questions ------------------------------------------------------------------------------------------------------

TEST(Questions, ReadsAllParts) {
    const TestFolder folder;
    const fs::path file = folder / "q.jsonl";
    writeFile(
        file,
        "\xEF\xBB\xBF"
        R"({"images": ["a.png", "/b/c.png"], "question": "Side?", "answer": "left", "more": 1})"
        "\r\n\n"
        R"({"volume": "ct", "selection": {"count": 7, "plane": "coronal", "window": [40, 400], "series": 2},)"
        R"( "before": ["One?", "Two?"], "question": "Q", "answer": "yes", "answers": ["yep"], "kind": "k", "cites": [3, 4]})"
        "\n"
        R"({"video": "v.mp4", "selection": {"times": [0.5, 1], "clipRange": [0, 2.5], "window": "lung"}, "question": "Q", "answer": "no"})");
    const Questions questions = readQuestions(file);
    EXPECT_EQ(questions.sha256.size(), 64U);
    ASSERT_EQ(questions.items.size(), 3U);
    const Item& picture = questions.items[0];
    EXPECT_EQ(picture.line, 1);
    EXPECT_EQ(picture.kind, "other");
    EXPECT_EQ(picture.paths, (std::vector<fs::path>{folder / "a.png", "/b/c.png"}));
    EXPECT_FALSE(picture.cites);
    const Item& volume = questions.items[1];
    EXPECT_EQ(volume.line, 3);
    EXPECT_EQ(volume.kind, "k");
    EXPECT_EQ(volume.selection.count, 7);
    EXPECT_EQ(volume.selection.plane, viewer::Plane::coronal);
    EXPECT_EQ(std::get<viewer::Window>(*volume.selection.windowing), (viewer::Window{40, 400}));
    EXPECT_EQ(volume.series, std::vector<int>{2});
    EXPECT_EQ(volume.before, (std::vector<std::string>{"One?", "Two?"}));
    EXPECT_EQ(volume.answers, (std::vector<std::string>{"yes", "yep"}));
    EXPECT_EQ(volume.cites, (std::vector<int>{3, 4}));
    const Item& clip = questions.items[2];
    EXPECT_EQ(clip.selection.times, (std::vector<double>{0.5, 1.0}));
    EXPECT_EQ(clip.selection.clipRange, std::pair(0.0, 2.5));
    EXPECT_EQ(clip.selection.windowName, "lung");
}

TEST(Questions, RefusesADamagedLineWithItsNumber) {
    const TestFolder folder;
    const fs::path file = folder / "q.jsonl";
    const std::string good = R"({"images": ["a.png"], "question": "Q", "answer": "A"})";
    const std::string end = R"(, "question": "Q", "answer": "A"})";
    for (const std::string& bad : {
             std::string("nonsense"),
             std::string("[1]"),
             std::string("{\"images\": [\"a.png\"]"),
             std::string("{}"),
             std::string(R"({"images": ["a.png"], "question": "Q"})"),
             std::string(R"({"images": ["a.png"], "answer": "A"})"),
             std::string(R"({"images": ["a.png"], "question": " ", "answer": "A"})"),
             std::string(R"({"images": ["a.png"], "question": "Q", "answer": 3})"),
             std::string(R"({"question": "Q", "answer": "A"})"),
             R"({"images": [])" + end,
             R"({"images": "a.png")" + end,
             R"({"images": [1])" + end,
             R"({"images": ["a.png"], "volume": "b")" + end,
             R"({"volume": ["b"])" + end,
             R"({"volume": "b", "selection": 3)" + end,
             R"({"volume": "b", "selection": {"cuont": 3})" + end,
             R"({"volume": "b", "selection": {"count": 0})" + end,
             R"({"volume": "b", "selection": {"count": 2.5})" + end,
             R"({"volume": "b", "selection": {"count": 1e300})" + end,
             R"({"volume": "b", "selection": {"count": 3, "indices": [1]})" + end,
             R"({"volume": "b", "selection": {"indices": [-1]})" + end,
             R"({"volume": "b", "selection": {"clipRange": [1]})" + end,
             R"({"volume": "b", "selection": {"plane": "oblique"})" + end,
             R"({"volume": "b", "selection": {"window": [40]})" + end,
             R"({"volume": "b", "selection": {"window": [40, 0]})" + end,
             R"({"volume": "b", "before": "x")" + end,
             R"({"volume": "b", "cites": [0])" + end,
             R"({"volume": "b", "kind": 3)" + end,
         }) {
        writeFile(file, good + "\n\n" + bad + "\n" + good + "\n");
        const Error error = errorOf([&] { readQuestions(file); });
        EXPECT_EQ(error.code().find("questions."), 0U) << bad << "\n" << error.what();
        EXPECT_EQ(error.source(), file.string()) << bad;
        ASSERT_FALSE(error.arguments().empty()) << bad;
        EXPECT_EQ(error.arguments().front(), "3") << bad;
        EXPECT_EQ(messageOf(error).indexOf('%'), -1) << messageOf(error).toStdString();  // no placeholder is left
        EXPECT_EQ(messageOf(error).indexOf('\n'), -1) << messageOf(error).toStdString();
    }
    writeFile(file, "\n \n");
    EXPECT_EQ(errorOf([&] { readQuestions(file); }), Error("questions.none", file.string()));
    EXPECT_EQ(errorOf([&] { readQuestions(folder / "none.jsonl"); }).code(), "file.cannot_open");
}

// --- asking and resuming --------------------------------------------------------------------------------------------

const Identity kIdentity{std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c')};

/// Returns six items of alternating kinds with the answers "1", "2", ... The last item expects a citation of Image-2.
std::vector<Item> sixItems() {
    std::vector<Item> items;
    for (int line = 1; line <= 6; ++line) {
        items.push_back(itemWith("How many?", {std::to_string(line)}));
        items.back().line = line;
        items.back().kind = line % 2 == 0 ? "even" : "odd";
    }
    items.back().cites = std::vector<int>{2};
    return items;
}

/// Answers each line with its number, except line 3 (wrong answer, no tags) and line 4 (fails).
inference::Answer fakeAnswer(const Item& item) {
    if (item.line == 4) throw Error("There is no such file.");
    inference::Answer answer;
    answer.finalAnswer = item.line == 3 ? "none" : std::to_string(item.line);
    answer.reasoning = "Image-1 shows \"ü\"\n" + answer.finalAnswer;
    answer.text =
        item.line == 3 ? "none" : "<think>" + answer.reasoning + "</think><answer>" + answer.finalAnswer + "</answer>";
    answer.tokens.resize(2);
    answer.tokens[1].id = 100 + item.line;
    return answer;
}

/// Asks the items that have no answer, in order.
void answerAll(const std::vector<Item>& items, Journal& journal,
               const std::function<inference::Answer(const Item&)>& ask, const Progress& progress = {},
               const std::stop_token& stop = {}) {
    Round round(items, journal, progress);
    while (const Item* item = round.next()) {
        if (stop.stop_requested()) throw Cancelled();
        inference::Answer answer;
        try {
            answer = ask(*item);
        } catch (...) {
            round.failed(*item, std::current_exception());
            continue;
        }
        round.answered(*item, std::move(answer));
    }
}

void expectSixItemsTally(const std::vector<Item>& items, const Journal& journal) {
    const Tally result = tally(items, journal.responses());
    EXPECT_EQ(result.all.n, 6);
    EXPECT_EQ(result.all.right, 4);
    EXPECT_EQ(result.kinds.at("odd").right, 2);
    EXPECT_EQ(result.kinds.at("even").n, 3);
    EXPECT_EQ(result.untagged, 1);
    EXPECT_EQ(result.failed, 1);
    ASSERT_EQ(result.wrong.size(), 2U);
    EXPECT_EQ(result.wrong[0].item->line, 3);
    EXPECT_EQ(result.wrong[0].response->answer, "none");
    EXPECT_EQ(result.wrong[1].response->failure, "There is no such file.");
    ASSERT_TRUE(result.cites);
    EXPECT_EQ(result.cites->right, 1);
    EXPECT_EQ(result.cites->n, 1);
}

TEST(Evaluation, CountsAnswersAndKeepsThem) {
    const TestFolder folder;
    const std::vector<Item> items = sixItems();
    std::vector<int> progress;
    Journal journal(folder / "a.jsonl", items, kIdentity);
    answerAll(items, journal, fakeAnswer,
              [&](const Proportion& soFar) { progress.push_back(10 * soFar.right + soFar.n); });
    EXPECT_EQ(progress, (std::vector<int>{0, 11, 22, 23, 24, 35, 46}));
    expectSixItemsTally(items, journal);
    const Response& second = journal.responses().at(2);
    EXPECT_EQ(second.tokens, (std::vector<std::int32_t>{0, 102}));
    EXPECT_EQ(second.finish, "stop");
}

TEST(Evaluation, ContinuesWhereItStopped) {
    const TestFolder folder;
    const std::vector<Item> items = sixItems();
    int asked = 0;
    for (int run = 0; run < 4; ++run) {
        Journal journal(folder / "a.jsonl", items, kIdentity);
        EXPECT_EQ(journal.responses().size(), static_cast<std::size_t>(std::min(2 * run, 6)));
        std::stop_source stop;
        const auto stopAfterTwo = [&](const Item& item) {
            if (++asked % 2 == 0) stop.request_stop();
            return fakeAnswer(item);
        };
        if (run < 2) {
            EXPECT_THROW(answerAll(items, journal, stopAfterTwo, {}, stop.get_token()), Cancelled);
        } else {
            answerAll(items, journal, stopAfterTwo);
        }
    }
    EXPECT_EQ(asked, 6);
    expectSixItemsTally(items, Journal(folder / "a.jsonl", items, kIdentity));
}

TEST(Evaluation, CountsNoCancelledAnswer) {
    const TestFolder folder;
    const std::vector<Item> items = sixItems();
    Journal journal(folder / "a.jsonl", items, kIdentity);
    const auto cancelled = [](const Item& item) {
        inference::Answer answer = fakeAnswer(item);
        if (item.line == 2) answer.finish = inference::Finish::cancelled;
        return answer;
    };
    EXPECT_THROW(answerAll(items, journal, cancelled), Cancelled);
    EXPECT_EQ(journal.responses().size(), 1U);
}

// --- the journal file -----------------------------------------------------------------------------------------------

/// Returns the text of a journal with all six answers.
std::string wholeJournal(const fs::path& file) {
    const std::vector<Item> items = sixItems();
    Journal journal(file, items, kIdentity);
    answerAll(items, journal, fakeAnswer);
    return readFile(file);
}

TEST(JournalFile, DropsAnIncompleteLastLine) {
    const TestFolder folder;
    const fs::path file = folder / "a.jsonl";
    const std::vector<Item> items = sixItems();
    const std::string whole = wholeJournal(file);
    ASSERT_EQ(std::count(whole.begin(), whole.end(), '\n'), 6);
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        writeFile(file, whole.substr(0, length));
        const auto lines = std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length), '\n');
        Journal journal(file, items, kIdentity);
        EXPECT_EQ(journal.responses().size(), static_cast<std::size_t>(lines)) << length;
        answerAll(items, journal, fakeAnswer);
        expectSixItemsTally(items, journal);
    }
    const std::string mended = readFile(file);
    EXPECT_EQ(std::count(mended.begin(), mended.end(), '\n'), 6);
    writeFile(file, whole.substr(0, whole.find('\n') + 1) + std::string(50, '\0'));
    EXPECT_EQ(Journal(file, items, kIdentity).responses().size(), 1U);
}

TEST(JournalFile, RefusesAndKeepsTheAnswersOfAnotherEvaluation) {
    const TestFolder folder;
    const fs::path file = folder / "a.jsonl";
    const std::vector<Item> items = sixItems();
    const std::string whole = wholeJournal(file);
    const std::string other(64, 'd');
    struct Case {
        Identity identity;
        const char* code;
    };
    for (const Case& c : {Case{{other, kIdentity.model, kIdentity.options}, "answers.other_questions"},
                          Case{{kIdentity.questions, other, kIdentity.options}, "answers.other_model"},
                          Case{{kIdentity.questions, kIdentity.model, other}, "answers.other_options"}}) {
        EXPECT_EQ(errorOf([&] { Journal(file, items, c.identity); }), Error(c.code, file.string()));
        EXPECT_EQ(readFile(file), whole);
    }
}

TEST(JournalFile, RefusesAndKeepsAFileThatIsDamagedOrNoJournal) {
    const TestFolder folder;
    const fs::path file = folder / "a.jsonl";
    const std::vector<Item> items = sixItems();
    const std::string whole = wholeJournal(file);
    const std::size_t second = whole.find('\n') + 1;
    std::string unknownLine = whole;
    unknownLine.replace(unknownLine.find("\"line\":1"), 8, "\"line\":7");
    for (const std::string& damaged :
         {whole.substr(0, second) + "{\"answer\":3}\n" + whole.substr(second),
          whole.substr(0, second + 9) + "\n" + whole.substr(second), "\n" + whole,
          whole.substr(0, 20) + '\xff' + whole.substr(20), unknownLine, std::string("my notes, without an end of line"),
          std::string("my notes\nare here\n"), std::string(R"({"images": ["a.png"], "question": "Q", "answer": "A"})"),
          std::string(R"({"images": ["a.png"], "question": "Q", "answer": "A"})") + "\n"}) {
        writeFile(file, damaged);
        EXPECT_EQ(errorOf([&] { Journal(file, items, kIdentity); }).code().find("answers."), 0U) << damaged;
        EXPECT_EQ(readFile(file), damaged);
    }
    EXPECT_EQ(errorOf([&] { Journal(folder / "", items, kIdentity); }).code(), "answers.cannot_open");
    EXPECT_EQ(errorOf([&] { Journal(folder / "no/such/a.jsonl", items, kIdentity); }).code(), "answers.cannot_open");
}

TEST(JournalFile, RefusesASecondEvaluation) {
    const TestFolder folder;
    const std::vector<Item> items = sixItems();
    const Journal first(folder / "a.jsonl", items, kIdentity);
    EXPECT_EQ(errorOf([&] { Journal(folder / "a.jsonl", items, kIdentity); }).code(), "answers.in_use");
}

}  // namespace
}  // namespace fleming::app::evaluation
