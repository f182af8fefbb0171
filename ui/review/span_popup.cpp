#include "ui/review/span_popup.h"

#include "ui/review/review_words.h"
#include "ui/style/muted_label.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kWidth = 290;
constexpr int kMostLabels = 10;       // that are visible without scrolling
constexpr int kMostMeasurements = 3;  // that are visible without scrolling
constexpr int kId = Qt::UserRole;

/// Makes a list as high as its rows, up to `most`.
void fitHeight(QListWidget* list, int most) {
    const int row = std::max(1, list->sizeHintForRow(0));
    list->setFixedHeight(row * std::min(most, list->count()) + 2 * list->frameWidth());
}

}  // namespace

SpanPopup::SpanPopup(QWidget* window) : QFrame(window) {
    setAutoFillBackground(true);
    setAccessibleName(tr("Label of the marked words"));
    words_ = new MutedLabel({}, this);
    labels_ = new QListWidget(this);
    labels_->setAccessibleName(tr("Label"));
    labels_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    note_ = new QLineEdit(this);
    note_->setPlaceholderText(tr("Note (optional)"));
    note_->setAccessibleName(tr("Note"));
    note_->setMaxLength(1000);
    measurementsText_ = new QLabel(tr("Tied to measurements:"), this);
    measurements_ = new QListWidget(this);
    measurements_->setAccessibleName(tr("Measurements"));
    measurements_->setToolTip(tr("Space or a click ties the words to a measurement, or unties them."));
    measurements_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    accept_ = new QPushButton(this);
    remove_ = new QPushButton(tr("Delete"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    buttons->addWidget(accept_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 8);
    column->setSpacing(5);
    column->addWidget(words_);
    column->addWidget(labels_);
    column->addWidget(makeSeverity());
    for (QWidget* part : std::initializer_list<QWidget*>{note_, measurementsText_, measurements_})
        column->addWidget(part);
    column->addLayout(buttons);
    hide();
    for (QWidget* part : findChildren<QWidget*>())
        part->installEventFilter(this);
    connect(accept_, &QPushButton::clicked, this, &SpanPopup::accept);
    connect(labels_, &QListWidget::itemDoubleClicked, this, &SpanPopup::accept);
    connect(measurements_, &QListWidget::itemClicked, this, &SpanPopup::toggle);
    connect(remove_, &QPushButton::clicked, this, [this] {
        close(false);
        Q_EMIT removed();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
        if (isVisible() && now != nullptr && now != this && !isAncestorOf(now)) close(true);
    });
}

QWidget* SpanPopup::makeSeverity() {
    auto* row = new QWidget(this);
    severityText_ = new QLabel(row);
    const auto button = [row](const QString& text, const QString& name) {
        auto* made = new QPushButton(text, row);
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setFixedWidth(made->sizeHint().height());
        return made;
    };
    milder_ = button(QStringLiteral("−"), tr("Less severe (Left)"));
    worse_ = button(QStringLiteral("+"), tr("More severe (Right)"));
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(severityText_, 1);
    columns->addWidget(milder_);
    columns->addWidget(worse_);
    connect(milder_, &QPushButton::clicked, this, [this] { changeSeverity(-1); });
    connect(worse_, &QPushButton::clicked, this, [this] { changeSeverity(1); });
    return row;
}

void SpanPopup::open(const app::Taxonomy& taxonomy, const app::Span& span, const QString& words, bool isNew,
                     const QRect& place) {
    span_ = span;
    if (!isVisible()) before_ = window()->focusWidget();
    words_->setText(quoted(words));
    labels_->clear();
    for (const app::TaxonomyLabel& label : taxonomy.labels) {
        const int number = labels_->count() + 1;
        const QString name = app::shownName(label);
        auto* item =
            new QListWidgetItem(labelIcon(taxonomy, label.id),
                                number <= 9 ? tr("%1  %2", "key, label").arg(number).arg(name) : name, labels_);
        item->setData(Qt::UserRole, QString::fromStdString(label.id));
        item->setToolTip(name);
        if (label.id == span.label) labels_->setCurrentItem(item);
    }
    if (labels_->currentItem() == nullptr) labels_->setCurrentRow(0);
    fitHeight(labels_, kMostLabels);
    showSeverity();
    note_->setText(QString::fromStdString(span.note));
    accept_->setText(isNew ? tr("Add (Enter)") : tr("Save (Enter)"));
    remove_->setVisible(!isNew);

    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    resize(std::min(kWidth, room.width()), std::min(sizeHint().height(), room.height()));
    const int below = place.bottom() + 8;
    const int y = below + height() <= room.bottom() ? below : place.top() - 4 - height();
    move(std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(y, room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    raise();
    labels_->setFocus(Qt::PopupFocusReason);
}

void SpanPopup::setMeasurements(const std::vector<app::MeasurementChoice>& choices,
                                const std::vector<std::int64_t>& tied) {
    measurements_->clear();
    const auto add = [this](std::int64_t id, const QString& text, bool isTied) {
        auto* item = new QListWidgetItem(text, measurements_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);  // toggle() changes it, on the whole row
        item->setData(kId, static_cast<qlonglong>(id));
        item->setCheckState(isTied ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(text);
    };
    const auto isTied = [&](std::int64_t id) { return std::ranges::find(tied, id) != tied.end(); };
    for (const app::MeasurementChoice& each : choices)
        add(each.id, each.text, isTied(each.id));
    for (const std::int64_t id : tied) {
        if (std::ranges::find(choices, id, &app::MeasurementChoice::id) == choices.end())
            add(id, app::shownMeasurements({id}, choices), true);
    }
    measurementsText_->setVisible(measurements_->count() > 0);
    measurements_->setVisible(measurements_->count() > 0);
    if (measurements_->count() > 0) measurements_->setCurrentRow(0);
    fitHeight(measurements_, kMostMeasurements);
}

std::vector<std::int64_t> SpanPopup::measured() const {
    std::vector<std::int64_t> ids;
    for (int row = 0; row < measurements_->count(); ++row) {
        const QListWidgetItem* item = measurements_->item(row);
        if (item->checkState() == Qt::Checked) ids.push_back(item->data(kId).toLongLong());
    }
    return ids;
}

void SpanPopup::toggle(QListWidgetItem* measurement) {
    if (measurement == nullptr) return;
    measurement->setCheckState(measurement->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

void SpanPopup::changeSeverity(int by) {
    const int now = span_.severity ? static_cast<int>(*span_.severity) + 1 : 0;
    const int next = std::clamp(now + by, 0, 3);
    span_.severity = next == 0 ? std::optional<app::Severity>() : static_cast<app::Severity>(next - 1);
    showSeverity();
}

void SpanPopup::showSeverity() {
    severityText_->setText(span_.severity ? tr("Severity: %1").arg(severityName(*span_.severity))
                                          : tr("Severity: not given"));
    milder_->setEnabled(span_.severity.has_value());
    worse_->setEnabled(span_.severity != app::Severity::severe);
}

void SpanPopup::accept() {
    const QListWidgetItem* label = labels_->currentItem();
    if (label == nullptr) return;
    span_.label = label->data(Qt::UserRole).toString().toStdString();
    span_.note = note_->text().trimmed().toStdString();
    close(false);
    Q_EMIT accepted(span_);
}

void SpanPopup::close(bool cancel) {
    if (!isVisible()) return;
    const QWidget* focused = window()->focusWidget();
    const bool hasFocus = focused != nullptr && (focused == this || isAncestorOf(focused));
    hide();
    if (hasFocus && before_) before_->setFocus();
    if (cancel) Q_EMIT cancelled();
}

/// Returns true if the key has done something.
bool SpanPopup::takeKey(const QWidget* watched, int key) {
    if (key == Qt::Key_Escape) {
        close(true);
        return true;
    }
    const bool isButton = qobject_cast<const QPushButton*>(watched) != nullptr;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !isButton) {
        accept();
        return true;
    }
    if (watched == measurements_ && key == Qt::Key_Space) {
        toggle(measurements_->currentItem());
        return true;
    }
    if (watched != labels_) return false;
    if (key >= Qt::Key_1 && key <= Qt::Key_9 && key - Qt::Key_1 < labels_->count()) {
        labels_->setCurrentRow(key - Qt::Key_1);
        return true;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right) return false;
    changeSeverity(key == Qt::Key_Right ? 1 : -1);
    return true;
}

bool SpanPopup::eventFilter(QObject* watched, QEvent* event) {
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (event->type() == QEvent::KeyPress) return takeKey(widget, static_cast<QKeyEvent*>(event)->key());
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
        event->accept();  // otherwise the menu takes Escape and stops the answer
    return QFrame::eventFilter(watched, event);
}

/// The Tab key stays in the form: leaving it discards what was chosen.
bool SpanPopup::focusNextPrevChild(bool next) {
    std::vector<QWidget*> stops;
    for (QWidget* each = nextInFocusChain(); each != this; each = each->nextInFocusChain()) {
        if (isAncestorOf(each) && each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) != 0)
            stops.push_back(each);
    }
    if (stops.empty()) return false;
    const auto now = std::ranges::find(stops, window()->focusWidget());
    const auto count = std::ssize(stops);
    const std::ptrdiff_t at = now == stops.end() ? (next ? -1 : 0) : now - stops.begin();
    stops[static_cast<std::size_t>((at + (next ? 1 : count - 1)) % count)]->setFocus(next ? Qt::TabFocusReason
                                                                                          : Qt::BacktabFocusReason);
    return true;
}

void SpanPopup::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(controlBorder());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace fleming::ui
