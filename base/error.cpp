#include "base/error.h"

#include <utility>

namespace fleming {

Error::Error(std::string code, std::string source, std::vector<std::string> arguments)
    : code_(std::move(code)), source_(std::move(source)), arguments_(std::move(arguments)), what_(code_) {
    if (!source_.empty()) what_ += ": " + source_;
    for (const std::string& argument : arguments_)
        what_ += (&argument == arguments_.data() ? ": " : ", ") + argument;
}

}  // namespace fleming
