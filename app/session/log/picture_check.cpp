#include "app/session/log/picture_check.h"

#include "app/session/file/database.h"
#include "app/session/file/migrations.h"
#include "app/session/file/statement.h"
#include "app/session/file/stored_image.h"
#include "base/error.h"
#include "base/sha256.h"
#include "base/thread_pool.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

namespace {

/// The images that are read before they are checked together.
constexpr std::size_t kImagesAtOnce = 64;

struct Picture {
    std::int64_t event = 0;
    QByteArray png;
    int width = 0, height = 0;
    std::string sha256;     // of the pixels
    std::string pngSha256;  // empty: unknown
};

bool fits(const Picture& picture) {
    const std::span png(picture.png.data(), static_cast<std::size_t>(picture.png.size()));
    if (!picture.pngSha256.empty() && picture.pngSha256 != sha256(std::as_bytes(png))) return false;
    try {
        fromPng(picture.png, picture.width, picture.height, picture.sha256);
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// Returns the first event that has a picture that does not fit, or the largest number if all fit.
std::int64_t firstFault(const std::vector<Picture>& pictures, const std::stop_token& stop) {
    std::vector<std::int64_t> faults(pictures.size(), std::numeric_limits<std::int64_t>::max());
    parallelFor(pictures.size(), stop, [&](std::size_t i) {
        if (!fits(pictures[i])) faults[i] = pictures[i].event;
    });
    return *std::ranges::min_element(faults);
}

}  // namespace

void PictureCheck::add(std::int64_t event, std::int64_t first, std::int64_t last) {
    Statement images(database_,
                     QStringLiteral("SELECT image FROM evidence WHERE exchange >= :first AND exchange <= :last"));
    for (images.bind("first", first).bind("last", last).run(); images.next();)
        events_.emplace(images.number("image"), event);
}

std::int64_t PictureCheck::findFault(const std::stop_token& stop,
                                     const std::function<void(std::size_t images)>& checked) const {
    const bool hasPngDigest = database_.version() >= kFirstVersionWithReviewDetails;
    Statement rows(database_,
                   QStringLiteral("SELECT png, width, height, CAST(sha256 AS BLOB) AS sha256, %1 AS png_sha256"
                                  " FROM images WHERE id = :id")
                       .arg(hasPngDigest ? QStringLiteral("CAST(png_sha256 AS BLOB)") : QStringLiteral("x''")));
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::vector<Picture> pictures;
    const auto check = [&] {
        if (pictures.empty()) return;
        first = std::min(first, firstFault(pictures, stop));
        checked(pictures.size());
        pictures.clear();
    };
    for (const auto& [image, event] : events_) {
        if (stop.stop_requested()) throw Cancelled();
        rows.bind("id", image).run();
        if (!rows.next()) continue;  // the payload of the event does not fit
        pictures.push_back({event, rows.blob("png"), rows.integer("width"), rows.integer("height"), rows.text("sha256"),
                            rows.text("png_sha256")});
        rows.finish();
        if (pictures.size() == kImagesAtOnce) check();
    }
    check();
    return first == std::numeric_limits<std::int64_t>::max() ? 0 : first;
}

}  // namespace fleming::app
