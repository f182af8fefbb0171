#include "app/export/reported_measurement.h"

#include "app/export/captions.h"
#include "app/export/report_text.h"
#include "viewer/marks/mark_geometry.h"
#include "viewer/rois/roi_geometry.h"
#include "viewer/text/measurement_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace fleming::app {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

using viewer::RoiShape;

QColor colourOf(const viewer::Rgb& colour) {
    return {colour.red, colour.green, colour.blue};
}

std::vector<ShowingImage> imagesWith(const RecordedMeasurement& measurement, const std::vector<Exchange>& exchanges) {
    std::vector<ShowingImage> images;
    for (const Exchange& exchange : exchanges) {
        int number = exchange.firstImage;
        for (const viewer::Frame& frame : exchange.evidence) {
            if (showsSliceOf(frame.provenance, measurement)) {
                const QString name = imageName(number);
                const QString text =
                    exchanges.size() > 1 ? ReportText::tr("%1 of question %2").arg(name).arg(exchange.id) : name;
                images.push_back({text, exchange.id, number});
            }
            ++number;
        }
    }
    return images;
}

/// Returns a point of stored pixels, whose (0, 0) is the centre of the first one, in the shown image, whose (0, 0) is
/// its corner.
viewer::Vector2 toShown(const viewer::Vector2& pixel, const viewer::Provenance& image) {
    const viewer::StoredImage& stored = *image.stored;
    double x = pixel[0] + 0.5, y = pixel[1] + 0.5;
    if (stored.transposed) std::swap(x, y);
    return {stored.mirroredColumns ? image.width - x : x, stored.mirroredRows ? image.height - y : y};
}

/// Returns the four arms of a cross around a pixel.
std::vector<QPolygonF> crossAt(const QPointF& middle, double arm) {
    std::vector<QPolygonF> arms;
    for (const QPointF& way : {QPointF(arm, 0), QPointF(-arm, 0), QPointF(0, arm), QPointF(0, -arm)})
        arms.push_back(QPolygonF{middle + 0.3 * way, middle + way});
    return arms;
}

}  // namespace

std::vector<ReportedMeasurement> reportedMeasurements(const SessionSnapshot& session, const StudyNames& studies) {
    std::vector<ReportedMeasurement> reported;
    for (const RecordedMeasurement& each : session.measurements) {
        QStringList place;
        for (const QString& line : placeLines(each.source, studies))
            place << plainText(line);
        QStringList values;
        for (const QString& line : viewer::measurementLines(each.roi.shape, each.measured))
            values << plainText(line);
        reported.push_back({.id = each.id,
                            .colour = colourOf(each.colour),
                            .name = plainText(each.name),
                            .note = plainText(each.note),
                            .shape = viewer::shapeName(each.roi.shape),
                            .values = values,
                            .place = place,
                            .images = imagesWith(each, session.exchanges)});
    }
    return reported;
}

QString measurementName(const RecordedMeasurement& measurement) {
    const QString name = plainText(measurement.name);
    const QStringList values = viewer::measurementLines(measurement.roi.shape, measurement.measured);
    return values.isEmpty()
               ? name
               : ReportText::tr("%1 (%2)", "name and value of a measurement").arg(name, plainText(values.front()));
}

bool showsSliceOf(const viewer::Provenance& image, const RecordedMeasurement& measurement) {
    const viewer::Provenance& source = measurement.source;
    if (image.stored && source.stored) return image.stored->object == source.stored->object;
    const bool isOneSeries = source.seriesUid.empty()
                                 ? image.seriesUid.empty() && !source.file.empty() && image.file == source.file
                                 : image.seriesUid == source.seriesUid;
    return isOneSeries && image.kind == source.kind && image.plane == source.plane && image.index == source.index &&
           !image.oblique && !source.oblique && !image.slab && !source.slab;
}

viewer::ShownOutline outlineOn(const viewer::Provenance& image, const RecordedMeasurement& measurement) {
    viewer::ShownOutline shown{{}, plainText(measurement.name), colourOf(measurement.colour)};
    const bool isOnIt = image.stored && measurement.source.stored && showsSliceOf(image, measurement);
    const std::size_t count = measurement.roi.points.size();
    if (!isOnIt || count == 0 || measurement.pixels.size() != count) return shown;
    viewer::Roi roi{measurement.roi.shape, {}, {}};
    for (const viewer::Vector2& pixel : measurement.pixels)
        roi.points.push_back(toShown(pixel, image));
    const auto at = [&](std::size_t point) { return QPointF(roi.points[point][0], roi.points[point][1]); };
    const double longer = std::max(image.width, image.height);
    if (roi.shape == RoiShape::probe) {
        shown.lines = crossAt(at(0), 0.03 * longer);
        return shown;
    }
    for (const std::vector<viewer::Vector2>& line : viewer::outline(roi)) {
        QPolygonF& polygon = shown.lines.emplace_back();
        for (const auto& [x, y] : line)
            polygon << QPointF(x, y);
    }
    if (roi.shape == RoiShape::arrow) {
        const QPointF along = at(1) - at(0);
        const double size = std::min(0.35 * std::hypot(along.x(), along.y()), 0.04 * longer);
        shown.lines.push_back(viewer::arrowHead(at(0), at(1), 0.87 * size, 0.5 * size));
    }
    return shown;
}

}  // namespace fleming::app
