#pragma once

#include <string>
#include <vector>

namespace fleming::viewer {

/// A remark about a series for the user, for example about missing slices. Like an Error, it has a code ("area.remark")
/// and the values that its sentence mentions; app/errors puts it into words. It never holds patient data.
struct Note {
    std::string code;
    std::vector<std::string> arguments;

    friend bool operator==(const Note&, const Note&) = default;
};

}  // namespace fleming::viewer
