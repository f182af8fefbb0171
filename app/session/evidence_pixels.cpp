#include "app/session/evidence_pixels.h"

#include "app/session/file/database.h"
#include "app/session/file/exchange_reader.h"
#include "base/error.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fleming::app {

namespace {

constexpr std::size_t kMostBytes = std::size_t{128} << 20;  // of images in memory
constexpr qsizetype kMostFiles = 4;
constexpr std::size_t kMostWanted = 256;  // older requests are of thumbnails that have left the screen

void readFrom(const QString& session, std::vector<viewer::Frame>& frames, const std::stop_token& stop) {
    const Database database(session.toStdString());
    for (viewer::Frame& frame : frames) {
        if (!frame.image.rgb.empty()) continue;
        if (stop.stop_requested()) throw Cancelled();
        auto image = readImage(database, frame.provenance.pixelsSha256, frame.image.width, frame.image.height);
        if (!image) throw Error("session.image_damaged", session.toStdString());
        frame.image = std::move(*image);
    }
}

}  // namespace

void readPixels(const QStringList& sessions, std::vector<viewer::Frame>& frames, const std::stop_token& stop) {
    std::optional<Error> first;
    for (const QString& session : sessions) {
        try {
            return readFrom(session, frames, stop);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            if (!first) first = error;
        }
    }
    throw first ? *first : Error("session.image_damaged");
}

EvidencePixels::EvidencePixels(QObject* parent) : QObject(parent) {}

EvidencePixels::~EvidencePixels() = default;

void EvidencePixels::setFile(const QString& session) {
    unavailable_.clear();
    if (session.isEmpty()) return;
    files_.removeAll(session);
    files_.prepend(session);
    files_ = files_.mid(0, kMostFiles);
}

EvidencePixels::Image EvidencePixels::find(const viewer::Frame& frame) {
    if (!frame.image.rgb.empty()) return std::make_shared<const viewer::RgbImage>(frame.image);
    const std::string& digest = frame.provenance.pixelsSha256;
    const auto cached = cache_.find(digest);
    if (cached != cache_.end()) {
        used_.splice(used_.begin(), used_, cached->second.used);
        return cached->second.image;
    }
    if (files_.isEmpty() || unavailable_.contains(digest)) return {};
    const auto isSame = [&](const viewer::Frame& each) { return each.provenance.pixelsSha256 == digest; };
    if (reading_ && isSame(wanted_.front())) return {};
    std::erase_if(wanted_, isSame);
    if (wanted_.size() == kMostWanted) wanted_.erase(wanted_.begin() + (reading_ ? 1 : 0));
    wanted_.push_back(frame);
    if (!reading_) readNext();
    return {};
}

void EvidencePixels::readNext() {
    reading_ = !wanted_.empty();
    if (!reading_) return;
    std::rotate(wanted_.begin(), wanted_.end() - 1, wanted_.end());
    worker_.post([this, files = files_, frame = wanted_.front()](const std::stop_token& stop) {
        Image image;
        try {
            std::vector<viewer::Frame> one{frame};
            readPixels(files, one, stop);
            image = std::make_shared<const viewer::RgbImage>(std::move(one.front().image));
        } catch (const Error&) {
            // unavailable() follows.
        }
        deliver(this, [this, image, digest = frame.provenance.pixelsSha256] {
            if (image) {
                keep(digest, image);
                Q_EMIT loaded(QString::fromStdString(digest));
            } else {
                unavailable_.insert(digest);
                Q_EMIT unavailable(QString::fromStdString(digest));
            }
            wanted_.erase(wanted_.begin());
            readNext();
        });
    });
}

void EvidencePixels::keep(const std::string& digest, Image image) {
    ++decoded_;
    if (cache_.contains(digest)) return;
    bytes_ += image->rgb.size();
    used_.push_front(digest);
    cache_[digest] = {std::move(image), used_.begin()};
    while (bytes_ > kMostBytes && used_.size() > 1) {
        const auto oldest = cache_.find(used_.back());
        bytes_ -= oldest->second.image->rgb.size();
        cache_.erase(oldest);
        used_.pop_back();
    }
}

}  // namespace fleming::app
