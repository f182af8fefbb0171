#pragma once

#include <string>

namespace fleming::viewer {

/// The patient of a study (PS3.3 C.7.1.1). All text is UTF-8; an attribute that the file does not have is empty.
/// These values identify a person: they are for the screen only, never for logs, sessions, reports or console output.
struct Patient {
    std::string name;       ///< Patient's Name: "Doe^Jane^A", name components separated by '^' (PS3.5 6.2, VR PN)
    std::string id;         ///< Patient ID
    std::string birthDate;  ///< "YYYYMMDD"
    std::string sex;        ///< "M", "F" or "O"
    friend bool operator==(const Patient&, const Patient&) = default;
};

/// The study that a series belongs to (PS3.3 C.7.2.1). Only DICOM files have one; elsewhere all attributes are empty.
struct Study {
    std::string uid;          ///< Study Instance UID
    std::string date;         ///< "YYYYMMDD"
    std::string time;         ///< "HHMMSS", followed by ".FFFFFF" in some files
    std::string description;  ///< Study Description
    std::string accessionNumber;
    Patient patient;
    std::string patientAge;  ///< Patient's Age at the time of the study: "067Y", "018M", "003W" or "010D"
    friend bool operator==(const Study&, const Study&) = default;
};

}  // namespace fleming::viewer
