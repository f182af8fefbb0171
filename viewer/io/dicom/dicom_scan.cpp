#include "viewer/io/dicom/dicom_scan.h"

#include "base/thread_pool.h"
#include "viewer/io/dicom/dicom_image.h"
#include "viewer/io/dicom/dicom_series.h"

#include <mutex>
#include <new>
#include <optional>

namespace fleming::viewer {

void readDicom(const std::vector<ByteSourcePtr>& files, OpenResult& result, const std::function<void()>& onFile,
               std::stop_token stop) {
    std::vector<std::shared_ptr<const DicomImage>> found(files.size());
    std::vector<std::optional<Error>> faults(files.size());
    std::mutex progress;
    parallelFor(files.size(), stop, [&](std::size_t i) {
        try {
            found[i] = readDicomImage(files[i]);
        } catch (const Error& error) {
            faults[i] = error;
        } catch (const std::bad_alloc&) {
            faults[i] = Error("file.out_of_memory", files[i]->name());
        } catch (const std::exception& error) {
            faults[i] = Error("open.library_error", files[i]->name(), {error.what()});
        }
        const std::lock_guard lock(progress);
        if (onFile) onFile();
    });
    std::vector<std::shared_ptr<const DicomImage>> images;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (found[i]) images.push_back(found[i]);
        if (!found[i]) result.skipped.push_back(*faults[i]);
    }
    for (Series& series : dicomSeries(images))
        result.series.push_back(std::move(series));
}

}  // namespace fleming::viewer
