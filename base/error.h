#pragma once

#include <stdexcept>
#include <string>

namespace fleming {

/// What every function of ours throws when its input cannot be used. The message is complete, in plain words, for the
/// user: which file, what is wrong, what to do. It never holds patient data.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a long job that its std::stop_token asked to end. It is not a failure and is not shown as one.
class Cancelled : public Error {
public:
    Cancelled() : Error("Cancelled.") {}
};

}  // namespace fleming
