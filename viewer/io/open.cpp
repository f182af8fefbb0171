#include "viewer/io/open.h"

#include "base/thread_pool.h"
#include "viewer/io/bytes/byte_stream.h"
#include "viewer/io/bytes/file_list.h"
#include "viewer/io/bytes/sniff.h"
#include "viewer/io/fault.h"
#include "viewer/io/readers.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <set>

namespace fleming::viewer {

namespace {

namespace fs = std::filesystem;

/// Counts for the caller's progress callback, which is called by one thread at a time.
class Progress {
public:
    explicit Progress(const OpenProgress& callback) : callback_(callback) {}

    void setFound(int found) {
        const std::lock_guard lock(mutex_);
        found_ = std::max(found_, found);
        tell();
    }

    void fileDone() {
        const std::lock_guard lock(mutex_);
        done_ = std::min(done_ + 1, found_);
        tell();
    }

private:
    void tell() const {
        if (callback_) callback_(done_, found_);
    }

    const OpenProgress& callback_;
    std::mutex mutex_;
    int done_ = 0, found_ = 0;
};

/// What became of one file that is not DICOM.
struct Outcome {
    FileKind kind = FileKind::unknown;
    std::vector<Series> series;
    std::string reason;  ///< why it was skipped; empty where it was not
};

std::vector<Series> readOne(const fs::path& file, FileKind kind) {
    switch (kind) {
        case FileKind::nifti:
            return readNifti(file);
        case FileKind::nrrd:
        case FileKind::metaimage:
            return readItkVolume(file);
        case FileKind::npy:
            return readNpy(file);
        case FileKind::picture:
            return readPicture(file);
        case FileKind::video:
            return readVideo(file);
        case FileKind::dicom:
        case FileKind::dicomdir:
        case FileKind::unknown:
            break;
    }
    return {};
}

/// The header of an image file that has none itself (an .img's .hdr): the named file stands for the pair.
fs::path headerOf(const fs::path& file) {
    for (fs::path stem = file; stem.has_extension(); stem.replace_extension()) {
        for (const char* ending : {".hdr", ".HDR", ".hdr.gz"}) {
            fs::path header = stem;
            header.replace_extension(ending);
            std::error_code error;
            if (header != file && fs::is_regular_file(header, error) && sniff(header) == FileKind::nifti) return header;
        }
        if (stem.extension() != ".gz") break;
    }
    return {};
}

/// Looks at one file, whatever it is. Never throws but for want of memory.
Outcome lookAt(const FileList::Item& item) {
    Outcome outcome;
    try {
        outcome.kind = sniff(item.path);
        if (outcome.kind == FileKind::unknown) {
            const fs::path header = item.named ? headerOf(item.path) : fs::path();
            if (!header.empty()) {
                outcome.series = readNifti(header);
            } else {
                outcome.reason = "It " + unknownReason(firstBytes(item.path, kSniffBytes)) + ".";
            }
        } else {
            outcome.series = readOne(item.path, outcome.kind);
        }
    } catch (const std::bad_alloc&) {
        outcome.reason = "There is not enough memory to open it.";
    } catch (const std::exception& error) {
        const std::string reason = reasonOf(item.path, error);
        outcome.reason = reason == error.what() ? reason : "It " + reason;
    }
    return outcome;
}

/// The DICOM files of the list: those that are, and those that a named DICOMDIR names. (A DICOMDIR that was found in a
/// folder lies above its files: they are in the list already.)
std::vector<fs::path> dicomFiles(const FileList& list, const std::vector<Outcome>& outcomes, Study& study) {
    std::vector<fs::path> files;
    std::set<fs::path> seen;
    const auto add = [&](const fs::path& file) {
        std::error_code error;
        const fs::path canonical = fs::canonical(file, error);
        if (seen.insert(error ? file : canonical).second) files.push_back(file);
    };
    for (std::size_t n = 0; n < outcomes.size(); ++n) {
        const FileList::Item& item = list.files[n];
        if (outcomes[n].kind == FileKind::dicom) add(item.path);
        if (outcomes[n].kind != FileKind::dicomdir || !item.named) continue;
        try {
            const std::vector<fs::path> named = dicomdirFiles(item.path);
            for (const fs::path& file : named)
                add(file);
            if (named.empty()) study.skipped.push_back({item.path, "None of the files it lists were found."});
        } catch (const Error& error) {
            study.skipped.push_back({item.path, "It " + reasonOf(item.path, error)});
        }
    }
    return files;
}

/// Adds what the files other than DICOM gave. The files with the voxels of detached headers are no images of their own.
void addOthers(const FileList& list, std::vector<Outcome>& outcomes, Study& study) {
    std::set<fs::path> parts;
    std::set<fs::path> opened;
    for (Outcome& outcome : outcomes) {
        if (outcome.series.empty() || !opened.insert(outcome.series.front().files.front()).second) continue;
        for (Series& series : outcome.series) {
            for (std::size_t n = 1; n < series.files.size(); ++n)
                parts.insert(fs::weakly_canonical(series.files[n]));
            study.series.push_back(std::move(series));
        }
    }
    for (std::size_t n = 0; n < outcomes.size(); ++n) {
        if (outcomes[n].reason.empty() || parts.contains(fs::weakly_canonical(list.files[n].path))) continue;
        study.skipped.push_back({list.files[n].path, outcomes[n].reason});
    }
}

[[noreturn]] void nothingOpened(const Study& study) {
    if (study.skipped.empty()) throw Error("The folder is empty.");
    std::string message =
        study.skipped.size() == 1 ? "The file could not be opened." : "None of the files could be opened.";
    constexpr std::size_t kShown = 3;
    for (std::size_t n = 0; n < std::min(kShown, study.skipped.size()); ++n) {
        message.append("\n").append(study.skipped[n].path.string()).append(": ").append(study.skipped[n].reason);
    }
    if (study.skipped.size() > kShown)
        message.append("\nAnd ").append(std::to_string(study.skipped.size() - kShown)).append(" more files.");
    throw Error(message);
}

}  // namespace

Study open(const std::vector<fs::path>& paths, const OpenProgress& progress, std::stop_token stop) {
    if (paths.empty()) throw Error("No file or folder was chosen.");
    Progress counter(progress);
    FileList list = listFiles(
        paths, [&](int found) { counter.setFound(found); }, stop);
    counter.setFound(static_cast<int>(list.files.size()));

    std::vector<Outcome> outcomes(list.files.size());
    parallelFor(list.files.size(), stop, [&](std::size_t n) {
        outcomes[n] = lookAt(list.files[n]);
        if (outcomes[n].kind != FileKind::dicom) counter.fileDone();
    });

    Study study;
    study.skipped = std::move(list.skipped);
    const std::vector<fs::path> dicom = dicomFiles(list, outcomes, study);
    if (!dicom.empty())
        readDicom(
            dicom, study, [&] { counter.fileDone(); }, stop);
    if (stop.stop_requested()) throw Cancelled();
    addOthers(list, outcomes, study);
    if (study.series.empty()) nothingOpened(study);
    return study;
}

}  // namespace fleming::viewer
