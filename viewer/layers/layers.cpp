#include "viewer/layers/layers.h"

#include "viewer/layers/box_outline.h"
#include "viewer/layers/colour_bar.h"
#include "viewer/layers/corner_text.h"
#include "viewer/layers/crosshair.h"
#include "viewer/layers/focus_frame.h"
#include "viewer/layers/label_overlay.h"
#include "viewer/layers/mark_layer.h"
#include "viewer/layers/notices.h"
#include "viewer/layers/orientation_letters.h"
#include "viewer/layers/reference_lines.h"
#include "viewer/layers/roi_layer.h"
#include "viewer/layers/scale_bar.h"

namespace fleming::viewer {

std::vector<std::unique_ptr<Layer>> makeLayers() {
    std::vector<std::unique_ptr<Layer>> layers;
    layers.push_back(std::make_unique<LabelOverlay>());
    layers.push_back(std::make_unique<ReferenceLines>());
    layers.push_back(std::make_unique<Crosshair>());
    layers.push_back(std::make_unique<OrientationLetters>());
    layers.push_back(std::make_unique<CornerText>());
    layers.push_back(std::make_unique<ScaleBar>());
    layers.push_back(std::make_unique<ColourBar>());
    layers.push_back(std::make_unique<MarkLayer>());
    layers.push_back(std::make_unique<RoiLayer>());
    layers.push_back(std::make_unique<BoxOutline>());
    layers.push_back(std::make_unique<Notices>());
    layers.push_back(std::make_unique<FocusFrame>());
    return layers;
}

}  // namespace fleming::viewer
