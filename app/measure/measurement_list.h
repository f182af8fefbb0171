#pragma once

#include "app/measure/live_measurement.h"
#include "app/session/recorded_measurement.h"
#include "app/studies/studies.h"
#include "viewer/measure/measure.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// A measured region of a series.
struct ListedMeasurement {
    int id = 0;          ///< never reused in a session, which records the measurement under it
    QString name;        ///< "M1"; the user can change it
    QString note;        ///< typed by the user; the text of an arrow
    int colour = 0;      ///< index of viewer::markColour()
    std::string series;  ///< seriesKey()
    std::string space;   ///< spaceKey(): where else it is shown
    viewer::Roi roi;
    /// Returns what stands at the region: the note, else the name.
    const QString& title() const { return note.isEmpty() ? name : note; }
    friend bool operator==(const ListedMeasurement&, const ListedMeasurement&) = default;
};

/// What a region came to.
struct MeasurementResult {
    std::optional<viewer::Measurement> measured;  ///< absent: not yet, or `problem`
    QString problem;                              ///< why it could not be measured
};

/// Returns what identifies a series from one opening to the next: its UID, or its first file and part.
std::string seriesKey(const viewer::Series& series);
std::string seriesKey(const viewer::Provenance& source);  ///< of a recorded measurement

/// Returns the name of the space that positions of a series belong to: the frame of reference, or the series alone.
std::string spaceKey(const viewer::Series& series);
std::string spaceKey(const RecordedMeasurement& measurement);

/// All that a list of measurements holds.
struct MeasurementSet {
    std::vector<ListedMeasurement> all;
    std::map<int, MeasurementResult> results;                 ///< by id
    std::map<std::string, viewer::Calibration> calibrations;  ///< the user's own, by seriesKey()
    int nextId = 1;                                           ///< of the next measurement
};

/// The measurements of the session. Those of a series stay when the series is closed, and are shown again when it is
/// opened again. Every change can be undone. Regions are measured on a worker; those whose slices were not loaded,
/// again when more are.
class MeasurementList : public QObject {
    Q_OBJECT

public:
    /// `studies` outlives the list.
    explicit MeasurementList(Studies& studies, QObject* parent = nullptr);
    ~MeasurementList() override;  // joins the worker

    // --- measurements ----------------------------------------------------------------------------------------------

    const std::vector<ListedMeasurement>& all() const { return all_; }
    const ListedMeasurement* find(int id) const;      ///< null: there is none
    const MeasurementResult& resultOf(int id) const;  ///< empty for an unknown id
    /// Returns the open series of a measurement, or null.
    const OpenSeries* seriesOf(const ListedMeasurement& measurement) const;

    /// Returns true until the result of the latest change is there.
    bool isMeasuring(int id) const { return measuring_.contains(id); }

    /// Returns what a region comes to without its pixels; absent if its series is not open, or it cannot be measured.
    std::optional<viewer::Measurement> measuredWithoutValues(const ListedMeasurement& measurement) const;

    /// Replaces everything, and forgets what can be undone. Measures what has no result.
    void replace(MeasurementSet set);

    /// Returns what a measurement is measured on; absent if the pixels of its series are not being loaded.
    std::optional<MeasuringJob> jobOf(const ListedMeasurement& measurement) const;

    // --- changes, each of which undo() takes back ------------------------------------------------------------------

    /// Adds a region of an open series and returns its id; 0 if the series is not open. By default it gets the next
    /// name and colour.
    int add(const viewer::Roi& roi, int seriesId, const QString& name = {}, const std::optional<int>& colour = {});
    void change(int id, const viewer::Roi& roi);
    void rename(int id, const QString& name);  ///< an empty name changes nothing
    void setNote(int id, const QString& note);
    void setColour(int id, int colour);
    void remove(const std::vector<int>& ids);
    /// Copies a region `slices` slices further along the plane in which it lies. Returns the id of the copy; absent if
    /// that is beyond the volume, or the series is not open.
    std::optional<int> copyToSlice(int id, int slices);

    QUndoStack& undoStack() { return undo_; }

    // --- calibration -----------------------------------------------------------------------------------------------

    /// Returns true if the user can calibrate the image of a measured length: it has no positions in the patient.
    bool canCalibrate(int id) const;
    /// Sets the size of the pixels of a series by the true length of a measured line, mm > 0.
    void calibrate(int id, double mm);
    /// Returns true if the image has only the spacing at the detector, which acceptDetector() uses as it is.
    bool canAcceptDetector(int id) const;
    void acceptDetector(int id);
    /// Forgets the user's choice for the series of a measurement.
    void removeCalibration(int id);
    bool isCalibratedByUser(int id) const;

    // --- while the user drags --------------------------------------------------------------------------------------

    /// Measures a region that is not in the list: liveMeasured() follows, unless another one is to be measured by then.
    void measureLive(const viewer::Roi& roi, int seriesId);

Q_SIGNALS:
    /// The measurements, their results, or which series are open have changed.
    void changed();
    /// A measurement was added, changed or removed, or its result is there.
    void measurementChanged(int id);
    void liveMeasured(const fleming::viewer::Measurement& measured, const fleming::viewer::Roi& roi);

private:
    class Change;
    class Calibrate;

    void push(const QString& text, const std::optional<ListedMeasurement>& before,
              const std::optional<ListedMeasurement>& after);
    void put(int id, std::size_t place, const std::optional<ListedMeasurement>& value);
    void setCalibration(const std::string& series, const std::optional<viewer::Calibration>& calibration);
    std::optional<viewer::Calibration> ownCalibration(const std::string& series) const;
    std::shared_ptr<const viewer::Series> copyOf(const OpenSeries& open) const;
    void measure(const ListedMeasurement& measurement);
    void measureSeries(const std::string& series, bool onlyMissing);
    bool lacksValues(const ListedMeasurement& measurement) const;

    Studies& studies_;
    std::vector<ListedMeasurement> all_;
    std::map<int, MeasurementResult> results_;                 ///< by id
    std::set<int> measuring_;                                  ///< ids
    std::map<int, std::stop_source> requests_;                 ///< by id: the last of measure()
    std::map<std::string, viewer::Calibration> calibrations_;  ///< the user's own, by seriesKey()
    int nextId_ = 1;
    QUndoStack undo_;
    /// Copies of open series for the workers, by OpenSeries::id, until a series is opened, closed or changed.
    mutable std::map<int, std::shared_ptr<const viewer::Series>> copies_;
    LiveMeasurement live_;
    Worker worker_;
};

}  // namespace fleming::app
