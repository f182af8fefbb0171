#include "viewer/layers/overlay_lines.h"

#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"

#include <QCoreApplication>
#include <QDate>

namespace fleming::viewer {

namespace {

struct OverlayWords {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

QString seriesLine(const std::string& modality, const QString& description) {
    if (modality.empty() || description.isEmpty()) return QString::fromStdString(modality) + description;
    return OverlayWords::tr("%1: %2").arg(QString::fromStdString(modality), description);
}

}  // namespace

QStringList seriesLines(const std::string& modality, const QString& description, const Study& study, SceneTexts texts) {
    QStringList lines;
    if (texts.has(SceneText::patient)) lines << patientText(study.patient);
    if (texts.has(SceneText::series)) {
        lines << seriesLine(modality, description);
        const QDate date = QDate::fromString(QString::fromStdString(study.date), QStringLiteral("yyyyMMdd"));
        if (date.isValid()) lines << date.toString(Qt::ISODate);
    }
    lines.removeAll(QString());
    return lines;
}

QString windowingLine(const Windowing& windowing, const QString& minMax) {
    if (std::holds_alternative<MinMax>(windowing)) return minMax;
    const auto* window = std::get_if<Window>(&windowing);
    if (window == nullptr) return OverlayWords::tr("Table of the file");
    const auto [center, width] = windowText(*window);
    const QString function = windowFunctionWord(window->function);
    if (!function.isEmpty()) return OverlayWords::tr("C %1  W %2  (%3)").arg(center, width, function);
    return OverlayWords::tr("C %1  W %2").arg(center, width);
}

QString slabLine(const Slab& slab) {
    const QString mm = positionText(slab.mm);
    switch (slab.mode) {
        case SlabMode::maximum:
            return OverlayWords::tr("Maximum of %1 mm").arg(mm);
        case SlabMode::mean:
            return OverlayWords::tr("Mean of %1 mm").arg(mm);
        case SlabMode::minimum:
            return OverlayWords::tr("Minimum of %1 mm").arg(mm);
    }
    return {};
}

QString valueLine(const std::string& modality, double value) {
    const QString text = pixelValueText(value);
    return modality == "CT" ? OverlayWords::tr("%1 HU").arg(text) : OverlayWords::tr("Value %1").arg(text);
}

QString colourLine(const QColor& colour) {
    return OverlayWords::tr("R %1  G %2  B %3").arg(colour.red()).arg(colour.green()).arg(colour.blue());
}

}  // namespace fleming::viewer
