#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// What came of an item.
struct Response {
    std::string answer;  ///< the final answer; the whole text where it has no tags
    std::string reasoning;
    std::string text;    ///< all that the model wrote
    std::string finish;  ///< "stop" or "length"
    std::vector<std::int32_t> tokens;
    double seconds = 0.0;  ///< to read the evidence and to answer
    std::string failure;   ///< why it could not be asked; empty where it was
};

}  // namespace fleming::app::evaluation
