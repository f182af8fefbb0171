#include "app/studies/studies.h"

#include "app/errors/error_text.h"
#include "app/studies/reopened_files.h"
#include "base/error.h"
#include "viewer/io/open.h"
#include "viewer/render/frame_renderer.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr int kThumbnailSide = 256;

QImage toImage(const viewer::RgbImage& picture) {
    return QImage(picture.rgb.data(), picture.width, picture.height, 3 * qsizetype{picture.width},
                  QImage::Format_RGB888)
        .copy();
}

std::size_t bytesOf(const OpenSeries& open) {
    return open.volume ? open.volume->sliceBytes() * static_cast<std::size_t>(open.volume->geometry().size[2]) : 0;
}

/// Volumes that are kept for coming back to them may take a quarter of the machine's memory.
std::size_t keptVolumesLimit() {
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGE_SIZE)) / 4;
}

View firstView(const viewer::Series& series) {
    View view;
    if (series.kind == viewer::SeriesKind::volume) view.index = series.geometry.size[2] / 2;
    return view;
}

/// The slice to load first: that of the view where it is a stored one, else the middle.
int firstSlice(const OpenSeries& open) {
    const viewer::Geometry& geometry = open.series.geometry;
    const int slices = geometry.size[2];
    const bool stored =
        !open.view.plane || !geometry.oriented || viewer::planeAxes(geometry, *open.view.plane).sliceAxis == 2;
    return stored && open.view.index >= 0 && open.view.index < slices ? open.view.index : slices / 2;
}

}  // namespace

Studies::Studies(QObject* parent) : QObject(parent) {
    connectLoader();
}
Studies::~Studies() = default;

void Studies::open(const QStringList& paths) {
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.emplace_back(path.toStdString());
    ++opening_;
    opener_.post([this, files](std::stop_token stop) {
        using Clock = std::chrono::steady_clock;
        std::mutex mutex;  // progress comes from several threads
        Clock::time_point due;
        const auto progress = [&](int done, int found) {
            const std::lock_guard guard(mutex);
            if (done != found && Clock::now() < due) return;
            due = Clock::now() + std::chrono::milliseconds(30);
            deliver(this, [this, stop, done, found] {
                if (!stop.stop_requested()) Q_EMIT openProgress(done, found);
            });
        };
        const auto study = std::make_shared<viewer::Study>();
        QString message;
        try {
            if (stop.stop_requested()) throw Cancelled();
            *study = viewer::open(files, progress, stop);
            if (stop.stop_requested()) throw Cancelled();
            // A file that was skipped before is not told again.
            std::erase_if(study->skipped, [this](const viewer::Skipped& skipped) {
                return !toldSkipped_.insert(skipped.path.string() + '\n' + skipped.reason).second;
            });
        } catch (const Cancelled&) {
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        deliver(this, [this, stop, study, message] {
            --opening_;
            if (!stop.stop_requested()) add(std::move(*study));
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
        const ReopenedFiles files = findFilesOf(frames);
        viewer::Study study;
        QString message;
        try {
            if (!files.found.empty()) study = viewer::open(files.found, {}, stop);
        } catch (const Cancelled&) {
        } catch (...) {
            message = QString::fromStdString(messageOf(std::current_exception()));
        }
        viewer::Study wanted;  // without what else lies in the folders
        for (viewer::Series& series : study.series) {
            const auto isOf = [&](const viewer::Provenance& frame) { return comesFrom(frame, series); };
            if (std::any_of(frames.begin(), frames.end(), isOf)) wanted.series.push_back(std::move(series));
        }
        QStringList missing;
        for (const std::filesystem::path& file : files.missing)
            missing << QString::fromStdString(file.string());
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

int Studies::openAs(const viewer::Series& series) const {
    const auto found = std::find_if(series_.begin(), series_.end(), [&](const OpenSeries& open) {
        return open.series.kind == series.kind && open.series.uid == series.uid && open.series.files == series.files &&
               open.series.description == series.description && open.series.geometry.size == series.geometry.size;
    });
    return found == series_.end() ? -1 : found->id;
}

void Studies::add(viewer::Study study) {
    if (skipped_.empty()) {
        skipped_ = std::move(study.skipped);
    } else {
        std::move(study.skipped.begin(), study.skipped.end(), std::back_inserter(skipped_));
    }
    std::vector<int> known;
    const std::size_t before = series_.size();
    for (viewer::Series& series : study.series) {
        if (const int id = openAs(series); id >= 0) {
            known.push_back(id);
            continue;
        }
        OpenSeries open;
        open.id = nextId_++;
        open.view = firstView(series);
        open.series = std::move(series);
        series_.push_back(std::move(open));
    }
    const bool anyNew = series_.size() > before;
    for (const std::string& note : study.notes) {
        const QString text = QString::fromStdString(note);
        if (anyNew || !notes_.contains(text)) notes_.append(text);
    }
    for (std::size_t i = before; i < series_.size(); ++i)
        makeThumbnail(series_[i]);
    Q_EMIT seriesChanged();
    if (!anyNew && !known.empty()) showAgain(known);
}

/// What was opened is open already: shows the first, or stays at the one of them that is shown.
void Studies::showAgain(const std::vector<int>& ids) {
    if (std::find(ids.begin(), ids.end(), chosen_) == ids.end()) choose(ids.front());
    if (ids.size() > 1) {
        Q_EMIT notice(tr("All %n series are already open.", nullptr, static_cast<int>(ids.size())));
    } else if (const OpenSeries* open = find(ids.front())) {
        const QString name = QString::fromStdString(open->series.description).simplified();
        Q_EMIT notice(tr("“%1” is already open.").arg(name));
    }
}

void Studies::makeThumbnail(const OpenSeries& open) {
    thumbnails_.post([this, id = open.id, series = open.series](std::stop_token stop) {
        if (stop.stop_requested()) return;
        try {
            const QImage image = toImage(viewer::thumbnail(series, kThumbnailSide, stop));
            deliver(this, [this, id, image] {
                OpenSeries* found = at(id);
                if (found == nullptr) return;
                found->thumbnail = image;
                Q_EMIT thumbnailReady(id);
            });
        } catch (...) {
            // A series without a thumbnail is still one to choose; what is wrong with it is said when it is chosen.
        }
    });
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
    connect(&loader_, &PixelLoader::finished, this, [this](int) { letGoOfOldVolumes(); });
    connect(&loader_, &PixelLoader::failed, this, [this](int id, const QString& message) {
        if (OpenSeries* open = at(id)) {
            open->error = message;
            Q_EMIT pixelsChanged(id);
            Q_EMIT failed(message);
        }
    });
}

void Studies::choose(int id) {
    OpenSeries* open = at(id);
    if (open == nullptr || (id == chosen_ && open->error.isEmpty())) return;
    const int before = loader_.loading();
    loader_.cancel();
    // A volume that was given up half-way is read anew when its series is chosen again.
    if (OpenSeries* given = at(before); given != nullptr && given->volume && !given->volume->complete())
        given->volume.reset();
    chosen_ = id;
    std::erase(lately_, id);
    lately_.push_back(id);
    open->error.clear();
    Q_EMIT chosenChanged(id);
    open = at(id);  // whoever heard of it may have closed it
    if (open == nullptr || chosen_ != id) return;
    const bool loaded = open->clip || (open->volume && open->volume->complete());
    if (loaded) {
        Q_EMIT pixelsChanged(id);
    } else {
        loader_.load(id, open->series, firstSlice(*open));
    }
}

void Studies::letGoOfOldVolumes() {
    std::size_t kept = 0;
    for (auto id = lately_.rbegin(); id != lately_.rend(); ++id) {
        OpenSeries* open = at(*id);
        if (open == nullptr) continue;
        kept += bytesOf(*open);
        if (kept > keptVolumesLimit() && *id != chosen_) open->volume.reset();
    }
}

void Studies::closeAll() {
    cancelOpen();
    loader_.cancel();
    thumbnails_.cancelAll();
    const bool wasChosen = chosen_ != -1;
    series_.clear();
    skipped_.clear();
    opener_.post([this](std::stop_token) { toldSkipped_.clear(); });
    notes_.clear();
    lately_.clear();
    chosen_ = -1;
    Q_EMIT seriesChanged();
    if (wasChosen) Q_EMIT chosenChanged(-1);
}

void Studies::setView(int seriesId, const View& view) {
    if (OpenSeries* open = at(seriesId)) open->view = view;
}

}  // namespace fleming::app
