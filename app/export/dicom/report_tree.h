#pragma once

#include "app/export/dicom/mark_region.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <string>

namespace fleming::app {

using Code = DSRCodedEntryValue;

/// Adds content items to the document tree of a structured report, each below the open container. An empty text adds
/// nothing. Throws Error "export.dicom_not_created" if the rules of the document's IOD do not allow an item.
class ReportTree {
public:
    using Relation = DSRTypes::E_RelationshipType;

    /// Creates the root, which stays open.
    ReportTree(DSRDocumentTree& tree, const Code& title, const char* templateId);

    /// Opens a container below the open one, until close().
    void open(const Code& name, const char* templateId = nullptr);
    void close();

    void addCode(Relation relation, const Code& name, const Code& value);
    void addText(Relation relation, const Code& name, const std::string& text);
    void addUid(Relation relation, const Code& name, const std::string& uid);
    void addPerson(const Code& name, const std::string& person);

    /// Adds an image with its modality; empty if unknown.
    void addImage(const viewer::DicomReference& image, const std::string& modality);

    /// Adds a region and the image from which it was selected.
    void addRegion(const Code& name, const MarkRegion& region, const viewer::DicomReference& image);

private:
    DSRContentItem& add(Relation relation, DSRTypes::E_ValueType type, const Code* name);
    void leave();

    DSRDocumentTree& tree_;
};

}  // namespace fleming::app
