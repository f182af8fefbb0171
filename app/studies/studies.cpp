#include "app/studies/studies.h"

#include "app/errors/error_text.h"
#include "app/evidence/image_view.h"
#include "app/evidence/numpy_rule.h"
#include "app/pace.h"
#include "app/privacy.h"
#include "app/settings.h"
#include "app/studies/label_layer.h"
#include "app/studies/open_files.h"
#include "app/studies/reopened_files.h"
#include "app/studies/study_tree.h"
#include "base/error.h"
#include "viewer/render/straightened_series.h"
#include "viewer/render/thumbnail.h"
#include "viewer/text/series_part_text.h"

#include <algorithm>
#include <memory>

namespace fleming::app {

namespace {

constexpr int kThumbnailSide = 256;

bool isLoaded(const OpenSeries& open) {
    return open.clip || (open.volume && open.volume->complete());
}

View firstView(const viewer::Series& series) {
    View view;
    if (series.kind() == viewer::SeriesKind::volume) view.index = series.geometry().size[2] / 2;
    return view;
}

}  // namespace

Studies::Studies(QObject* parent) : QObject(parent), memoryLimit_(app::memoryLimit(settings::imageMemory())) {
    connectLoader();
}
Studies::~Studies() = default;

void Studies::open(const QStringList& paths) {
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.emplace_back(path.toStdString());
    open(files);
}

void Studies::open(const std::vector<std::filesystem::path>& files) {
    ++opening_;
    opener_.post([this, files](std::stop_token stop) {
        Pace pace;
        const auto progress = [&](int done, int found) {
            if (done != found && !pace.isDue()) return;
            deliver(this, [this, stop, done, found] {
                if (!stop.stop_requested()) Q_EMIT openProgress(done, found);
            });
        };
        const auto opened = std::make_shared<viewer::OpenResult>();
        std::shared_ptr<const ScanRecord> record;
        QString message;
        try {
            if (stop.stop_requested()) throw Cancelled();
            const std::int64_t started = nowNs();
            *opened = openFiles(files, progress, stop);
            if (stop.stop_requested()) throw Cancelled();
            // A file that was skipped before is not listed again.
            std::erase_if(opened->skipped,
                          [this](const Error& skipped) { return !knownSkipped_.insert(skipped.what()).second; });
            record = std::make_shared<const ScanRecord>(makeRecord(files, started, opened->series));
        } catch (const Cancelled&) {
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        deliver(this, [this, stop, opened, record, message] {
            --opening_;
            if (!stop.stop_requested()) add(std::move(*opened));
            if (record && !stop.stop_requested()) Q_EMIT scanned(record);
            if (!message.isEmpty() && !stop.stop_requested()) Q_EMIT failed(message);
            Q_EMIT openFinished();
        });
    });
}

void Studies::reopen(std::vector<viewer::Provenance> frames) {
    std::erase_if(frames, [this](const viewer::Provenance& frame) { return findByProvenance(frame) != nullptr; });
    if (frames.empty()) return;
    ++opening_;
    opener_.post([this, frames = std::move(frames)](std::stop_token stop) {
        const ReopenedFiles files = findFiles(frames);
        viewer::OpenResult opened;
        QString message;
        try {
            if (!files.found.empty()) opened = openFiles(files.found, {}, stop);
        } catch (const Cancelled&) {
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        addStraightened(opened.series, frames);
        viewer::OpenResult wanted;  // without other series in the same folders
        for (viewer::Series& series : opened.series) {
            const auto isOf = [&](const viewer::Provenance& frame) { return comesFrom(frame, series); };
            if (std::any_of(frames.begin(), frames.end(), isOf)) wanted.series.push_back(std::move(series));
        }
        QStringList missing;
        for (const std::filesystem::path& file : files.missing)
            missing << shownPath(QString::fromStdString(file.string()));
        deliver(this, [this, stop, wanted = std::move(wanted), missing, message]() mutable {
            --opening_;
            if (!stop.stop_requested()) {
                add(std::move(wanted));
                if (!missing.isEmpty()) {
                    Q_EMIT notice(
                        tr("Some scans of this session were not found. The images that were sent to the model are "
                           "stored in the session.") +
                        QLatin1Char('\n') + missing.join(QLatin1Char('\n')));
                }
                if (!message.isEmpty()) Q_EMIT failed(message);
            }
            Q_EMIT openFinished();
        });
    });
}

void Studies::cancelOpen() {
    opener_.cancelAll();
}

const OpenSeries* Studies::find(int id) const {
    const auto found =
        std::find_if(series_.begin(), series_.end(), [id](const OpenSeries& open) { return open.id == id; });
    return found == series_.end() ? nullptr : &*found;
}

OpenSeries* Studies::at(int id) {
    return const_cast<OpenSeries*>(std::as_const(*this).find(id));
}

const OpenSeries* Studies::findByProvenance(const viewer::Provenance& provenance) const {
    const auto found = std::find_if(series_.begin(), series_.end(),
                                    [&](const OpenSeries& open) { return comesFrom(provenance, open.series); });
    return found == series_.end() ? nullptr : &*found;
}

const OpenSeries* Studies::findOrStraighten(const viewer::Provenance& provenance) {
    if (const OpenSeries* open = findByProvenance(provenance)) return open;
    const auto stored = std::ranges::find_if(
        series_, [&](const OpenSeries& open) { return straightenedFor(provenance, open.series).has_value(); });
    return stored == series_.end() ? nullptr : find(straighten(stored->id));
}

int Studies::straighten(int id) {
    const auto stored = std::ranges::find(series_, id, &OpenSeries::id);
    OpenSeries open;
    open.series = viewer::straightened(stored->series);
    open.view = straightView(*stored, open.series);
    if (const int known = findOpen(open.series); known >= 0) {
        setView(known, open.view);
        return known;
    }
    const int made = open.id = nextId_++;
    const auto added = series_.insert(stored + 1, std::move(open));
    makeThumbnail(*added);
    findLabels();
    Q_EMIT seriesChanged();
    return made;
}

std::vector<viewer::Patient> Studies::patientsOf(const std::vector<viewer::Frame>& frames) const {
    std::vector<viewer::Patient> patients;
    std::unordered_set<std::string> seen;
    for (const viewer::Frame& frame : frames) {
        const auto known = patients_.find(frame.provenance.studyUid);
        if (known == patients_.end() || !seen.insert(known->first).second) continue;
        const auto isKnown = [&](const viewer::Patient& patient) { return isSamePatient(patient, known->second); };
        if (std::ranges::none_of(patients, isKnown)) patients.push_back(known->second);
    }
    return patients;
}

int Studies::findOpen(const viewer::Series& series) const {
    const auto found = std::find_if(series_.begin(), series_.end(), [&](const OpenSeries& open) {
        const viewer::Series& known = open.series;
        return known.kind() == series.kind() && known.uid == series.uid && known.files == series.files &&
               known.description == series.description &&
               (known.kind() == viewer::SeriesKind::clip || known.geometry().size == series.geometry().size);
    });
    return found == series_.end() ? -1 : found->id;
}

void Studies::add(viewer::OpenResult opened) {
    if (skipped_.empty()) {
        skipped_ = std::move(opened.skipped);
    } else {
        std::move(opened.skipped.begin(), opened.skipped.end(), std::back_inserter(skipped_));
    }
    std::vector<int> known;
    const std::size_t before = series_.size();
    for (viewer::Series& series : opened.series) {
        if (const int id = findOpen(series); id >= 0) {
            known.push_back(id);
            continue;
        }
        if (!series.study.uid.empty() && !isUnnamed(series.study.patient))
            patients_.insert_or_assign(series.study.uid, series.study.patient);
        OpenSeries open;
        open.id = nextId_++;
        open.view = firstView(series);
        open.series = std::move(series);
        series_.push_back(std::move(open));
    }
    const bool anyNew = series_.size() > before;
    for (std::size_t i = before; i < series_.size(); ++i)
        makeThumbnail(series_[i]);
    findLabels();
    Q_EMIT seriesChanged();
    if (!anyNew && !known.empty()) chooseAgain(known);
}

/// Chooses the first of `ids`, which were opened again, unless one of them is chosen already.
void Studies::chooseAgain(const std::vector<int>& ids) {
    if (std::find(ids.begin(), ids.end(), chosen_) == ids.end()) choose(ids.front());
    if (ids.size() > 1) {
        Q_EMIT notice(tr("All %n series are already open.", nullptr, static_cast<int>(ids.size())));
    } else if (const OpenSeries* open = find(ids.front())) {
        Q_EMIT notice(tr("“%1” is already open.").arg(viewer::seriesDescriptionText(shown(open->series).description)));
    }
}

void Studies::makeThumbnail(const OpenSeries& open) {
    thumbnails_.post([this, id = open.id, series = open.series](std::stop_token stop) {
        if (stop.stop_requested()) return;
        try {
            const QImage image =
                imageView(viewer::thumbnail(series, kThumbnailSide, windowingOfModel(series), stop)).copy();
            deliver(this, [this, id, image] {
                OpenSeries* found = at(id);
                if (found == nullptr) return;
                found->thumbnail = image;
                Q_EMIT thumbnailReady(id);
            });
        } catch (...) {
            // The series can still be chosen, which reports what is wrong with it.
        }
    });
}

/// Sets OpenSeries::isLabels, once for each series that has the grid of another one: a slice may have to be read, so a
/// worker does it, after the thumbnails.
void Studies::findLabels() {
    for (const OpenSeries& open : series_) {
        const auto fits = [&](const OpenSeries& other) { return canShowAsLabels(open, other); };
        if (labelsChecked_.contains(open.id) || std::none_of(series_.begin(), series_.end(), fits)) continue;
        labelsChecked_.insert(open.id);
        thumbnails_.post([this, open](std::stop_token stop) {
            try {
                if (!holdsLabels(open, stop)) return;
            } catch (...) {
                return;  // The series can still be chosen, which reports what is wrong with it.
            }
            deliver(this, [this, id = open.id] {
                OpenSeries* found = at(id);
                if (found == nullptr) return;
                found->isLabels = true;
                Q_EMIT labelsChanged(id);
            });
        });
    }
}

void Studies::connectLoader() {
    connect(&loader_, &PixelLoader::allocated, this,
            [this](int id, const std::shared_ptr<const viewer::Volume>& volume) {
                if (OpenSeries* open = at(id)) {
                    open->volume = volume;
                    Q_EMIT pixelsChanged(id);
                }
            });
    connect(&loader_, &PixelLoader::progressed, this, [this](int id, int ready, int total) {
        Q_EMIT loadProgress(id, ready, total);
        Q_EMIT pixelsChanged(id);
    });
    connect(&loader_, &PixelLoader::opened, this, [this](int id, const std::shared_ptr<const viewer::Clip>& clip) {
        if (OpenSeries* open = at(id)) {
            open->clip = clip;
            Q_EMIT pixelsChanged(id);
        }
    });
    connect(&loader_, &PixelLoader::finished, this, [this](int id) {
        releaseOldVolumes();
        // A cancelled load may have read its last slice after the cancellation, without a signal.
        for (const int other : std::vector(shown_)) {
            const OpenSeries* open = other == id ? nullptr : find(other);
            if (open != nullptr && isLoaded(*open)) Q_EMIT pixelsChanged(other);
        }
        loadNext();
    });
    connect(&loader_, &PixelLoader::failed, this, [this](int id, const QString& message) {
        if (OpenSeries* open = at(id)) {
            open->error = message;
            Q_EMIT pixelsChanged(id);
            Q_EMIT failed(message);
        }
        loadNext();
    });
}

void Studies::choose(int id) {
    OpenSeries* open = at(id);
    if (open == nullptr || (id == chosen_ && open->error.isEmpty())) return;
    chosen_ = id;
    std::erase(recent_, id);
    recent_.push_back(id);
    open->error.clear();
    Q_EMIT chosenChanged(id);
    open = at(id);  // a slot may have closed it
    if (open == nullptr || chosen_ != id) return;
    if (isLoaded(*open)) Q_EMIT pixelsChanged(id);
    loadNext();
}

void Studies::setShown(std::vector<int> ids) {
    if (ids == shown_) return;
    shown_ = std::move(ids);
    for (const int id : shown_) {
        std::erase(recent_, id);
        recent_.push_back(id);
    }
    releaseOldVolumes();
    retryRefused();
    loadNext();
}

/// Loads the chosen series, or else the first on the screen that lacks pixels. Cancels the load of another series,
/// which resumes later if that series is still on the screen.
void Studies::loadNext() {
    std::vector<int> wanted = shown_;
    wanted.insert(wanted.begin(), chosen_);
    const auto lacksPixels = [this](int id) {
        const OpenSeries* open = find(id);
        return open != nullptr && open->error.isEmpty() && !isLoaded(*open);
    };
    const auto next = std::ranges::find_if(wanted, lacksPixels);
    const int loading = loader_.loading();
    if (next != wanted.end() && *next == loading) return;
    if (loading >= 0) {
        loader_.cancel();
        if (std::ranges::find(shown_, loading) == shown_.end()) dropUnfinished(loading);
    }
    if (next == wanted.end()) return;
    const int id = *next;
    if (!makeRoomFor(id)) return loadNext();
    const OpenSeries& open = *find(id);
    loader_.load(open.id, open.series, shownSlice(open), open.volume);
}

/// Frees the volume of a series whose loading was cancelled. It is read again when the series is chosen again.
void Studies::dropUnfinished(int id) {
    if (OpenSeries* open = at(id); open != nullptr && open->volume && !open->volume->complete()) open->volume.reset();
}

std::vector<int> Studies::labelChoices(int seriesId) const {
    std::vector<int> choices;
    const OpenSeries* open = find(seriesId);
    for (const OpenSeries& other : series_) {
        if (open != nullptr && other.isLabels && canShowAsLabels(other, *open)) choices.push_back(other.id);
    }
    return choices;
}

void Studies::showLabels(int seriesId, int labelsId, bool shown) {
    const OpenSeries* labels = find(labelsId);
    if (!shown) return removeLabels(seriesId, labelsId);
    if (labels == nullptr) return;
    labels_.post([this, seriesId, labelsId, labels = *labels](std::stop_token stop) {
        try {
            viewer::LabelLayer layer = makeLabelLayer(labels, stop);
            deliver(this,
                    [this, seriesId, labelsId, layer = std::move(layer)] { addLabels(seriesId, labelsId, layer); });
        } catch (const Cancelled&) {
        } catch (...) {
            const QString message = QString::fromStdString(messageOf(std::current_exception()));
            deliver(this, [this, seriesId, message] {
                Q_EMIT labelsChanged(seriesId);
                Q_EMIT failed(message);
            });
        }
    });
}

void Studies::addLabels(int seriesId, int labelsId, viewer::LabelLayer layer) {
    OpenSeries* open = at(seriesId);
    if (open == nullptr || find(labelsId) == nullptr ||
        std::find(open->labelIds.begin(), open->labelIds.end(), labelsId) != open->labelIds.end())
        return;
    viewer::LabelMap map = open->labels ? *open->labels : viewer::LabelMap{};
    map.layers.push_back(std::move(layer));
    open->labelIds.push_back(labelsId);
    open->labels = std::make_shared<const viewer::LabelMap>(std::move(map));
    Q_EMIT labelsChanged(seriesId);
}

void Studies::removeLabels(int seriesId, int labelsId) {
    OpenSeries* open = at(seriesId);
    if (open == nullptr) return;
    const auto found = std::find(open->labelIds.begin(), open->labelIds.end(), labelsId);
    if (found == open->labelIds.end()) return;
    viewer::LabelMap map = *open->labels;
    map.layers.erase(map.layers.begin() + (found - open->labelIds.begin()));
    open->labelIds.erase(found);
    open->labels = map.layers.empty() ? nullptr : std::make_shared<const viewer::LabelMap>(std::move(map));
    Q_EMIT labelsChanged(seriesId);
}

void Studies::close(const std::vector<int>& ids) {
    const auto closes = [&](const OpenSeries& open) { return std::ranges::find(ids, open.id) != ids.end(); };
    if (std::ranges::none_of(series_, closes)) return;
    if (std::ranges::all_of(series_, closes) && !isOpening()) return closeAll();
    const auto chosen = std::ranges::find(series_, chosen_, &OpenSeries::id);
    int next = chosen_;
    if (std::ranges::find(ids, loader_.loading()) != ids.end()) loader_.cancel();
    if (chosen != series_.end() && closes(*chosen)) {
        next = neighbourOf(series_, chosen_, ids);
        chosen_ = -1;
    }
    for (const int id : ids) {
        std::erase(recent_, id);
        std::erase(shown_, id);
        labelsChecked_.erase(id);
        refused_.erase(id);
        for (const OpenSeries& open : series_)
            removeLabels(open.id, id);
    }
    std::erase_if(series_, closes);
    retryRefused();
    Q_EMIT seriesChanged();
    if (next == chosen_) return loadNext();
    if (next < 0) {
        Q_EMIT chosenChanged(-1);
    } else {
        choose(next);
    }
}

void Studies::closeAll() {
    cancelOpen();
    labels_.cancelAll();
    loader_.cancel();
    thumbnails_.cancelAll();
    const bool wasChosen = chosen_ != -1;
    series_.clear();
    skipped_.clear();
    opener_.post([this](std::stop_token) { knownSkipped_.clear(); });
    recent_.clear();
    shown_.clear();
    refused_.clear();
    chosen_ = -1;
    Q_EMIT seriesChanged();
    if (wasChosen) Q_EMIT chosenChanged(-1);
}

void Studies::setView(int seriesId, const View& view) {
    const auto kind = [this] {
        const OpenSeries* open = chosenSeries();
        return std::pair(viewCanBeEvidence(), open != nullptr && open->view.volumeShown);
    };
    const auto before = kind();
    if (OpenSeries* open = at(seriesId)) open->view = view;
    if (kind() != before) Q_EMIT viewKindChanged();
}

bool Studies::viewCanBeEvidence() const {
    const OpenSeries* open = chosenSeries();
    return open != nullptr && canBeEvidence(open->view);
}

}  // namespace fleming::app
