#pragma once

#include "app/export/dicom/report_region.h"
#include "viewer/data/dicom_reference.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <string>

namespace fleming::app {

using Code = DSRCodedEntryValue;

/// Adds content items to the document tree of a structured report, each below the open item. An empty text adds
/// nothing. Throws Error "export.dicom_not_created" if the rules of the document's IOD do not allow an item.
class ReportTree {
public:
    using Relation = DSRTypes::E_RelationshipType;

    /// Creates the root, which stays open.
    ReportTree(DSRDocumentTree& tree, const Code& title, const char* templateId);

    /// Opens a container below the open item, until close().
    void open(const Code& name, const char* templateId = nullptr);
    void close();

    void addCode(Relation relation, const Code& name, const Code& value);
    void addText(Relation relation, const Code& name, const std::string& text);
    void addUid(Relation relation, const Code& name, const std::string& uid);
    void addPerson(const Code& name, const std::string& person);

    /// Adds an image with its modality; empty if unknown.
    void addImage(const viewer::DicomReference& image, const std::string& modality);

    /// Adds a region and the image from which it was selected.
    void addRegion(Relation relation, const Code& name, const PlaneRegion& region, const viewer::DicomReference& image);

    /// Adds a region of a frame of reference, given by its UID. A closed polyline is a polygon.
    void addRegion(Relation relation, const Code& name, const PatientRegion& region,
                   const std::string& frameOfReference);

    /// Opens a finite number with its unit, until close().
    void openNumber(const Code& name, double value, const Code& unit);

private:
    DSRContentItem& add(Relation relation, DSRTypes::E_ValueType type, const Code* name);
    void leave();

    DSRDocumentTree& tree_;
};

}  // namespace fleming::app
