#pragma once

#include "app/export/dicom/dicom_object.h"

#include <QByteArray>

namespace fleming::app {

/// Writes a PDF document into an empty dataset: Encapsulated PDF Storage (PS3.3, A.45.1). It belongs to the study of
/// the first image of the session.
void makeEncapsulatedPdf(DcmDataset& object, const QByteArray& pdf, const SessionSnapshot& session,
                         const DicomExport& shared);

}  // namespace fleming::app
