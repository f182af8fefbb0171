#pragma once

#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace fleming {

/// Thrown by every function of this project whose input cannot be used. An Error describes the fault for programs;
/// app/errors puts it into words, in the language of the user. An Error never contains patient data.
class Error : public std::exception {
public:
    /// `code` names the fault, "area.fault", for example "npy.truncated_header"; app/errors has one sentence for each
    /// code. `source` is where the bad input comes from (mostly a file), or empty. `arguments` are the values that the
    /// sentence mentions, in the order of its placeholders: numbers, names of keys, the message of a library.
    explicit Error(std::string code, std::string source = {}, std::vector<std::string> arguments = {});

    /// The same, for an error that another one led to: its sentence follows that of `code`.
    Error(std::string code, std::string source, std::vector<std::string> arguments, const Error& cause);

    const std::string& code() const noexcept { return code_; }
    const std::string& source() const noexcept { return source_; }
    const std::vector<std::string>& arguments() const noexcept { return arguments_; }

    /// Returns the error that led to this one, or null.
    const Error* cause() const noexcept { return cause_.get(); }

    /// Returns the code, the source, the arguments and the cause in one line, for logs and debuggers. It is not for
    /// users.
    const char* what() const noexcept override { return what_.c_str(); }

    friend bool operator==(const Error& a, const Error& b) { return a.what_ == b.what_; }

private:
    std::string code_;
    std::string source_;
    std::vector<std::string> arguments_;
    std::shared_ptr<const Error> cause_;
    std::string what_;
};

/// Thrown by a long job if its std::stop_token asks it to stop. It is not a failure and is not shown as one.
class Cancelled : public Error {
public:
    Cancelled() : Error("cancelled") {}
};

}  // namespace fleming
