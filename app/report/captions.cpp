#include "app/report/captions.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>
#include <filesystem>

namespace fleming::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString fixed(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

QString number(double value) {
    return QLocale().toString(value, 'g', 6);
}

QString planeName(viewer::Plane plane) {
    switch (plane) {
        case viewer::Plane::axial:
            return Text::tr("axial");
        case viewer::Plane::coronal:
            return Text::tr("coronal");
        default:
            return Text::tr("sagittal");
    }
}

QString place(const viewer::Provenance& p) {
    if (p.kind == viewer::SeriesKind::picture) return Text::tr("%1 × %2 pixels").arg(p.width).arg(p.height);
    if (p.kind == viewer::SeriesKind::clip) {
        const QString frame = Text::tr("Frame %1 of %2").arg(p.index + 1).arg(p.count);
        return p.timeSeconds ? Text::tr("%1, at %2 s").arg(frame, fixed(*p.timeSeconds, 2)) : frame;
    }
    const QString slice = Text::tr("Slice %1 of %2").arg(p.index + 1).arg(p.count);
    return p.plane ? Text::tr("%1, %2").arg(slice, planeName(*p.plane)) : slice;
}

/// The coordinate along the plane's normal, with its side of the patient.
QString position(const viewer::Provenance& p) {
    if (!p.positionMm || !p.plane) return {};
    const std::size_t axis = *p.plane == viewer::Plane::axial ? 2 : *p.plane == viewer::Plane::coronal ? 1 : 0;
    const double mm = (*p.positionMm)[axis];
    static constexpr const char* kSides[3][2] = {{"R", "L"}, {"A", "P"}, {"F", "H"}};
    return Text::tr("%1 %2 mm").arg(QLatin1String(kSides[axis][mm < 0 ? 0 : 1]), fixed(std::abs(mm), 1));
}

QString windowing(const viewer::Provenance& p) {
    if (p.minMax) return Text::tr("from minimum to maximum");
    if (!p.window) return {};
    return Text::tr("C %1  W %2").arg(number(p.window->center), number(p.window->width));
}

}  // namespace

QStringList captionLines(const viewer::Provenance& p) {
    const QString modality = QString::fromStdString(p.modality);
    const QString series = QString::fromStdString(p.seriesDescription).simplified();
    QStringList lines{
        modality.isEmpty() || series.isEmpty() ? modality + series : Text::tr("%1: %2").arg(modality, series), place(p),
        position(p), windowing(p)};
    if (p.cover) lines << Text::tr("centre square");
    const QString file = QString::fromStdString(std::filesystem::path(p.file).filename().string());
    if (file != series) lines << file;
    lines.removeAll(QString());
    return lines;
}

QStringList sourceLines(const std::vector<viewer::Frame>& evidence, int firstImage) {
    QStringList lines;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const viewer::Provenance& p = evidence[i].provenance;
        QStringList parts{QString::fromStdString(p.file)};
        if (!p.fileSha256.empty()) parts << Text::tr("file SHA-256 %1").arg(QString::fromStdString(p.fileSha256));
        if (!p.seriesUid.empty()) parts << Text::tr("series %1").arg(QString::fromStdString(p.seriesUid));
        if (!p.pixelsSha256.empty()) parts << Text::tr("pixels SHA-256 %1").arg(QString::fromStdString(p.pixelsSha256));
        lines << Text::tr("Image-%1: %2").arg(firstImage + static_cast<int>(i)).arg(parts.join(QStringLiteral("; ")));
    }
    return lines;
}

QString describe(const inference::GenerationOptions& options) {
    const QString length = Text::tr("at most %1 tokens").arg(options.maxNewTokens);
    if (options.temperature <= 0.0) return Text::tr("always the likeliest token, %1").arg(length);
    return Text::tr("temperature %1, top-p %2, top-k %3, seed %4, %5")
        .arg(number(options.temperature), number(options.topP),
             options.topK == 0 ? Text::tr("all") : QString::number(options.topK), QString::number(options.seed),
             length);
}

QString describe(Verdict verdict) {
    switch (verdict) {
        case Verdict::correct:
            return Text::tr("correct");
        case Verdict::partlyCorrect:
            return Text::tr("partly correct");
        case Verdict::wrong:
            return Text::tr("wrong");
        default:
            return Text::tr("cannot judge");
    }
}

QString localTime(std::int64_t ms) {
    return ms == 0 ? QString()
                   : QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace fleming::app
