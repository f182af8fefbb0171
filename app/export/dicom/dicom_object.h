#pragma once

#include "app/export/exporter.h"
#include "app/export/uid_map.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <filesystem>
#include <string>

namespace fleming::app {

/// What the DICOM objects of one export share.
class DicomExport {
public:
    explicit DicomExport(const ExportOptions& options);

    const ExportOptions& options() const { return options_; }

    /// Returns a UID that only this export has; the same for the same `name`.
    std::string newUid(const std::string& name) const { return names_.map(name); }

private:
    const ExportOptions& options_;
    UidMap names_;
};

/// The study to which an object belongs.
struct DicomStudy {
    std::string uid;
    std::string date;  ///< "YYYYMMDD"; may be empty
};

/// Returns the study of the first image that has one; without one, a study of this export.
DicomStudy studyOf(const std::vector<const Exchange*>& exchanges, const DicomExport& shared);

/// Returns true if a text is a UID: digits and dots, at most 64 (PS3.5, 9.1).
bool isUid(const std::string& text);

/// Returns the Series Instance UID of an image, without the number of a part.
std::string seriesUidOf(const viewer::Provenance& image);

/// Returns the stored pixels that an image shows one for one; null unless everything that a reference needs is known.
const viewer::StoredImage* referenced(const viewer::Provenance& image);

/// Sets what all objects have: an empty patient, study, series, equipment, and how the identity was removed. `series`
/// names the series in the export; `number` is that of the object in its series, from 1.
void setCommonAttributes(DcmItem& object, const DicomExport& shared, const DicomStudy& study, const std::string& series,
                         int seriesNumber, int number);

/// Sets a text or a list of numbers. Throws Error "export.dicom_not_created".
void set(DcmItem& object, const DcmTagKey& tag, const std::string& value);

/// Writes an object to a file. Throws Error "export.cannot_be_written".
void writeObject(DcmFileFormat& object, const std::filesystem::path& file);

}  // namespace fleming::app
