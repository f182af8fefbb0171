#include "ui/window/main_window.h"

#include "app/privacy.h"
#include "ui/chat/chat_panel.h"
#include "ui/review/review_activity.h"
#include "ui/views/slice_page.h"
#include "ui/views/study_layout.h"
#include "ui/views/view_area.h"
#include "ui/window/banners.h"
#include "ui/window/commands.h"
#include "ui/window/drop_hint.h"
#include "ui/window/frame_navigator.h"
#include "ui/window/main_menu.h"
#include "ui/window/message_bar.h"
#include "ui/window/pane_menu.h"
#include "ui/window/panel_layout.h"
#include "ui/window/status_line.h"
#include "ui/window/window_keys.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

/// The topic of the offer to open the last session again; see MessageBar::withdraw().
const QString kSessionTopic = QStringLiteral("last session");

}  // namespace

MainWindow::MainWindow(app::Workspace& workspace, const std::vector<Panel>& panels, QWidget* parent)
    : QMainWindow(parent), workspace_(workspace) {
    setAcceptDrops(true);
    build(panels);
    connectMessages();
    showTitle();
    restoreLayout();
}

void MainWindow::build(const std::vector<Panel>& panels) {
    auto* page = new QWidget(this);
    views_ = new ViewArea(workspace_, page);
    panels_ = new PanelLayout(views_, page);
    messages_ = new MessageBar(*views_, panels_);
    commands_ = new Commands(workspace_, *views_, *messages_, this);
    navigator_ = new FrameNavigator(workspace_, *views_, *messages_, *commands_, this);
    for (const Panel& panel : panels)
        panels_->add(panel, {workspace_, *views_, *messages_, *commands_, *navigator_});
    dropHint_ = new DropHint(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Banners(workspace_.model(), page));
    column->addWidget(panels_, 1);
    setCentralWidget(page);
    setStatusBar(new StatusLine(workspace_, panels_->toggles(), this));
    panels_->setTabOrder({messages_, statusBar()});
    new PaneMenu(workspace_, *views_, *panels_, *commands_, this);
    auto* study = new StudyLayout(workspace_, *views_, this);
    new MainMenu(workspace_, *views_, *study, *panels_, *commands_, *navigator_, this);
    new ReviewActivity(workspace_.reviews(), this);
    new WindowKeys(*this);  // last: it finds the actions of all parts

    connect(views_, &ViewArea::openFilesRequested, commands_, &Commands::openFiles);
    connect(views_, &ViewArea::openFolderRequested, commands_, &Commands::openFolder);
    connect(views_, &ViewArea::openSampleRequested, commands_, &Commands::openSample);
    connect(views_, &ViewArea::seriesRequested, navigator_, &FrameNavigator::showReference);
    connect(commands_, &Commands::questionWritten, this, [this] { panels_->focusPanel(ChatPanel::kId); });
    connect(&workspace_.session(), &app::CurrentSession::exchangesChanged, this, &MainWindow::showTitle);
    connect(&workspace_.session(), &app::CurrentSession::exchangeBegan, this, &MainWindow::showTitle);
    connect(&workspace_.session(), &app::CurrentSession::titleChanged, this, &MainWindow::showTitle);
    connect(&app::Privacy::mode(), &app::Privacy::changed, this, [this] {
        messages_->dismiss();  // what was said may name a patient
        showTitle();
    });
}

void MainWindow::connectMessages() {
    using app::CurrentSession;
    using Kind = MessageBar::Kind;
    const auto showError = [this](const QString& message) { messages_->say(Kind::error, message); };
    connect(views_, &ViewArea::failed, this, showError);
    connect(views_, &ViewArea::notice, this, [this](const QString& message) { messages_->say(Kind::notice, message); });
    connect(&workspace_, &app::Workspace::failed, this, showError);
    connect(&workspace_, &app::Workspace::notice, this,
            [this](const QString& message) { messages_->say(Kind::notice, message); });

    const CurrentSession* session = &workspace_.session();
    connect(session, &CurrentSession::exported, this, [this](const QString& file) {
        messages_->say(Kind::notice,
                       tr("The session was exported to %1.").arg(app::shownPath(QDir::toNativeSeparators(file))),
                       {tr("Open"), [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); }, {}});
    });
    connect(session, &CurrentSession::lastSessionFound, this, [this](const QString& file) {
        if (workspace_.session().file() == file) return;
        messages_->say(Kind::notice,
                       tr("This is a new session. Your last session was %1.")
                           .arg(app::shownPath(QFileInfo(file).completeBaseName())),
                       {tr("Reopen last session"), [this, file] { workspace_.session().open(file); }, kSessionTopic});
    });
    const auto withdrawSession = [this] { messages_->withdraw(kSessionTopic); };
    connect(session, &CurrentSession::replaced, this, withdrawSession);
    connect(session, &CurrentSession::exchangeBegan, this, withdrawSession);
}

void MainWindow::showTitle() {
    const QString name = QFileInfo(workspace_.session().file()).completeBaseName();
    const QString title = workspace_.session().title();
    const QString session = title.isEmpty() ? name : title;
    // The title is the first question, and a file can be named after the patient.
    if (app::Privacy::mode().isOn()) {
        setWindowTitle(tr("Fleming Viewer – privacy mode"));
    } else if (workspace_.session().isReadOnly()) {
        setWindowTitle(tr("%1 (read-only) – Fleming Viewer").arg(session));
    } else {
        setWindowTitle(session.isEmpty() ? tr("Fleming Viewer") : tr("%1 – Fleming Viewer").arg(session));
    }
}

void MainWindow::restoreLayout() {
    const QSettings settings;
    const QSize room = screen()->availableGeometry().size();
    resize(QSize(1360, 860).boundedTo(room - QSize(0, 40)));  // leaves room for the title bar
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    panels_->restore();
    // The minimum size of the window is known only after it is laid out, and may be larger than the screen.
    QTimer::singleShot(0, this, [this, room] {
        if (!isMaximized() && !isFullScreen()) resize(size().boundedTo(room));
    });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    panels_->save();
    // Stops what is running instead of waiting for it. What was shown is in the session.
    workspace_.studies().cancelOpen();
    workspace_.chat().stop();
    event->accept();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && messages_->isVisible()) {
        messages_->dismiss();
    } else {
        QMainWindow::keyPressEvent(event);
    }
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
        messages_->say(MessageBar::Kind::error, tr("Only files and folders on this computer can be opened."));
        return;
    }
    event->acceptProposedAction();
    commands_->openPaths(paths);
}

}  // namespace fleming::ui
