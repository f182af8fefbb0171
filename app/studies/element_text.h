#pragma once

#include "viewer/io/dicom/dicom_tags.h"

#include <QString>

namespace fleming::app {

/// Returns the value of a DICOM element for the user: of a sequence, the number of its items; of a value that is cut or
/// left out, also its size.
QString valueText(const viewer::DicomElement& element);

}  // namespace fleming::app
