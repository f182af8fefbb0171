#include "app/measure/measurement_list.h"

#include "app/errors/error_text.h"
#include "base/error.h"
#include "viewer/marks/mark_painter.h"
#include "viewer/render/slice_plane.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fleming::app {

namespace {

QString usualName(int id) {
    return MeasurementList::tr("M%1", "name of a measurement").arg(id);
}

std::string seriesKey(const std::string& uid, const std::string& file, const viewer::SeriesDescription& description) {
    return uid.empty() ? file + '\n' + viewer::toString(description) : uid;
}

std::string spaceKey(const std::string& frameOfReference, const std::string& series) {
    return frameOfReference.empty() ? "series " + series : frameOfReference;
}

}  // namespace

std::string seriesKey(const viewer::Series& series) {
    const std::string file = series.files.empty() ? std::string() : series.files.front().string();
    return seriesKey(series.uid, file, series.description);
}

std::string seriesKey(const viewer::Provenance& source) {
    return seriesKey(source.seriesUid, source.file, source.seriesDescription);
}

std::string spaceKey(const viewer::Series& series) {
    return spaceKey(series.frameOfReference, seriesKey(series));
}

std::string spaceKey(const RecordedMeasurement& measurement) {
    return spaceKey(measurement.frameOfReference, seriesKey(measurement.source));
}

/// Adds, changes or removes one measurement.
class MeasurementList::Change : public QUndoCommand {
public:
    Change(MeasurementList& list, const QString& text, std::size_t place, std::optional<ListedMeasurement> before,
           std::optional<ListedMeasurement> after)
        : QUndoCommand(text), list_(list), place_(place), before_(std::move(before)), after_(std::move(after)) {}

    void redo() override { list_.put(after_ ? after_->id : before_->id, place_, after_); }
    void undo() override { list_.put(after_ ? after_->id : before_->id, place_, before_); }

private:
    MeasurementList& list_;
    std::size_t place_;  ///< in the list
    std::optional<ListedMeasurement> before_, after_;
};

class MeasurementList::Calibrate : public QUndoCommand {
public:
    Calibrate(MeasurementList& list, const QString& text, const std::string& series,
              const std::optional<viewer::Calibration>& calibration)
        : QUndoCommand(text), list_(list), series_(series), before_(list.ownCalibration(series)), after_(calibration) {}

    void redo() override { list_.setCalibration(series_, after_); }
    void undo() override { list_.setCalibration(series_, before_); }

private:
    MeasurementList& list_;
    std::string series_;
    std::optional<viewer::Calibration> before_, after_;
};

MeasurementList::MeasurementList(Studies& studies, QObject* parent) : QObject(parent), studies_(studies) {
    connect(&studies_, &Studies::pixelsChanged, this, [this](int id) {
        if (const OpenSeries* open = studies_.find(id)) measureSeries(seriesKey(open->series), true);
    });
    connect(&studies_, &Studies::seriesChanged, this, [this] {
        copies_.clear();
        Q_EMIT changed();
    });
    connect(&live_, &LiveMeasurement::measured, this, &MeasurementList::liveMeasured);
}

MeasurementList::~MeasurementList() = default;

// --- measurements ---------------------------------------------------------------------------------------------------

const ListedMeasurement* MeasurementList::find(int id) const {
    const auto found = std::ranges::find(all_, id, &ListedMeasurement::id);
    return found == all_.end() ? nullptr : &*found;
}

const MeasurementResult& MeasurementList::resultOf(int id) const {
    static const MeasurementResult none;
    const auto found = results_.find(id);
    return found == results_.end() ? none : found->second;
}

const OpenSeries* MeasurementList::seriesOf(const ListedMeasurement& measurement) const {
    const auto& open = studies_.series();
    const auto found = std::ranges::find_if(
        open, [&](const OpenSeries& series) { return seriesKey(series.series) == measurement.series; });
    return found == open.end() ? nullptr : &*found;
}

std::optional<viewer::Measurement> MeasurementList::measuredWithoutValues(const ListedMeasurement& measurement) const {
    const OpenSeries* open = seriesOf(measurement);
    if (open == nullptr) return {};
    try {
        return viewer::measureWithoutValues(open->series, measurement.roi, ownCalibration(measurement.series));
    } catch (const Error&) {
        return {};
    }
}

void MeasurementList::replace(MeasurementSet set) {
    for (auto& [id, request] : requests_)
        request.request_stop();
    requests_.clear();
    measuring_.clear();
    undo_.clear();
    all_ = std::move(set.all);
    results_ = std::move(set.results);
    calibrations_ = std::move(set.calibrations);
    nextId_ = set.nextId;
    for (const ListedMeasurement& each : all_) {
        if (lacksValues(each)) measure(each);
    }
    Q_EMIT changed();
}

// --- changes --------------------------------------------------------------------------------------------------------

int MeasurementList::add(const viewer::Roi& roi, int seriesId, const QString& name, const std::optional<int>& colour) {
    const OpenSeries* open = studies_.find(seriesId);
    if (open == nullptr) return 0;
    const int id = nextId_++;
    ListedMeasurement added{id,
                            name.trimmed().isEmpty() ? usualName(id) : name.trimmed(),
                            {},
                            colour.value_or((id - 1) % viewer::kMarkColours),
                            seriesKey(open->series),
                            spaceKey(open->series),
                            roi};
    push(tr("Add %1", "a measurement").arg(added.name), {}, added);
    return id;
}

void MeasurementList::change(int id, const viewer::Roi& roi) {
    const ListedMeasurement* before = find(id);
    if (before == nullptr || before->roi == roi) return;
    ListedMeasurement after = *before;
    after.roi = roi;
    push(tr("Move %1", "a measurement").arg(after.name), *before, after);
}

void MeasurementList::rename(int id, const QString& name) {
    const ListedMeasurement* before = find(id);
    if (before == nullptr || name.trimmed().isEmpty() || before->name == name.trimmed()) return;
    ListedMeasurement after = *before;
    after.name = name.trimmed();
    push(tr("Rename %1", "a measurement").arg(before->name), *before, after);
}

void MeasurementList::setNote(int id, const QString& note) {
    const ListedMeasurement* before = find(id);
    if (before == nullptr || before->note == note) return;
    ListedMeasurement after = *before;
    after.note = note;
    push(tr("Text of %1", "a measurement").arg(after.name), *before, after);
}

void MeasurementList::setColour(int id, int colour) {
    const ListedMeasurement* before = find(id);
    if (before == nullptr || before->colour == colour) return;
    ListedMeasurement after = *before;
    after.colour = colour;
    push(tr("Colour of %1", "a measurement").arg(after.name), *before, after);
}

void MeasurementList::remove(const std::vector<int>& ids) {
    std::vector<ListedMeasurement> removed;
    for (const int id : ids) {
        if (const ListedMeasurement* found = find(id)) removed.push_back(*found);
    }
    if (removed.size() > 1) undo_.beginMacro(tr("Delete %n measurement(s)", nullptr, static_cast<int>(removed.size())));
    for (const ListedMeasurement& each : removed)
        push(tr("Delete %1", "a measurement").arg(each.name), each, {});
    if (removed.size() > 1) undo_.endMacro();
}

std::optional<int> MeasurementList::copyToSlice(int id, int slices) {
    const ListedMeasurement* found = find(id);
    const OpenSeries* open = found != nullptr ? seriesOf(*found) : nullptr;
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip) return {};
    const viewer::Geometry& geometry = open->series.geometry();
    const viewer::Vector3 normal = viewer::cross(found->roi.plane.right, found->roi.plane.down);
    const viewer::Vector3 perMm = viewer::voxelsPerMm(geometry, normal);
    const double step = 1 / viewer::length(perMm);
    // Slices are counted along the voxel axis on which they lie.
    const auto axis = static_cast<std::size_t>(
        std::ranges::max_element(perMm, {}, [](double value) { return std::abs(value); }) - perMm.begin());
    const double forward = perMm[axis] < 0 ? -1 : 1;
    ListedMeasurement copy = *found;
    copy.roi.plane.origin = viewer::plus(copy.roi.plane.origin, normal, slices * forward * step);
    const double at = geometry.patientToVoxel(copy.roi.plane.origin)[axis];
    if (at < -0.5 || at > geometry.size[axis] - 0.5) return {};
    copy.id = nextId_++;
    copy.name = usualName(copy.id);
    push(tr("Copy %1", "a measurement").arg(found->name), {}, copy);
    return copy.id;
}

void MeasurementList::push(const QString& text, const std::optional<ListedMeasurement>& before,
                           const std::optional<ListedMeasurement>& after) {
    const auto place = before ? std::ranges::find(all_, before->id, &ListedMeasurement::id) : all_.end();
    undo_.push(new Change(*this, text, static_cast<std::size_t>(place - all_.begin()), before, after));
}

/// Puts a measurement into the list, or removes it.
void MeasurementList::put(int id, std::size_t place, const std::optional<ListedMeasurement>& value) {
    const auto found = std::ranges::find(all_, id, &ListedMeasurement::id);
    const bool isKnown = found != all_.end(), isSameRegion = value && isKnown && found->roi == value->roi;
    if (!value) {
        if (isKnown) all_.erase(found);
    } else if (isKnown) {
        *found = *value;
    } else {
        all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(std::min(place, all_.size())), *value);
    }
    if (value && isKnown && !isSameRegion && !jobOf(*value)) results_.erase(id);  // until its series is open
    if (value && !isSameRegion) measure(*value);
    Q_EMIT measurementChanged(id);
    Q_EMIT changed();
}

// --- calibration ----------------------------------------------------------------------------------------------------

bool MeasurementList::canCalibrate(int id) const {
    const ListedMeasurement* found = find(id);
    const auto& measured = resultOf(id).measured;
    return found != nullptr && found->roi.shape == viewer::RoiShape::length && measured &&
           measured->lengthPx.value_or(0) > 0 && measured->calibration.source != viewer::CalibrationSource::patient;
}

void MeasurementList::calibrate(int id, double mm) {
    if (!canCalibrate(id) || !(mm > 0)) return;
    const ListedMeasurement& found = *find(id);
    const double perPixel = mm / *resultOf(id).measured->lengthPx;
    undo_.push(new Calibrate(*this, tr("Calibrate with %1", "a measurement").arg(found.name), found.series,
                             viewer::Calibration{viewer::CalibrationSource::user, perPixel, perPixel}));
}

bool MeasurementList::canAcceptDetector(int id) const {
    const auto& measured = resultOf(id).measured;
    return find(id) != nullptr && !isCalibratedByUser(id) && measured &&
           measured->calibration.source == viewer::CalibrationSource::detector;
}

void MeasurementList::acceptDetector(int id) {
    if (canAcceptDetector(id))
        undo_.push(
            new Calibrate(*this, tr("Measure at the detector"), find(id)->series, resultOf(id).measured->calibration));
}

void MeasurementList::removeCalibration(int id) {
    if (isCalibratedByUser(id))
        undo_.push(new Calibrate(*this, tr("Remove the calibration"), find(id)->series, std::nullopt));
}

bool MeasurementList::isCalibratedByUser(int id) const {
    const ListedMeasurement* found = find(id);
    return found != nullptr && calibrations_.contains(found->series);
}

std::optional<viewer::Calibration> MeasurementList::ownCalibration(const std::string& series) const {
    const auto found = calibrations_.find(series);
    return found == calibrations_.end() ? std::nullopt : std::optional(found->second);
}

void MeasurementList::setCalibration(const std::string& series, const std::optional<viewer::Calibration>& calibration) {
    if (calibration) {
        calibrations_[series] = *calibration;
    } else {
        calibrations_.erase(series);
    }
    measureSeries(series, false);
    Q_EMIT changed();
}

// --- measuring ------------------------------------------------------------------------------------------------------

std::optional<MeasuringJob> MeasurementList::jobOf(const ListedMeasurement& measurement) const {
    const OpenSeries* open = seriesOf(measurement);
    if (open == nullptr || !open->volume) return {};
    return MeasuringJob{copyOf(*open), open->volume, measurement.roi, ownCalibration(measurement.series)};
}

std::shared_ptr<const viewer::Series> MeasurementList::copyOf(const OpenSeries& open) const {
    auto& copy = copies_[open.id];
    if (!copy) copy = std::make_shared<viewer::Series>(open.series);
    return copy;
}

void MeasurementList::measure(const ListedMeasurement& measurement) {
    const std::optional<MeasuringJob> found = jobOf(measurement);
    if (!found) return;
    const int id = measurement.id;
    measuring_.insert(id);
    requests_[id].request_stop();
    requests_[id] = worker_.post([this, id, job = *found](std::stop_token stop) {
        if (stop.stop_requested()) return;
        MeasurementResult result;
        try {
            result.measured = viewer::measure(*job.series, *job.volume, job.roi, job.own);
        } catch (const Error&) {
            result.problem = QString::fromStdString(messageOf(std::current_exception()));
        }
        deliver(this, [this, id, result, stop] {
            if (stop.stop_requested()) return;
            measuring_.erase(id);
            const MeasurementResult before = std::exchange(results_[id], result);
            const bool isSameProblem = !before.measured && !result.measured && before.problem == result.problem;
            Q_EMIT measurementChanged(id);
            if (!isSameProblem) Q_EMIT changed();
        });
    });
}

void MeasurementList::measureSeries(const std::string& series, bool onlyMissing) {
    for (const ListedMeasurement& each : all_) {
        if (each.series != series || (onlyMissing && !lacksValues(each))) continue;
        if (jobOf(each)) {
            measure(each);
        } else if (!onlyMissing && results_.erase(each.id) > 0) {  // until its series is loaded
            Q_EMIT measurementChanged(each.id);
        }
    }
}

/// Returns true if a measurement has no result, or one that was made before its pixels were loaded.
bool MeasurementList::lacksValues(const ListedMeasurement& measurement) const {
    const std::optional<viewer::Measurement>& measured = resultOf(measurement.id).measured;
    if (!measured) return true;
    if (!viewer::hasPixels(measurement.roi.shape) || measured->statistics) return false;
    const OpenSeries* open = seriesOf(measurement);  // colours have no statistics
    return open != nullptr && open->series.kind() != viewer::SeriesKind::clip && open->series.image().components == 1;
}

void MeasurementList::measureLive(const viewer::Roi& roi, int seriesId) {
    const OpenSeries* open = studies_.find(seriesId);
    if (open == nullptr || !open->volume) return;
    live_.measure({copyOf(*open), open->volume, roi, ownCalibration(seriesKey(open->series))});
}

}  // namespace fleming::app
