#include "app/export/dicom/report_tree.h"

#include "app/export/dicom/dicom_text.h"
#include "base/error.h"

#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmsr/cmr/cid29e.h>
#include <dcmtk/dcmsr/codes/dcm.h>

#include <set>
#include <string>

namespace fleming::app {

namespace {

using T = DSRTypes;

void check(const OFCondition& condition) {
    if (condition.bad()) throw Error("export.dicom_not_created", {}, {condition.text()});
}

/// Objects of these classes have one frame (PS3.3, their modules); a frame number in a reference to one is an error,
/// though some files of these classes hold several.
bool hasOneFrame(const std::string& sopClassUid) {
    static const std::set<std::string> classes{
        UID_CTImageStorage,
        UID_MRImageStorage,
        UID_PositronEmissionTomographyImageStorage,
        UID_ComputedRadiographyImageStorage,
        UID_DigitalXRayImageStorageForPresentation,
        UID_DigitalXRayImageStorageForProcessing,
        UID_DigitalMammographyXRayImageStorageForPresentation,
        UID_DigitalMammographyXRayImageStorageForProcessing,
        UID_DigitalIntraOralXRayImageStorageForPresentation,
        UID_DigitalIntraOralXRayImageStorageForProcessing,
        UID_UltrasoundImageStorage,
        UID_SecondaryCaptureImageStorage,
    };
    return classes.contains(sopClassUid);
}

DSRImageReferenceValue referenceTo(const viewer::DicomReference& image) {
    DSRImageReferenceValue reference(image.sopClassUid.c_str(), image.sopInstanceUid.c_str(), OFFalse);
    if (image.frame > 0 && !hasOneFrame(image.sopClassUid)) reference.getFrameList().addItem(image.frame);
    return reference;
}

}  // namespace

ReportTree::ReportTree(DSRDocumentTree& tree, const Code& title, const char* templateId) : tree_(tree) {
    DSRContentItem& root = add(T::RT_isRoot, T::VT_Container, &title);
    check(root.setTemplateIdentification(templateId, "DCMR"));
}

void ReportTree::open(const Code& name, const char* templateId) {
    DSRContentItem& item = add(T::RT_contains, T::VT_Container, &name);
    if (templateId != nullptr) check(item.setTemplateIdentification(templateId, "DCMR"));
}

void ReportTree::close() {
    leave();
}

void ReportTree::addCode(Relation relation, const Code& name, const Code& value) {
    check(add(relation, T::VT_Code, &name).setCodeValue(value, OFFalse));
    leave();
}

void ReportTree::addText(Relation relation, const Code& name, const std::string& text) {
    const std::string value = dicomText(text);
    if (value.find_first_not_of(" \t\r\n") == std::string::npos) return;
    check(add(relation, T::VT_Text, &name).setStringValue(value.c_str(), OFFalse));
    leave();
}

void ReportTree::addUid(Relation relation, const Code& name, const std::string& uid) {
    check(add(relation, T::VT_UIDRef, &name).setStringValue(uid.c_str()));
    leave();
}

void ReportTree::addPerson(const Code& name, const std::string& person) {
    check(add(T::RT_hasObsContext, T::VT_PName, &name).setStringValue(person.c_str(), OFFalse));
    leave();
}

void ReportTree::addImage(const viewer::DicomReference& image, const std::string& modality) {
    check(add(T::RT_contains, T::VT_Image, nullptr).setImageReference(referenceTo(image), OFFalse));
    Code code;
    if (CID29e_AcquisitionModality().mapModality(modality.c_str(), code).good())
        addCode(T::RT_hasAcqContext, CODE_DCM_Modality, code);
    leave();
}

void ReportTree::addRegion(const Code& name, const MarkRegion& region, const viewer::DicomReference& image) {
    DSRSpatialCoordinatesValue coordinates(region.graphic == MarkRegion::Graphic::ellipse ? T::GT_Ellipse
                                                                                          : T::GT_Polyline);
    for (const auto& [column, row] : region.points)
        coordinates.getGraphicDataList().addItem(static_cast<Float32>(column), static_cast<Float32>(row));
    check(add(T::RT_contains, T::VT_SCoord, &name).setSpatialCoordinates(coordinates, OFFalse));
    check(add(T::RT_selectedFrom, T::VT_Image, nullptr).setImageReference(referenceTo(image), OFFalse));
    leave();
    leave();
}

DSRContentItem& ReportTree::add(Relation relation, DSRTypes::E_ValueType type, const Code* name) {
    const auto place = relation == T::RT_isRoot ? T::AM_afterCurrent : T::AM_belowCurrent;
    if (tree_.addContentItem(relation, type, place) == 0)
        throw Error("export.dicom_not_created", {}, {T::valueTypeToDefinedTerm(type)});
    DSRContentItem& item = tree_.getCurrentContentItem();
    if (name != nullptr) check(item.setConceptName(*name, OFFalse));
    return item;
}

void ReportTree::leave() {
    tree_.goUp();
}

}  // namespace fleming::app
