#include "inference/checkpoint/json_text.h"

#include <set>
#include <vector>

#include "base/error.h"
#include "base/mapped_file.h"

namespace fleming::inference {

nlohmann::json readJsonObject(const std::filesystem::path& file, std::size_t maxBytes) {
    constexpr int kMaxDepth = 32;
    const MappedFile mapped(file);
    if (mapped.bytes().size() > maxBytes) {
        throw Error(file.string() + ": is " + std::to_string(mapped.bytes().size()) +
                    " bytes long, which no such file is; it is damaged or not what its name says.");
    }
    const std::string_view text(reinterpret_cast<const char*>(mapped.bytes().data()), mapped.bytes().size());

    std::vector<std::set<std::string>> keys;  // of each object that is open now
    const auto check = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        using Event = nlohmann::json::parse_event_t;
        if (depth > kMaxDepth) throw Error(file.string() + ": is JSON nested too deeply to be a checkpoint's.");
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end) keys.pop_back();
        if (event == Event::key && !keys.back().insert(value.get<std::string>()).second) {
            throw Error(file.string() + ": has the key " + inQuotes(value.get<std::string>()) + " twice in one object.");
        }
        return true;
    };
    try {
        nlohmann::json json = nlohmann::json::parse(text, check);
        if (!json.is_object()) throw Error(file.string() + ": is JSON, but not an object in braces.");
        return json;
    } catch (const nlohmann::json::parse_error& fault) {
        throw Error(file.string() + ": is not valid JSON (at byte " + std::to_string(fault.byte) +
                    "); the file is damaged or incomplete.");
    } catch (const nlohmann::json::exception&) {
        throw Error(file.string() + ": is not valid JSON: it holds a number that is out of range.");
    }
}

std::string inQuotes(std::string_view name) {
    constexpr std::size_t kMaxLength = 120;
    std::string text = "\"";
    for (const char c : name.substr(0, kMaxLength)) {
        const bool printable = c >= ' ' && c <= '~';
        text += printable ? c : '?';
    }
    text += name.size() > kMaxLength ? "...\"" : "\"";
    return text;
}

}  // namespace fleming::inference
