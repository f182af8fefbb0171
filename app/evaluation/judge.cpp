#include "app/evaluation/judge.h"

#include "app/evidence/references.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace fleming::app::evaluation {

namespace {

constexpr int kMostImages = 9999;  // a citation of an image that does not exist counts, as a wrong one

/// Removes what isRight() ignores.
QString plain(const QString& text) {
    static const QString marks = QStringLiteral(".,;:!?…。，；：！？");
    QString words = text.normalized(QString::NormalizationForm_C).toCaseFolded().simplified();
    while (!words.isEmpty() && (marks.contains(words.back()) || words.back().isSpace()))
        words.chop(1);
    return words;
}

/// An option of a multiple-choice question; its text may be unknown.
struct Choice {
    QChar letter;
    QString text;
};

/// Parses "d", "d.", "(d)" or "d. fundus imaging", after plain().
std::optional<Choice> asChoice(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral(R"(^\(?([a-z])(?:[.:)]+\s*(.*))?$)"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) return std::nullopt;
    return Choice{match.captured(1).front(), match.captured(2)};
}

/// Finds the options in a question, from A on, one per line or in one line. Returns none if there are fewer than two.
std::vector<Choice> optionsOf(const QString& question) {
    static const QRegularExpression mark(QStringLiteral(R"((?:^|(?<=[\s,;(]))([A-Z])[.:)]\s*)"));
    std::vector<Choice> options;
    std::vector<qsizetype> begins, ends;
    for (auto at = mark.globalMatch(question); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        const QChar letter = match.captured(1).front();
        if (letter.unicode() != 'A' + options.size()) continue;
        options.push_back({letter.toLower(), {}});
        begins.push_back(match.capturedEnd());
        ends.push_back(match.capturedStart());
    }
    ends.push_back(question.size());
    for (std::size_t i = 0; i < options.size(); ++i) {
        const QString text = question.mid(begins[i], ends[i + 1] - begins[i]).section('\n', 0, 0).trimmed();
        options[i].text = plain(text.endsWith('(') ? text.chopped(1) : text);
    }
    return options.size() < 2 ? std::vector<Choice>() : options;
}

/// Returns the option that an expected answer means, if it is one.
std::optional<Choice> choiceOf(const QString& expected, const std::vector<Choice>& options) {
    const auto find = [&](const auto& fits) { return std::find_if(options.begin(), options.end(), fits); };
    const auto same = find([&](const Choice& option) { return option.text == expected; });
    if (same != options.end()) return *same;
    std::optional<Choice> choice = asChoice(expected);
    if (!choice || !choice->text.isEmpty()) return choice;
    const auto named = find([&](const Choice& option) { return option.letter == choice->letter; });
    return named != options.end() ? *named : choice;
}

bool says(const QString& reply, const QString& expected, const std::vector<Choice>& options) {
    if (reply == expected) return true;
    const std::optional<Choice> wanted = choiceOf(expected, options);
    if (!wanted) return false;
    const std::optional<Choice> given = asChoice(reply);
    if (!given) return reply == wanted->text;
    const bool sameText = given->text.isEmpty() || wanted->text.isEmpty() || given->text == wanted->text;
    return given->letter == wanted->letter && sameText;
}

/// Returns true if the text between two numbers makes them the ends of a range.
bool isRange(const QString& between) {
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*(?:[-‐‑–—]|to|through)\s*$)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(between).hasMatch();
}

}  // namespace

bool isRight(const Item& item, const std::string& reply) {
    const QString said = plain(QString::fromStdString(reply));
    if (said.isEmpty()) return false;
    const std::vector<Choice> options = optionsOf(QString::fromStdString(item.question));
    return std::any_of(item.answers.begin(), item.answers.end(), [&](const std::string& answer) {
        return says(said, plain(QString::fromStdString(answer)), options);
    });
}

std::set<int> citedImages(const std::string& text) {
    const QString words = QString::fromStdString(text);
    std::set<int> cited;
    Reference last;
    for (const Reference& reference : findReferences(words, kMostImages)) {
        const qsizetype end = last.start + last.length;
        const bool bareNumber = words[reference.start].isDigit();
        if (bareNumber && isRange(words.mid(end, reference.start - end))) {
            for (int number = last.number + 1; number < reference.number; ++number)
                cited.insert(number);
        }
        cited.insert(reference.number);
        last = reference;
    }
    return cited;
}

bool citesAgree(const std::vector<int>& expected, const std::set<int>& cited) {
    const auto isNear = [](int number, const auto& others) {
        return std::any_of(others.begin(), others.end(), [number](int other) { return std::abs(number - other) <= 1; });
    };
    return std::all_of(cited.begin(), cited.end(), [&](int number) { return isNear(number, expected); }) &&
           std::all_of(expected.begin(), expected.end(), [&](int number) { return isNear(number, cited); });
}

}  // namespace fleming::app::evaluation
