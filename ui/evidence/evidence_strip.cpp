#include "ui/evidence/evidence_strip.h"

#include "ui/browser/series_text.h"
#include "ui/evidence/evidence_list.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/views/view_area.h"
#include "viewer/views/flow_layout.h"

#include <QAction>
#include <QLabel>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr int kFlemingSlices = 11;

QToolButton* buttonFor(QAction* action, QWidget* parent, Qt::ToolButtonStyle style) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    QObject::connect(action, &QAction::changed, button, [action, button] { button->setVisible(action->isVisible()); });
    return button;
}

QString tipWithKeys(const QString& tip, const QAction* action) {
    const QKeySequence keys = action->shortcut();
    return keys.isEmpty() ? tip : EvidenceStrip::tr("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText));
}

}  // namespace

EvidenceStrip::EvidenceStrip(app::Workspace& workspace, ViewArea& views, QWidget* parent)
    : QWidget(parent), workspace_(workspace), views_(views) {
    makeActions();
    heading_ = new QLabel(tr("Evidence"), this);
    QFont bold = heading_->font();
    bold.setWeight(QFont::DemiBold);
    heading_->setFont(bold);
    count_ = new QSpinBox(this);
    count_->setRange(1, 64);
    count_->setValue(kFlemingSlices);
    count_->setAccessibleName(tr("Number of evenly spaced images"));
    count_->setToolTip(tr("Number of images that “Add evenly spaced” adds"));

    tools_ = new viewer::FlowLayout(3);
    tools_->setContentsMargins(8, 2, 4, 2);
    heading_->setContentsMargins(0, 0, 8, 0);
    tools_->addWidget(heading_);
    for (QAction* action : {addCurrent_, addClip_, addEvenly_, addPreset_}) {
        textButtons_.push_back(buttonFor(action, this, Qt::ToolButtonTextBesideIcon));
        tools_->addWidget(textButtons_.back());
        if (action == addEvenly_) tools_->addWidget(count_);
    }
    for (QAction* action : {undo_, remove_, clear_})
        tools_->addWidget(buttonFor(action, this, Qt::ToolButtonIconOnly));

    list_ = new EvidenceList(this);
    hint_ = new MutedLabel({}, this);
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // forces no width
    auto* area = new QWidget(this);
    auto* stack = new QStackedLayout(area);
    stack->setStackingMode(QStackedLayout::StackAll);
    stack->addWidget(hint_);
    stack->addWidget(list_);
    hint_->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools_);
    column->addWidget(area, 1);

    connect(list_, &EvidenceList::moveRequested, &workspace_, &app::Workspace::moveEvidence);
    connect(list_, &EvidenceList::removeRequested, &workspace_, &app::Workspace::removeEvidence);
    connect(list_, &EvidenceList::showRequested, this, &EvidenceStrip::showRequested);
    connect(list_, &QListWidget::currentRowChanged, this, &EvidenceStrip::refreshActions);
    connect(&workspace_, &app::Workspace::evidenceChanged, this, [this] {
        refreshList();
        refreshActions();
    });
    connect(&workspace_, &app::Workspace::chosenChanged, this, &EvidenceStrip::refreshActions);
    connect(&workspace_, &app::Workspace::seriesChanged, this, &EvidenceStrip::refreshActions);
    connect(&workspace_, &app::Workspace::viewKindChanged, this, &EvidenceStrip::refreshActions);
    connect(&workspace_, &app::Workspace::collectingChanged, this, &EvidenceStrip::refreshHint);
    connect(&workspace_, &app::Workspace::evidenceProgress, this, [this](int done, int total) {
        heading_->setText(tr("Evidence: preparing %1 of %2").arg(countText(done), countText(total)));
    });
    refreshList();
    refreshActions();
}

void EvidenceStrip::fitButtons() {
    // The first button keeps its text longest; the last resort is symbols alone.
    for (const std::size_t withText : {textButtons_.size(), std::size_t{1}, std::size_t{0}}) {
        for (std::size_t i = 0; i < textButtons_.size(); ++i) {
            textButtons_[i]->setToolButtonStyle(i < withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        }
        if (tools_->sizeHint().width() <= width()) return;
    }
}

void EvidenceStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) fitButtons();
}

QListWidget* EvidenceStrip::list() const {
    return list_;
}

void EvidenceStrip::makeActions() {
    const auto action = [this](Symbol symbol, const QString& text, const QString& tip, const QKeySequence& keys) {
        auto* made = new QAction(icon(symbol), text, this);
        made->setShortcut(keys);
        made->setToolTip(tipWithKeys(tip, made));
        return made;
    };
    addCurrent_ = action(Symbol::addSlice, tr("Add slice"), tr("Add the displayed image"), QKeySequence(tr("Ctrl+E")));
    addClip_ = action(Symbol::addClip, tr("Add clip"), tr("Add one frame per second between the in and out points"),
                      QKeySequence(tr("Ctrl+Shift+C")));
    addEvenly_ = action(Symbol::addMany, tr("Add evenly spaced"), tr("Add evenly spaced images from the whole series"),
                        QKeySequence(tr("Ctrl+Shift+E")));
    addPreset_ = action(Symbol::preset, tr("Fleming-VL default"),
                        tr("Add the images that Fleming-VL uses by default: 11 slices of a volume, or one frame per "
                           "second of a clip"),
                        QKeySequence(tr("Ctrl+D")));
    remove_ = action(Symbol::remove, tr("Remove"), tr("Remove the selected image"), {});
    clear_ = action(Symbol::clear, tr("Clear"), tr("Remove all images"), {});
    undo_ =
        action(Symbol::undo, tr("Undo removal"), tr("Restore the images that were removed last"), QKeySequence::Undo);
    connect(addCurrent_, &QAction::triggered, &workspace_, &app::Workspace::addView);
    connect(addClip_, &QAction::triggered, this, [this] { add(views_.clipPick()); });
    connect(addEvenly_, &QAction::triggered, this, [this] { add(views_.evenPick(count_->value())); });
    connect(addPreset_, &QAction::triggered, this, [this] { add(views_.flemingPick()); });
    connect(remove_, &QAction::triggered, this, [this] {
        if (list_->currentRow() >= 0) workspace_.removeEvidence(list_->currentRow());
    });
    connect(clear_, &QAction::triggered, this, [this] {
        workspace_.clearEvidence();
        Q_EMIT cleared();
    });
    connect(undo_, &QAction::triggered, &workspace_, &app::Workspace::undoEvidence);
}

void EvidenceStrip::add(const app::Selection& selection) {
    if (workspace_.chosen() >= 0) workspace_.addEvidence(workspace_.chosen(), selection);
}

void EvidenceStrip::refreshActions() {
    const auto* open = workspace_.find(workspace_.chosen());
    const auto kind = open != nullptr ? open->series.kind : viewer::SeriesKind::picture;
    const bool many = open != nullptr && kind != viewer::SeriesKind::picture;
    const bool clip = open != nullptr && kind == viewer::SeriesKind::clip;
    const bool wholeVolume = open != nullptr && !workspace_.viewCanBeEvidence();
    addCurrent_->setEnabled(open != nullptr && !wholeVolume);
    addCurrent_->setToolTip(wholeVolume ? tr("The volume view cannot be added as evidence; switch to the slices")
                                        : tipWithKeys(tr("Add the displayed image"), addCurrent_));
    addCurrent_->setText(clip ? tr("Add frame") : many || open == nullptr ? tr("Add slice") : tr("Add image"));
    addClip_->setVisible(clip);
    addEvenly_->setEnabled(many);
    count_->setEnabled(many);
    addPreset_->setEnabled(open != nullptr);
    const bool any = !workspace_.evidence().empty();
    remove_->setEnabled(any && list_->currentRow() >= 0);
    clear_->setEnabled(any);
    undo_->setEnabled(workspace_.canUndoEvidence());
    fitButtons();
    refreshHint();
}

void EvidenceStrip::refreshList() {
    list_->setFrames(workspace_.evidence());
}

void EvidenceStrip::refreshHint() {
    const int count = static_cast<int>(workspace_.evidence().size());
    hint_->setVisible(count == 0);
    hint_->setText(workspace_.isCollecting()  ? tr("Preparing images…")
                   : workspace_.chosen() >= 0 ? tr("Pick the images for your question with the buttons above.")
                                              : tr("The images for your question will appear here."));
    heading_->setText(count == 0 ? tr("Evidence") : tr("Evidence (%1)").arg(count));
}

}  // namespace fleming::ui
