#pragma once

#include <string>

namespace fleming::app {

/// A person who reviews. Nobody checks the name: it is what the person typed.
struct Reviewer {
    std::string name;
    std::string code;  ///< stands for the name in exports
    bool operator==(const Reviewer&) const = default;
};

}  // namespace fleming::app
