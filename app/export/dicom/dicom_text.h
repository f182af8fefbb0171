#pragma once

#include <cstdint>
#include <string>

namespace fleming::app {

/// Returns a text as valid UTF-8 for a value of VR UT: control characters other than tabs and line ends become spaces.
std::string dicomText(const std::string& text);

/// Returns a text as one value of one line, of at most `length` characters, for LO (64), SH (16) and PN (64).
std::string dicomLine(const std::string& text, int length);

/// Date and time in the forms of DA and TM.
struct DicomTime {
    std::string date, time;
};

/// Returns a Unix time in ms as UTC. The time of an export without identity is an offset: 1970-01-01 and the time since
/// the first event.
DicomTime dicomTime(std::int64_t ms);

}  // namespace fleming::app
