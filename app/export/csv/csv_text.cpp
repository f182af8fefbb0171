#include "app/export/csv/csv_text.h"

namespace fleming::app {

std::string csvText(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

}  // namespace fleming::app
