#pragma once

#include "viewer/data/look.h"
#include "viewer/data/study.h"
#include "viewer/layers/edge_text.h"
#include "viewer/layers/scene_texts.h"
#include "viewer/render/display.h"

#include <QColor>
#include <QSize>
#include <QString>

#include <optional>
#include <string>

namespace fleming::viewer {

/// What the corners of a clip say.
struct ClipFacts {
    std::string modality;
    QString description;
    Study study;
    QSize size;  ///< of a frame, pixels
    int frame = 0, count = 0;
    double framesPerSecond = 0.0, speed = 1.0;
    double zoom = 1.0;                   ///< device pixels per pixel of the frame
    std::optional<Windowing> windowing;  ///< of grey frames
    Turn turn;
    bool inverted = false;
    std::optional<double> value;   ///< under the pointer, of grey frames
    std::optional<QColor> colour;  ///< under the pointer, of frames in colour
    SceneTexts texts;              ///< what is written
};

/// Returns the lines for the corners.
CornerLines clipLines(const ClipFacts& facts);

}  // namespace fleming::viewer
