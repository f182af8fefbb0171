#include "app/cli/command_parser.h"

#include "app/cli/command_text.h"
#include "app/cli/help_layout.h"

#include <QCommandLineOption>

#include <charconv>
#include <cmath>
#include <limits>

namespace fleming::app::cli {

namespace {

// A path may have bytes that are not UTF-8, which a QString cannot hold. So the parser sees each byte as one character.
QString toCharacters(const std::string& bytes) {
    return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
}
std::string toBytes(const QString& characters) {
    return characters.toLatin1().toStdString();
}

QString dashed(const QString& option) {
    return (option.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + option;
}

template <typename Number>
std::optional<Number> parseNumber(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end || text.empty()) return {};
    return number;
}

template <typename... Values>
[[noreturn]] void fail(const char* code, const QString& option, const Values&... values) {
    throw WrongArguments(code, {}, {dashed(option).toStdString(), values...});
}

int integerIn(const QString& option, const std::string& text, int low, int high) {
    const auto number = parseNumber<int>(text);
    if (number && *number >= low && *number <= high) return *number;
    if (high == std::numeric_limits<int>::max()) fail("arguments.integer_from", option, std::to_string(low), text);
    fail("arguments.integer_range", option, std::to_string(low), std::to_string(high), text);
}

double numberIn(const QString& option, const std::string& text, double low, double high) {
    const auto number = toNumber(text);
    if (number && *number >= low && *number <= high) return *number;
    if (!number) fail("arguments.number", option, text);
    fail("arguments.number_range", option, QString::number(low).toStdString(), QString::number(high).toStdString(),
         text);
}

std::vector<std::string> splitAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    for (const QString& part : toCharacters(text).split(QLatin1Char(',')))
        parts.push_back(toBytes(part));
    return parts;
}

}  // namespace

std::optional<double> toNumber(const std::string& text) {
    const auto number = parseNumber<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

CommandParser::CommandParser(QString program) : program_(std::move(program)) {
    parser_.addHelpOption();
}

// --- declarations ---------------------------------------------------------------------------------------------------

void CommandParser::describe(const QString& usage, const QString& summary, const QString& description) {
    usage_ = usage;
    summary_ = summary;
    description_ = description;
}

void CommandParser::addFlag(const QString& name, const QString& description) {
    addToHelp(QCommandLineOption(name, description), {});
    declared_[name] = {false, Times::once};
}

void CommandParser::addValue(const QString& name, const QString& valueName, const QString& description,
                             const QString& byDefault, Times times) {
    addToHelp(QCommandLineOption(name, description, valueName), byDefault);
    declared_[name] = {true, times};
}

void CommandParser::addToHelp(const QCommandLineOption& option, const QString& byDefault) {
    parser_.addOption(option);
    const QString name = QStringLiteral("%1 %2").arg(dashed(option.names().front()), option.valueName()).trimmed();
    options_ += twoColumns(name, byDefault.isEmpty() ? option.description()
                                                     : QStringLiteral("%1 [%2]").arg(option.description(), byDefault));
}

void CommandParser::addHeading(const QString& heading) {
    options_ += wrapped(heading);
}

void CommandParser::addEntry(const QString& name, const QString& description) {
    options_ += twoColumns(name, description);
}

void CommandParser::addText(const QString& text) {
    options_ += text;
}

QString CommandParser::helpPage() const {
    return CommandText::tr("usage: %1").arg(QStringLiteral("%1 %2\n\n").arg(program_, usage_)) + wrapped(description_) +
           QLatin1Char('\n') + options_;
}

// --- parsing --------------------------------------------------------------------------------------------------------

void CommandParser::parse(const std::vector<std::string>& words) {
    QStringList characters{program_};
    for (const std::string& word : words)
        characters << toCharacters(word);
    const bool parsed = parser_.parse(characters);
    if (wantsHelp()) return;
    for (const QString& name : parser_.unknownOptionNames())
        throw WrongArguments("arguments.unknown_option", {}, {toBytes(dashed(name))});
    if (!parsed) failToParse(characters);
    for (const auto& [name, declared] : declared_) {
        if (declared.times == Times::once && parser_.optionNames().count(name) > 1) fail("arguments.given_twice", name);
    }
}

/// Throws why the words cannot be parsed, which QCommandLineParser says only in a sentence.
void CommandParser::failToParse(const QStringList& words) const {
    for (const QString& word : words) {
        const QString name = word.section(QLatin1Char('='), 0, 0);
        const auto option = declared_.find(name.mid(2));
        const bool isFlag = option != declared_.end() && !option->second.takesValue;
        if (isFlag && word.size() > name.size()) fail("arguments.unexpected_value", option->first);
    }
    throw WrongArguments("arguments.missing_value", {}, {toBytes(words.back())});
}

// --- values ---------------------------------------------------------------------------------------------------------

std::optional<std::string> CommandParser::value(const QString& option) const {
    return has(option) ? std::optional(toBytes(parser_.value(option))) : std::nullopt;
}

std::vector<std::string> CommandParser::values(const QString& option) const {
    std::vector<std::string> values;
    for (const QString& value : parser_.values(option))
        values.push_back(toBytes(value));
    return values;
}

std::string CommandParser::required(const QString& option) const {
    std::string given = value(option).value_or("");
    if (given.empty()) fail("arguments.required", option);
    return given;
}

std::string CommandParser::optional(const QString& option) const {
    return has(option) ? required(option) : std::string();
}

std::optional<int> CommandParser::integer(const QString& option, int low, int high) const {
    const auto text = value(option);
    return text ? std::optional(integerIn(option, *text, low, high)) : std::nullopt;
}

std::optional<double> CommandParser::number(const QString& option, double low, double high) const {
    const auto text = value(option);
    return text ? std::optional(numberIn(option, *text, low, high)) : std::nullopt;
}

std::optional<std::uint64_t> CommandParser::unsigned64(const QString& option) const {
    const auto text = value(option);
    if (!text) return {};
    const auto number = parseNumber<std::uint64_t>(*text);
    if (!number) fail("arguments.integer_from", option, std::string("0"), *text);
    return number;
}

std::vector<int> CommandParser::integers(const QString& option, int low, int high) const {
    std::vector<int> numbers;
    if (const auto text = value(option)) {
        for (const std::string& part : splitAtCommas(*text))
            numbers.push_back(integerIn(option, part, low, high));
    }
    return numbers;
}

std::vector<double> CommandParser::numbers(const QString& option, double low, double high) const {
    std::vector<double> numbers;
    if (const auto text = value(option)) {
        for (const std::string& part : splitAtCommas(*text))
            numbers.push_back(numberIn(option, part, low, high));
    }
    return numbers;
}

std::vector<std::string> CommandParser::positional() const {
    std::vector<std::string> words;
    for (const QString& word : parser_.positionalArguments())
        words.push_back(toBytes(word));
    return words;
}

}  // namespace fleming::app::cli
