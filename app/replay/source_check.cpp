#include "app/replay/source_check.h"

#include "app/evidence/evidence.h"
#include "app/evidence/provenance_json.h"
#include "app/studies/open_files.h"
#include "app/studies/reopened_files.h"
#include "base/sha256.h"

#include <QJsonDocument>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

/// A stored image and where it comes from.
struct StoredImage {
    std::int64_t exchange = 0;
    int number = 0;
    viewer::Provenance provenance;  // with an absolute path
    std::string pixelsSha256;
    std::optional<Error> fault;
};

std::vector<StoredImage> imagesOf(const std::vector<Exchange>& exchanges, std::span<const std::int64_t> wanted) {
    std::vector<StoredImage> images;
    for (const std::int64_t id : wanted) {
        const Exchange& exchange = *pathTo(exchanges, id).back();
        int number = exchange.firstImage;
        for (const viewer::Frame& frame : exchange.evidence) {
            StoredImage image{id, number++, frame.provenance, sha256(std::as_bytes(std::span(frame.image.rgb))), {}};
            if (!image.provenance.file.empty()) image.provenance.file = fs::absolute(image.provenance.file).string();
            images.push_back(std::move(image));
        }
    }
    return images;
}

/// Returns how the frame with this provenance is rendered; the caller adds which one it is.
Selection selectionOf(const viewer::Provenance& provenance) {
    Selection selection;
    if (provenance.kind == viewer::SeriesKind::volume) selection.plane = provenance.plane;
    selection.slab = provenance.slab;
    selection.rendering = provenance.rendering;
    selection.inverted = provenance.inverted;
    selection.look = provenance.look;
    if (provenance.window) selection.windowing = *provenance.window;
    if (provenance.minMax) selection.windowing = viewer::MinMax();
    return selection;
}

/// Returns the table of a series with this SHA-256; absent if it has none, so that other pixels will be found.
std::optional<viewer::Windowing> tableOf(const viewer::Series& series, const std::string& sha256) {
    const bool isClip = series.kind() == viewer::SeriesKind::clip;
    for (const viewer::NamedWindow& each : isClip ? series.source->openClip({})->windows() : series.image().windows) {
        if (each.table && each.table->sha256 == sha256) return each.table;
    }
    return {};
}

/// Returns a text that is equal for frames that one selection of one series can give.
std::string keyOf(viewer::Provenance provenance) {
    provenance.file.clear();
    provenance.fileSha256.clear();
    provenance.pixelsSha256.clear();
    provenance.index = 0;
    provenance.timeSeconds.reset();
    provenance.positionMm.reset();
    return QJsonDocument(toJson(provenance)).toJson(QJsonDocument::Compact).toStdString();
}

/// Images of one series that are shown in the same way.
struct Group {
    const viewer::Series* series = nullptr;
    std::vector<StoredImage*> images;
};

class SourceCheck {
public:
    SourceCheck(std::vector<StoredImage> images, const std::function<void(double fraction)>& progress,
                const std::stop_token& stop)
        : images_(std::move(images)), progress_(progress), stop_(stop) {}

    std::vector<SourceFault> run() {
        open();
        for (const auto& [key, group] : groups()) {
            for (std::size_t first = 0; first < group.images.size(); first += kMaximumFrames) {
                const std::size_t count = std::min<std::size_t>(kMaximumFrames, group.images.size() - first);
                check(*group.series, std::span(group.images).subspan(first, count));
            }
        }
        std::vector<SourceFault> faults;
        for (const StoredImage& image : images_) {
            if (image.fault) faults.push_back({image.exchange, image.number, *image.fault});
        }
        return faults;
    }

private:
    /// Opens the files that exist.
    void open() {
        std::vector<viewer::Provenance> found;
        for (StoredImage& image : images_) {
            std::error_code ignored;
            if (image.provenance.file.empty()) {
                image.fault = Error("source.not_known");
            } else if (!fs::exists(image.provenance.file, ignored)) {
                image.fault = Error("source.absent", image.provenance.file);
            } else {
                found.push_back(image.provenance);
            }
        }
        const ReopenedFiles files = findFiles(found);
        if (!files.found.empty()) opened_ = viewer::open(files.found, {}, stop_);
        addStraightened(opened_.series, found);
    }

    /// Returns the groups of the images whose series is open; the others get a fault.
    std::map<std::string, Group> groups() {
        std::map<std::string, Group> groups;
        for (StoredImage& image : images_) {
            if (image.fault) continue;
            const auto series = std::ranges::find_if(
                opened_.series, [&](const viewer::Series& each) { return comesFrom(image.provenance, each); });
            if (series == opened_.series.end()) {
                image.fault = Error("source.changed", image.provenance.file);
                continue;
            }
            const std::string place = std::to_string(series - opened_.series.begin());
            Group& group = groups[place + keyOf(image.provenance)];
            group.series = &*series;
            group.images.push_back(&image);
        }
        return groups;
    }

    void check(const viewer::Series& series, std::span<StoredImage* const> images) {
        Selection selection = selectionOf(images.front()->provenance);
        for (const StoredImage* image : images) {
            const viewer::Provenance& provenance = image->provenance;
            if (provenance.rendering) continue;
            if (provenance.oblique)
                selection.obliques.push_back(*provenance.oblique);
            else
                selection.indices.push_back(provenance.index);
        }
        try {
            if (const std::string& table = images.front()->provenance.voiTable; !table.empty())
                selection.windowing = tableOf(series, table);
            const auto progress = [&](int done, int) { report(done); };
            const std::vector<viewer::Frame> frames = collectEvidence(series, selection, {}, {}, progress, stop_);
            // A group of renderings is one picture, and one frame of it is made.
            for (std::size_t i = 0; i < images.size(); ++i)
                compare(*images[i], frames[selection.rendering ? 0 : i].provenance);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            for (StoredImage* image : images)
                image->fault = error;
        }
        done_ += static_cast<int>(images.size());
    }

    static void compare(StoredImage& image, const viewer::Provenance& now) {
        const viewer::Provenance& stored = image.provenance;
        if (!stored.fileSha256.empty() && stored.fileSha256 != now.fileSha256) {
            image.fault = Error("source.changed", stored.file);
        } else if (image.pixelsSha256 != now.pixelsSha256) {
            image.fault = Error(stored.rendering ? "source.other_rendering" : "source.other_pixels", stored.file);
        }
    }

    void report(int done) const {
        if (progress_) progress_(static_cast<double>(done_ + done) / static_cast<double>(images_.size()));
    }

    std::vector<StoredImage> images_;
    const std::function<void(double fraction)>& progress_;
    const std::stop_token& stop_;
    viewer::OpenResult opened_;
    int done_ = 0;
};

}  // namespace

std::vector<SourceFault> checkSources(const std::vector<Exchange>& exchanges, std::span<const std::int64_t> wanted,
                                      const std::function<void(double fraction)>& progress,
                                      const std::stop_token& stop) {
    return SourceCheck(imagesOf(exchanges, wanted), progress, stop).run();
}

}  // namespace fleming::app
