#pragma once

#include "app/export/dicom/measured_region.h"
#include "app/export/dicom/report_tree.h"

#include <vector>

namespace fleming::app {

/// What the group of a measurement says about the measurement itself: its region and its values.
class MeasurementGroup {
public:
    /// `measurement` outlives this object.
    explicit MeasurementGroup(const RecordedMeasurement& measurement);

    /// Returns the template of the group: "1410" with a region of interest, else "1501".
    const char* templateId() const { return isRegion_ ? "1410" : "1501"; }

    /// Adds the region of interest, if it has one.
    void addRegion(ReportTree& tree) const;

    /// Adds the values, each with the lines from which it is inferred; where the millimetres come from; who has drawn
    /// it; and that its place cannot be given, if so.
    void addValues(ReportTree& tree) const;

private:
    void addLine(ReportTree& tree, ReportTree::Relation relation, const Code& name, std::size_t line) const;

    const RecordedMeasurement& measurement_;
    std::vector<PlaneRegion> stored_;    // in stored pixels
    std::vector<PatientRegion> placed_;  // in the frame of reference, unless there are stored ones
    bool isRegion_;
};

}  // namespace fleming::app
