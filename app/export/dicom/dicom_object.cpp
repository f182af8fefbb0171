#include "app/export/dicom/dicom_object.h"

#include "app/about.h"
#include "app/export/dicom/dicom_text.h"
#include "base/error.h"

#include <QUuid>

namespace fleming::app {

namespace {

constexpr int kLongString = 64;  // characters of LO

/// Sets the attributes that say whether the identity was removed (PS3.3, C.7.1.1).
void setDeidentification(DcmItem& object, const ExportOptions& options) {
    if (options.keepIdentity) return;
    set(object, DCM_PatientIdentityRemoved, "YES");
    set(object, DCM_DeidentificationMethod, "UIDs replaced, times relative, no other source attributes");
    set(object, DCM_LongitudinalTemporalInformationModified, "MODIFIED");
}

}  // namespace

DicomExport::DicomExport(const ExportOptions& options)
    : options_(options), names_(UidMap(QUuid::createUuid().toRfc4122())) {}

DicomStudy studyOf(const std::vector<const Exchange*>& exchanges, const DicomExport& shared) {
    for (const Exchange* exchange : exchanges) {
        for (const viewer::Frame& frame : exchange->evidence) {
            const viewer::Provenance& image = frame.provenance;
            if (isUid(image.studyUid)) return {image.studyUid, image.studyDate};
        }
    }
    return {shared.newUid("study"), {}};
}

bool isUid(const std::string& text) {
    constexpr std::size_t kLongest = 64;
    return !text.empty() && text.size() <= kLongest && text.find_first_not_of("0123456789.") == std::string::npos &&
           text.front() != '.' && text.back() != '.';
}

std::string seriesUidOf(const viewer::Provenance& image) {
    return image.seriesUid.substr(0, image.seriesUid.find('#'));
}

const viewer::StoredImage* referenced(const viewer::Provenance& image) {
    const bool isKnown = image.stored && isUid(image.stored->object.sopClassUid) &&
                         isUid(image.stored->object.sopInstanceUid) && isUid(seriesUidOf(image)) &&
                         isUid(image.studyUid);
    return isKnown ? &*image.stored : nullptr;
}

void set(DcmItem& object, const DcmTagKey& tag, const std::string& value) {
    const OFCondition condition = object.putAndInsertOFStringArray(tag, OFString(value.data(), value.size()));
    if (condition.bad()) throw Error("export.dicom_not_created", {}, {condition.text()});
}

void setCommonAttributes(DcmItem& object, const DicomExport& shared, const DicomStudy& study, const std::string& series,
                         int seriesNumber, int number) {
    set(object, DCM_SpecificCharacterSet, "ISO_IR 192");
    for (const DcmTagKey& empty : {DCM_PatientName, DCM_PatientID, DCM_PatientBirthDate, DCM_PatientSex, DCM_StudyTime,
                                   DCM_ReferringPhysicianName, DCM_StudyID, DCM_AccessionNumber})
        set(object, empty, {});
    setDeidentification(object, shared.options());
    set(object, DCM_StudyInstanceUID, study.uid);
    set(object, DCM_StudyDate, study.date);
    set(object, DCM_SeriesInstanceUID, shared.newUid(series + " of " + study.uid));
    set(object, DCM_SeriesNumber, std::to_string(seriesNumber));
    set(object, DCM_InstanceNumber, std::to_string(number));
    set(object, DCM_SOPInstanceUID, shared.newUid(series + " " + std::to_string(number)));
    set(object, DCM_Manufacturer, "Fleming Viewer");
    set(object, DCM_ManufacturerModelName, "Fleming Viewer");
    set(object, DCM_DeviceSerialNumber, "none");  // of a program; the standard asks for a value
    set(object, DCM_SoftwareVersions, dicomLine(programVersion(), kLongString));
}

void writeObject(DcmFileFormat& object, const std::filesystem::path& file) {
    const OFCondition condition = object.saveFile(file.c_str(), EXS_LittleEndianExplicit);
    if (condition.bad()) throw Error("export.cannot_be_written", file, {condition.text()});
}

}  // namespace fleming::app
