#include "ui/window/frame_navigator.h"

#include "app/errors/error_text.h"
#include "app/review/shown_marks.h"
#include "base/error.h"
#include "ui/browser/series_text.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QFileInfo>

namespace fleming::ui {

FrameNavigator::FrameNavigator(app::Workspace& workspace, ViewArea& views, MessageBar& messages, Commands& commands,
                               QObject* parent)
    : QObject(parent), workspace_(workspace), views_(views), messages_(messages), commands_(commands) {}

void FrameNavigator::showEvidence(int index) {
    const app::EvidenceList& evidence = workspace_.evidence();
    if (index < 0 || index >= static_cast<int>(evidence.frames().size())) return;
    show(evidence.frames()[static_cast<std::size_t>(index)].provenance, index + 1,
         workspace_.studies().find(evidence.seriesOf(index)));
}

void FrameNavigator::showReference(qint64 exchangeId, int number) {
    std::vector<const app::Exchange*> path;  // on other branches, the number may be that of another image
    try {
        path = app::pathTo(workspace_.session().exchanges(), exchangeId);
    } catch (const Error& error) {
        messages_.say(MessageBar::Kind::error, app::messageOf(error));
        return;
    }
    for (const app::Exchange* exchange : path) {
        const int index = number - exchange->firstImage;
        if (index < 0 || index >= static_cast<int>(exchange->evidence.size())) continue;
        show(exchange->evidence[static_cast<std::size_t>(index)].provenance, number, nullptr);
        return;
    }
}

void FrameNavigator::openImage(qint64 exchange, int number) {
    views_.showImage(exchange, number);
}

void FrameNavigator::openImages() {
    const std::vector<app::Exchange>& exchanges = workspace_.session().exchanges();
    if (const qint64 active = workspace_.reviews().active(); !app::imagesOf(exchanges, active).empty())
        return openImage(active, 0);
    for (auto exchange = exchanges.rbegin(); exchange != exchanges.rend(); ++exchange) {
        if (!app::imagesOf(exchanges, exchange->id).empty()) return openImage(exchange->id, 0);
    }
    messages_.say(MessageBar::Kind::notice, tr("The session has no images yet."));
}

void FrameNavigator::show(const viewer::Provenance& provenance, int number, const app::OpenSeries* open) {
    if (open == nullptr) open = workspace_.studies().findOrStraighten(provenance);
    if (open != nullptr) {
        views_.goTo(open->id, provenance);
        return;
    }
    // The slices of a DICOM series lie in one folder; every other file is a series of its own.
    const QFileInfo file(QString::fromStdString(provenance.file));
    const QString path = provenance.seriesUid.empty() ? file.absoluteFilePath() : file.absolutePath();
    const auto openAndShow = [this, path, provenance] {
        commands_.openPaths({path});
        views_.goToWhenOpen(provenance);
    };
    messages_.say(MessageBar::Kind::notice, tr("The series of %1 is not open.").arg(frameTitle(number)),
                  {tr("Open"), openAndShow, {}});
}

}  // namespace fleming::ui
