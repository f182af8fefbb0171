#include "app/export/captions.h"

#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"
#include "viewer/text/series_part_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace fleming::app {

namespace {

struct CaptionText {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString place(const viewer::Provenance& p) {
    if (p.kind == viewer::SeriesKind::picture)
        return p.width > 0 ? CaptionText::tr("%1 × %2 pixels").arg(p.width).arg(p.height) : QString();
    if (p.kind == viewer::SeriesKind::clip) {
        const QString frame =
            CaptionText::tr("Frame %1 of %2").arg(viewer::countText(p.index + 1), viewer::countText(p.count));
        return p.timeSeconds ? CaptionText::tr("%1, at %2").arg(frame, viewer::clipTimeText(*p.timeSeconds)) : frame;
    }
    if (p.rendering) return CaptionText::tr("Volume rendering");
    if (p.oblique) return CaptionText::tr("Oblique plane");
    const QString slice = CaptionText::tr("Slice %1 of %2").arg(p.index + 1).arg(p.count);
    return p.plane ? CaptionText::tr("%1, %2").arg(slice, viewer::planeWord(*p.plane)) : slice;
}

/// Returns the coordinate along the normal of the plane, with its side of the patient.
QString position(const viewer::Provenance& p) {
    if (!p.positionMm || !p.plane) return {};
    const std::size_t axis = *p.plane == viewer::Plane::axial ? 2 : *p.plane == viewer::Plane::coronal ? 1 : 0;
    const double mm = (*p.positionMm)[axis];
    static constexpr const char* kSides[3][2] = {{"R", "L"}, {"A", "P"}, {"F", "H"}};
    return CaptionText::tr("%1 %2 mm")
        .arg(QLatin1String(kSides[axis][mm < 0 ? 0 : 1]), viewer::positionText(std::abs(mm)));
}

QString windowing(const viewer::Provenance& p) {
    QStringList parts;
    if (p.minMax) parts << CaptionText::tr("minimum to maximum");
    if (p.window) {
        const auto [center, width] = viewer::windowText(*p.window);
        parts << CaptionText::tr("C %1  W %2").arg(center, width) << viewer::windowFunctionWord(p.window->function);
    }
    if (!p.voiTable.empty()) parts << CaptionText::tr("table of the file");
    if (p.inverted) parts << CaptionText::tr("inverted");
    if (p.look.colours != viewer::ColourTable::grey)
        parts << CaptionText::tr("colours: %1").arg(viewer::colourTableName(p.look.colours));
    if (p.look.interpolation == viewer::Interpolation::nearest) parts << CaptionText::tr("not interpolated");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

/// Returns the look of a volume rendering.
QString renderingLook(const viewer::Provenance& p) {
    if (!p.rendering) return {};
    const viewer::VolumeLook& look = p.rendering->look;
    QStringList parts{viewer::volumePresetName(look.preset)};
    if (look.window) {
        const auto [center, width] = viewer::windowText(*look.window);
        parts << CaptionText::tr("C %1  W %2").arg(center, width);
    }
    if (look.opacity != 1.0) parts << CaptionText::tr("opacity %1").arg(viewer::percentText(look.opacity, 0));
    if (look.crop) parts << CaptionText::tr("cropped");
    return parts.join(QStringLiteral(", "));
}

QString fileName(const std::string& path) {
    const std::filesystem::path whole(path);
    return QString::fromStdString((whole.has_filename() ? whole : whole.parent_path()).filename().string());
}

/// File, SHA-256 of the file, series UID, SHA-256 of the pixels; empty if unknown.
using Identifiers = std::array<QString, 4>;

Identifiers identifiersOf(const viewer::Provenance& p) {
    const auto text = [](const QString& form, const std::string& value) {
        return value.empty() ? QString() : form.arg(QString::fromStdString(value));
    };
    return {QString::fromStdString(p.file), text(CaptionText::tr("file SHA-256 %1"), p.fileSha256),
            text(CaptionText::tr("series %1"), p.seriesUid),
            text(CaptionText::tr("pixels SHA-256 %1"), p.pixelsSha256)};
}

/// Returns what all images have in common, and takes it from them.
Identifiers takeCommon(std::vector<Identifiers>& images) {
    Identifiers common;
    for (std::size_t i = 0; i < common.size(); ++i) {
        const QString& first = images.front()[i];
        const auto isFirst = [&](const Identifiers& each) { return each[i] == first; };
        if (!std::ranges::all_of(images, isFirst)) continue;
        common[i] = first;
        for (Identifiers& each : images)
            each[i].clear();
    }
    return common;
}

}  // namespace

QString imageName(int number) {
    return CaptionText::tr("Image-%1").arg(number);
}

QStringList placeLines(const viewer::Provenance& p, const StudyNames& studies) {
    QStringList lines{studies.of(p), seriesName(p), place(p), slabName(p), position(p)};
    lines.removeAll(QString());
    return lines;
}

QStringList captionLines(const viewer::Provenance& p, const StudyNames& studies) {
    QStringList lines =
        placeLines(p, studies) + QStringList{windowing(p), renderingLook(p), viewer::turnText(p.look.turn)};
    if (p.cover) lines << CaptionText::tr("central square");
    const QString file = fileName(p.file);
    if (file != viewer::seriesDescriptionText(p.seriesDescription) && file != seriesName(p)) lines << file;
    lines.removeAll(QString());
    return lines;
}

QStringList sourceLines(const std::vector<viewer::Frame>& evidence, int firstImage) {
    std::vector<Identifiers> images;
    images.reserve(evidence.size());
    for (const viewer::Frame& frame : evidence)
        images.push_back(identifiersOf(frame.provenance));
    QStringList lines;
    const auto add = [&lines](const QString& line, const Identifiers& values) {
        QStringList parts(values.begin(), values.end());
        parts.removeAll(QString());
        if (!parts.isEmpty()) lines << line.arg(parts.join(QStringLiteral("; ")));
    };
    if (images.size() > 1) add(CaptionText::tr("All images: %1"), takeCommon(images));
    int number = firstImage;
    for (const Identifiers& image : images)
        add(CaptionText::tr("Image-%1: %2").arg(number++).arg(QStringLiteral("%1")), image);
    return lines;
}

QString describe(const inference::GenerationOptions& options) {
    const QString length = CaptionText::tr("at most %1 tokens").arg(viewer::countText(options.maxNewTokens));
    if (options.temperature <= 0.0) return CaptionText::tr("greedy decoding, %1").arg(length);
    return CaptionText::tr("temperature %1, top-p %2, top-k %3, seed %4, %5")
        .arg(QLocale().toString(options.temperature, 'g', 6), QLocale().toString(options.topP, 'g', 6),
             options.topK == 0 ? CaptionText::tr("all") : QString::number(options.topK), QString::number(options.seed),
             length);
}

QString burnedInWarning() {
    return CaptionText::tr(
        "Text that is part of the images, such as a name in an ultrasound or a secondary capture, is not removed. Look "
        "at the images before you share them.");
}

QString reviewerText(const Review& review) {
    const QString name = QString::fromStdString(review.reviewer), code = QString::fromStdString(review.reviewerCode);
    if (name.isEmpty() || code.isEmpty() || name == code) return name.isEmpty() ? code : name;
    return CaptionText::tr("%1 (%2)", "a reviewer's name and code").arg(name, code);
}

QString describe(Verdict verdict) {
    switch (verdict) {
        case Verdict::correct:
            return CaptionText::tr("correct");
        case Verdict::partlyCorrect:
            return CaptionText::tr("partly correct");
        case Verdict::wrong:
            return CaptionText::tr("wrong");
        default:
            return CaptionText::tr("cannot judge");
    }
}

QString describe(Severity severity) {
    switch (severity) {
        case Severity::minor:
            return CaptionText::tr("minor");
        case Severity::moderate:
            return CaptionText::tr("moderate");
        default:
            return CaptionText::tr("severe");
    }
}

QString localTime(std::int64_t ms) {
    return ms == 0 ? QString()
                   : QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QStringLiteral("yyyy-MM-dd HH:mm"));
}

}  // namespace fleming::app
