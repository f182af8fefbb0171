#pragma once

#include "app/session/session_snapshot.h"
#include "app/studies/series_name.h"
#include "viewer/marks/mark_painter.h"

#include <QColor>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// What reports for people say and show of measurements.
namespace fleming::app {

/// An image of the report that shows the slice of a measurement.
struct ShowingImage {
    QString text;               ///< "Image-2", or "Image-2 of question 4" if there are several questions
    std::int64_t question = 0;  ///< to whose evidence it belongs
    int number = 0;             ///< in the conversation
};

/// A measurement in the table of a report.
struct ReportedMeasurement {
    std::int64_t id = 0;
    QColor colour;
    QString name, note;
    QString shape;
    QStringList values;  ///< with their units, and where the millimetres come from
    QStringList place;   ///< study, series, slice
    std::vector<ShowingImage> images;
};

/// Returns all measurements of a session. `studies` names the studies of their series.
std::vector<ReportedMeasurement> reportedMeasurements(const SessionSnapshot& session, const StudyNames& studies);

/// Returns the name of a measurement with its first value: "M1 (12.3 mm)".
QString measurementName(const RecordedMeasurement& measurement);

/// Returns true if an image shows the slice or frame on which a measurement lies.
bool showsSliceOf(const viewer::Provenance& image, const RecordedMeasurement& measurement);

/// Returns a measurement as it is shown on an image, with its name as caption; without lines unless the image shows the
/// stored pixels of its slice one for one.
viewer::ShownOutline outlineOn(const viewer::Provenance& image, const RecordedMeasurement& measurement);

}  // namespace fleming::app
