#include "ui/evidence/evidence_strip.h"

#include "app/workspace.h"
#include "ui/browser/series_text.h"
#include "ui/evidence/evidence_thumbnails.h"
#include "ui/style/icons.h"
#include "ui/style/muted_label.h"
#include "ui/views/view_area.h"
#include "ui/window/frame_navigator.h"
#include "ui/window/message_bar.h"
#include "ui/window/window_keys.h"
#include "viewer/views/flow_layout.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace fleming::ui {

namespace {

/// The topic of the offer to undo; see MessageBar::withdraw().
const QString kUndoTopic = QStringLiteral("undo");

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

Panel evidencePanel() {
    return {QStringLiteral("evidence"),
            EvidenceStrip::tr("Ev&idence panel"),
            Symbol::evidence,
            QKeySequence(Qt::Key_F8),
            PanelPlace::below,
            {0.21, 132, 190, 0.35},
            [](const PanelContext& context, QWidget* parent) -> PanelWidget {
                auto* strip = new EvidenceStrip(context, parent);
                auto* menu = new QMenu(EvidenceStrip::tr("&Evidence"), strip);
                menu->addActions({strip->addCurrentAction(), strip->addEvenlyAction(), strip->addClipAction(),
                                  strip->addPresetAction(), strip->undoAction(), strip->redoAction(),
                                  strip->clearAction()});
                return {strip, strip->list(), menu};
            }};
}

EvidenceStrip::EvidenceStrip(const PanelContext& context, QWidget* parent)
    : QWidget(parent), context_(context), workspace_(context.workspace) {
    makeActions();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(0);
    makeTools();
    column->addLayout(tools_);
    column->addWidget(makeArea(), 1);
    connectWorkspace();
    refreshList();
    refreshActions();
}

void EvidenceStrip::makeTools() {
    heading_ = new QLabel(tr("Evidence"), this);
    QFont bold = heading_->font();
    bold.setWeight(QFont::DemiBold);
    heading_->setFont(bold);
    heading_->setContentsMargins(0, 0, 8, 0);
    count_ = new QSpinBox(this);
    count_->setRange(1, 64);
    count_->setValue(app::kDefaultSlices);
    count_->setAccessibleName(tr("Number of evenly spaced images"));
    count_->setToolTip(tr("Number of images that “Add evenly spaced” adds"));

    tools_ = new viewer::FlowLayout(3);
    tools_->setContentsMargins(8, 2, 4, 2);
    tools_->addWidget(heading_);
    for (QAction* action : {addCurrent_, addClip_, addEvenly_, addPreset_}) {
        textButtons_.push_back(buttonFor(action, this, Qt::ToolButtonTextBesideIcon));
        tools_->addWidget(textButtons_.back());
        if (action == addEvenly_) tools_->addWidget(count_);
    }
    for (QAction* action : {undo_, redo_, remove_, clear_})
        tools_->addWidget(buttonFor(action, this, Qt::ToolButtonIconOnly));
}

/// Returns the thumbnails, with the hint behind them, which is visible while the evidence is empty.
QWidget* EvidenceStrip::makeArea() {
    list_ = new EvidenceThumbnails(this);
    hint_ = new MutedLabel({}, this);
    hint_->setAlignment(Qt::AlignCenter);
    hint_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // does not widen the window
    hint_->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* area = new QWidget(this);
    auto* stack = new QStackedLayout(area);
    stack->setStackingMode(QStackedLayout::StackAll);
    stack->addWidget(hint_);
    stack->addWidget(list_);
    connect(list_, &EvidenceThumbnails::moveRequested, &workspace_.evidence(), &app::EvidenceList::move);
    connect(list_, &EvidenceThumbnails::removeRequested, &workspace_.evidence(), &app::EvidenceList::remove);
    connect(list_, &EvidenceThumbnails::showRequested, &context_.navigator, &FrameNavigator::showEvidence);
    connect(list_, &QListWidget::currentRowChanged, this, &EvidenceStrip::refreshActions);
    app::EvidencePixels* pixels = &workspace_.session().pixels();
    connect(list_, &EvidenceThumbnails::pixelsWanted, this, [this, pixels](int index) {
        const auto& frames = workspace_.evidence().frames();
        if (index >= static_cast<int>(frames.size())) return;
        if (const auto image = pixels->find(frames[static_cast<std::size_t>(index)]))
            list_->setThumbnail(index, *image);
    });
    // Paints again, and so asks again.
    connect(pixels, &app::EvidencePixels::loaded, list_->viewport(), qOverload<>(&QWidget::update));
    return area;
}

void EvidenceStrip::connectWorkspace() {
    connect(&workspace_.evidence(), &app::EvidenceList::changed, this, [this] {
        refreshList();
        refreshActions();
        // After an undo, or with new evidence, the offer to undo is out of date.
        if (!workspace_.evidence().frames().empty()) context_.messages.withdraw(kUndoTopic);
    });
    connect(&workspace_.evidence(), &app::EvidenceList::collectingChanged, this, &EvidenceStrip::refreshHint);
    connect(&workspace_.evidence(), &app::EvidenceList::progressed, this, [this](int done, int total) {
        heading_->setText(tr("Evidence: preparing %1 of %2").arg(countText(done), countText(total)));
    });
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, &EvidenceStrip::refreshActions);
    connect(&workspace_.studies(), &app::Studies::seriesChanged, this, &EvidenceStrip::refreshActions);
    connect(&workspace_.studies(), &app::Studies::viewKindChanged, this, &EvidenceStrip::refreshActions);
}

/// Leaves out the text of buttons that would need a second row.
void EvidenceStrip::fitButtons() {
    // All buttons with text, or only the first one, or none.
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
    const auto action = [this](const char* id, Symbol symbol, const QString& text, const QString& tip,
                               const QKeySequence& keys) {
        auto* made = new QAction(icon(symbol), text, this);
        made->setShortcut(keys);
        made->setToolTip(tipWithKeys(tip, made));
        connect(made, &QAction::changed, made, [made, tip, before = QKeySequence(keys)]() mutable {
            if (std::exchange(before, made->shortcut()) != made->shortcut()) made->setToolTip(tipWithKeys(tip, made));
        });
        WindowKeys::offer(made, QLatin1String(id), tip);
        return made;
    };
    addCurrent_ = action("add-slice", Symbol::addSlice, tr("Add slice"), tr("Add the displayed image"),
                         QKeySequence(tr("Ctrl+E")));
    addClip_ = action("add-clip", Symbol::addClip, tr("Add clip"),
                      tr("Add one frame per second between the in and out points"), QKeySequence(tr("Ctrl+Shift+C")));
    addEvenly_ = action("add-evenly", Symbol::addMany, tr("Add evenly spaced"),
                        tr("Add evenly spaced images from the whole series"), QKeySequence(tr("Ctrl+Shift+E")));
    addPreset_ = action("add-default", Symbol::preset, tr("Fleming-VL default"),
                        tr("Add the images that Fleming-VL uses by default: 11 slices of a volume, or one frame per "
                           "second of a clip"),
                        QKeySequence(tr("Ctrl+D")));
    remove_ = action("remove-image", Symbol::remove, tr("Remove"), tr("Remove the selected image"), {});
    clear_ = action("clear-images", Symbol::clear, tr("Clear"), tr("Remove all images"), {});
    undo_ = action("undo-images", Symbol::undo, tr("Undo"), tr("Undo the last removal or reordering of images"),
                   QKeySequence::Undo);
    redo_ = action("redo-images", Symbol::redo, tr("Redo"), tr("Do again what was undone of the images"),
                   QKeySequence::Redo);
    connect(addCurrent_, &QAction::triggered, this, [this] {
        if (const app::OpenSeries* open = workspace_.studies().chosenSeries()) workspace_.evidence().addView(*open);
    });
    connect(addClip_, &QAction::triggered, this, [this] { add(context_.views.clipPick()); });
    connect(addEvenly_, &QAction::triggered, this, [this] { add(context_.views.evenPick(count_->value())); });
    connect(addPreset_, &QAction::triggered, this, [this] { add(context_.views.flemingPick()); });
    connect(remove_, &QAction::triggered, this, [this] {
        if (list_->currentRow() >= 0) workspace_.evidence().remove(list_->currentRow());
    });
    connect(clear_, &QAction::triggered, this, &EvidenceStrip::clear);
    connect(undo_, &QAction::triggered, &workspace_.evidence(), &app::EvidenceList::undo);
    connect(redo_, &QAction::triggered, &workspace_.evidence(), &app::EvidenceList::redo);
}

void EvidenceStrip::add(const app::Selection& selection) {
    if (const app::OpenSeries* open = workspace_.studies().chosenSeries()) workspace_.evidence().add(*open, selection);
}

void EvidenceStrip::clear() {
    workspace_.evidence().clear();
    context_.messages.say(MessageBar::Kind::notice, tr("The evidence was cleared."),
                          {tr("Undo"), [this] { workspace_.evidence().undo(); }, kUndoTopic});
}

void EvidenceStrip::refreshActions() {
    const app::OpenSeries* open = workspace_.studies().chosenSeries();
    const auto kind = open != nullptr ? open->series.kind() : viewer::SeriesKind::picture;
    const bool many = open != nullptr && kind != viewer::SeriesKind::picture;
    const bool clip = open != nullptr && kind == viewer::SeriesKind::clip;
    const bool isDrawn = open != nullptr && workspace_.studies().viewCanBeEvidence();
    const bool rendering = open != nullptr && open->view.volumeShown;
    addCurrent_->setEnabled(isDrawn);
    addCurrent_->setToolTip(tipWithKeys(
        rendering ? tr("Add a picture of the volume as it is displayed") : tr("Add the displayed image"), addCurrent_));
    addCurrent_->setText(clip                      ? tr("Add frame")
                         : rendering               ? tr("Add view")
                         : many || open == nullptr ? tr("Add slice")
                                                   : tr("Add image"));
    addClip_->setVisible(clip);
    addEvenly_->setEnabled(many);
    count_->setEnabled(many);
    addPreset_->setEnabled(open != nullptr);
    const bool any = !workspace_.evidence().frames().empty();
    remove_->setEnabled(any && list_->currentRow() >= 0);
    clear_->setEnabled(any);
    undo_->setEnabled(workspace_.evidence().canUndo());
    redo_->setEnabled(workspace_.evidence().canRedo());
    fitButtons();
    refreshHint();
}

void EvidenceStrip::refreshList() {
    list_->setFrames(workspace_.evidence().frames());
}

void EvidenceStrip::refreshHint() {
    const int count = static_cast<int>(workspace_.evidence().frames().size());
    hint_->setVisible(count == 0);
    hint_->setText(workspace_.evidence().isCollecting() ? tr("Preparing images…")
                   : workspace_.studies().chosen() >= 0
                       ? tr("Pick the images for your question with the buttons above.")
                       : tr("The images for your question will appear here."));
    heading_->setText(count == 0 ? tr("Evidence") : tr("Evidence (%1)").arg(count));
}

}  // namespace fleming::ui
