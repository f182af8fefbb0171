#include "base/thread_pool.h"
#include "viewer/io/dicom/dicom_image.h"
#include "viewer/io/dicom/dicom_series.h"
#include "viewer/io/fault.h"
#include "viewer/io/readers.h"

#include <mutex>

namespace fleming::viewer {

void readDicom(const std::vector<std::filesystem::path>& files, Study& study, const std::function<void()>& onFile,
               std::stop_token stop) {
    std::vector<std::shared_ptr<const DicomImage>> found(files.size());
    std::vector<std::string> reasons(files.size());
    std::mutex progress;
    parallelFor(files.size(), stop, [&](std::size_t i) {
        try {
            found[i] = readDicomImage(files[i]);
        } catch (const std::exception& error) {
            const std::string reason = reasonOf(files[i], error);
            reasons[i] = reason == error.what() ? reason : "It " + reason;
        }
        const std::lock_guard lock(progress);
        if (onFile) onFile();
    });
    std::vector<std::shared_ptr<const DicomImage>> images;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (found[i]) images.push_back(found[i]);
        if (!found[i]) study.skipped.push_back({files[i], reasons[i]});
    }
    for (Series& series : dicomSeries(images))
        study.series.push_back(std::move(series));
}

}  // namespace fleming::viewer
