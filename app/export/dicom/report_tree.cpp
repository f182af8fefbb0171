#include "app/export/dicom/report_tree.h"

#include "app/export/dicom/dicom_text.h"
#include "base/error.h"

#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmsr/cmr/cid29e.h>
#include <dcmtk/dcmsr/codes/dcm.h>

#include <cstdio>
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

void ReportTree::addRegion(Relation relation, const Code& name, const PlaneRegion& region,
                           const viewer::DicomReference& image) {
    DSRSpatialCoordinatesValue coordinates(region.graphic == RegionGraphic::ellipse ? T::GT_Ellipse
                                           : region.graphic == RegionGraphic::point ? T::GT_Point
                                                                                    : T::GT_Polyline);
    for (const auto& [column, row] : region.points)
        coordinates.getGraphicDataList().addItem(static_cast<Float32>(column), static_cast<Float32>(row));
    check(add(relation, T::VT_SCoord, &name).setSpatialCoordinates(coordinates, OFFalse));
    check(add(T::RT_selectedFrom, T::VT_Image, nullptr).setImageReference(referenceTo(image), OFFalse));
    leave();
    leave();
}

void ReportTree::addRegion(Relation relation, const Code& name, const PatientRegion& region,
                           const std::string& frameOfReference) {
    const bool isClosed = region.points.size() > 3 && region.points.front() == region.points.back();
    DSRSpatialCoordinates3DValue coordinates(region.graphic == RegionGraphic::ellipse ? T::GT3_Ellipse
                                             : region.graphic == RegionGraphic::point ? T::GT3_Point
                                             : isClosed                               ? T::GT3_Polygon
                                                                                      : T::GT3_Polyline);
    for (const auto& [x, y, z] : region.points)
        coordinates.getGraphicDataList().addItem(static_cast<Float32>(x), static_cast<Float32>(y),
                                                 static_cast<Float32>(z));
    check(coordinates.setFrameOfReferenceUID(frameOfReference.c_str()));
    check(add(relation, T::VT_SCoord3D, &name).setSpatialCoordinates3D(coordinates, OFFalse));
    leave();
}

void ReportTree::openNumber(const Code& name, double value, const Code& unit) {
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", value);  // at most 16 characters, as DS has them
    DSRNumericMeasurementValue number(text, unit, OFFalse);
    check(number.setFloatingPointRepresentation(value));
    check(add(T::RT_contains, T::VT_Num, &name).setNumericValue(number, OFFalse));
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
