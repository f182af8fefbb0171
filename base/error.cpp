#include "base/error.h"

#include <utility>

namespace fleming {

Error::Error(std::string code, std::string source, std::vector<std::string> arguments)
    : code_(std::move(code)), source_(std::move(source)), arguments_(std::move(arguments)), what_(code_) {
    if (!source_.empty()) what_ += ": " + source_;
    for (const std::string& argument : arguments_)
        what_ += (&argument == arguments_.data() ? ": " : ", ") + argument;
}

Error::Error(std::string code, std::string source, std::vector<std::string> arguments, const Error& cause)
    : Error(std::move(code), std::move(source), std::move(arguments)) {
    cause_ = std::make_shared<const Error>(cause);
    what_ += " <- " + cause.what_;
}

}  // namespace fleming
