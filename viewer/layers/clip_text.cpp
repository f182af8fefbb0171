#include "viewer/layers/clip_text.h"

#include "viewer/layers/overlay_lines.h"
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

}  // namespace

CornerLines clipLines(const ClipFacts& facts) {
    CornerLines lines;
    lines.topLeft << seriesLines(facts.modality, facts.description, facts.study, facts.texts);
    if (facts.texts.has(SceneText::size))
        lines.topRight << ClipWords::tr("%1 × %2").arg(facts.size.width()).arg(facts.size.height()) << rateLine(facts);
    if (facts.texts.has(SceneText::place)) {
        if (facts.value) lines.bottomLeft << valueLine(facts.modality, *facts.value);
        if (facts.colour) lines.bottomLeft << colourLine(*facts.colour);
        lines.bottomLeft << ClipWords::tr("Frame %1 of %2").arg(countText(facts.frame + 1), countText(facts.count));
    }
    const QString turned = turnText(facts.turn);
    if (!turned.isEmpty()) lines.bottomRight << turned;
    if (facts.inverted) lines.bottomRight << ClipWords::tr("Inverted");
    if (facts.texts.has(SceneText::window)) {
        lines.bottomRight << ClipWords::tr("Zoom %1").arg(percentText(facts.zoom, 0));
        if (facts.windowing)
            lines.bottomRight << windowingLine(*facts.windowing, ClipWords::tr("Minimum to maximum of each frame"));
    }
    return lines;
}

}  // namespace fleming::viewer
