#pragma once

#include <string>

namespace fleming::viewer {

/// Names a DICOM object, or a frame of it.
struct DicomReference {
    std::string sopClassUid, sopInstanceUid;
    int frame = 0;  ///< from 1; 0 if the object has a single frame
    friend bool operator==(const DicomReference&, const DicomReference&) = default;
};

/// The DICOM object whose stored pixels an image shows one for one, and how they are turned for display: rows and
/// columns are exchanged first, then columns and rows are mirrored.
struct StoredImage {
    DicomReference object;
    bool transposed = false, mirroredColumns = false, mirroredRows = false;
    friend bool operator==(const StoredImage&, const StoredImage&) = default;
};

}  // namespace fleming::viewer
