#include "app/scans/scan_library.h"

#include "app/errors/error_text.h"
#include "app/pace.h"
#include "app/studies/studies.h"

#include <QBuffer>

#include <unistd.h>
#include <utility>

namespace fleming::app {

namespace {

constexpr int kThumbnailSide = 64;  // pixels

KnownScans readScans(const ScanIndex& index) {
    KnownScans scans;
    for (ScanRoot& root : index.roots())
        scans.roots.emplace(root.id, std::move(root));
    for (KnownSeries& series : index.series()) {
        scans.rootOf.emplace(series.id, series.root);
        OpenSeries open;
        open.id = series.id;
        open.series = std::move(series.header);
        if (!series.thumbnail.isEmpty()) open.thumbnail.loadFromData(series.thumbnail, "PNG");
        scans.series.push_back(std::move(open));
    }
    return scans;
}

std::set<int> missingOf(const KnownScans& scans, const std::stop_token& stop) {
    std::set<int> missing;
    for (const OpenSeries& open : scans.series) {
        if (stop.stop_requested()) break;
        if (::access(open.series.files.front().c_str(), F_OK) != 0) missing.insert(open.id);
    }
    return missing;
}

}  // namespace

ScanLibrary::ScanLibrary(Studies& studies, QObject* parent) : QObject(parent), studies_(studies) {
    connect(&studies, &Studies::scanned, this, &ScanLibrary::remember);
    connect(&studies, &Studies::thumbnailReady, this, &ScanLibrary::rememberThumbnail);
}

ScanLibrary::~ScanLibrary() = default;

void ScanLibrary::fail() {
    deliver(this,
            [this, message = QString::fromStdString(messageOf(std::current_exception()))] { Q_EMIT failed(message); });
}

void ScanLibrary::remember(const std::shared_ptr<const ScanRecord>& record) {
    writer_.post([this, record](const std::stop_token& stop) {
        try {
            app::remember(ScanIndex(), *record, stop);
            deliver(this, [this] { Q_EMIT changed(); });
        } catch (const Cancelled&) {
        } catch (...) {
            fail();
        }
    });
}

void ScanLibrary::rememberThumbnail(int openSeries) {
    const OpenSeries* open = studies_.find(openSeries);
    if (open == nullptr) return;
    viewer::Series header;
    header.uid = open->series.uid;
    header.description = open->series.description;
    if (!open->series.files.empty()) header.files = {open->series.files.front()};
    writer_.post([header, image = open->thumbnail](const std::stop_token& stop) {
        if (stop.stop_requested()) return;
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            .save(&buffer, "PNG");
        try {
            ScanIndex().setThumbnail(header, png);
        } catch (const Error&) {
            // The library works without it.
        }
    });
}

void ScanLibrary::load() {
    reader_.post([this](const std::stop_token& stop) {
        try {
            const auto scans = std::make_shared<const KnownScans>(readScans(ScanIndex()));
            deliver(this, [this, scans] { Q_EMIT loaded(scans); });
            deliver(this, [this, missing = missingOf(*scans, stop)] { Q_EMIT missingFound(missing); });
        } catch (...) {
            fail();
        }
    });
}

void ScanLibrary::open(const std::vector<int>& series) {
    reader_.post([this, series](std::stop_token) {
        try {
            const ScanIndex index;
            std::vector<std::filesystem::path> files;
            std::set<std::string> seen;  // a file may hold several series
            for (const int id : series) {
                for (std::string& file : index.files(id)) {
                    if (seen.insert(file).second) files.emplace_back(std::move(file));
                }
            }
            deliver(this, [this, files] { studies_.open(files); });
        } catch (...) {
            fail();
        }
    });
}

void ScanLibrary::findChanges(const std::vector<qint64>& roots) {
    ++finding_;
    search_ = writer_.post([this, roots](const std::stop_token& stop) {
        Pace pace;
        const ScanProgress progress = [this, stop, &pace](int done, int total) {
            if (!pace.isDue()) return;
            deliver(this, [this, stop, done, total] {
                if (!stop.stop_requested()) Q_EMIT progressed(done, total);
            });
        };
        const auto finish = [this](auto signal) {
            deliver(this, [this, signal] {
                --finding_;
                Q_EMIT changed();
                signal();
            });
        };
        try {
            if (stop.stop_requested()) throw Cancelled();
            const ScanChanges changes = app::findChanges(ScanIndex(), roots, stop, progress);
            finish([this, changes] { Q_EMIT changesFound(changes); });
        } catch (const Cancelled&) {
            finish([this] { Q_EMIT changesCancelled(); });
        } catch (...) {
            finish([] {});
            fail();
        }
    });
}

void ScanLibrary::cancelChanges() {
    search_.request_stop();
}

void ScanLibrary::forget(const std::vector<qint64>& roots) {
    writer_.post([this, roots](std::stop_token) {
        try {
            const ScanIndex index;
            IndexTransaction transaction(index.database());
            for (const qint64 root : roots)
                index.removeRoot(root);
            transaction.commit();
            deliver(this, [this] { Q_EMIT changed(); });
        } catch (...) {
            fail();
        }
    });
}

}  // namespace fleming::app
