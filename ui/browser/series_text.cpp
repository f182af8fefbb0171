#include "ui/browser/series_text.h"

#include "app/evidence/image_view.h"
#include "viewer/text/name_text.h"
#include "viewer/text/series_part_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace fleming::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString sizeText(const viewer::Series& series) {
    if (const auto* clip = std::get_if<viewer::ClipInfo>(&series.info)) {
        return Words::tr("%1 frames, %2 × %3, %4")
            .arg(countText(clip->frameCount))
            .arg(clip->width)
            .arg(clip->height)
            .arg(viewer::durationText(clip->duration));
    }
    const viewer::Index3& size = series.geometry().size;
    if (size[2] == 1) return Words::tr("%1 × %2 pixels").arg(size[0]).arg(size[1]);
    return Words::tr("%1 slices, %2 × %3").arg(countText(size[2])).arg(size[0]).arg(size[1]);
}

}  // namespace

QString seriesTitle(const viewer::Series& series) {
    QString description = viewer::seriesDescriptionText(series.description);
    if (!description.isEmpty()) return description;
    return series.files.empty() ? Words::tr("Unnamed series")
                                : QString::fromStdString(series.files.front().filename().string());
}

QString seriesDetails(const viewer::Series& series) {
    QStringList parts;
    if (!series.modality.empty()) parts << QString::fromStdString(series.modality);
    if (series.number) parts << Words::tr("series %1").arg(*series.number);
    parts << sizeText(series);
    if (!series.format.empty()) parts << QString::fromStdString(series.format);
    return parts.join(QStringLiteral(" · "));
}

QString windowingText(const viewer::Windowing& windowing) {
    if (const auto* window = std::get_if<viewer::Window>(&windowing)) {
        const auto [center, width] = viewer::windowText(*window);
        const QString function = viewer::windowFunctionWord(window->function);
        if (!function.isEmpty()) return Words::tr("C %1, W %2, %3").arg(center, width, function);
        return Words::tr("C %1, W %2").arg(center, width);
    }
    if (std::holds_alternative<viewer::VoiTablePtr>(windowing)) return Words::tr("Table of the file");
    return Words::tr("Minimum to maximum of each slice");
}

QString frameTitle(int number) {
    return QStringLiteral("Image-%1").arg(number);
}  // the name that the model uses: not translated

QString frameDetails(const viewer::Provenance& provenance) {
    if (provenance.kind == viewer::SeriesKind::clip) {
        return Words::tr("Frame %1, %2")
            .arg(countText(provenance.index + 1), viewer::clipTimeText(provenance.timeSeconds.value_or(0.0)));
    }
    if (provenance.rendering) {
        const QString look = viewer::volumePresetName(provenance.rendering->look.preset);
        return Words::tr("Volume rendering, %1").arg(look);
    }
    if (provenance.oblique) return Words::tr("Oblique plane");
    if (provenance.kind == viewer::SeriesKind::picture || provenance.count == 1) return Words::tr("Image");
    if (provenance.plane) {
        return Words::tr("%1 %2 of %3")
            .arg(viewer::planeName(*provenance.plane))
            .arg(provenance.index + 1)
            .arg(provenance.count);
    }
    return Words::tr("Slice %1 of %2").arg(provenance.index + 1).arg(provenance.count);
}

QString frameStudyDate(const viewer::Provenance& provenance) {
    const QDate date = QDate::fromString(QString::fromStdString(provenance.studyDate), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? Words::tr("Study date: %1").arg(date.toString(Qt::ISODate)) : QString();
}

QString frameWindow(const viewer::Provenance& provenance) {
    QStringList parts;
    if (provenance.minMax) {
        parts << (provenance.kind == viewer::SeriesKind::clip ? Words::tr("Minimum to maximum of each frame")
                                                              : windowingText(viewer::MinMax{}));
    }
    if (provenance.window) parts << windowingText(*provenance.window);
    if (!provenance.voiTable.empty()) parts << Words::tr("Table of the file");
    if (provenance.inverted) parts << Words::tr("inverted");
    parts << viewer::turnText(provenance.look.turn);
    if (provenance.look.colours != viewer::ColourTable::grey) parts << viewer::colourTableName(provenance.look.colours);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QImage smallImage(const viewer::RgbImage& image, int side) {
    const QImage whole = app::imageView(image);
    if (whole.isNull()) return {};
    // Large images are subsampled first, because smooth scaling of all their pixels would block the window.
    const QSize target = whole.size().scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
    QImage small = whole;
    if (whole.width() > 4 * target.width() || whole.height() > 4 * target.height()) {
        small = whole.scaled(target * 3, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    }
    return small.scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

}  // namespace fleming::ui
