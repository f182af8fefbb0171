#include "ui/review/draft_marks.h"

#include "app/review/shown_marks.h"

#include <utility>

namespace fleming::ui {

namespace {

using Part = app::ReviewDraft::Part;

}  // namespace

DraftMarks::DraftMarks(app::Workspace& workspace, QObject* parent) : QObject(parent), workspace_(workspace) {
    using viewer::MarkBoard;
    connect(&board_, &MarkBoard::added, this, &DraftMarks::add);
    connect(&board_, &MarkBoard::moved, this, &DraftMarks::move);
    connect(&board_, &MarkBoard::removed, this,
            [this](int index) { draft_->removeMark(marks_.parts.at(static_cast<std::size_t>(index)).index); });
    connect(&board_, &MarkBoard::selectionChanged, this, [this](std::optional<int> index) {
        if (draft_ == nullptr) return;
        draft_->setSelected(index ? std::optional(marks_.parts.at(static_cast<std::size_t>(*index))) : std::nullopt);
    });
    connect(&board_, &MarkBoard::hoverChanged, this, &DraftMarks::point);
    connect(&workspace.session(), &app::CurrentSession::exchangesChanged, this, &DraftMarks::refresh);
    connect(&workspace.session(), &app::CurrentSession::reviewed, this, &DraftMarks::refresh);
    connect(&workspace.session(), &app::CurrentSession::exchangeFinished, this, &DraftMarks::refresh);
}

void DraftMarks::show(qint64 exchange, int image, const QSizeF& size) {
    exchange_ = exchange;
    image_ = image;
    follow(workspace_.reviews().draft(exchange));
    board_.setImage(size, {}, false);
    hovered_.clear();
    refresh();
}

void DraftMarks::clear() {
    exchange_ = 0;
    follow(nullptr);
    board_.setImage({}, {}, false);
}

void DraftMarks::follow(app::ReviewDraft* draft) {
    if (draft == draft_) return;
    if (draft_ != nullptr) draft_->disconnect(this);
    draft_ = draft;
    if (draft_ == nullptr) return;
    connect(draft_, &app::ReviewDraft::changed, this, &DraftMarks::refresh);
    connect(draft_, &app::ReviewDraft::pointedChanged, this, &DraftMarks::refresh);
}

void DraftMarks::refresh() {
    if (exchange_ == 0) return;
    marks_ = imageMarks(workspace_, exchange_)[image_];
    board_.setMarks(marks_.shown, draft_ != nullptr && workspace_.reviews().canReview(exchange_));
    Q_EMIT changed();
}

/// Adds a mark, links it with the selected span, and selects it.
void DraftMarks::add(const viewer::MarkPlace& place) {
    if (draft_ == nullptr) return;
    const std::optional<Part> before = draft_->selected();
    const int mark = draft_->addMark(app::movedTo({.image = image_, .note = {}}, place));
    if (before && before->kind == Part::Kind::span) draft_->link(before->index, mark);
    draft_->setSelected(Part{Part::Kind::mark, mark});
}

void DraftMarks::move(int index, const viewer::MarkPlace& place) {
    if (draft_ == nullptr) return;
    const int mark = marks_.parts.at(static_cast<std::size_t>(index)).index;
    draft_->changeMark(mark, app::movedTo(draft_->marks().at(static_cast<std::size_t>(mark)), place));
}

void DraftMarks::point(std::optional<int> index) {
    hovered_.clear();
    std::optional<Part> part;
    if (index) {
        const auto at = static_cast<std::size_t>(*index);
        hovered_ = marks_.shown.at(at).caption;
        if (!marks_.notes[at].isEmpty()) hovered_ = tr("%1. %2", "mark, its note").arg(hovered_, marks_.notes[at]);
        part = marks_.parts[at];
    }
    if (draft_ != nullptr) draft_->setHovered(part);
    Q_EMIT changed();
}

std::optional<int> DraftMarks::selectedMark() const {
    if (draft_ == nullptr || !draft_->selected() || draft_->selected()->kind != Part::Kind::mark) return {};
    return draft_->selected()->index;
}

void DraftMarks::setNote(const QString& note) {
    const auto mark = selectedMark();
    if (!mark) return;
    app::Mark changed = draft_->marks().at(static_cast<std::size_t>(*mark));
    changed.note = note.toStdString();
    draft_->changeMark(*mark, changed);
}

void DraftMarks::setLinked(int span, bool linked) {
    const auto mark = selectedMark();
    if (!mark) return;
    linked ? draft_->link(span, *mark) : draft_->unlink(span, *mark);
}

bool DraftMarks::isLinked(int span) const {
    const auto mark = selectedMark();
    if (!mark) return false;
    const app::Review review = draft_->review();
    return std::ranges::find(review.links, std::pair(span, *mark)) != review.links.end();
}

}  // namespace fleming::ui
