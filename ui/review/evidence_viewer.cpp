#include "ui/review/evidence_viewer.h"

#include "app/review/shown_marks.h"
#include "app/review/taxonomy.h"
#include "ui/browser/series_text.h"
#include "ui/review/draft_marks.h"
#include "ui/review/image_series.h"
#include "ui/review/review_words.h"
#include "ui/review/undo_key.h"
#include "ui/style/elided_label.h"
#include "ui/views/error_words.h"
#include "viewer/tools/tools.h"
#include "viewer/views/flow_layout.h"
#include "viewer/views/input_actions.h"
#include "viewer/views/slice_view.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace fleming::ui {

namespace {

constexpr int kExcerpt = 40;  // characters of a span in the menu

Symbol symbolOf(const QString& tool) {
    static const std::map<QString, Symbol> symbols{{QStringLiteral("box"), Symbol::box},
                                                   {QStringLiteral("ellipse"), Symbol::ellipse},
                                                   {QStringLiteral("arrow"), Symbol::arrow}};
    const auto found = symbols.find(tool);
    return found == symbols.end() ? Symbol::select : found->second;
}

QString withKey(const QString& name, const QKeySequence& key) {
    if (key.isEmpty()) return name;
    return EvidenceViewer::tr("%1 (%2)", "what a button does, its key")
        .arg(name, key.toString(QKeySequence::NativeText));
}

/// Shows the key of an action of viewer::viewActions() in a tip, now and when the keys in use change.
void showKey(QToolButton* button, const QString& name, const QString& action) {
    const auto show = [button, name, action] {
        button->setToolTip(withKey(name, QKeySequence(viewer::firstKeyText(action), QKeySequence::NativeText)));
    };
    show();
    QObject::connect(&viewer::InputMap::shared(), &viewer::InputMap::changed, button, show);
}

}  // namespace

EvidenceViewer::EvidenceViewer(app::Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), marks_(new DraftMarks(workspace, this)) {
    view_ = new viewer::SliceView(this, viewer::markTools());
    view_->setAccessibleName(tr("Image of the evidence"));
    view_->setErrorWords(errorWords());
    view_->setMarkBoard(marks_->board());

    auto* controls = new viewer::FlowLayout(4);
    controls->setContentsMargins(6, 3, 6, 3);
    QToolButton* close = addButton(controls, Symbol::close, tr("Close the image"));
    previous_ = addButton(controls, Symbol::previous, tr("Previous image"), viewer::kImagePrevious);
    title_ = new QLabel(this);
    title_->setTextFormat(Qt::PlainText);
    controls->addWidget(title_);
    next_ = addButton(controls, Symbol::next, tr("Next image"), viewer::kImageNext);
    addTools(controls);
    remove_ = addButton(controls, Symbol::clear, withKey(tr("Delete the mark"), Qt::Key_Delete));
    spans_ = new QMenu(tr("Spans"), this);
    link_ = addButton(controls, Symbol::link, tr("Link the mark with a span of the answer"), viewer::kImageLink);
    link_->setMenu(spans_);
    link_->setPopupMode(QToolButton::InstantPopup);
    QToolButton* fit = addButton(controls, Symbol::fit, tr("Fit to window"));
    showKey(fit, tr("Fit to window"), QStringLiteral("view/fit"));
    QToolButton* series = addButton(controls, Symbol::series, tr("Show the image in its series"));

    about_ = new ElidedLabel(this);
    note_ = new QLineEdit(this);
    note_->setPlaceholderText(tr("Note on the mark"));
    note_->setAccessibleName(tr("Note on the mark"));
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* submit = new QAction(this);
        submit->setShortcut(Qt::CTRL | static_cast<Qt::Key>(enter));
        submit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(submit);
        connect(submit, &QAction::triggered, this, &EvidenceViewer::submit);
    }
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 3, 8, 3);
    row->addWidget(about_, 1);
    row->addWidget(note_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(controls);
    column->addWidget(view_, 1);
    column->addLayout(row);

    connect(close, &QToolButton::clicked, this, &EvidenceViewer::closed);
    connect(previous_, &QToolButton::clicked, this, [this] { goTo(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { goTo(1); });
    connect(remove_, &QToolButton::clicked, this, [this] {
        if (const auto mark = marks_->board()->selected()) marks_->board()->remove(*mark);
    });
    connect(spans_, &QMenu::aboutToShow, this, &EvidenceViewer::fillSpans);
    connect(fit, &QToolButton::clicked, view_, &viewer::SliceView::resetView);
    connect(series, &QToolButton::clicked, this, [this] { Q_EMIT seriesRequested(exchange_, number_); });
    connect(addKeys(viewer::kImageNote), &QAction::triggered, note_,
            [this] { note_->setFocus(Qt::ShortcutFocusReason); });
    connect(note_, &QLineEdit::textEdited, marks_, &DraftMarks::setNote);
    connect(note_, &QLineEdit::returnPressed, view_, [this] { view_->setFocus(); });
    note_->installEventFilter(this);
    connect(marks_, &DraftMarks::changed, this, &EvidenceViewer::refresh);
    const app::EvidencePixels* pixels = &workspace.session().pixels();
    connect(pixels, &app::EvidencePixels::loaded, this, [this](const QString& digest) {
        if (exchange_ != 0 && !shown_ && digest == digest_) showPixels();
    });
    connect(pixels, &app::EvidencePixels::unavailable, this, [this](const QString& digest) {
        if (exchange_ == 0 || shown_ || digest != digest_) return;
        unreadable_ = true;
        refresh();
    });
    connect(&workspace.reviews(), &app::ReviewDrafts::activeChanged, this, &EvidenceViewer::followActive);
    connect(&workspace.session(), &app::CurrentSession::replaced, this, [this] {
        if (exchange_ != 0) Q_EMIT closed();
    });
    refresh();
}

EvidenceViewer::~EvidenceViewer() {
    view_->setMarkBoard(nullptr);
}

QToolButton* EvidenceViewer::addButton(viewer::FlowLayout* to, Symbol symbol, const QString& name,
                                       const QString& action) {
    auto* button = new QToolButton(this);
    button->setIcon(icon(symbol));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    to->addWidget(button);
    if (action.isEmpty()) return button;
    showKey(button, name, action);
    connect(addKeys(action), &QAction::triggered, button, [button] {
        if (!button->isEnabled()) return;
        button->menu() != nullptr ? button->showMenu() : button->click();
    });
    return button;
}

/// Returns an entry with the keys in use of an action of viewer::viewActions().
QAction* EvidenceViewer::addKeys(const QString& action) {
    auto* entry = new QAction(this);
    entry->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const auto useKeys = [entry, action] { entry->setShortcuts(viewer::keysOf(action)); };
    useKeys();
    connect(&viewer::InputMap::shared(), &viewer::InputMap::changed, entry, useKeys);
    addAction(entry);
    return entry;
}

/// Adds a button for each tool. Its key is the view's.
void EvidenceViewer::addTools(viewer::FlowLayout* to) {
    tools_ = new QActionGroup(this);
    for (const viewer::ToolEntry& tool : viewer::markTools()) {
        const QString id = QString::fromLatin1(tool.id);
        auto* action = new QAction(icon(symbolOf(id)), viewer::toolName(tool), tools_);
        const auto showKey = [action, &tool, id] {
            const QString key = viewer::firstKeyText(QLatin1String("mark/") + id);
            action->setToolTip(withKey(viewer::toolName(tool), QKeySequence(key, QKeySequence::NativeText)));
        };
        showKey();
        connect(&viewer::InputMap::shared(), &viewer::InputMap::changed, action, showKey);
        action->setCheckable(true);
        action->setData(id);
        action->setChecked(id.toStdString() == view_->activeTool());
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        to->addWidget(button);
    }
    connect(tools_, &QActionGroup::triggered, this, [this](const QAction* action) {
        view_->setActiveTool(action->data().toString().toStdString());
        view_->setFocus();
    });
    connect(view_, &viewer::SliceView::activeToolChanged, this, [this] {
        for (QAction* action : tools_->actions())
            action->setChecked(action->data().toString().toStdString() == view_->activeTool());
    });
}

bool EvidenceViewer::showImage(qint64 exchange, int number) {
    const auto images = app::imagesOf(workspace_.session().exchanges(), exchange);
    if (images.empty()) return false;
    if (number == 0) {
        const std::vector<int> selected = selectedImages(workspace_, exchange);
        number = selected.empty() ? images.begin()->first : selected.front();
    }
    if (!images.contains(number)) return false;
    if (exchange == exchange_ && number == number_) return true;
    exchange_ = exchange;
    number_ = number;
    if (const app::ReviewDraft* draft = workspace_.reviews().draft(exchange)) followed_ = draft->selected();
    workspace_.reviews().setActive(exchange);
    showPixels();
    return true;
}

/// Shows the pixels of the image if they are in memory; otherwise they are read, and this function is called again.
void EvidenceViewer::showPixels() {
    const auto images = app::imagesOf(workspace_.session().exchanges(), exchange_);
    const auto found = images.find(number_);
    if (found == images.end()) return;
    const viewer::Frame& frame = *found->second;
    digest_ = QString::fromStdString(frame.provenance.pixelsSha256);
    const auto pixels = workspace_.session().pixels().find(frame);
    shown_ = pixels != nullptr;
    unreadable_ = false;
    if (pixels) {
        const QString description = tr("%1: %2", "number of an image, where it comes from")
                                        .arg(frameTitle(number_), frameDetails(frame.provenance));
        const auto [series, volume] = imageSeries(*pixels, description.toStdString());
        view_->setSeries(series, volume);
    } else {
        view_->setSeries({}, nullptr);
    }
    marks_->show(exchange_, number_, QSizeF(frame.image.width, frame.image.height));
}

void EvidenceViewer::clear() {
    if (exchange_ == 0) return;
    exchange_ = 0;
    number_ = 0;
    shown_ = false;
    marks_->clear();
    view_->setSeries({}, nullptr);
}

void EvidenceViewer::goTo(int by) {
    const auto images = app::imagesOf(workspace_.session().exchanges(), exchange_);
    auto at = images.find(number_);
    if (at == images.end()) return;
    if (by < 0 ? at == images.begin() : std::next(at) == images.end()) return;
    // Without the selection, which belongs to the image that is left.
    if (marks_->board()->selected()) marks_->board()->select({});
    showImage(exchange_, (by < 0 ? std::prev(at) : std::next(at))->first);
}

/// Goes to the images of the answer that the user now works at, so that no picture of another one stays beside it.
void EvidenceViewer::followActive(qint64 exchange) {
    if (exchange_ == 0 || exchange == 0 || exchange == exchange_) return;
    const app::CurrentSession& session = workspace_.session();
    const app::Exchange *before = session.find(exchange_), *now = session.find(exchange);
    const bool sameImages = before != nullptr && now != nullptr && before->conversation == now->conversation &&
                            app::imagesOf(session.exchanges(), exchange).contains(number_);
    if (!showImage(exchange, sameImages ? number_ : 0)) Q_EMIT closed();
}

/// Goes to the image of what the user has just selected, unless it has a mark on this one.
void EvidenceViewer::followSelection() {
    const app::ReviewDraft* draft = marks_->draft();
    if (draft == nullptr || draft->selected() == followed_) return;
    followed_ = draft->selected();
    const std::vector<int> images = selectedImages(workspace_, exchange_);
    if (images.empty() || std::ranges::find(images, number_) != images.end()) return;
    showImage(exchange_, images.front());
}

void EvidenceViewer::refresh() {
    const auto images = app::imagesOf(workspace_.session().exchanges(), exchange_);
    const auto at = images.find(number_);
    title_->setText(at == images.end() ? QString() : frameTitle(number_));
    previous_->setEnabled(at != images.end() && at != images.begin());
    next_->setEnabled(at != images.end() && std::next(at) != images.end());
    const viewer::MarkBoard* board = marks_->board();
    const bool canChange = board->selected().has_value() && board->isEditable();
    remove_->setEnabled(canChange);
    link_->setEnabled(canChange);
    for (QAction* action : tools_->actions())
        action->setEnabled(board->isEditable());
    if (!canChange && note_->hasFocus()) view_->setFocus();  // before Qt gives the focus away
    note_->setEnabled(canChange);
    const int mark = canChange ? marks_->selectedMark().value_or(-1) : -1;
    const QString note =
        mark < 0 ? QString() : QString::fromStdString(marks_->draft()->marks().at(static_cast<std::size_t>(mark)).note);
    if (note_->text() != note) note_->setText(note);
    if (unreadable_) {
        about_->setText(tr("This image cannot be read."));
    } else if (!marks_->hoveredText().isEmpty()) {
        about_->setText(marks_->hoveredText());
    } else if (mark >= 0) {
        about_->setText(tr("Mark %1").arg(app::markName(mark)));
    } else if (exchange_ != 0 && !board->isEditable()) {
        about_->setText(tr("Marks can be drawn when the answer is complete and the session can be changed."));
    } else {
        about_->setText(tr("Choose a shape and drag, or press Enter to place one in the middle."));
    }
    followSelection();
}

void EvidenceViewer::fillSpans() {
    spans_->clear();
    const app::ReviewDraft* draft = marks_->draft();
    const app::Exchange* exchange = workspace_.session().find(exchange_);
    if (draft == nullptr || exchange == nullptr) return;
    int index = 0;
    for (const app::Span& span : draft->spans()) {
        const std::string_view bytes = app::textOf(exchange->answer, span);
        const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).simplified();
        const QString excerpt = text.size() > kExcerpt ? text.left(kExcerpt - 1) + QChar(0x2026) : text;
        QAction* action = spans_->addAction(tr("%1: “%2”", "label of a span, its words")
                                                .arg(app::shownName(draft->taxonomy(), span.label), excerpt)
                                                .replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(marks_->isLinked(index));
        connect(action, &QAction::triggered, marks_, [this, index](bool on) { marks_->setLinked(index, on); });
        ++index;
    }
    if (index == 0) spans_->addAction(tr("Select words in the answer and label them first"))->setEnabled(false);
}

/// Submits the review of the answer, or says what it lacks.
void EvidenceViewer::submit() {
    const app::ReviewDraft* draft = marks_->draft();
    if (draft == nullptr || !draft->isDirty() || workspace_.reviews().submit(exchange_)) return;
    if (const auto missing = draft->missing(); !missing.empty()) about_->setText(missingText(missing.front()));
}

/// While a note is written, the keys of other images do not leave its image.
bool EvidenceViewer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == note_ && event->type() == QEvent::ShortcutOverride) {
        const QString action = viewer::actionOfKey(*static_cast<QKeyEvent*>(event), viewer::InputPlace::images);
        if (action == viewer::kImagePrevious || action == viewer::kImageNext) event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

bool EvidenceViewer::takeUndoKey(QKeyEvent& event) const {
    return marks_->draft() != nullptr && takeUndo(*marks_->draft(), event);
}

bool EvidenceViewer::event(QEvent* event) {
    return (event->type() == QEvent::ShortcutOverride && takeUndoKey(*static_cast<QKeyEvent*>(event))) ||
           QWidget::event(event);
}

void EvidenceViewer::keyPressEvent(QKeyEvent* event) {
    if (takeUndoKey(*event)) return;
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace fleming::ui
