#include "ui/window/panels.h"

#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/evidence/evidence_strip.h"

namespace fleming::ui {

std::vector<Panel> allPanels() {
    return {
        seriesPanel(),
        evidencePanel(),
        conversationPanel(),
    };
}

}  // namespace fleming::ui
