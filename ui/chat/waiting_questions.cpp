#include "ui/chat/waiting_questions.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace fleming::ui {

namespace {
constexpr int kRowsShown = 3;
}

WaitingQuestions::WaitingQuestions(app::QuestionQueue& queue, QWidget* parent) : ReorderList(parent), queue_(queue) {
    setObjectName(QStringLiteral("waitingQuestions"));
    setAccessibleName(tr("Queued questions"));
    setToolTip(
        tr("These questions will be asked one after the other, about the images picked at that time.\n"
           "Drag to reorder, press Delete to remove, or double-click to edit."));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    connect(&queue_, &app::QuestionQueue::changed, this, &WaitingQuestions::refresh);
    connect(this, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) { takeBack(row(item)); });
    connect(this, &ReorderList::moveRequested, &queue_, &app::QuestionQueue::move);
    refresh();
}

void WaitingQuestions::refresh() {
    const int chosen = currentRow();
    clear();
    int number = 0;
    for (const QString& text : queue_.texts())
        addItem(tr("%1. %2").arg(++number).arg(text.simplified()));
    setCurrentRow(std::min(chosen, count() - 1));
    setVisible(count() > 0);
    if (count() > 0) setFixedHeight(sizeHintForRow(0) * std::min(count(), kRowsShown) + 2 * frameWidth());
}

void WaitingQuestions::takeBack(int row) {
    const QStringList texts = queue_.texts();
    if (row < 0 || row >= texts.size()) return;
    queue_.remove(row);
    Q_EMIT takenBack(texts[row]);
}

void WaitingQuestions::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        queue_.remove(currentRow());
    } else {
        ReorderList::keyPressEvent(event);
    }
}

void WaitingQuestions::contextMenuEvent(QContextMenuEvent* event) {
    const int at = row(itemAt(event->pos()));
    if (at < 0) return;
    QMenu menu(this);
    connect(menu.addAction(tr("Edit")), &QAction::triggered, this, [this, at] { takeBack(at); });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this, [this, at] { queue_.remove(at); });
    menu.exec(event->globalPos());
}

}  // namespace fleming::ui
