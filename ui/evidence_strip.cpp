#include "ui/evidence_strip.h"

#include <QAction>
#include <QLabel>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/evidence_list.h"
#include "ui/icons.h"
#include "ui/muted_label.h"
#include "ui/series_text.h"
#include "ui/view_area.h"
#include "viewer/views/flow_layout.h"

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
    count_->setAccessibleName(tr("How many, spread evenly"));
    count_->setToolTip(tr("How many pictures “Evenly” adds"));

    auto* tools = new viewer::FlowLayout(3);
    tools->setContentsMargins(8, 2, 4, 2);
    heading_->setContentsMargins(0, 0, 8, 0);
    tools->addWidget(heading_);
    tools->addWidget(buttonFor(addCurrent_, this, Qt::ToolButtonTextBesideIcon));
    tools->addWidget(buttonFor(addClip_, this, Qt::ToolButtonTextBesideIcon));
    evenlyButton_ = buttonFor(addEvenly_, this, Qt::ToolButtonTextBesideIcon);
    tools->addWidget(evenlyButton_);
    tools->addWidget(count_);
    tools->addWidget(buttonFor(addPreset_, this, Qt::ToolButtonTextBesideIcon));
    tools->addWidget(buttonFor(undo_, this, Qt::ToolButtonIconOnly));
    tools->addWidget(buttonFor(remove_, this, Qt::ToolButtonIconOnly));
    tools->addWidget(buttonFor(clear_, this, Qt::ToolButtonIconOnly));

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
    column->addLayout(tools);
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
        heading_->setText(tr("Evidence: making %1 of %2").arg(countText(done), countText(total)));
    });
    refreshList();
    refreshActions();
}

QListWidget* EvidenceStrip::list() const { return list_; }

void EvidenceStrip::makeActions() {
    const auto action = [this](Symbol symbol, const QString& text, const QString& tip, const QKeySequence& keys) {
        auto* made = new QAction(icon(symbol), text, this);
        made->setShortcut(keys);
        made->setToolTip(tipWithKeys(tip, made));
        return made;
    };
    addCurrent_ = action(Symbol::addSlice, tr("Slice"), tr("Add what the view shows"), QKeySequence(tr("Ctrl+E")));
    addClip_ = action(Symbol::addClip, tr("Clip"), tr("Add one frame a second between the in and out points"),
                      QKeySequence(tr("Ctrl+Shift+C")));
    addEvenly_ = action(Symbol::addMany, tr("Evenly"), tr("Add pictures spread evenly over the series"),
                        QKeySequence(tr("Ctrl+Shift+E")));
    addPreset_ = action(Symbol::preset, tr("Fleming-VL"),
                        tr("Add the pictures that Fleming-VL takes by default: 11 slices of a volume, one frame a second of a clip"),
                        QKeySequence(tr("Ctrl+D")));
    remove_ = action(Symbol::remove, tr("Remove"), tr("Remove the selected picture"), {});
    clear_ = action(Symbol::clear, tr("Clear"), tr("Remove all pictures"), {});
    undo_ = action(Symbol::undo, tr("Undo removal"), tr("Put back what was removed last"), QKeySequence::Undo);
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
    addCurrent_->setToolTip(wholeVolume ? tr("The volume as a whole cannot be evidence: show the slices to add one of them")
                                        : tipWithKeys(tr("Add what the view shows"), addCurrent_));
    addCurrent_->setText(clip ? tr("Frame") : many || open == nullptr ? tr("Slice") : tr("Picture"));
    addClip_->setVisible(clip);
    addEvenly_->setEnabled(many);
    count_->setEnabled(many);
    addPreset_->setEnabled(open != nullptr);
    const bool any = !workspace_.evidence().empty();
    remove_->setEnabled(any && list_->currentRow() >= 0);
    clear_->setEnabled(any);
    undo_->setEnabled(workspace_.canUndoEvidence());
    refreshHint();
}

void EvidenceStrip::refreshList() { list_->setFrames(workspace_.evidence()); }

void EvidenceStrip::refreshHint() {
    const int count = static_cast<int>(workspace_.evidence().size());
    hint_->setVisible(count == 0);
    hint_->setText(workspace_.isCollecting()  ? tr("The pictures are being made…")
                   : workspace_.chosen() >= 0 ? tr("Pick the pictures that go with your question with the buttons above.")
                                              : tr("The pictures that go with your question will stand here."));
    heading_->setText(count == 0 ? tr("Evidence") : tr("Evidence (%1)").arg(count));
}

}  // namespace fleming::ui
