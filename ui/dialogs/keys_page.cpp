#include "ui/dialogs/keys_page.h"

#include "ui/browser/tree_filter.h"
#include "ui/style/clear_button.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

using viewer::Gesture;
using viewer::InputAction;
using viewer::InputChoices;
using viewer::InputPlace;

enum Column { actionColumn, keysColumn, mouseColumn };

constexpr int kIndex = Qt::UserRole;  // of the action of a row

/// A field for one key. Esc closes the dialog, as everywhere.
class KeyEdit : public QKeySequenceEdit {
public:
    explicit KeyEdit(QWidget* parent) : QKeySequenceEdit(parent) { setClearButtonEnabled(true); }

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) return event->ignore();
        QKeySequenceEdit::keyPressEvent(event);
        // Without this the field waits for further keys of a sequence, and tells of the first one a second later.
        if (keySequence().isEmpty()) return;
        setKeySequence(QKeySequence(keySequence()[0]));
        Q_EMIT keySequenceChanged(keySequence());
    }
};

std::vector<Gesture> gesturesFor(const InputAction& action) {
    if (action.mouse == InputAction::Mouse::none) return {};
    return action.mouse == InputAction::Mouse::drag ? viewer::dragGestures() : viewer::wheelGestures();
}

/// Removes the choice of an action if it is the default.
void tidy(const InputAction& action, InputChoices& choices) {
    viewer::InputChoice& choice = choices[action.id];
    if (choice.keys == action.keys) choice.keys.reset();
    if (choice.gestures == action.gestures) choice.gestures.reset();
    if (choice == viewer::InputChoice()) choices.erase(action.id);
}

}  // namespace

QString placeName(InputPlace place) {
    switch (place) {
        case InputPlace::window:
            return KeysPage::tr("In the whole window");
        case InputPlace::slices:
            return KeysPage::tr("In a slice or clip");
        case InputPlace::clips:
            return KeysPage::tr("In a clip");
        case InputPlace::volumes:
            return KeysPage::tr("In a volume");
        case InputPlace::images:
            break;
    }
    return KeysPage::tr("In an image of a question");
}

QString keysText(const InputAction& action, const InputChoices& choices) {
    QStringList texts;
    for (const QKeySequence& key : keysOf(action, choices))
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(KeysPage::tr(", ", "between keys"));
}

QString gesturesText(const InputAction& action, const InputChoices& choices) {
    QStringList texts;
    for (const Gesture& gesture : gesturesOf(action, choices))
        texts << gestureText(gesture);
    return texts.join(KeysPage::tr(", ", "between keys"));
}

KeysPage::KeysPage(std::vector<InputAction> actions, InputChoices choices, QWidget* parent)
    : QWidget(parent), actions_(std::move(actions)), choices_(std::move(choices)) {
    build();
    fill();
    connect(find_, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(table_, &QTreeWidget::currentItemChanged, this, &KeysPage::showChosen);
    for (QKeySequenceEdit* edit : keys_)
        connect(edit, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::read);
    for (QComboBox* box : gestures_)
        connect(box, &QComboBox::currentIndexChanged, this, &KeysPage::read);
    connect(take_, &QPushButton::clicked, this, &KeysPage::takeFromOthers);
    connect(reset_, &QPushButton::clicked, this, [this] {
        if (const InputAction* action = chosen()) reset(*action);
    });
    connect(resetAll_, &QPushButton::clicked, this, [this] {
        choices_.clear();
        changed();
        showChosen();
    });
    changed();
    table_->setCurrentItem(itemOf(actions_.front()));
}

void KeysPage::build() {
    find_ = new QLineEdit(this);
    find_->setPlaceholderText(tr("Find an action, a key or a drag"));
    find_->setAccessibleName(find_->placeholderText());
    addClearButton(find_);
    table_ = new QTreeWidget(this);
    table_->setHeaderLabels({tr("Action"), tr("Keys"), tr("Mouse")});
    table_->setAccessibleName(tr("Keys and mouse"));
    table_->setUniformRowHeights(true);
    table_->setMinimumHeight(fontMetrics().lineSpacing() * 6);
    problem_ = new QLabel(this);
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setContentsMargins(6, 4, 6, 4);
    problem_->setAutoFillBackground(true);
    useWarningColours(problem_);
    take_ = new QPushButton(tr("&Take it from the others"), this);
    auto* warning = new QHBoxLayout;
    warning->addWidget(problem_, 1);
    warning->addWidget(take_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(find_);
    column->addWidget(table_, 1);
    column->addWidget(buildEditor());
    column->addLayout(warning);
}

QWidget* KeysPage::buildEditor() {
    auto* box = new QWidget(this);
    name_ = new QLabel(box);
    name_->setTextFormat(Qt::PlainText);
    auto* keys = new QHBoxLayout;
    auto* mouse = new QHBoxLayout;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        keys_[i] = new KeyEdit(box);
        keys_[i]->setAccessibleName(i == 0 ? tr("Key") : tr("Other key"));
        keys->addWidget(keys_[i]);
        gestures_[i] = new QComboBox(box);
        gestures_[i]->setAccessibleName(i == 0 ? tr("Mouse") : tr("Other use of the mouse"));
        mouse->addWidget(gestures_[i], 1);
    }
    reset_ = new QPushButton(tr("&Reset this action"), box);
    resetAll_ = new QPushButton(tr("Reset &all"), box);
    auto* resets = new QHBoxLayout;
    resets->addWidget(name_, 1);
    resets->addWidget(reset_);
    resets->addWidget(resetAll_);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(resets);
    form->addRow(tr("Keys:"), keys);
    form->addRow(tr("Mouse:"), mouse);
    return box;
}

void KeysPage::fill() {
    rows_.resize(actions_.size());
    for (const InputPlace place :
         {InputPlace::window, InputPlace::slices, InputPlace::clips, InputPlace::volumes, InputPlace::images}) {
        auto* group = new QTreeWidgetItem(table_, {placeName(place)});
        group->setFirstColumnSpanned(true);
        group->setFlags(Qt::ItemIsEnabled);
        group->setData(actionColumn, kIndex, -1);
        for (std::size_t i = 0; i < actions_.size(); ++i) {
            if (actions_[i].place != place) continue;
            auto* row = new QTreeWidgetItem(group, {actions_[i].name});
            row->setData(actionColumn, kIndex, static_cast<int>(i));
            rows_[i] = row;
        }
    }
    table_->expandAll();
    // The longest gestures would leave no room for the actions; each cell has its text as a tip.
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('m'));
    table_->header()->setStretchLastSection(false);
    table_->header()->setSectionResizeMode(actionColumn, QHeaderView::Stretch);
    table_->header()->resizeSection(keysColumn, 13 * em);
    table_->header()->resizeSection(mouseColumn, 16 * em);
}

QTreeWidgetItem* KeysPage::itemOf(const InputAction& action) const {
    return rows_[static_cast<std::size_t>(&action - actions_.data())];
}

const InputAction* KeysPage::chosen() const {
    const QTreeWidgetItem* row = table_->currentItem();
    const int index = row == nullptr ? -1 : row->data(actionColumn, kIndex).toInt();
    return index < 0 ? nullptr : &actions_[static_cast<std::size_t>(index)];
}

void KeysPage::filter(const QString& text) {
    showRows(table_, [&text](const QTreeWidgetItem* row) {
        if (row->data(actionColumn, kIndex).toInt() < 0) return false;
        for (const Column column : {actionColumn, keysColumn, mouseColumn}) {
            if (row->text(column).contains(text, Qt::CaseInsensitive)) return true;
        }
        return false;
    });
}

/// Shows the chosen action in the fields.
void KeysPage::showChosen() {
    showing_ = true;
    const InputAction* action = chosen();
    name_->setText(action == nullptr ? QString() : action->name);
    const QList<QKeySequence> keys = action == nullptr ? QList<QKeySequence>() : keysOf(*action, choices_);
    const std::vector<Gesture> used = action == nullptr ? std::vector<Gesture>() : gesturesOf(*action, choices_);
    const std::vector<Gesture> offered = action == nullptr ? std::vector<Gesture>() : gesturesFor(*action);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        keys_[i]->setKeySequence(keys.value(static_cast<qsizetype>(i)));
        keys_[i]->setEnabled(action != nullptr && action->takesKeys);
        gestures_[i]->clear();
        gestures_[i]->addItem(tr("None", "no use of the mouse"));
        for (const Gesture& gesture : offered)
            gestures_[i]->addItem(gestureText(gesture));
        if (i < used.size())
            gestures_[i]->setCurrentIndex(static_cast<int>(std::ranges::find(offered, used[i]) - offered.begin()) + 1);
        gestures_[i]->setEnabled(!offered.empty());
    }
    reset_->setEnabled(action != nullptr && choices_.contains(action->id));
    showing_ = false;
    changed();
}

/// Takes what is in the fields.
void KeysPage::read() {
    const InputAction* action = chosen();
    if (showing_ || action == nullptr) return;
    viewer::InputChoice& choice = choices_[action->id];
    choice.keys.emplace();
    for (const QKeySequenceEdit* edit : keys_) {
        const QKeySequence key = edit->keySequence();
        if (!key.isEmpty() && !choice.keys->contains(key)) choice.keys->append(key);
    }
    choice.gestures.emplace();
    const std::vector<Gesture> offered = gesturesFor(*action);
    for (const QComboBox* box : gestures_) {
        if (box->currentIndex() < 1) continue;
        const Gesture& gesture = offered[static_cast<std::size_t>(box->currentIndex()) - 1];
        if (std::ranges::find(*choice.gestures, gesture) == choice.gestures->end()) choice.gestures->push_back(gesture);
    }
    tidy(*action, choices_);
    reset_->setEnabled(choices_.contains(action->id));
    changed();
}

/// Shows the keys in the table, and what is wrong.
void KeysPage::changed() {
    conflicts_ = findConflicts(actions_, choices_);
    for (const InputAction& action : actions_) {
        QTreeWidgetItem* row = itemOf(action);
        row->setText(keysColumn, keysText(action, choices_));
        row->setText(mouseColumn, gesturesText(action, choices_));
        QFont font = table_->font();
        font.setBold(choices_.contains(action.id));
        const QString problem = problemOf(action);
        for (const Column column : {actionColumn, keysColumn, mouseColumn}) {
            row->setFont(column, font);
            row->setToolTip(column, problem.isEmpty() ? row->text(column) : problem);
            row->setBackground(column, problem.isEmpty() ? QBrush() : QBrush(warningBackground()));
            row->setForeground(column, problem.isEmpty() ? QBrush() : QBrush(warningText()));
        }
    }
    const InputAction* action = chosen();
    const QString own = action == nullptr ? QString() : problemOf(*action);
    problem_->setText(own.isEmpty() ? problem() : own);
    problem_->setVisible(!problem_->text().isEmpty());
    take_->setVisible(std::ranges::any_of(
        conflicts_, [action](const auto& conflict) { return conflict.first == action || conflict.second == action; }));
}

QString KeysPage::problemOf(const InputAction& action) const {
    if (action.place == InputPlace::window) {
        for (const QKeySequence& key : keysOf(action, choices_)) {
            if (viewer::typesText(key))
                return tr("%1 types text, so it can only be used in slices, clips, volumes and images. Add Ctrl or "
                          "Alt.")
                    .arg(key.toString(QKeySequence::NativeText));
        }
    }
    for (const viewer::InputConflict& conflict : conflicts_) {
        if (conflict.first != &action && conflict.second != &action) continue;
        const InputAction& other = conflict.first == &action ? *conflict.second : *conflict.first;
        return tr("%1: “%2” and “%3” (%4) both use it.", "a key, two actions, where the second acts")
            .arg(conflict.what, action.name, other.name, placeName(other.place));
    }
    return {};
}

QString KeysPage::problem() const {
    for (const InputAction& action : actions_) {
        if (const QString text = problemOf(action); !text.isEmpty()) return text;
    }
    return {};
}

void KeysPage::showProblem() {
    for (const InputAction& action : actions_) {
        if (problemOf(action).isEmpty()) continue;
        find_->clear();
        table_->setCurrentItem(itemOf(action));
        return table_->setFocus();
    }
}

/// Leaves what the chosen action wants to it alone.
void KeysPage::takeFromOthers() {
    const InputAction* action = chosen();
    for (const viewer::InputConflict& conflict : conflicts_) {
        if (conflict.first != action && conflict.second != action) continue;
        const InputAction& other = conflict.first == action ? *conflict.second : *conflict.first;
        viewer::InputChoice choice{keysOf(other, choices_), gesturesOf(other, choices_)};
        choice.keys->removeIf(
            [&](const QKeySequence& key) { return key.toString(QKeySequence::NativeText) == conflict.what; });
        std::erase_if(*choice.gestures, [&](const Gesture& gesture) { return gestureText(gesture) == conflict.what; });
        choices_[other.id] = std::move(choice);
        tidy(other, choices_);
    }
    changed();
}

void KeysPage::reset(const InputAction& action) {
    choices_.erase(action.id);
    showChosen();
}

}  // namespace fleming::ui
