#pragma once

#include <exception>
#include <string>

namespace fleming::app {

/// The message for the user of whatever was thrown: an Error's own; for memory that ran out, and for what a library
/// threw, one sentence of ours.
std::string messageOf(std::exception_ptr exception);

}  // namespace fleming::app
