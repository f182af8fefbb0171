// Checks that each error code in the sources has a sentence and enough arguments for it. app/errors/error_text.h states
// how the test finds the codes.
#include "app/errors/error_text.h"

#include "app/errors/error_table.h"

#include <QRegularExpression>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;

/// A place in the sources that raises a code.
struct Raise {
    std::string code;
    std::optional<int> arguments;  ///< their number, if the call lists them in braces
    std::string file;
};

struct Sources {
    std::vector<Raise> raises;
    std::set<std::string> literals;  ///< every string literal outside app/errors
};

/// Returns the text without its // comments.
QString withoutComments(QString text) {
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    return text.remove(comment);
}

/// Returns the position after the bracket that matches the one before `position`. Ignores brackets in string literals.
qsizetype skipBrackets(const QString& text, qsizetype position) {
    int depth = 1;
    for (; position < text.size() && depth > 0; ++position) {
        const QChar c = text[position];
        if (c == u'"') {
            for (++position; position < text.size() && text[position] != u'"'; ++position) {
                if (text[position] == u'\\') ++position;
            }
        } else if (c == u'(' || c == u'{' || c == u'[') {
            ++depth;
        } else if (c == u')' || c == u'}' || c == u']') {
            --depth;
        }
    }
    return position;
}

/// Returns the arguments of a call. `position` is after the opening parenthesis.
QStringList splitArguments(const QString& text, qsizetype position) {
    QStringList arguments;
    const qsizetype end = skipBrackets(text, position) - 1;
    qsizetype first = position;
    while (position < end) {
        const QChar c = text[position++];
        if (c == u'(' || c == u'{' || c == u'[') {
            position = skipBrackets(text, position);
        } else if (c == u'"') {
            while (position < end && text[position] != u'"')
                position += text[position] == u'\\' ? 2 : 1;
            ++position;
        } else if (c == u',') {
            arguments << text.mid(first, position - 1 - first).trimmed();
            first = position;
        }
    }
    arguments << text.mid(first, end - first).trimmed();
    return arguments;
}

/// Returns the number of arguments of Error(code, source, {arguments...}), or nothing if they are not a braced list.
std::optional<int> countArguments(const QStringList& call) {
    if (call.size() < 3) return 0;
    const QString& list = call[2];
    if (!list.startsWith(u'{') || !list.endsWith(u'}')) return std::nullopt;
    if (list.size() == 2) return 0;
    return static_cast<int>(splitArguments(list, 1).size());
}

void readSource(const fs::path& file, Sources& sources) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const QString text = withoutComments(QString::fromStdString(bytes));

    static const QRegularExpression literal(QStringLiteral("\"([a-z0-9_]+(?:\\.[a-z0-9_]+)?)\""));
    for (auto match = literal.globalMatch(text); match.hasNext();)
        sources.literals.insert(match.next().captured(1).toStdString());

    static const QRegularExpression call(
        QStringLiteral("(throw\\s+[\\w:]+|\\bError|\\bfail\\w*|\\bthrow\\w+)\\s*\\(\\s*\"([a-z0-9_]+\\.[a-z0-9_]+)\""));
    for (auto matches = call.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        // A helper function may add arguments, such as the name of a key.
        const bool helper = match.captured(1).startsWith(QLatin1String("fail")) ||
                            (match.captured(1).startsWith(QLatin1String("throw")) && !match.captured(1).contains(u' '));
        const qsizetype open = text.indexOf(u'(', match.capturedStart(1)) + 1;
        sources.raises.push_back({match.captured(2).toStdString(),
                                  helper ? std::nullopt : countArguments(splitArguments(text, open)),
                                  fs::relative(file, FLEMING_SOURCE_DIR).string()});
    }
}

const Sources& sources() {
    static const Sources all = [] {
        Sources found;
        for (const char* folder : {"base", "inference", "viewer", "app", "ui"}) {
            for (const auto& entry : fs::recursive_directory_iterator(fs::path(FLEMING_SOURCE_DIR) / folder)) {
                const fs::path& file = entry.path();
                const std::string suffix = file.extension().string();
                const bool source = suffix == ".cpp" || suffix == ".h" || suffix == ".cu" || suffix == ".cuh";
                if (source && file.parent_path().filename() != "errors") readSource(file, found);
            }
        }
        return found;
    }();
    return all;
}

std::map<std::string, const char*> sentences() {
    std::map<std::string, const char*> all;
    for (const auto& table : {baseErrors(), viewerErrors(), inferenceErrors(), appErrors(), commandLineErrors()}) {
        for (const ErrorText& entry : table)
            all.emplace(entry.code, entry.text);
    }
    return all;
}

/// Returns the largest N of all placeholders %N in a text.
int countPlaceholders(std::string_view sentence) {
    int largest = 0;
    for (std::size_t i = 0; i + 1 < sentence.size(); ++i) {
        const char next = sentence[i + 1];
        if (sentence[i] == '%' && next >= '1' && next <= '9') largest = std::max(largest, next - '0');
    }
    return largest;
}

TEST(ErrorTables, AreInAlphabeticalOrderWithoutRepetitions) {
    std::set<std::string> codes;
    for (const auto& table : {baseErrors(), viewerErrors(), inferenceErrors(), appErrors(), commandLineErrors()}) {
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (i > 0) {
                EXPECT_LT(std::string_view(table[i - 1].code), std::string_view(table[i].code));
            }
            EXPECT_TRUE(codes.insert(table[i].code).second) << table[i].code << " is in two tables";
        }
    }
}

TEST(ErrorTables, HaveASentenceForEveryCodeThatIsRaised) {
    const std::map<std::string, const char*> texts = sentences();
    ASSERT_GT(sources().raises.size(), 100U);
    for (const Raise& raise : sources().raises)
        EXPECT_TRUE(texts.contains(raise.code)) << raise.code << " in " << raise.file << " has no sentence";
}

TEST(ErrorTables, HaveNoSentenceForACodeThatNothingRaises) {
    for (const auto& [code, text] : sentences())
        EXPECT_TRUE(sources().literals.contains(code)) << code << " is not in the sources";
}

TEST(ErrorTables, UseOnlyArgumentsThatTheCodeIsGiven) {
    const std::map<std::string, const char*> texts = sentences();
    for (const Raise& raise : sources().raises) {
        const auto found = texts.find(raise.code);
        if (found == texts.end() || !raise.arguments) continue;
        EXPECT_LE(countPlaceholders(found->second), *raise.arguments) << raise.code << " in " << raise.file;
    }
}

TEST(ErrorTables, HaveFullSentences) {
    for (const auto& [code, text] : sentences()) {
        const std::string_view sentence = text;
        ASSERT_FALSE(sentence.empty()) << code;
        const bool endsWithArgument = sentence.size() > 2 && sentence[sentence.size() - 2] == '%';
        EXPECT_TRUE(sentence.back() == '.' || sentence.back() == ')' || endsWithArgument) << code << ": " << sentence;
        EXPECT_FALSE(sentence.front() >= 'a' && sentence.front() <= 'z') << code << ": " << sentence;
    }
}

TEST(ErrorTables, AreReadFromSourcesAsTheRuleSays) {
    Sources found;
    const fs::path file = fs::temp_directory_path() / "fleming_error_text_test.cpp";
    {
        std::ofstream stream(file);
        stream << R"source(
            // throw Error("a.comment");
            throw Error("a.plain");
            throw Error("a.source", file, {});
            throw Error("a.three", file(")", {1, 2}), {f("x, y"), "b, }", g(1, 2)});
            throw Error("a.unseen", file, arguments);
            throw Derived(
                "a.derived", {}, {x});
            failEntry("a.helper", {1});
            throwWith("a.thrower", error);
            open("config.json");
        )source";
    }
    readSource(file, found);
    fs::remove(file);
    std::map<std::string, std::optional<int>> raised;
    for (const Raise& raise : found.raises)
        raised.emplace(raise.code, raise.arguments);
    const std::map<std::string, std::optional<int>> expected{{"a.plain", 0},
                                                             {"a.source", 0},
                                                             {"a.three", 3},
                                                             {"a.unseen", std::nullopt},
                                                             {"a.derived", 1},
                                                             {"a.helper", std::nullopt},
                                                             {"a.thrower", std::nullopt}};
    EXPECT_EQ(raised, expected);
}

TEST(ErrorText, FillsPlaceholders) {
    EXPECT_EQ(reasonOf(Error("file.cannot_open", "/tmp/a", {"No such file"})).toStdString(),
              "The file cannot be opened (No such file).");
    EXPECT_EQ(reasonOf(Error("config.number_out_of_range", "config.json", {"rms_norm_eps", "0.5", "1"})).toStdString(),
              "The value of \"rms_norm_eps\" must be a number from 0.5 to 1.");
}

TEST(ErrorText, LeavesPlaceholdersInArgumentsAlone) {
    EXPECT_EQ(reasonOf(Error("config.not_a_multiple", {}, {"%2", "%1 100%"})).toStdString(),
              "The value of \"%2\" must be a multiple of \"%1 100%\".");
}

TEST(ErrorText, KeepsPlaceholdersWithoutAnArgument) {
    EXPECT_EQ(reasonOf(Error("file.cannot_open", "/tmp/a")).toStdString(), "The file cannot be opened (%1).");
}

TEST(ErrorText, ShowsAnUnknownCodeWithItsArguments) {
    const Error unknown("nothing.known", "/tmp/a", {"one", "two"});
    EXPECT_EQ(reasonOf(unknown).toStdString(), unknown.what());
    EXPECT_NE(reasonOf(unknown).toStdString().find("nothing.known"), std::string::npos);
}

TEST(ErrorText, PutsTheSourceInFront) {
    EXPECT_EQ(messageOf(Error("file.not_regular", "/tmp/a")).toStdString(), "/tmp/a: This is not a regular file.");
    EXPECT_EQ(messageOf(Error("sha256.failed")), reasonOf(Error("sha256.failed")));
}

TEST(ErrorText, HasAMessageForEveryException) {
    const auto message = [](const auto& exception) { return messageOf(std::make_exception_ptr(exception)); };
    EXPECT_EQ(message(Error("file.not_regular", "/tmp/a")), "/tmp/a: This is not a regular file.");
    EXPECT_EQ(message(Cancelled()), "This was cancelled.");
    EXPECT_NE(message(std::runtime_error("first line\nstack trace")).find("first line"), std::string::npos);
    EXPECT_EQ(message(std::runtime_error("first line\nstack trace")).find("stack trace"), std::string::npos);
    EXPECT_FALSE(message(3).empty());
}

}  // namespace
}  // namespace fleming::app
