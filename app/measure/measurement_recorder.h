#pragma once

#include "app/measure/measurement_list.h"
#include "app/session/recorded_measurement.h"
#include "app/worker.h"

#include <QJsonArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <set>
#include <vector>

namespace fleming::app {

class CurrentSession;

/// Records what is measured in the session, and shows what a session that is opened has. A change is recorded once it
/// has settled and its result is there. Undo is another change.
///
/// A session without a file has no record: its measurements are recorded when it gets one. Until then they are kept in
/// the program's data folder, like drafts of questions, and are there again in the next session without a file. A
/// measurement whose series is not open, because it comes from an earlier start, waits until the series is opened: the
/// next question may be about another patient.
///
/// All functions are called on the GUI thread, on which all signals are emitted.
class MeasurementRecorder : public QObject {
    Q_OBJECT

public:
    /// All outlive this object.
    MeasurementRecorder(MeasurementList& list, Studies& studies, CurrentSession& session, QObject* parent = nullptr);
    ~MeasurementRecorder() override;  // records what has not settled

    /// Restores the measurements that were kept without a session. Before this, none are kept in the data folder: call
    /// it once, when the program starts.
    void restore();

Q_SIGNALS:
    void notice(QString message);
    /// Measurements cannot be kept. Emitted for the first failure only.
    void failed(QString message);

private:
    void note(int id);
    void settle();
    void settleAll();
    void settleOne(int id);
    void record(int id, RecordedMeasurement value);
    void remove(int id);
    void tellReadOnly();
    void noteUnrecorded();
    void changeSession();
    void nameSession();
    std::vector<RecordedMeasurement> takeUnrecorded();
    void show(const std::vector<RecordedMeasurement>& measurements, int nextId);
    void showWaiting();
    void keep();
    void take(const QJsonArray& kept);
    void returnChange(qint64 measurement);

    MeasurementList& list_;
    CurrentSession& session_;
    std::set<int> changed_;                       ///< ids, not recorded yet
    std::map<int, RecordedMeasurement> known_;    ///< by id: as recorded, or as kept without a session
    std::set<int> recorded_;                      ///< ids that are in the file
    std::vector<RecordedMeasurement> waiting_;    ///< of the session without a file, while another one is current
    bool hadFile_ = false, wasReadOnly_ = false;  ///< of the session in the list
    bool toldReadOnly_ = false;
    QTimer settled_;  ///< fires when nothing has changed for a while
    bool isRestored_ = false;
    QJsonArray kept_;           ///< what the data folder has
    bool failureTold_ = false;  ///< used by the worker's thread only
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
