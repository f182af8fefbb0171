#include "ui/window/straightening.h"

#include "app/errors/error_text.h"
#include "base/error.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"
#include "viewer/render/straightened_series.h"

namespace fleming::ui {

namespace {

/// The topic of the offer; see MessageBar::withdraw().
const QString kTopic = QStringLiteral("straightening");

}  // namespace

Straightening::Straightening(app::Workspace& workspace, ViewArea& views, MessageBar& messages, QObject* parent)
    : QObject(parent), workspace_(workspace), views_(views), messages_(messages) {
    connect(&views_, &ViewArea::activeChanged, this, &Straightening::offer);
}

void Straightening::straighten() {
    messages_.withdraw(kTopic);
    const app::OpenSeries* open = workspace_.studies().chosenSeries();
    if (open == nullptr) return;
    if (!canBeStraightened(open->series)) {
        messages_.say(MessageBar::Kind::notice,
                      isStraightened(open->series)
                          ? tr("This volume is straightened already.")
                          : tr("Only a volume whose slices are sheared or unevenly spaced, and have positions, can be "
                               "straightened."));
        return;
    }
    try {
        const int stored = open->id;
        views_.replaceSeries(stored, workspace_.studies().straighten(stored));
    } catch (const Error& error) {
        messages_.say(MessageBar::Kind::error, app::messageOf(error));
    }
}

/// Offers to straighten the series once, while its volume is shown.
void Straightening::offer() {
    const app::OpenSeries* open = workspace_.studies().chosenSeries();
    const bool isDistorted = open != nullptr && views_.volumeTabShown() && canBeStraightened(open->series);
    const int id = isDistorted ? open->id : -1;
    if (id == offered_) return;
    offered_ = id;
    if (!isDistorted) return messages_.withdraw(kTopic);
    messages_.say(MessageBar::Kind::notice,
                  tr("The slices of this series are sheared or unevenly spaced, so the shape of the volume is wrong."),
                  {tr("Straighten the volume"), [this] { straighten(); }, kTopic});
}

}  // namespace fleming::ui
