#include "inference/text/json_file.h"

#include "base/error.h"
#include "base/mapped_file.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace fleming::inference {

namespace {

constexpr int kMaxNesting = 100;

/// Returns the deepest nesting of brackets outside strings. Each level costs the parser memory, so this runs first.
int countNesting(std::string_view text) {
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size() && deepest <= kMaxNesting; ++i) {
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
    if (text.empty()) throw Error("json.empty_file", path);
    if (text.size() > maxBytes) throw Error("json.too_large", path, {std::to_string(maxBytes >> 20)});
    if (countNesting(text) > kMaxNesting) throw Error("json.too_deeply_nested", path, {std::to_string(kMaxNesting)});
    nlohmann::json json;
    try {
        json = nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        throw Error("json.syntax_error", path, {std::to_string(error.byte)});
    } catch (const nlohmann::json::exception&) {
        throw Error("json.number_out_of_range", path);
    }
    if (!json.is_object()) throw Error("json.not_an_object", path);
    return json;
}

}  // namespace fleming::inference
