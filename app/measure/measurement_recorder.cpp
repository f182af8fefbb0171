#include "app/measure/measurement_recorder.h"

#include "app/draft_file.h"
#include "app/measure/recorded_set.h"
#include "app/session/current_session.h"
#include "app/session/measurement_json.h"
#include "base/error.h"

#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace fleming::app {

namespace {

constexpr int kSettledAfter = 500;  // ms

const QString kSuffix = QStringLiteral("-measurements.json");

}  // namespace

MeasurementRecorder::MeasurementRecorder(MeasurementList& list, Studies& studies, CurrentSession& session,
                                         QObject* parent)
    : QObject(parent), list_(list), session_(session) {
    settled_.setSingleShot(true);
    settled_.setInterval(kSettledAfter);
    connect(&settled_, &QTimer::timeout, this, &MeasurementRecorder::settle);
    connect(&list_, &MeasurementList::measurementChanged, this, &MeasurementRecorder::note);
    connect(&studies, &Studies::seriesChanged, this, &MeasurementRecorder::noteUnrecorded);
    connect(&session_, &CurrentSession::leaving, this, [this] {
        if (!session_.isOpening()) settleAll();
    });
    connect(&session_, &CurrentSession::replaced, this, &MeasurementRecorder::changeSession);
    connect(&session_, &CurrentSession::named, this, &MeasurementRecorder::nameSession);
    connect(&session_, &CurrentSession::measurementFailed, this, &MeasurementRecorder::returnChange);
}

MeasurementRecorder::~MeasurementRecorder() {
    settleAll();
}

// --- recording ------------------------------------------------------------------------------------------------------

void MeasurementRecorder::note(int id) {
    changed_.insert(id);
    if (!list_.isMeasuring(id)) settled_.start();
}

/// Measurements may be recorded once their series are open.
void MeasurementRecorder::noteUnrecorded() {
    for (const auto& [id, value] : known_) {
        if (!recorded_.contains(id)) note(id);
    }
}

/// Records or keeps the changes whose results are there.
void MeasurementRecorder::settle() {
    if (session_.isOpening()) return settled_.start();  // another session may have the file's thread
    for (const int id : std::exchange(changed_, {})) {
        if (list_.isMeasuring(id)) {
            changed_.insert(id);
        } else {
            settleOne(id);
        }
    }
    keep();
}

/// Records or keeps all changes, the latest of them without the values of their pixels.
void MeasurementRecorder::settleAll() {
    settled_.stop();
    for (const int id : std::exchange(changed_, {}))
        settleOne(id);
    keep();
}

void MeasurementRecorder::settleOne(int id) {
    const ListedMeasurement* listed = list_.find(id);
    if (listed == nullptr) return remove(id);
    const auto known = known_.find(id);
    const RecordedMeasurement* before = known == known_.end() ? nullptr : &known->second;
    std::optional<RecordedMeasurement> value = recordedValue(list_, *listed, before);
    if (!value) {
        changed_.insert(id);  // until its series is open
        return;
    }
    const bool isNew = before == nullptr || !isSameMeasurement(*before, *value);
    value->timeMs = isNew ? QDateTime::currentMSecsSinceEpoch() : before->timeMs;
    if (wasReadOnly_) {
        if (isNew) tellReadOnly();
        return;
    }
    const bool isMissing = !recorded_.contains(id) && list_.seriesOf(*listed) != nullptr;
    if (hadFile_ && (isMissing || (isNew && recorded_.contains(id)))) return record(id, std::move(*value));
    known_[id] = std::move(*value);
}

void MeasurementRecorder::record(int id, RecordedMeasurement value) {
    session_.recordMeasurement(value);
    recorded_.insert(id);
    known_[id] = std::move(value);
}

void MeasurementRecorder::remove(int id) {
    if (wasReadOnly_) return tellReadOnly();
    if (recorded_.erase(id) > 0) session_.removeMeasurement(id);
    known_.erase(id);
}

void MeasurementRecorder::tellReadOnly() {
    if (std::exchange(toldReadOnly_, true)) return;
    Q_EMIT notice(tr("This session is read-only. What you measure is shown, but not recorded."));
}

/// A change that the file did not take is recorded with the next one.
void MeasurementRecorder::returnChange(qint64 measurement) {
    const int id = static_cast<int>(measurement);
    const auto& stored = session_.measurements();
    const auto found = std::ranges::find(stored, measurement, &RecordedMeasurement::id);
    if (found == stored.end()) {
        recorded_.erase(id);
    } else {
        recorded_.insert(id);
        known_[id] = *found;
    }
    changed_.insert(id);
}

// --- sessions -------------------------------------------------------------------------------------------------------

void MeasurementRecorder::nameSession() {
    hadFile_ = true;
    noteUnrecorded();
    settle();
}

/// Shows the measurements of the session that is current now. Those that have none wait for the next one without a
/// file.
void MeasurementRecorder::changeSession() {
    const std::vector<RecordedMeasurement> unrecorded = takeUnrecorded();
    if (!unrecorded.empty() && !session_.file().isEmpty()) {
        Q_EMIT notice(tr("%n measurement(s) without a session are kept for the next new session.", nullptr,
                         static_cast<int>(unrecorded.size())));
    }
    waiting_.insert(waiting_.end(), unrecorded.begin(), unrecorded.end());
    hadFile_ = !session_.file().isEmpty();
    wasReadOnly_ = session_.isReadOnly();
    toldReadOnly_ = false;
    if (hadFile_) {
        show(session_.measurements(), static_cast<int>(session_.nextMeasurement()));
        for (const RecordedMeasurement& each : session_.measurements())
            recorded_.insert(static_cast<int>(each.id));
    } else {
        showWaiting();
    }
    keep();
}

/// Returns the measurements of the session that is left which are in no file.
std::vector<RecordedMeasurement> MeasurementRecorder::takeUnrecorded() {
    std::vector<RecordedMeasurement> unrecorded;
    if (wasReadOnly_) return unrecorded;
    for (const ListedMeasurement& each : list_.all()) {
        if (recorded_.contains(each.id)) continue;
        const auto known = known_.find(each.id);
        const RecordedMeasurement* before = known == known_.end() ? nullptr : &known->second;
        if (auto value = recordedValue(list_, each, before)) {
            value->timeMs = before != nullptr ? before->timeMs : QDateTime::currentMSecsSinceEpoch();
            unrecorded.push_back(std::move(*value));
        } else if (before != nullptr) {
            unrecorded.push_back(*before);
        }
    }
    return unrecorded;
}

void MeasurementRecorder::show(const std::vector<RecordedMeasurement>& measurements, int nextId) {
    recorded_.clear();
    known_.clear();
    for (const RecordedMeasurement& each : measurements)
        known_.emplace(static_cast<int>(each.id), each);
    list_.replace(setOf(measurements, nextId));
    changed_.clear();
    settled_.stop();
}

void MeasurementRecorder::showWaiting() {
    std::vector<RecordedMeasurement> waiting = std::exchange(waiting_, {});
    int id = 0;
    for (RecordedMeasurement& each : waiting)
        each.id = ++id;
    show(waiting, id + 1);
}

// --- what has no session --------------------------------------------------------------------------------------------

/// Stores in the data folder what is in no session.
void MeasurementRecorder::keep() {
    if (!isRestored_) return;
    QJsonArray unrecorded;
    for (const RecordedMeasurement& each : waiting_)
        unrecorded.append(toJson(each));
    if (!wasReadOnly_) {
        for (const auto& [id, value] : known_) {
            if (!recorded_.contains(id)) unrecorded.append(toJson(value));
        }
    }
    if (unrecorded == kept_) return;
    kept_ = unrecorded;
    const QJsonObject draft = unrecorded.isEmpty() ? QJsonObject() : QJsonObject{{"measurements", unrecorded}};
    worker_.post([this, draft](std::stop_token) {
        const QString fault = writeDraftFile(draftFile({}, kSuffix), draft);
        if (fault.isEmpty() || std::exchange(failureTold_, true)) return;
        const QString message = tr("Measurements without a session cannot be kept for the next start: %1.").arg(fault);
        deliver(this, [this, message] { Q_EMIT failed(message); });
    });
}

void MeasurementRecorder::restore() {
    worker_.post([this](std::stop_token) {
        const QJsonArray kept = readDraftFile(draftFile({}, kSuffix))["measurements"].toArray();
        deliver(this, [this, kept] { take(kept); });
    });
}

void MeasurementRecorder::take(const QJsonArray& kept) {
    isRestored_ = true;
    kept_ = kept;
    for (const QJsonValue each : kept) {
        try {
            waiting_.push_back(measurementFromJson(each.toObject()));
        } catch (const Error&) {
            // Written by a later version.
        }
    }
    if (!hadFile_ && !waiting_.empty()) {
        std::vector<RecordedMeasurement> drawn = takeUnrecorded();
        waiting_.insert(waiting_.end(), drawn.begin(), drawn.end());
        showWaiting();
    }
    keep();
}

}  // namespace fleming::app
