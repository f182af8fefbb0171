#pragma once

#include "viewer/render/volume_presets.h"

#include <QFrame>
#include <QImage>

#include <string>
#include <vector>

class QListWidget;

namespace fleming::ui {

/// A popup with the looks of a volume as small pictures. The arrow keys choose, Enter or a click takes one, Esc closes.
class VolumeGallery : public QFrame {
    Q_OBJECT

public:
    explicit VolumeGallery(QWidget* parent = nullptr);

    static constexpr QSize kThumbnail{128, 96};  ///< device-independent pixels

    /// Lists these presets with `current` selected and opens below `anchor`. Pictures follow with setThumbnail().
    void open(const std::vector<const viewer::VolumePreset*>& presets, const std::string& current,
              const QWidget* anchor);
    void setThumbnail(const QString& preset, const QImage& image);
    QListWidget* list() const { return list_; }

Q_SIGNALS:
    void chosen(QString preset);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QListWidget* list_;
};

}  // namespace fleming::ui
