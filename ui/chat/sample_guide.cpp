#include "ui/chat/sample_guide.h"

#include "ui/chat/chat_panel.h"
#include "ui/views/view_area.h"

#include <QPlainTextEdit>
#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

bool liesIn(const std::filesystem::path& file, const std::filesystem::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

bool isShown(const app::OpenSeries& open) {
    return open.clip != nullptr || (open.volume && open.volume->complete());
}

}  // namespace

SampleGuide::SampleGuide(app::Workspace& workspace, ViewArea& views, ChatPanel& chat, QObject* parent)
    : QObject(parent), workspace_(workspace), views_(views), chat_(chat) {
    connect(&workspace_, &app::Workspace::openFinished, this, &SampleGuide::chooseSeries);
    connect(&workspace_, &app::Workspace::pixelsChanged, this, &SampleGuide::pickWhenShown);
    // Whoever turns to another series has something else in mind.
    connect(&workspace_, &app::Workspace::chosenChanged, this, [this](int id) {
        if (toPick_ && id != seriesOf(*toPick_)) toPick_.reset();
    });
}

void SampleGuide::open(const app::Sample& sample) {
    opening_ = sample;
    toPick_.reset();
    if (evidenceIsOf(sample)) {
        writeQuestion(sample);
    } else {
        Q_EMIT evidenceKept(QString::fromStdString(sample.name));
    }
    if (seriesOf(sample) >= 0 && !workspace_.isOpening()) {
        chooseSeries();
    } else {
        workspace_.open({QString::fromStdString(sample.path.string())});
    }
}

void SampleGuide::writeQuestion(const app::Sample& sample) {
    QPlainTextEdit* box = chat_.questionBox();
    const QString text = box->toPlainText();
    if (!text.trimmed().isEmpty() && text != written_) return;
    written_ = QString::fromStdString(sample.question);
    box->setPlainText(written_);
    box->moveCursor(QTextCursor::End);
    box->setFocus(Qt::OtherFocusReason);
}

int SampleGuide::seriesOf(const app::Sample& sample) const {
    for (const app::OpenSeries& open : workspace_.series()) {
        if (!open.series.files.empty() && liesIn(open.series.files.front(), sample.path)) return open.id;
    }
    return -1;
}

void SampleGuide::chooseSeries() {
    if (!opening_ || workspace_.isOpening()) return;
    const int id = seriesOf(*opening_);
    if (id < 0) {
        opening_.reset();
        return;
    }
    toPick_ = std::exchange(opening_, std::nullopt);
    workspace_.choose(id);
    pickWhenShown();
}

void SampleGuide::pickWhenShown() {
    if (!toPick_) return;
    const app::OpenSeries* open = workspace_.find(seriesOf(*toPick_));
    if (open == nullptr || !isShown(*open) || workspace_.chosen() != open->id) return;
    const int id = open->id;
    const bool mayReplace = evidenceIsOf(*toPick_);
    toPick_.reset();
    if (!mayReplace || workspace_.isAnswering()) return;
    workspace_.newConversation();
    workspace_.clearEvidence();
    workspace_.addEvidence(id, views_.flemingPick());
}

bool SampleGuide::evidenceIsOf(const app::Sample& sample) const {
    const std::filesystem::path folder = sample.path.parent_path();
    const auto& evidence = workspace_.evidence();
    return !workspace_.isCollecting() && std::all_of(evidence.begin(), evidence.end(), [&](const viewer::Frame& frame) {
        return liesIn(frame.provenance.file, folder);
    });
}

}  // namespace fleming::ui
