#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// The outcome of an item.
struct Response {
    std::string answer;  ///< the final answer; the whole text if it has no tags
    std::string reasoning;
    std::string text;    ///< everything that the model generated
    std::string finish;  ///< "stop" or "length"
    std::vector<std::int32_t> tokens;
    double seconds = 0.0;  ///< s, to read the evidence and to answer
    std::string failure;   ///< why it could not be asked; empty if it was asked
};

}  // namespace fleming::app::evaluation
