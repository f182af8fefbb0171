#include "ui/views/volume_page.h"

#include "app/errors/error_text.h"
#include "app/picture_file.h"
#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/views/error_words.h"
#include "ui/views/shown_texts.h"
#include "ui/views/volume_toolbar.h"
#include "viewer/layers/overlay_lines.h"
#include "viewer/text/series_part_text.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace fleming::ui {

VolumePage::VolumePage(QWidget* parent) : QWidget(parent) {
    toolbar_ = new VolumeToolbar(this);
    waiting_ = new QLabel(this);
    waiting_->setAlignment(Qt::AlignCenter);
    stack_ = new QStackedLayout(this);
    stack_->addWidget(waiting_);
    connect(toolbar_, &VolumeToolbar::saveRequested, this, &VolumePage::savePicture);
    connect(toolbar_, &VolumeToolbar::askRequested, this, &VolumePage::askRequested);
}

VolumePage::~VolumePage() = default;

void VolumePage::setSeries(const app::OpenSeries& open) {
    const bool isOther = seriesId_ != open.id;
    series_ = app::shown(open.series);
    volume_ = open.volume;
    seriesId_ = open.id;
    if (isOther) rendering_ = open.view.rendering;
    refresh();
}

void VolumePage::clear() {
    series_.reset();
    volume_.reset();
    rendering_.reset();
    seriesId_ = -1;
    refresh();
}

void VolumePage::goTo(const viewer::VolumeRendering& rendering) {
    rendering_ = rendering;
    if (view_ != nullptr && shown_.lock()) view_->setRendering(rendering);
}

std::optional<viewer::VolumeRendering> VolumePage::rendering() const {
    const bool isShown = view_ != nullptr && shown_.lock() != nullptr;
    const auto now = isShown ? view_->rendering() : std::nullopt;
    return now ? now : rendering_;
}

void VolumePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void VolumePage::makeView() {
    view_ = new viewer::VolumeView(this);
    view_->setAccessibleName(tr("Volume view"));
    view_->setErrorWords(errorWords());
    stack_->addWidget(view_);
    toolbar_->setView(view_);
    connect(view_, &viewer::VolumeView::lookChanged, this, &VolumePage::noteChange);
    connect(view_, &viewer::VolumeView::cameraChanged, this, &VolumePage::noteChange);
    connect(view_, &viewer::VolumeView::keyImageRequested, this, &VolumePage::keyImageRequested);
    connect(view_, &viewer::VolumeView::seriesRequested, this, &VolumePage::seriesRequested);
    connect(view_, &viewer::VolumeView::menuRequested, this,
            [this](const QPoint& at) { Q_EMIT menuRequested(view_->mapToGlobal(at)); });
    connect(&ShownTexts::current(), &ShownTexts::changed, this, &VolumePage::showCaption);
    showCaption();
    Q_EMIT viewMade();
}

void VolumePage::noteChange() {
    if (settingUp_) return;
    if (const auto now = view_->rendering()) rendering_ = now;
    Q_EMIT viewChanged();
}

void VolumePage::showCaption() {
    if (view_ == nullptr) return;
    view_->setCaption(series_
                          ? viewer::seriesLines(series_->modality, viewer::seriesDescriptionText(series_->description),
                                                series_->study, ShownTexts::current().texts())
                          : QStringList());
}

void VolumePage::refresh() {
    toolbar_->setSeries(series_);
    showCaption();
    const bool complete = volume_ && volume_->complete();
    if (!complete) {
        const int ready = volume_ ? volume_->readyCount() : 0;
        const int count = series_ ? series_->geometry().size[2] : 0;
        waiting_->setText(series_ ? tr("Loading %1 of %2 slices").arg(countText(ready), countText(count)) : QString());
        stack_->setCurrentWidget(waiting_);
        if (view_ != nullptr && shown_.lock()) view_->setSeries({}, nullptr);
        shown_.reset();
        return;
    }
    if (!isVisible() || shown_.lock() == volume_) return;
    if (view_ == nullptr) makeView();
    stack_->setCurrentWidget(view_);
    shown_ = volume_;
    settingUp_ = true;
    view_->setSeries(*series_, volume_);
    if (rendering_) view_->setRendering(*rendering_);
    settingUp_ = false;
    toolbar_->setSeries(series_);
}

void VolumePage::savePicture() {
    if (view_ == nullptr || !shown_.lock()) return;
    QFileDialog* dialog = makeSaveDialog(window(), tr("Save picture"), QDir::home().filePath(tr("volume.png")),
                                         tr("PNG (*.png);;JPEG (*.jpg *.jpeg);;TIFF (*.tif *.tiff)"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        // The suffix that is added to names without one: the first of the filter.
        dialog->setDefaultSuffix(
            filter.section(QLatin1String("*."), 1, 1).section(QLatin1Char(' '), 0, 0).remove(QLatin1Char(')')));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        view_->capture([this, file](const QImage& picture) { write(file, picture); });
    });
    dialog->open();
}

void VolumePage::write(const QString& file, const QImage& picture) {
    if (!writer_) writer_ = std::make_unique<app::Worker>(app::Worker::AtEnd::finish);
    writer_->post([this, file, picture](const std::stop_token&) {
        QString message;
        try {
            app::writePicture(file, picture);
        } catch (...) {
            message = QString::fromStdString(app::messageOf(std::current_exception()));
        }
        app::deliver(this, [this, file, message] {
            if (message.isEmpty()) {
                Q_EMIT notice(tr("The picture was saved as %1.").arg(QFileInfo(file).fileName()));
            } else {
                Q_EMIT failed(message);
            }
        });
    });
}

}  // namespace fleming::ui
