#include "viewer/layers/clip_text.h"

#include "viewer/text/name_text.h"
#include "viewer/text/number_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace fleming::viewer {

namespace {

struct ClipWords {
    Q_DECLARE_TR_FUNCTIONS(SliceOverlay)
};

QString rateLine(const ClipFacts& facts) {
    const QString rate = rateText(facts.framesPerSecond);
    if (facts.speed == 1.0) return ClipWords::tr("%1 fps").arg(rate);
    return ClipWords::tr("%1 fps, at %2×").arg(rate, QLocale().toString(facts.speed));
}

QString windowingLine(const Windowing& windowing) {
    const auto* window = std::get_if<Window>(&windowing);
    if (!window) return ClipWords::tr("Minimum to maximum of each frame");
    const auto [center, width] = windowText(*window);
    const QString function = windowFunctionWord(window->function);
    if (!function.isEmpty()) return ClipWords::tr("C %1  W %2  (%3)").arg(center, width, function);
    return ClipWords::tr("C %1  W %2").arg(center, width);
}

QString valueLine(const ClipFacts& facts) {
    if (facts.colour) {
        return ClipWords::tr("R %1  G %2  B %3")
            .arg(facts.colour->red())
            .arg(facts.colour->green())
            .arg(facts.colour->blue());
    }
    if (!facts.value) return {};
    const QString value = pixelValueText(*facts.value);
    return facts.modality == "CT" ? ClipWords::tr("%1 HU").arg(value) : ClipWords::tr("Value %1").arg(value);
}

}  // namespace

CornerLines clipLines(const ClipFacts& facts) {
    CornerLines lines;
    const QString modality = QString::fromStdString(facts.modality);
    if (facts.texts.has(SceneText::series) && !facts.description.isEmpty())
        lines.topLeft << (modality.isEmpty() ? facts.description
                                             : ClipWords::tr("%1: %2").arg(modality, facts.description));
    if (facts.texts.has(SceneText::size))
        lines.topRight << ClipWords::tr("%1 × %2").arg(facts.size.width()).arg(facts.size.height()) << rateLine(facts);
    if (facts.texts.has(SceneText::place)) {
        if (const QString value = valueLine(facts); !value.isEmpty()) lines.bottomLeft << value;
        lines.bottomLeft << ClipWords::tr("Frame %1 of %2").arg(countText(facts.frame + 1), countText(facts.count));
    }
    if (facts.texts.has(SceneText::window)) {
        lines.bottomRight << ClipWords::tr("Zoom %1").arg(percentText(facts.zoom, 0));
        if (facts.windowing) lines.bottomRight << windowingLine(*facts.windowing);
    }
    return lines;
}

}  // namespace fleming::viewer
