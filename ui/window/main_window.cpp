#include "ui/window/main_window.h"

#include "app/export/report.h"
#include "app/models/model_description.h"
#include "app/settings.h"
#include "app/studies/samples.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/sample_guide.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/drop_hint.h"
#include "ui/window/message_bar.h"
#include "ui/window/panel_layout.h"
#include "ui/window/status_line.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

// Of the offers that are withdrawn when they no longer hold.
const QString kUndoTopic = QStringLiteral("undo");
const QString kSessionTopic = QStringLiteral("last session");

}  // namespace

MainWindow::MainWindow(app::Workspace& workspace, QWidget* parent) : QMainWindow(parent), workspace_(workspace) {
    setWindowTitle(tr("Fleming Viewer"));
    setAcceptDrops(true);
    buildPanels();
    buildFileMenu();
    buildViewMenu();
    buildModelMenu();
    buildHelpMenu();
    connectPanels();
    restoreLayout();
}

void MainWindow::buildPanels() {
    const auto dressBanner = [](QLabel* made, const QString& name) {
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        made->setAlignment(Qt::AlignCenter);
        made->setAutoFillBackground(true);
        made->setMargin(3);
    };
    banner_ = new QLabel(this);
    dressBanner(banner_, QStringLiteral("researchBanner"));
    banner_->setWordWrap(true);
    banner_->setText(QString::fromStdString(app::researchOnlyStatement()));
    modelNotice_ = new ElidedLabel(this);
    dressBanner(modelNotice_, QStringLiteral("modelNotice"));
    QFont bold = modelNotice_->font();
    bold.setWeight(QFont::DemiBold);
    modelNotice_->setFont(bold);
    recolourBanners();
    showModelNotice();
    studies_ = new StudyPanel(workspace_, this);
    views_ = new ViewArea(workspace_, this);
    evidence_ = new EvidenceStrip(workspace_, *views_, this);
    chat_ = new ChatPanel(workspace_, this);
    guide_ = new SampleGuide(workspace_, *views_, *chat_, this);

    auto* page = new QWidget(this);
    panels_ = new PanelLayout(studies_, views_, evidence_, chat_, page);
    messages_ = new MessageBar(*views_, panels_);
    dropHint_ = new DropHint(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner_);
    column->addWidget(modelNotice_);
    column->addWidget(panels_, 1);
    setCentralWidget(page);
    setStatusBar(new StatusLine(workspace_, this));
}

void MainWindow::connectPanels() {
    using app::Workspace;
    connect(studies_, &StudyPanel::openFilesRequested, this, &MainWindow::openFiles);
    connect(studies_, &StudyPanel::openFolderRequested, this, &MainWindow::openFolder);
    connect(views_, &ViewArea::openFilesRequested, this, &MainWindow::openFiles);
    connect(views_, &ViewArea::openFolderRequested, this, &MainWindow::openFolder);
    connect(views_, &ViewArea::openSampleRequested, this, &MainWindow::openSample);
    connect(views_, &ViewArea::failed, this, &MainWindow::showError);
    connect(evidence_, &EvidenceStrip::showRequested, this, &MainWindow::showEvidence);
    connect(evidence_, &EvidenceStrip::cleared, this, [this] {
        messages_->say(MessageBar::Kind::notice, tr("The evidence was cleared."),
                       {tr("Undo"), [this] { workspace_.undoEvidence(); }, kUndoTopic});
    });
    connect(&workspace_, &Workspace::evidenceChanged, this, [this] {
        // Undone, or on with other evidence: the offer to undo has had its time.
        if (!workspace_.evidence().empty()) messages_->withdraw(kUndoTopic);
    });
    const auto withdrawSession = [this] { messages_->withdraw(kSessionTopic); };
    connect(&workspace_, &Workspace::sessionChanged, this, withdrawSession);
    connect(&workspace_, &Workspace::exchangeBegan, this, withdrawSession);
    connect(guide_, &SampleGuide::evidenceKept, this, [this](const QString& sample) {
        messages_->say(MessageBar::Kind::notice,
                       tr("Your evidence was kept, so the sample's question was not entered: it would be asked about "
                          "other images."),
                       {tr("Clear evidence and use the sample"),
                        [this, sample] {
                            workspace_.clearEvidence();
                            openSample(sample);
                        },
                        {}});
    });
    connect(chat_, &ChatPanel::referenceClicked, this, &MainWindow::showReference);
    connect(chat_, &ChatPanel::chooseModelRequested, this, &MainWindow::chooseModel);
    connect(chat_, &ChatPanel::exportRequested, this, &MainWindow::exportReport);
    connect(chat_, &ChatPanel::pickRequested, evidence_->addPresetAction(), &QAction::trigger);
    connect(&workspace_, &Workspace::failed, this, &MainWindow::showError);
    connect(&workspace_, &Workspace::notice, this, &MainWindow::showNotice);
    connect(&workspace_, &Workspace::reportWritten, this, [this](const QString& pdf) {
        messages_->say(MessageBar::Kind::notice, tr("Report saved to %1.").arg(QDir::toNativeSeparators(pdf)),
                       {tr("Open"), [pdf] { QDesktopServices::openUrl(QUrl::fromLocalFile(pdf)); }, {}});
    });
    connect(&workspace_, &Workspace::lastSessionFound, this, [this](const QString& file) {
        if (workspace_.sessionFile() == file) return;
        messages_->say(MessageBar::Kind::notice,
                       tr("This is a new session. Your last session was %1.").arg(QFileInfo(file).completeBaseName()),
                       {tr("Reopen last session"), [this, file] { workspace_.openSession(file); }, kSessionTopic});
    });
    connect(&workspace_, &Workspace::modelChanged, this, &MainWindow::showModelNotice);
    connect(&workspace_, &Workspace::exchangesChanged, this, &MainWindow::showTitle);
    connect(&workspace_, &Workspace::exchangeBegan, this, &MainWindow::showTitle);
}

void MainWindow::showTitle() {
    const QString session = QFileInfo(workspace_.sessionFile()).completeBaseName();
    if (workspace_.isReadOnly()) {
        setWindowTitle(tr("%1 (read-only) – Fleming Viewer").arg(session));
    } else {
        setWindowTitle(session.isEmpty() ? tr("Fleming Viewer") : tr("%1 – Fleming Viewer").arg(session));
    }
}

void MainWindow::showError(const QString& message) {
    messages_->say(MessageBar::Kind::error, message);
}
void MainWindow::showNotice(const QString& message) {
    messages_->say(MessageBar::Kind::notice, message);
}

void MainWindow::openPaths(const QStringList& paths) {
    if (paths.isEmpty()) return;
    messages_->dismiss();
    app::settings::addRecentPath(paths.size() == 1 ? paths.front() : QFileInfo(paths.front()).absolutePath());
    workspace_.open(paths);
}

void MainWindow::openFiles() {
    const QStringList recent = app::settings::recentPaths();
    auto* dialog = new QFileDialog(this, tr("Open files"),
                                   recent.isEmpty() ? QString() : QFileInfo(recent.front()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openPaths);
    dialog->open();
}

void MainWindow::openFolder() {
    const QStringList recent = app::settings::recentPaths();
    auto* dialog = new QFileDialog(this, tr("Open folder"), recent.isEmpty() ? QString() : recent.front());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openPaths);
    dialog->open();
}

void MainWindow::openSample(const QString& name) {
    const auto sample = app::findSample(name.toStdString());
    if (!sample) {
        showError(tr("There is no sample named \"%1\".").arg(name));
        return;
    }
    messages_->dismiss();
    guide_->open(*sample);
}

void MainWindow::openSessionFile() {
    auto* dialog = new QFileDialog(this, tr("Open session"), QFileInfo(app::newSessionFile()).absolutePath(),
                                   tr("Sessions (*.fleming *.sqlite *.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &workspace_, &app::Workspace::openSession);
    dialog->open();
}

void MainWindow::newSession() {
    workspace_.newSession();
}

void MainWindow::exportReport() {
    if (workspace_.exchanges().empty()) {
        showNotice(tr("There is nothing to report yet: ask a question first."));
        return;
    }
    const QFileInfo session(workspace_.sessionFile());
    auto* dialog = new QFileDialog(this, tr("Export report"), QDir::homePath(), tr("PDF documents (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile((session.completeBaseName().isEmpty() ? QStringLiteral("report") : session.completeBaseName()) +
                       QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& pdf) { workspace_.exportReport(pdf, {app::settings::reportPaths()}); });
    dialog->open();
}

void MainWindow::chooseModel() {
    auto* dialog = new ModelDialog(workspace_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showSettings() {
    auto* dialog = new SettingsDialog(workspace_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::appearanceChanged, this, [](const QString& name) { applyAppearance(name); });
    connect(dialog, &SettingsDialog::fontSizeChanged, this, [](int points) { applyFontSize(points); });
    dialog->open();
}

void MainWindow::showFrame(const viewer::Provenance& provenance, int number, int seriesId) {
    if (seriesId < 0 || workspace_.find(seriesId) == nullptr) seriesId = workspace_.seriesOf(provenance);
    if (seriesId >= 0) {
        views_->goTo(seriesId, provenance);
        return;
    }
    // The whole series of a slice lies around it; other files stand for themselves.
    const QFileInfo file(QString::fromStdString(provenance.file));
    const QString path = provenance.seriesUid.empty() ? file.absoluteFilePath() : file.absolutePath();
    messages_->say(MessageBar::Kind::notice, tr("The series of %1 is not open.").arg(frameTitle(number)),
                   {tr("Open"),
                    [this, path, provenance] {
                        openPaths({path});
                        views_->goToWhenOpen(provenance);
                    },
                    {}});
}

void MainWindow::showEvidence(int index) {
    const auto& evidence = workspace_.evidence();
    if (index < 0 || index >= static_cast<int>(evidence.size())) return;
    showFrame(evidence[static_cast<std::size_t>(index)].provenance, index + 1, workspace_.evidenceSeries(index));
}

void MainWindow::showReference(qint64 exchangeId, int number) {
    const app::Exchange* asked = workspace_.findExchange(exchangeId);
    if (asked == nullptr) return;
    for (const app::Exchange& exchange : workspace_.exchanges()) {
        const int at = number - exchange.firstImage;
        if (exchange.conversation != asked->conversation || at < 0 || at >= static_cast<int>(exchange.evidence.size()))
            continue;
        showFrame(exchange.evidence[static_cast<std::size_t>(at)].provenance, number, -1);
        return;
    }
}

void MainWindow::nextPane() {
    QWidget* const panes[] = {studies_->seriesList(), views_->slicePage()->view(), evidence_->list(),
                              chat_->questionBox()};
    std::size_t now = std::size(panes) - 1;
    for (std::size_t i = 0; i < std::size(panes); ++i) {
        if (panes[i]->hasFocus()) now = i;
    }
    for (std::size_t step = 1; step <= std::size(panes); ++step) {
        QWidget* pane = panes[(now + step) % std::size(panes)];
        if (pane->visibleRegion().isEmpty()) continue;  // hidden, or in a panel that was dragged shut
        pane->setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    panels_->save();
    // The workspace stops what runs and keeps what was shown; nobody waits for a whole answer or file.
    workspace_.cancelOpen();
    workspace_.stopAnswer();
    chat_->saveReviews();
    event->accept();
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    const QSize room = screen()->availableGeometry().size();
    resize(QSize(1360, 860).boundedTo(room - QSize(0, 40)));  // with room for the frame's title
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    panels_->restore();
    // What the window asks for at least is known once it is laid out; it begins inside the screen all the same.
    QTimer::singleShot(0, this, [this, room] {
        if (!isMaximized() && !isFullScreen()) resize(size().boundedTo(room));
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return;
    event->acceptProposedAction();
    dropHint_->appear();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    dropHint_->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    dropHint_->hide();
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) paths << url.toLocalFile();
    }
    if (paths.isEmpty()) {
        showError(tr("Only files and folders on this computer can be opened."));
        return;
    }
    event->acceptProposedAction();
    openPaths(paths);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolourBanners();
    if (event->type() == QEvent::WindowStateChange && fullScreen_ != nullptr) fullScreen_->setChecked(isFullScreen());
}

void MainWindow::showModelNotice() {
    const QString text = workspace_.model() ? app::shownDescription(workspace_.model()->info.description) : QString();
    modelNotice_->setText(text);
    modelNotice_->setVisible(!text.isEmpty());
}

void MainWindow::recolourBanners() {
    for (QLabel* banner : {banner_, static_cast<QLabel*>(modelNotice_)}) {
        QPalette colours = banner->palette();
        if (colours.color(QPalette::Window) == warningBackground()) continue;
        colours.setColor(QPalette::Window, warningBackground());
        colours.setColor(QPalette::WindowText, warningText());
        banner->setPalette(colours);
    }
}

}  // namespace fleming::ui
