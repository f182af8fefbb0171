#include "app/cli/arguments.h"

#include "app/cli/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace fleming::app::cli {

namespace {

[[noreturn]] void refuse(const QString& message) {
    throw WrongArguments(message.toStdString());
}

template <typename Number>
std::optional<Number> parse(const std::string& text) {
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stopped != end || text.empty()) return {};
    return number;
}

int integerIn(const std::string& option, const std::string& text, int low, int high) {
    const auto number = parse<int>(text);
    if (number && *number >= low && *number <= high) return *number;
    if (high == std::numeric_limits<int>::max()) {
        refuse(Text::tr("%1 must be a whole number of at least %2, not \"%3\".")
                   .arg(fromUtf8(option))
                   .arg(low)
                   .arg(fromUtf8(text)));
    }
    refuse(Text::tr("%1 must be a whole number from %2 to %3, not \"%4\".")
               .arg(fromUtf8(option))
               .arg(low)
               .arg(high)
               .arg(fromUtf8(text)));
}

double numberIn(const std::string& option, const std::string& text, double low, double high) {
    const auto number = toNumber(text);
    if (number && *number >= low && *number <= high) return *number;
    if (!number) refuse(Text::tr("%1 must be a number, not \"%2\".").arg(fromUtf8(option), fromUtf8(text)));
    refuse(Text::tr("%1 must be a number from %2 to %3, not \"%4\".")
               .arg(fromUtf8(option))
               .arg(low)
               .arg(high)
               .arg(fromUtf8(text)));
}

}  // namespace

std::optional<double> toNumber(const std::string& text) {
    const auto number = parse<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != text.npos; end = text.find(separator, begin)) {
        pieces.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    pieces.push_back(text.substr(begin));
    return pieces;
}

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<Option>& known) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            alone_.insert(alone_.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            return;
        }
        if (word.size() < 2 || word[0] != '-') {
            alone_.push_back(word);
            continue;
        }
        const std::size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
        const std::string name = word.substr(0, equals);
        const auto option = std::find_if(known.begin(), known.end(), [&](const Option& o) { return o.name == name; });
        if (option == known.end()) refuse(Text::tr("Unknown option %1.").arg(fromUtf8(name)));
        std::vector<std::string>& values = values_[name];
        if (!values.empty() && option->kind != Option::Kind::values)
            refuse(Text::tr("%1 was specified twice.").arg(fromUtf8(name)));
        if (option->kind == Option::Kind::flag) {
            if (equals != word.npos) refuse(Text::tr("%1 does not take a value.").arg(fromUtf8(name)));
            values.emplace_back();
        } else if (equals != word.npos) {
            values.push_back(word.substr(equals + 1));
        } else {
            if (i + 1 == words.size()) refuse(Text::tr("%1 requires a value.").arg(fromUtf8(name)));
            values.push_back(words[++i]);
        }
    }
}

std::optional<std::string> Arguments::value(const std::string& option) const {
    const auto at = values_.find(option);
    return at == values_.end() ? std::nullopt : std::optional(at->second.front());
}

std::vector<std::string> Arguments::values(const std::string& option) const {
    const auto at = values_.find(option);
    return at == values_.end() ? std::vector<std::string>{} : at->second;
}

std::optional<int> Arguments::integer(const std::string& option, int low, int high) const {
    const auto text = value(option);
    return text ? std::optional(integerIn(option, *text, low, high)) : std::nullopt;
}

std::optional<double> Arguments::number(const std::string& option, double low, double high) const {
    const auto text = value(option);
    return text ? std::optional(numberIn(option, *text, low, high)) : std::nullopt;
}

std::optional<std::uint64_t> Arguments::unsigned64(const std::string& option) const {
    const auto text = value(option);
    if (!text) return {};
    const auto number = parse<std::uint64_t>(*text);
    if (!number)
        refuse(Text::tr("%1 must be a whole number of at least 0, not \"%2\".").arg(fromUtf8(option), fromUtf8(*text)));
    return number;
}

std::vector<int> Arguments::integers(const std::string& option, int low, int high) const {
    std::vector<int> numbers;
    if (const auto text = value(option)) {
        for (const std::string& piece : split(*text, ','))
            numbers.push_back(integerIn(option, piece, low, high));
    }
    return numbers;
}

std::vector<double> Arguments::numbers(const std::string& option, double low, double high) const {
    std::vector<double> numbers;
    if (const auto text = value(option)) {
        for (const std::string& piece : split(*text, ','))
            numbers.push_back(numberIn(option, piece, low, high));
    }
    return numbers;
}

}  // namespace fleming::app::cli
