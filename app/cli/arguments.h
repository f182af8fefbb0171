#pragma once

#include "base/error.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::cli {

/// What the user typed is no command: exit code 2.
class WrongArguments : public Error {
public:
    using Error::Error;
};

/// An option that a command knows. `name` is as it is typed: "--count", "-q".
struct Option {
    std::string name;
    enum class Kind { flag, value, values } kind = Kind::value;  ///< values: may be given several times
};

/// Words of a command line, sorted into options and what stands alone. An option's value is the next word, whatever it
/// is ("--window -600,1500"), or follows "=". After "--" all words stand alone; so does "-".
class Arguments {
public:
    /// Throws WrongArguments for an option that is not known, lacks its value or is given twice.
    Arguments(const std::vector<std::string>& words, const std::vector<Option>& known);

    bool has(const std::string& option) const { return values_.contains(option); }
    std::optional<std::string> value(const std::string& option) const;
    std::vector<std::string> values(const std::string& option) const;
    const std::vector<std::string>& alone() const { return alone_; }

    /// Numbers are read to their last character; WrongArguments where they are none or lie outside the bounds.
    std::optional<int> integer(const std::string& option, int low, int high) const;
    std::optional<double> number(const std::string& option, double low, double high) const;
    std::optional<std::uint64_t> unsigned64(const std::string& option) const;
    /// Several, with commas between them; empty where the option is not given.
    std::vector<int> integers(const std::string& option, int low, int high) const;
    std::vector<double> numbers(const std::string& option, double low, double high) const;

private:
    std::map<std::string, std::vector<std::string>> values_;
    std::vector<std::string> alone_;
};

/// `text` cut at each `separator`; "a,,b" gives an empty piece.
std::vector<std::string> split(const std::string& text, char separator);

/// The whole of `text` as a finite number; nothing where it is none.
std::optional<double> toNumber(const std::string& text);

}  // namespace fleming::app::cli
