#include "ui/review/span_list.h"

#include "app/session/exchange.h"
#include "ui/review/review_words.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kMostRows = 8;  // that are visible without scrolling

}  // namespace

SpanList::SpanList(QWidget* parent) : QListWidget(parent) {
    setAccessibleName(tr("Labelled words"));
    setToolTip(tr("Enter edits the label, Delete removes it."));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) Q_EMIT selected(row);
    });
    connect(this, &QListWidget::itemDoubleClicked, this, [this] { Q_EMIT editRequested(currentRow()); });
    hide();
}

void SpanList::refresh(const app::ReviewDraft& draft, const inference::Answer& answer,
                       const std::vector<app::MeasurementChoice>& measurements) {
    const QSignalBlocker quiet(this);
    const app::Review review = draft.review();
    const std::vector<app::Span>& spans = draft.spans();
    while (count() > static_cast<int>(spans.size()))
        delete takeItem(count() - 1);
    while (count() < static_cast<int>(spans.size()))
        addItem(new QListWidgetItem);
    for (int i = 0; i < count(); ++i) {
        const app::Span& span = spans[static_cast<std::size_t>(i)];
        const std::string_view words = app::textOf(answer, span);
        const QString what = quoted(QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())));
        QStringList parts{spanText(draft.taxonomy(), span), what,
                          app::shownMeasurements(app::measuredWith(review, i), measurements)};
        parts.removeAll(QString());
        const QString text = parts.join(QStringLiteral(" · "));
        item(i)->setText(text);
        item(i)->setToolTip(text);
        item(i)->setIcon(labelIcon(draft.taxonomy(), span.label));
    }
    using Kind = app::ReviewDraft::Part::Kind;
    const auto selected = draft.selected();
    setCurrentRow(selected && selected->kind == Kind::span ? selected->index : -1);
    const int row = std::max(1, sizeHintForRow(0));
    setFixedHeight(row * std::clamp(count(), 1, kMostRows) + 2 * frameWidth());
    setVisible(count() > 0);
}

void SpanList::keyPressEvent(QKeyEvent* event) {
    if (currentRow() >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT editRequested(currentRow());
    } else if (currentRow() >= 0 && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested(currentRow());
    } else {
        QListWidget::keyPressEvent(event);
    }
}

/// Leaves the wheel to the surrounding scroll area unless the list itself can be scrolled.
void SpanList::wheelEvent(QWheelEvent* event) {
    if (verticalScrollBar()->maximum() > 0) {
        QListWidget::wheelEvent(event);
    } else {
        event->ignore();
    }
}

}  // namespace fleming::ui
