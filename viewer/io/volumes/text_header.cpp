#include "viewer/io/volumes/text_header.h"

#include "base/error.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

namespace fleming::viewer {

namespace {

constexpr std::size_t kHeaderLimit = std::size_t{1} << 20;
constexpr std::size_t kMetaLineLimit = 1000;  // the line buffers of MetaIO are slightly longer

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Normalizes the name of a NRRD field: NRRD ignores case, blanks and hyphens.
std::string fieldName(std::string_view text) {
    std::string name;
    for (const char c : trimmed(text)) {
        if (c != ' ' && c != '-') name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
}

/// Sets `line` to the next line without its line break. Returns false at the end of the text.
bool nextLine(std::string_view text, std::size_t& at, std::string_view& line) {
    if (at >= text.size()) return false;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return true;
}

void parseNrrd(std::string_view text, TextHeader& header) {
    std::size_t at = 0;
    std::string_view line;
    nextLine(text, at, line);  // the signature
    while (nextLine(text, at, line)) {
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        if (line[0] == '#' || colon == std::string_view::npos) continue;
        if (colon + 1 < line.size() && line[colon + 1] == '=') continue;  // a key/value pair, not a field
        header.fields.emplace(fieldName(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
        if (header.has("datafile") && header.value({"datafile"}).starts_with("LIST")) break;
    }
    header.end = at;
}

/// Returns false if the header has no ElementDataFile, the last field.
bool parseMeta(const ByteSource& source, std::string_view text, TextHeader& header) {
    std::size_t at = 0;
    std::string_view line;
    while (nextLine(text, at, line)) {
        if (line.size() > kMetaLineLimit)
            throw Error("metaimage.line_too_long", source.name(), {std::to_string(kMetaLineLimit)});
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) continue;
        const std::string name(trimmed(line.substr(0, equals)));
        header.fields.emplace(name, trimmed(line.substr(equals + 1)));
        if (name == "ElementDataFile") {
            header.end = at;
            return true;
        }
    }
    return false;
}

}  // namespace

std::string TextHeader::value(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
        const auto found = fields.find(name);
        if (found != fields.end()) return found->second;
    }
    return {};
}

std::vector<std::int64_t> TextHeader::numbers(std::initializer_list<const char*> names) const {
    const std::string text = value(names);
    std::vector<std::int64_t> result;
    const char* at = text.data();
    const char* last = at + text.size();
    while (at != last) {
        if (*at == ' ' || *at == '\t') {
            ++at;
            continue;
        }
        std::int64_t number = 0;
        const auto [next, error] = std::from_chars(at, last, number);
        if (error != std::errc() || (next != last && *next != ' ' && *next != '\t')) return {};
        result.push_back(number);
        at = next;
    }
    return result;
}

TextHeader readTextHeader(const ByteSource& source) {
    const std::vector<std::byte> bytes = source.start(kHeaderLimit);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    TextHeader header;
    header.nrrd = text.starts_with("NRRD000");
    if (header.nrrd) {
        parseNrrd(text, header);
    } else if (!parseMeta(source, text, header)) {
        throw Error("metaimage.incomplete_header", source.name());
    }
    return header;
}

}  // namespace fleming::viewer
