#pragma once

#include "base/error.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::cli {

/// Thrown if the words of a command line cannot be used: exit code 2.
class WrongArguments : public Error {
public:
    using Error::Error;
};

/// Parses the words of one command with QCommandLineParser, converts the values of options, and makes the help page.
/// Options are named without dashes: "count" is --count, "q" is -q. Every command has --help and -h.
class CommandParser {
public:
    enum class Times { once, many };

    /// `program` is what the user types before the arguments: "fleming ask".
    explicit CommandParser(QString program);

    // Declarations. The help page has them in this order.

    /// `usage` lists the arguments: "PATH... -q TEXT [options]". `summary` is a phrase for the list of all commands.
    /// `description` is one or more paragraphs.
    void describe(const QString& usage, const QString& summary, const QString& description);
    void addFlag(const QString& name, const QString& description);
    /// `valueName` is shown in place of the value on the help page. `byDefault` is the value without the option.
    void addValue(const QString& name, const QString& valueName, const QString& description,
                  const QString& byDefault = {}, Times times = Times::once);
    /// Begins a group of options on the help page.
    void addHeading(const QString& heading);
    /// Adds a name and its description to the help page, in the columns of the options.
    void addEntry(const QString& name, const QString& description);
    /// Adds lines to the help page without wrapping them.
    void addText(const QString& text);

    /// Parses the arguments of the program. The value of an option is the next word, even if it begins with a dash
    /// ("--window -600,1500"), or follows "=". After "--", no word is an option. Throws WrongArguments for an unknown
    /// option, a missing value, or an option given twice, unless help is wanted.
    void parse(const std::vector<std::string>& words);

    bool wantsHelp() const { return parser_.isSet(QStringLiteral("help")); }
    QString helpPage() const;
    const QString& usage() const { return usage_; }
    const QString& summary() const { return summary_; }

    // Values. Each throws WrongArguments if the value cannot be used.

    bool has(const QString& option) const { return parser_.isSet(option); }
    std::optional<std::string> value(const QString& option) const;
    std::vector<std::string> values(const QString& option) const;
    std::string required(const QString& option) const;  ///< given, and not empty
    std::string optional(const QString& option) const;  ///< empty if the option is not given; else not empty

    /// Numbers are finite, from `low` to `high`, and read to their last character.
    std::optional<int> integer(const QString& option, int low, int high) const;
    std::optional<double> number(const QString& option, double low, double high) const;
    std::optional<std::uint64_t> unsigned64(const QString& option) const;
    /// Numbers separated by commas; none if the option is not given.
    std::vector<int> integers(const QString& option, int low, int high) const;
    std::vector<double> numbers(const QString& option, double low, double high) const;

    /// Returns the words that are neither options nor their values.
    std::vector<std::string> positional() const;

private:
    struct Declared {
        bool takesValue = false;
        Times times = Times::once;
    };

    [[noreturn]] void failToParse(const QStringList& words) const;
    void addToHelp(const QCommandLineOption& option, const QString& byDefault);

    QString program_, usage_, summary_, description_, options_;
    QCommandLineParser parser_;
    std::map<QString, Declared> declared_;
};

/// Returns the whole of `text` as a finite number; nothing if it is none.
std::optional<double> toNumber(const std::string& text);

}  // namespace fleming::app::cli
