#include "app/export/dicom/measurement_group.h"

#include "app/export/dicom/dicom_object.h"
#include "app/export/dicom/measured_values.h"
#include "app/export/dicom/report_codes.h"

#include <algorithm>

namespace fleming::app {

using T = DSRTypes;

MeasurementGroup::MeasurementGroup(const RecordedMeasurement& measurement)
    : measurement_(measurement), stored_(storedRegionsOf(measurement)) {
    if (stored_.empty()) placed_ = patientRegionsOf(measurement);
    isRegion_ = isRegionOfInterest(measurement.roi.shape) && !(stored_.empty() && placed_.empty());
}

void MeasurementGroup::addRegion(ReportTree& tree) const {
    if (isRegion_) addLine(tree, T::RT_contains, CODE_DCM_ImageRegion, 0);
}

void MeasurementGroup::addValues(ReportTree& tree) const {
    const std::size_t lines = std::max(stored_.size(), placed_.size());
    for (const MeasuredValue& value : valuesOf(measurement_)) {
        tree.openNumber(value.name, value.value, value.unit);
        if (value.method) tree.addCode(T::RT_hasConceptMod, CODE_SCT_MeasurementMethod, *value.method);
        if (value.derivation) tree.addCode(T::RT_hasConceptMod, CODE_DCM_Derivation, *value.derivation);
        for (std::size_t line = 0; !isRegion_ && line < lines; ++line) {
            if (value.line.value_or(line) == line)
                addLine(tree, T::RT_inferredFrom, CODE_DCM_SourceOfMeasurement, line);
        }
        tree.close();
    }
    if (const auto calibration = calibrationOf(measurement_))
        tree.addCode(T::RT_contains, CODE_FLEMING_Calibration, *calibration);
    tree.addText(T::RT_contains, CODE_FLEMING_Origin, "Drawn by a user of the viewer, not by the model");
    if (lines == 0)
        tree.addText(T::RT_contains, CODE_FLEMING_Place, "Neither on a stored image nor in a frame of reference");
}

void MeasurementGroup::addLine(ReportTree& tree, ReportTree::Relation relation, const Code& name,
                               std::size_t line) const {
    if (!stored_.empty()) {
        tree.addRegion(relation, name, stored_[line], referenced(measurement_.source)->object);
    } else {
        tree.addRegion(relation, name, placed_[line], measurement_.frameOfReference);
    }
}

}  // namespace fleming::app
