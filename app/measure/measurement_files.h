#pragma once

#include "app/measure/measurement_list.h"
#include "app/measure/roi_entry.h"

#include <QObject>
#include <QString>

#include <vector>

namespace fleming::app {

/// Writes measurements to files and reads them: JSON (roi_json.h), markups of 3D Slicer (.mrk.json), and tables (.csv,
/// written only), by the suffix of the name. Files are read and written on a worker.
class MeasurementFiles : public QObject {
    Q_OBJECT

public:
    /// Both outlive this object.
    MeasurementFiles(MeasurementList& list, const Studies& studies, QObject* parent = nullptr);
    ~MeasurementFiles() override;  // joins the worker

    /// Writes all measurements: notice() or failed() follows.
    void save(const QString& file);

    /// Adds the regions of a file, as one change that can be undone: notice() or failed() follows. A region belongs to
    /// the open series that it names, or else to `seriesId`.
    void load(const QString& file, int seriesId);

Q_SIGNALS:
    void notice(QString message);
    void failed(QString message);

private:
    void add(const std::vector<RoiEntry>& entries, int seriesId);

    MeasurementList& list_;
    const Studies& studies_;
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
