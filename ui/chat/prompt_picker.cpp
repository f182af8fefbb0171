#include "ui/chat/prompt_picker.h"

#include "ui/dialogs/prompts_dialog.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fleming::ui {

namespace {

constexpr int kTextRole = Qt::UserRole;

/// Returns true if each word of the filter is in the name or the text.
bool fits(const app::SavedPrompt& prompt, const QString& filter) {
    const QStringList words = filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString& word) {
        return prompt.name.contains(word, Qt::CaseInsensitive) || prompt.text.contains(word, Qt::CaseInsensitive);
    });
}

}  // namespace

PromptPicker::PromptPicker(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, QWidget* parent)
    : QFrame(parent, Qt::Popup), prompts_(prompts), kind_(kind) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    filter_ = new QLineEdit(this);
    filter_->setPlaceholderText(tr("Type to filter"));
    filter_->setAccessibleName(tr("Filter the saved prompts"));
    filter_->installEventFilter(this);
    list_ = new QListWidget(this);
    list_->setAccessibleName(tr("Saved prompts"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideRight);
    preview_ = new MutedLabel({}, this);
    preview_->setMinimumHeight(2 * preview_->fontMetrics().lineSpacing());
    preview_->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* save = new QPushButton(tr("&Save this text…"), this);
    auto* manage = new QPushButton(tr("&Manage…"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(save);
    buttons->addWidget(manage);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(filter_);
    column->addWidget(list_, 1);
    column->addWidget(preview_);
    column->addLayout(buttons);
    setFocusProxy(filter_);
    connect(filter_, &QLineEdit::textChanged, this, &PromptPicker::refresh);
    connect(&prompts_, &app::SavedPrompts::changed, this, &PromptPicker::refresh);
    connect(list_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        const QString text = item == nullptr ? QString() : item->data(kTextRole).toString().simplified();
        preview_->setText(text.size() > 160 ? text.left(159) + QChar(0x2026) : text);
    });
    connect(list_, &QListWidget::itemClicked, this, &PromptPicker::choose);
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT saveRequested();
        close();
    });
    connect(manage, &QPushButton::clicked, this, [this] {
        Q_EMIT manageRequested();
        close();
    });
    refresh();
}

void PromptPicker::refresh() {
    list_->clear();
    for (const app::SavedPrompt& prompt : prompts_.of(kind_)) {
        if (!fits(prompt, filter_->text())) continue;
        auto* item = new QListWidgetItem(prompt.name, list_);
        item->setData(kTextRole, prompt.text);
    }
    if (list_->count() > 0) {
        list_->setCurrentRow(0);
    } else {
        preview_->setText(prompts_.of(kind_).empty() ? tr("No prompts are saved yet.") : tr("No saved prompt fits."));
    }
}

void PromptPicker::choose() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    Q_EMIT chosen(item->data(kTextRole).toString());
    close();
}

void PromptPicker::showAt(const QWidget* beside) {
    const QRect room = beside->screen()->availableGeometry();
    const QRect place(beside->mapToGlobal(QPoint(0, 0)), beside->size());
    const int above = place.top() - room.top(), below = room.bottom() - place.bottom();
    const QSize size(std::min(360, room.width()), std::min(300, std::max(above, below)));
    const int x = std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - size.width()));
    setGeometry(QRect(QPoint(x, above > below ? place.top() - size.height() : place.bottom()), size));
    show();
    filter_->setFocus(Qt::PopupFocusReason);
}

bool PromptPicker::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            const int page = key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown ? 8 : 1;
            const bool isUp = key->key() == Qt::Key_Up || key->key() == Qt::Key_PageUp;
            list_->setCurrentRow(std::clamp(list_->currentRow() + (isUp ? -page : page), 0, list_->count() - 1));
            return true;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            return QFrame::eventFilter(watched, event);
    }
}

QToolButton* makePromptButton(app::SavedPrompts& prompts, app::SavedPrompts::Kind kind, QPlainTextEdit* box,
                              QWidget* parent) {
    using Kind = app::SavedPrompts::Kind;
    auto* button = new QToolButton(parent);
    button->setIcon(icon(Symbol::prompts));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(PromptPicker::tr("Saved prompts"));
    button->setToolTip(kind == Kind::question ? PromptPicker::tr("Insert a saved prompt (Ctrl+P)")
                                              : PromptPicker::tr("Use a saved system prompt"));
    QObject::connect(button, &QToolButton::clicked, box, [&prompts, kind, box, button] {
        auto* picker = new PromptPicker(prompts, kind, button);
        QObject::connect(picker, &PromptPicker::chosen, box, [kind, box](const QString& text) {
            if (kind == Kind::system) box->selectAll();
            box->insertPlainText(text);
            box->setFocus();
        });
        QObject::connect(picker, &PromptPicker::saveRequested, box, [&prompts, kind, box] {
            PromptsDialog::showFor(prompts, kind, box->toPlainText(), box->window());
        });
        QObject::connect(picker, &PromptPicker::manageRequested, box,
                         [&prompts, kind, box] { PromptsDialog::showFor(prompts, kind, {}, box->window()); });
        picker->showAt(button);
    });
    return button;
}

}  // namespace fleming::ui
