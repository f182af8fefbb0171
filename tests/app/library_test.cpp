// The library: what is found in sessions, and how the index follows them.
#include "app/library/search_text.h"
#include "app/library/session_index.h"
#include "app/library/session_search.h"
#include "app/session/session_title.h"
#include "app/settings.h"
#include "tests/app/run_cli.h"
#include "tests/app/session_testing.h"
#include "tests/app/test_files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <chrono>
#include <fstream>
#include <gtest/gtest.h>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

SessionFilter withText(const QString& text) {
    SessionFilter filter;
    filter.text = text;
    return filter;
}

/// Sessions in a folder and their index.
class Library : public testing::Test {
protected:
    fs::path file(const std::string& name) const { return folder_ / (name + ".fleming"); }

    /// Asks a question in a session, answers it, and returns the exchange's id.
    std::int64_t ask(const std::string& name, const std::string& question, const std::string& answer = "None.",
                     const std::string& reasoning = "Because.") {
        Session session(file(name));
        Question asked = testQuestion(question, 1);
        asked.evidence[0].provenance.seriesDescription.words = "Abdomen venous";
        asked.evidence[0].provenance.modality = "CT";
        const std::int64_t id = session.begin(session.newConversation(), asked, testModel()).id;
        inference::Answer said;
        said.text = answer;
        said.finalAnswer = answer;
        said.reasoning = reasoning;
        session.finish(id, said);
        files_.push_back(file(name));
        return id;
    }

    std::vector<Error> update(int* read = nullptr) {
        IndexUpdate update(index());
        std::vector<Error> skipped = update.run(files_);
        if (read != nullptr) *read = update.exchangesRead();
        return skipped;
    }

    SessionHits search(SessionFilter filter) { return searchSessions(index(), filter); }
    SessionHits search(const QString& text) { return search(withText(text)); }

    /// Returns the names of the sessions that were found, each once, separated by spaces.
    std::string found(const SessionFilter& filter) {
        std::string names;
        for (const SessionHit& hit : search(filter).hits) {
            const std::string name = fs::path(hit.file.toStdString()).stem().string();
            if (names.find(name) == std::string::npos) names += (names.empty() ? "" : " ") + name;
        }
        return names;
    }
    std::string found(const QString& text) { return found(withText(text)); }

    const IndexDatabase& index() {
        if (!index_) index_ = std::make_unique<IndexDatabase>(folder_ / "library.sqlite", sessionIndexSchema());
        return *index_;
    }

    TestFolder folder_;
    std::vector<fs::path> files_;
    std::unique_ptr<IndexDatabase> index_;
};

TEST(SearchText, SplitsWordsAndCharacters) {
    EXPECT_EQ(indexedText("CT: Leber-Zyste, 9 mm!"), "ct leber zyste 9 mm");
    EXPECT_EQ(indexedText("肝脏囊肿"), "肝脏 脏囊 囊肿 肿");
    EXPECT_EQ(indexedText("CT显示囊肿9mm。"), "ct 显示 示囊 囊肿 肿 9mm");
    EXPECT_EQ(indexedText("肝，脏"), "肝 脏");
    EXPECT_EQ(indexedText("Lésion ＣＴ ﬁbrose"), "lesion ct fibrose");
    EXPECT_EQ(indexedText("“ ”—*"), "");
}

TEST(SearchText, AQueryIsPlainText) {
    EXPECT_TRUE(SearchQuery("  \t").isBlank());
    EXPECT_FALSE(SearchQuery("\"").isBlank());
    EXPECT_EQ(SearchQuery("\" * ( )").expression(), "");
    EXPECT_EQ(SearchQuery("liver AND cyst").expression(), "\"liver\" * AND \"and\" * AND \"cyst\" *");
    EXPECT_EQ(SearchQuery("囊肿").expression(), "\"囊肿\"");
    EXPECT_EQ(SearchQuery("肿").expression(), "\"肿\" *");
    EXPECT_EQ(SearchQuery("CT囊肿").expression(), "\"ct\" AND \"囊肿\"");
}

TEST(SearchText, MarksWhatMatches) {
    const auto marked = [](const QString& text, const QString& query) {
        QStringList parts;
        for (const TextRange& match : SearchQuery(query).matchesIn(text))
            parts << text.mid(match.start, match.length);
        return parts.join(QLatin1Char('|'));
    };
    EXPECT_EQ(marked("A cyst, two CYSTS, a cystic mass", "cyst"), "cyst|CYSTS|cystic");
    EXPECT_EQ(marked("左肺有囊肿，囊 肿", "囊肿"), "囊肿");
    EXPECT_EQ(marked("non-contrast and non contrast", "non-contrast"), "non-contrast|non contrast");
    EXPECT_EQ(marked("Lésion", "lesion"), "Lésion");
    EXPECT_EQ(marked("nothing", "cyst"), "");
}

TEST(SearchText, ASnippetShowsTheFirstMatch) {
    const QString text = QString("word ").repeated(200) + "the cyst is here " + QString("more ").repeated(200);
    const Snippet snippet = snippetOf(text, SearchQuery("cyst"), 80);
    EXPECT_LE(snippet.text.size(), 90);
    EXPECT_TRUE(snippet.text.startsWith(QStringLiteral("… ")) && snippet.text.endsWith(QStringLiteral(" …")));
    ASSERT_EQ(snippet.matches.size(), 1U);
    EXPECT_EQ(snippet.text.mid(snippet.matches[0].start, snippet.matches[0].length), "cyst");
    EXPECT_EQ(snippetOf("One\nline", SearchQuery("x")).text, "One line");
}

TEST(SessionTitle, IsCutBetweenWords) {
    EXPECT_EQ(titleFromQuestion("  Is there\na cyst? "), "Is there a cyst?");
    EXPECT_EQ(titleFromQuestion("Is there a pleural effusion?", 20), "Is there a pleural…");
    EXPECT_EQ(titleFromQuestion(QString(100, 'x'), 20), QString(20, 'x') + "…");
    EXPECT_EQ(titleFromQuestion(""), "");
}

TEST_F(Library, FindsEveryPartOfASession) {
    const std::int64_t id = ask("a", "Is there an effusion?", "A small one.", "The costophrenic angle is blunt.");
    Review review = testReview(Verdict::partlyCorrect, "Side is missing", "Ann");
    review.reviewerCode = "R7";
    review.correctedAnswer = "A small effusion on the left.";
    review.tags = {"teaching"};
    review.spans = {{Passage::answer, 0, 1, "wrong_location", {}, "laterality"}};
    review.marks = {{1, MarkShape::box, 0, 0, 1, 1, "meniscus"}};
    Session(file("a")).review(id, review);
    Session(file("a")).setTitle("Chest rounds");
    RecordedMeasurement measurement;
    measurement.roi = {viewer::RoiShape::length, {}, {{0, 0}, {1, 0}}};
    measurement.name = "Target lesion";
    measurement.note = "spiculated";
    Session(file("a")).recordMeasurement(measurement);
    measurement.name = "M2";
    Session(file("a")).recordMeasurement(measurement);
    ask("b", "Something else");
    EXPECT_TRUE(update().empty());
    for (const char* word : {"effusion", "small", "costophrenic", "missing", "left", "teaching", "location",
                             "laterality", "meniscus", "rounds", "lesion", "spiculated"})
        EXPECT_EQ(found(word), "a") << word;
    EXPECT_EQ(found("M2"), "");  // nobody chose this name, and a tumour can be of the stage M2
    EXPECT_EQ(found("abdomen"), found("ct"));
    EXPECT_EQ(search("venous").hits.size(), 2U);
    EXPECT_EQ(search(QString::fromStdString(testModel().info.name)).hits.size(), 2U);

    const SessionHits hits = search("blunt angle");
    ASSERT_EQ(hits.hits.size(), 1U);
    const SessionHit& hit = hits.hits[0];
    EXPECT_EQ(hit.exchange, id);
    EXPECT_EQ(hit.title, "Chest rounds");
    EXPECT_EQ(hit.where, FoundIn::reasoning);
    EXPECT_EQ(hit.snippet.matches.size(), 2U);
    EXPECT_EQ(hit.verdicts, (std::array{0, 1, 0, 0}));
    EXPECT_EQ(hit.unreviewed, 0);
}

TEST_F(Library, FindsTwoChineseCharacters) {
    ask("a", "肝脏有囊肿吗？", "肝右叶见一囊肿，约9mm。");
    ask("b", "肺部CT有结节吗？", "未见结节");
    update();
    EXPECT_EQ(found("囊肿"), "a");
    EXPECT_EQ(found("右叶"), "a");
    EXPECT_EQ(found("结节"), "b");
    EXPECT_EQ(found("肿"), "a");  // the last character of "囊肿" and in the middle of a run
    EXPECT_EQ(found("叶见一囊"), "a");
    EXPECT_EQ(found("肝囊"), "");  // both characters, but apart
    EXPECT_EQ(found("CT结节"), "b");
    EXPECT_EQ(found("囊肿 9mm"), "a");
    EXPECT_EQ(found("囊肿 结节"), "");
}

TEST_F(Library, OperatorsAndQuotesArePlainText) {
    ask("a", "Is the \"ground glass\" sign there? NOT seen before; a OR b");
    ask("b", "Other");
    update();
    for (const char* text : {"\"ground", "ground\"glass", "glass*", "NOT seen", "(ground)", "question:ground", "^is",
                             "a OR b", "ground - glass", "glass;", "'ground'"})
        EXPECT_EQ(found(text), QString(text).contains(':') ? "" : "a") << text;
    for (const char* text : {"\"", "*", "()", "- -", ":"})
        EXPECT_EQ(found(text), "") << text;
    EXPECT_EQ(found("Other OR ground"), "");
}

TEST_F(Library, Filters) {
    const std::int64_t a = ask("a", "First cyst"), b = ask("b", "Second cyst");
    ask("c", "Third cyst");
    Session(file("a")).review(a, testReview(Verdict::correct, "", "Ann"));
    Session(file("b")).review(b, testReview(Verdict::correct, "", "Ann"));
    Session(file("b")).review(b, testReview(Verdict::wrong, "", "Ann"));
    Session(file("b")).review(b, testReview(Verdict::correct, "", "Bob"));
    update();
    for (const char* text : {"", "cyst"}) {
        const auto with = [&](auto change) {
            SessionFilter filter = withText(text);
            change(filter);
            return found(filter);
        };
        EXPECT_EQ(with([](SessionFilter& f) { f.isReviewed = false; }), "c");
        EXPECT_EQ(with([](SessionFilter& f) { f.isReviewed = true; }).size(), 3U);
        EXPECT_EQ(with([](SessionFilter& f) { f.reviewer = "Bob"; }), "b");
        EXPECT_EQ(with([](SessionFilter& f) { f.verdict = Verdict::wrong; }), "b");
        // Ann has changed her verdict on b, and Bob's is not hers.
        EXPECT_EQ(with([](SessionFilter& f) {
                      f.reviewer = "Ann";
                      f.verdict = Verdict::correct;
                  }),
                  "a");
        EXPECT_EQ(with([](SessionFilter& f) {
                      f.reviewer = "Bob";
                      f.verdict = Verdict::wrong;
                  }),
                  "");
        EXPECT_EQ(with([](SessionFilter& f) { f.model = "no such model"; }), "");
        EXPECT_EQ(
            with([](SessionFilter& f) { f.model = QString::fromStdString(testModel().info.name).toUpper(); }).size(),
            5U);
        EXPECT_EQ(with([](SessionFilter& f) { f.fromMs = 4102444800000; }), "");
        EXPECT_EQ(with([](SessionFilter& f) { f.untilMs = 1; }), "");
        EXPECT_EQ(with([](SessionFilter& f) {
                      f.fromMs = 1;
                      f.untilMs = 4102444800000;
                  }).size(),
                  5U);
    }
    EXPECT_EQ(filterChoices(index()).reviewers, (QStringList{"Ann", "Bob"}));
}

TEST_F(Library, ReadsOnlyWhatHasChanged) {
    for (int i = 0; i < 5; ++i)
        ask("a", "Question " + std::to_string(i));
    ask("b", "Other");
    int read = 0;
    update(&read);
    EXPECT_EQ(read, 6);
    update(&read);
    EXPECT_EQ(read, 0);
    const std::int64_t added = ask("a", "Newest");
    update(&read);
    EXPECT_EQ(read, 1);
    EXPECT_EQ(found("newest"), "a");
    Session(file("a")).review(added, testReview(Verdict::wrong, "retouched"));
    update(&read);
    EXPECT_EQ(read, 1);
    EXPECT_EQ(found("retouched"), "a");
    Session(file("a")).setTitle("Renamed session");
    update(&read);
    EXPECT_EQ(read, 0);
    EXPECT_EQ(search("renamed").hits.at(0).exchange, 0);
    EXPECT_EQ(search("").hits.at(0).title, "Renamed session");
    EXPECT_EQ(found("question"), "a");
}

TEST_F(Library, FollowsAnAnswerThatStreams) {
    std::int64_t id = 0;
    {
        Session session(file("a"));
        files_ = {file("a")};
        id = session.begin(session.newConversation(), testQuestion("Which?"), testModel()).id;
        append(session, id, token(1, "halfway", -0.1F, inference::Channel::answer));
        update();
        EXPECT_EQ(found("which"), "a");
        inference::Answer answer;
        answer.text = answer.finalAnswer = "Finished";
        session.finish(id, answer);
    }
    update();
    EXPECT_EQ(found("finished"), "a");
}

TEST_F(Library, ForgetsDeletedSessions) {
    ask("a", "Cyst one");
    ask("b", "Cyst two");
    update();
    EXPECT_EQ(found("cyst").size(), 3U);
    fs::remove(file("a"));
    update();
    EXPECT_EQ(found("cyst"), "b");
    EXPECT_EQ(search("").hits.size(), 1U);
}

TEST_F(Library, ASessionThatTookTheNameOfAnotherReplacesIt) {
    ask("a", "Cyst");
    ask("b", "Nodule");
    update();
    fs::rename(file("b"), file("a"));
    update();
    EXPECT_EQ(found("cyst"), "");
    EXPECT_EQ(found("nodule"), "a");
}

TEST_F(Library, NamesDamagedFilesAndReadsTheOthers) {
    ask("a", "Cyst");
    ask("damaged", "Cyst");
    std::ofstream(file("other")) << "not a session";
    files_.push_back(file("other"));
    {
        std::fstream damage(file("damaged"), std::ios::in | std::ios::out | std::ios::binary);
        damage.seekp(100);
        damage << std::string(4000, '\xff');
    }
    const std::vector<Error> skipped = update();
    ASSERT_EQ(skipped.size(), 2U);
    EXPECT_EQ(skipped[0].source(), file("damaged"));
    EXPECT_EQ(skipped[1].source(), file("other"));
    EXPECT_EQ(skipped[1].code(), "session.not_a_session");
    EXPECT_EQ(found("cyst"), "a");
}

TEST_F(Library, LeavesSessionsAsTheyAre) {
    ask("a", "Cyst");
    const auto contentOf = [](const fs::path& path) {
        std::ifstream stream(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    };
    const std::string before = contentOf(file("a"));
    update();
    EXPECT_EQ(contentOf(file("a")), before);
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(file("a").parent_path()))
        names.insert(entry.path().filename().string());
    for (const std::string& name : names)
        EXPECT_TRUE(name == "a.fleming" || name.starts_with("library.sqlite")) << name;
}

TEST_F(Library, ADeletedOrDamagedIndexIsMadeAgain) {
    ask("a", "Cyst");
    update();
    index_.reset();
    fs::resize_file(folder_ / "library.sqlite", 5000);
    update();
    EXPECT_EQ(found("cyst"), "a");
    index_.reset();
    fs::remove(folder_ / "library.sqlite");
    update();
    EXPECT_EQ(found("cyst"), "a");
    EXPECT_EQ(QFileInfo(QString::fromStdString(folder_ / "library.sqlite")).permissions() &
                  (QFile::ReadGroup | QFile::ReadOther),
              QFile::Permissions());
}

TEST_F(Library, AnUpdateCanBeCancelled) {
    ask("a", "Cyst");
    ask("b", "Cyst");
    std::stop_source stop;
    IndexUpdate update(index());
    EXPECT_THROW(update.run(files_, stop.get_token(), [&](int, int) { stop.request_stop(); }), Cancelled);
    EXPECT_EQ(found("cyst"), "a");  // what was read stays
}

TEST_F(Library, HoldsAThousandSessions) {
    ask("original", "Where is the cyst?", "In the liver. 肝脏囊肿");
    for (int i = 0; i < 1000; ++i) {
        files_.push_back(file(std::to_string(i)));
        fs::copy_file(file("original"), files_.back());
    }
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    update();
    const auto read = Clock::now();
    update();
    const auto again = Clock::now();
    const SessionHits hits = search("囊肿");
    const auto searched = Clock::now();
    EXPECT_EQ(hits.hits.size(), 500U);
    EXPECT_TRUE(hits.isCut);
    const auto ms = [](auto from, auto to) {
        return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(to - from).count());
    };
    RecordProperty("index_ms", ms(begin, read));
    RecordProperty("update_ms", ms(read, again));
    RecordProperty("search_ms", ms(again, searched));
    std::printf("1001 sessions: read %d ms, again %d ms, search %d ms\n", ms(begin, read), ms(read, again),
                ms(again, searched));
    EXPECT_LT(ms(read, again), ms(begin, read) / 2);
}

TEST(SessionsCommand, ListsAndSearches) {
    const fs::path folder = fs::path(newSessionFile().toStdString()).parent_path();
    fs::create_directories(folder);
    const fs::path file = folder / "cli.fleming", damaged = folder / "damaged.fleming";
    {
        Session session(file);
        const std::int64_t id = askAndAnswer(session, "Is there 囊肿 in \"segment 4\"?");
        session.review(id, testReview(Verdict::wrong, "no", "Ann"));
    }
    std::ofstream(damaged) << "not a session";
    const auto run = [](std::vector<std::string> words) {
        words.insert(words.begin(), "sessions");
        return runCli(words);
    };
    const Outcome json = run({"囊肿", "--json", "--verdict", "wrong"});
    EXPECT_EQ(json.code, 0) << json.err;
    const QJsonObject result = parsedJson(json.out).object();
    const QJsonArray sessions = result["sessions"].toArray();
    ASSERT_EQ(sessions.size(), 1);
    EXPECT_EQ(sessions[0]["file"].toString().toStdString(), file.string());
    EXPECT_EQ(sessions[0]["exchange"].toInt(), 1);
    EXPECT_EQ(sessions[0]["found_in"].toString(), "question");
    EXPECT_EQ(sessions[0]["matches"].toArray(), QJsonArray{"囊肿"});
    EXPECT_EQ(sessions[0]["verdicts"].toObject()["wrong"].toInt(), 1);
    EXPECT_EQ(result["skipped"].toArray().at(0)["file"].toString().toStdString(), damaged.string());
    EXPECT_NE(json.err.find("damaged.fleming"), std::string::npos);

    EXPECT_NE(run({}).out.find("cli.fleming"), std::string::npos);
    EXPECT_EQ(run({"囊肿", "--unreviewed"}).out.find("cli.fleming"), std::string::npos);
    EXPECT_NE(run({"--reviewer", "Ann"}).out.find("cli.fleming"), std::string::npos);
    EXPECT_EQ(run({"--until", "2001-01-01"}).out.find("cli.fleming"), std::string::npos);
    EXPECT_NE(run({"segment", "4"}).out.find("cli.fleming"), std::string::npos);
    EXPECT_EQ(run({"--from", "yesterday"}).code, 2);
    EXPECT_EQ(run({"--verdict", "good"}).code, 2);
    EXPECT_EQ(run({"--reviewed", "--unreviewed"}).code, 2);
    fs::remove(damaged);
    fs::remove(file);
    EXPECT_EQ(run({}).out.find("cli.fleming"), std::string::npos);
}

}  // namespace
}  // namespace fleming::app
