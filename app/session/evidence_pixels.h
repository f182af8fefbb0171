#pragma once

#include "app/worker.h"
#include "viewer/render/frame.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// Fills in the pixels of those frames that have none, by their digest, from the first of the session files that has
/// all of them. Throws Error of the first file if none has, Cancelled on a stop request.
void readPixels(const QStringList& sessions, std::vector<viewer::Frame>& frames, const std::stop_token& stop = {});

/// The pixels of the evidence of the open session, for the screen: read from its file and decoded on a worker when they
/// are asked for, and kept in memory up to a limit. Functions are called on the GUI thread, on which all signals are
/// emitted.
class EvidencePixels : public QObject {
    Q_OBJECT

public:
    using Image = std::shared_ptr<const viewer::RgbImage>;

    explicit EvidencePixels(QObject* parent = nullptr);
    ~EvidencePixels() override;  // cancels and joins the worker

    /// Sets the file of the session that is open now. Evidence on the screen may still come from one that was open
    /// before.
    void setFile(const QString& session);

    /// Returns the pixels of a frame if the frame has them or they are in memory. Otherwise returns null and reads
    /// them: loaded() or unavailable() follows. Of several frames that wait, the one that was asked for last is read
    /// first.
    Image find(const viewer::Frame& frame);

    /// Returns the file of the open session, then files of sessions that were open before: see readPixels().
    const QStringList& files() const { return files_; }

    /// Returns how many images were decoded.
    int decoded() const { return decoded_; }

Q_SIGNALS:
    /// The image with this digest (Provenance::pixelsSha256) is in memory.
    void loaded(QString pixelsSha256);
    /// The image cannot be read; its file is damaged or gone.
    void unavailable(QString pixelsSha256);

private:
    struct Cached {
        Image image;
        std::list<std::string>::iterator used;
    };
    void readNext();
    void keep(const std::string& digest, Image image);

    QStringList files_;                    // the file of the open session is the first
    std::vector<viewer::Frame> wanted_;    // without pixels; the last is read next
    std::set<std::string> unavailable_;    // digests
    std::map<std::string, Cached> cache_;  // by digest
    std::list<std::string> used_;          // digests, the latest first
    std::size_t bytes_ = 0;                // of the images in cache_
    int decoded_ = 0;
    bool reading_ = false;
    Worker worker_;
};

}  // namespace fleming::app
