#include "app/export/captions.h"

#include "viewer/text/number_text.h"

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
        const QString frame =
            Text::tr("Frame %1 of %2").arg(viewer::countText(p.index + 1), viewer::countText(p.count));
        return p.timeSeconds ? Text::tr("%1, at %2").arg(frame, viewer::clipTimeText(*p.timeSeconds)) : frame;
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
    return Text::tr("%1 %2 mm").arg(QLatin1String(kSides[axis][mm < 0 ? 0 : 1]), viewer::positionText(std::abs(mm)));
}

QString windowing(const viewer::Provenance& p) {
    QStringList parts;
    if (p.minMax) parts << Text::tr("minimum to maximum");
    if (p.window) {
        const auto [center, width] = viewer::windowText(*p.window);
        parts << Text::tr("C %1  W %2").arg(center, width);
    }
    if (p.inverted) parts << Text::tr("inverted");
    return parts.join(QStringLiteral(", "));
}

QString fileName(const std::string& path) {
    const std::filesystem::path whole(path);
    return QString::fromStdString((whole.has_filename() ? whole : whole.parent_path()).filename().string());
}

}  // namespace

QString shownPath(const std::string& path, const ReportOptions& options) {
    return options.fullPaths ? QString::fromStdString(path) : fileName(path);
}

QStringList captionLines(const viewer::Provenance& p, const StudyNames& studies) {
    QStringList lines{studies.of(p), seriesName(p), place(p), position(p), windowing(p)};
    if (p.cover) lines << Text::tr("central square");
    const QString file = fileName(p.file);
    if (file != QString::fromStdString(p.seriesDescription).simplified() && file != seriesName(p)) lines << file;
    lines.removeAll(QString());
    return lines;
}

QStringList sourceLines(const std::vector<viewer::Frame>& evidence, int firstImage, const ReportOptions& options) {
    QStringList lines;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const viewer::Provenance& p = evidence[i].provenance;
        QStringList parts{shownPath(p.file, options)};
        if (!p.fileSha256.empty()) parts << Text::tr("file SHA-256 %1").arg(QString::fromStdString(p.fileSha256));
        if (!p.seriesUid.empty()) parts << Text::tr("series %1").arg(QString::fromStdString(p.seriesUid));
        if (!p.pixelsSha256.empty()) parts << Text::tr("pixels SHA-256 %1").arg(QString::fromStdString(p.pixelsSha256));
        lines << Text::tr("Image-%1: %2").arg(firstImage + static_cast<int>(i)).arg(parts.join(QStringLiteral("; ")));
    }
    return lines;
}

QString describe(const inference::GenerationOptions& options) {
    const QString length = Text::tr("at most %1 tokens").arg(viewer::countText(options.maxNewTokens));
    if (options.temperature <= 0.0) return Text::tr("greedy decoding, %1").arg(length);
    return Text::tr("temperature %1, top-p %2, top-k %3, seed %4, %5")
        .arg(QLocale().toString(options.temperature, 'g', 6), QLocale().toString(options.topP, 'g', 6),
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
