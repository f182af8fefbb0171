#include "ui/window/panels.h"

#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/measure/measurement_panel.h"

namespace fleming::ui {

std::vector<Panel> allPanels() {
    return {
        seriesPanel(),
        evidencePanel(),
        measurementsPanel(),
        conversationPanel(),
    };
}

}  // namespace fleming::ui
