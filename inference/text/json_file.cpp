#include "inference/text/json_file.h"

#include "base/error.h"
#include "base/mapped_file.h"
#include "inference/text/utf8.h"

#include <algorithm>
#include <cstddef>

namespace fleming::inference {

namespace {

constexpr int kDeepestNesting = 100;

/// The deepest nesting of brackets outside strings. Each level costs the parser memory, so it is counted beforehand.
int nestingOf(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size() && deepest <= kDeepestNesting; ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\') ++i;
            if (c == '"') inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

}  // namespace

nlohmann::json readJsonFile(const std::filesystem::path& path, std::size_t maxBytes) {
    const MappedFile file(path);
    const std::string_view text(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
    if (text.empty())
        throw Error(path.string() +
                    ": the file is empty; a JSON object is expected. Copy the checkpoint "
                    "again.");
    if (text.size() > maxBytes) {
        throw Error(path.string() + ": is larger than " + std::to_string(maxBytes >> 20) +
                    " MiB; this is not a "
                    "checkpoint file.");
    }
    if (nestingOf(text) > kDeepestNesting)
        throw Error(path.string() +
                    ": is nested too deeply; this is not a "
                    "checkpoint file.");
    nlohmann::json json;
    try {
        json = nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        throw Error(path.string() + ": is not valid JSON (at byte " + std::to_string(error.byte) +
                    "). Copy the checkpoint again.");
    } catch (const nlohmann::json::exception&) {
        throw Error(path.string() + ": is not valid JSON (a number is out of range). Copy the checkpoint again.");
    }
    if (!json.is_object()) throw Error(path.string() + ": does not contain a JSON object. Copy the checkpoint again.");
    return json;
}

std::string inQuotes(std::string_view text) {
    constexpr std::size_t kMost = 120;
    std::string shown;
    for (std::string_view rest = text; !rest.empty();) {
        const Utf8Unit unit = readUtf8(rest);
        if (shown.size() + unit.length > kMost) {
            shown += "...";
            break;
        }
        appendUtf8(shown, unit.code < 0x20 || unit.code == 0x7F ? U'?' : unit.code);
        rest.remove_prefix(unit.length);
    }
    return "\"" + shown + "\"";
}

}  // namespace fleming::inference
