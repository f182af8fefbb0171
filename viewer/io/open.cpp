#include "viewer/io/open.h"

#include "base/thread_pool.h"
#include "viewer/io/bytes/file_list.h"
#include "viewer/io/bytes/file_source.h"
#include "viewer/io/bytes/unknown_format.h"
#include "viewer/io/dicom/dicom_file.h"
#include "viewer/io/dicom/dicom_scan.h"
#include "viewer/io/dicom/dicomdir.h"
#include "viewer/io/formats.h"
#include "viewer/io/volumes/nifti.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <utility>

namespace fleming::viewer {

namespace {

namespace fs = std::filesystem;

/// Counts files for the progress callback.
class Progress {
public:
    explicit Progress(const OpenProgress& callback) : callback_(callback) {}

    void setFound(int found) {
        const std::lock_guard lock(mutex_);
        found_ = std::max(found_, found);
        report();
    }

    void fileDone() {
        const std::lock_guard lock(mutex_);
        done_ = std::min(done_ + 1, found_);
        report();
    }

private:
    void report() const {
        if (callback_) callback_(done_, found_);
    }

    const OpenProgress& callback_;
    std::mutex mutex_;
    int done_ = 0, found_ = 0;
};

/// A file to open, and the result.
struct Candidate {
    fs::path path;         ///< for a file
    ByteSourcePtr source;  ///< made from `path` on demand; null if that fails
    bool named = false;    ///< given by the caller, not found in a folder
    bool dicom = false;    ///< readDicom() reads it
    bool dicomdir = false;
    std::vector<Series> series;
    std::optional<Error> fault;  ///< why it is skipped
};

/// Returns the path that identifies a file, with links resolved.
fs::path realPath(const fs::path& file) {
    std::error_code error;
    fs::path path = fs::weakly_canonical(file, error);
    return error ? file : path;
}

/// Recognizes the format of `candidate` and, unless it is DICOM, reads its header. Throws Error.
void examine(Candidate& candidate) {
    if (!candidate.source) candidate.source = std::make_shared<FileSource>(candidate.path);
    const auto held = candidate.source->hold();
    const std::vector<std::byte> start = candidate.source->start(kFileStartBytes);
    if (isDicom(start)) {
        candidate.dicomdir = isDicomdir(start);
        candidate.dicom = !candidate.dicomdir;
    } else if (const Format* format = formatOf(candidate.source, start)) {
        candidate.series = format->read(candidate.source);
    } else if (const ByteSourcePtr header = candidate.named ? niftiHeaderOf(*candidate.source) : nullptr) {
        candidate.series = readNifti(header);
    } else {
        throw Error(unknownFormatFault(start), candidate.source->name());
    }
}

/// Calls examine() and stores its exception in the candidate.
void tryToExamine(Candidate& candidate) {
    const std::string name = candidate.source ? candidate.source->name() : candidate.path.string();
    try {
        examine(candidate);
    } catch (const Error& error) {
        candidate.fault = error;
    } catch (const std::bad_alloc&) {
        candidate.fault = Error("file.out_of_memory", name);
    } catch (const std::exception& error) {
        candidate.fault = Error("open.library_error", name, {error.what()});
    }
}

/// Returns the DICOM files among the candidates, and the files that a named DICOMDIR lists, each once. (A DICOMDIR in a
/// folder is above its files, which are candidates themselves.)
std::vector<ByteSourcePtr> dicomFiles(const std::vector<Candidate>& candidates, OpenResult& result) {
    std::vector<ByteSourcePtr> files;
    std::set<fs::path> seen;
    const auto isNew = [&](const fs::path& file) { return file.empty() || seen.insert(realPath(file)).second; };
    for (const Candidate& candidate : candidates) {
        if (candidate.dicom && isNew(candidate.source->path())) files.push_back(candidate.source);
        if (!candidate.dicomdir || !candidate.named) continue;
        try {
            for (const fs::path& file : dicomdirFiles(*candidate.source)) {
                if (!isNew(file)) continue;
                try {
                    files.push_back(std::make_shared<FileSource>(file));
                } catch (const Error& error) {
                    result.skipped.push_back(error);
                }
            }
        } catch (const Error& error) {
            result.skipped.push_back(error);
        }
    }
    return files;
}

/// Adds the series and faults of the candidates that are not DICOM. The voxel files of detached headers are neither.
void addOthers(std::vector<Candidate>& candidates, OpenResult& result) {
    std::set<fs::path> parts;
    std::set<fs::path> opened;
    for (Candidate& candidate : candidates) {
        if (candidate.series.empty() || !opened.insert(candidate.series.front().files.front()).second) continue;
        for (Series& series : candidate.series) {
            for (std::size_t n = 1; n < series.files.size(); ++n)
                parts.insert(realPath(series.files[n]));
            result.series.push_back(std::move(series));
        }
    }
    for (const Candidate& candidate : candidates) {
        const fs::path path = candidate.source ? candidate.source->path() : candidate.path;
        if (candidate.fault && !parts.contains(realPath(path))) result.skipped.push_back(*candidate.fault);
    }
}

OpenResult openAll(std::vector<Candidate> candidates, std::vector<Error> skipped, Progress& progress,
                   std::stop_token stop) {
    progress.setFound(static_cast<int>(candidates.size()));
    parallelFor(candidates.size(), stop, [&](std::size_t n) {
        tryToExamine(candidates[n]);
        if (!candidates[n].dicom) progress.fileDone();
    });
    OpenResult result;
    result.skipped = std::move(skipped);
    const std::vector<ByteSourcePtr> dicom = dicomFiles(candidates, result);
    if (!dicom.empty())
        readDicom(
            dicom, result, [&] { progress.fileDone(); }, stop);
    if (stop.stop_requested()) throw Cancelled();
    addOthers(candidates, result);
    return result;
}

}  // namespace

OpenResult open(const std::vector<fs::path>& paths, const OpenProgress& progress, std::stop_token stop) {
    Progress counter(progress);
    FileList list = listFiles(
        paths, [&](int found) { counter.setFound(found); }, stop);
    std::vector<Candidate> candidates(list.files.size());
    for (std::size_t n = 0; n < candidates.size(); ++n) {
        candidates[n].path = std::move(list.files[n].path);
        candidates[n].named = list.files[n].named;
    }
    return openAll(std::move(candidates), std::move(list.skipped), counter, std::move(stop));
}

OpenResult openSources(const std::vector<ByteSourcePtr>& sources, const OpenProgress& progress, std::stop_token stop) {
    Progress counter(progress);
    std::vector<Candidate> candidates(sources.size());
    for (std::size_t n = 0; n < candidates.size(); ++n) {
        candidates[n].source = sources[n];
        candidates[n].named = true;
    }
    return openAll(std::move(candidates), {}, counter, std::move(stop));
}

}  // namespace fleming::viewer
