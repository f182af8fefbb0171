#pragma once

#include <exception>
#include <string>
#include <vector>

namespace fleming {

/// What every function of this project throws if its input cannot be used. An Error says what is wrong in terms that a
/// program can act on; app/errors puts it into words, in the user's language. An Error never holds patient data.
class Error : public std::exception {
public:
    /// `code` names the fault, "area.fault", for example "npy.truncated_header"; app/errors has one sentence for each
    /// code. `source` is where the bad input comes from (mostly a file), or empty. `arguments` are the values that the
    /// sentence mentions, in the order of its placeholders: numbers, names of keys, the message of a library.
    explicit Error(std::string code, std::string source = {}, std::vector<std::string> arguments = {});

    const std::string& code() const noexcept { return code_; }
    const std::string& source() const noexcept { return source_; }
    const std::vector<std::string>& arguments() const noexcept { return arguments_; }

    /// Returns the code, the source and the arguments in one line, for logs and debuggers. It is not for users.
    const char* what() const noexcept override { return what_.c_str(); }

    friend bool operator==(const Error& a, const Error& b) { return a.what_ == b.what_; }

private:
    std::string code_;
    std::string source_;
    std::vector<std::string> arguments_;
    std::string what_;
};

/// Thrown by a long job if its std::stop_token asks it to stop. It is not a failure and is not shown as one.
class Cancelled : public Error {
public:
    Cancelled() : Error("cancelled") {}
};

}  // namespace fleming
