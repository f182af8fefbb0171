#include "ui/window/main_menu.h"

#include "app/export/exporters.h"
#include "app/privacy.h"
#include "app/settings.h"
#include "app/studies/samples.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/conversation_view.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/measure/measure_menu.h"
#include "ui/measure/measurement_commands.h"
#include "ui/style/theme.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/frame_navigator.h"
#include "ui/window/layout_menu.h"
#include "ui/window/menu_entries.h"
#include "ui/window/panel_layout.h"
#include "viewer/text/name_text.h"

#include <QActionGroup>
#include <QDir>
#include <QEvent>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <tuple>
#include <utility>

namespace fleming::ui {

namespace {

/// Returns a path as the text of a menu entry.
QString pathText(const QString& path) {
    return QDir::toNativeSeparators(path).replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// Returns the text of the entry for a recent path, by its number in the list from 1; in privacy mode without the path.
QString recentText(const QString& path, int number) {
    return app::Privacy::mode().isOn() ? MainMenu::tr("Recent %1", "a number").arg(number) : pathText(path);
}

}  // namespace

MainMenu::MainMenu(app::Workspace& workspace, ViewArea& views, StudyLayout& study, PanelLayout& panels,
                   Commands& commands, FrameNavigator& navigator, QMainWindow* window)
    : QObject(window),
      workspace_(workspace),
      views_(views),
      study_(study),
      panels_(panels),
      commands_(commands),
      navigator_(navigator),
      measures_(new MeasurementCommands(workspace, views, this)),
      window_(window) {
    buildFileMenu(addMenu(tr("&File")));
    buildViewMenu(addMenu(tr("&View")));
    fillMeasureMenu(addMenu(tr("M&easure")), workspace_, views_, panels_, *measures_);
    buildModelMenu(addMenu(tr("&Model")));
    buildReviewMenu(addMenu(tr("&Review")));
    buildHelpMenu(addMenu(tr("&Help")));
}

QMenu* MainMenu::addMenu(const QString& title) {
    return window_->menuBar()->addMenu(title);
}

// --- File -----------------------------------------------------------------------------------------------------------

void MainMenu::buildFileMenu(QMenu* menu) {
    addEntry(menu, "open-files", tr("&Open files…"), QKeySequence::Open, &commands_, &Commands::openFiles);
    addEntry(menu, "open-folder", tr("Open &folder…"), QKeySequence(tr("Ctrl+Shift+O")), &commands_,
             &Commands::openFolder);
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentPaths(recent); });
    fillSamples(menu->addMenu(tr("Open &sample")));
    addEntry(menu, "local-library", tr("Loc&al library…"), QKeySequence(tr("Ctrl+Shift+I")), &commands_,
             &Commands::showScans);
    addEntry(menu, "close-all", tr("&Close all series"), QKeySequence(tr("Ctrl+Shift+W")), &workspace_.studies(),
             &app::Studies::closeAll);
    menu->addSeparator();
    addEntry(menu, "new-session", tr("&New session"), {}, &workspace_.session(), &app::CurrentSession::startNew);
    addEntry(menu, "open-session", tr("Open s&ession…"), {}, &commands_, &Commands::openSession);
    addEntry(menu, "session-library", tr("Session &library…"), QKeySequence(tr("Ctrl+Shift+F")), &commands_,
             &Commands::showSessions);
    QMenu* sessions = menu->addMenu(tr("Recent sess&ions"));
    connect(sessions, &QMenu::aboutToShow, this, [this, sessions] { fillRecentSessions(sessions); });
    addEntry(menu, "import-session", tr("I&mport session…"), {}, &commands_, &Commands::importSession);
    fillExporters(menu->addMenu(tr("Ex&port")));
    menu->addSeparator();
    addEntry(menu, "settings", tr("Se&ttings…"), QKeySequence(tr("Ctrl+,")), &commands_, &Commands::showSettings);
    addEntry(menu, "quit", tr("&Quit"), QKeySequence(tr("Ctrl+Q")), window_, &QWidget::close)
        ->setMenuRole(QAction::QuitRole);
}

void MainMenu::fillSamples(QMenu* menu) {
    for (const app::Sample& sample : app::findSamples()) {
        const QString name = QString::fromStdString(sample.name);
        addEntry(menu, app::titleOf(sample), {}, &commands_, [this, name] { commands_.openSample(name); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void MainMenu::fillExporters(QMenu* menu) {
    for (const app::Exporter* exporter : app::exporters()) {
        const QKeySequence key = menu->isEmpty() ? QKeySequence(tr("Ctrl+R")) : QKeySequence();
        QAction* action = addEntry(menu, tr("%1…", "a format to export").arg(app::nameOf(*exporter)), key, &commands_,
                                   [this, exporter] { commands_.exportSession(*exporter); });
        WindowKeys::offer(action, QLatin1String("export-") + QLatin1String(exporter->id),
                          tr("Export: %1", "a format").arg(app::nameOf(*exporter)));
    }
}

void MainMenu::fillRecentPaths(QMenu* menu) {
    menu->clear();
    int number = 0;
    for (const QString& path : app::settings::recentPaths())
        addEntry(menu, recentText(path, ++number), {}, &commands_, [this, path] { commands_.openPaths({path}); });
    if (menu->isEmpty()) {
        menu->addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    addEntry(menu, tr("&Clear list"), {}, this, [] { app::settings::clearRecentPaths(); });
}

void MainMenu::fillRecentSessions(QMenu* menu) {
    menu->clear();
    int number = 0;
    for (const QString& file : app::settings::recentSessions())
        addEntry(menu, recentText(file, ++number), {}, this, [this, file] { workspace_.session().open(file); });
    if (menu->isEmpty()) menu->addAction(tr("None yet"))->setEnabled(false);
}

// --- View -----------------------------------------------------------------------------------------------------------

void MainMenu::buildViewMenu(QMenu* menu) {
    fillPlanes(menu->addMenu(tr("&Plane")));
    addPaneMenus(menu);
    fillLayoutMenu(menu->addMenu(tr("&Layout")), views_, study_, commands_);
    addEntry(menu, "toggle-volume", tr("Toggle &volume view"), QKeySequence(tr("Ctrl+T")), &views_,
             [this] { views_.showTab(!views_.volumeTabShown()); });
    addEntry(menu, "question-images", tr("Images &of the question, with marks"), QKeySequence(tr("Ctrl+I")),
             &navigator_, &FrameNavigator::openImages);
    menu->addSeparator();
    for (QMenu* panelMenu : panels_.menus())
        menu->addMenu(panelMenu);
    menu->addSeparator();
    menu->addActions(panels_.toggles());
    addEntry(menu, "reset-layout", tr("&Reset layout"), {}, &panels_, &PanelLayout::reset);
    addEntry(menu, "dicom-tags", tr("DICOM ta&gs…"), QKeySequence(tr("Ctrl+Shift+T")), &commands_,
             [this] { commands_.showTags(workspace_.studies().chosen()); });
    addEntry(menu, "find-series", tr("&Find a series"), QKeySequence::Find, this, [this] {
        panels_.focusPanel(StudyPanel::kId);
        if (auto* panel = qobject_cast<StudyPanel*>(panels_.widget(StudyPanel::kId))) panel->find();
    });
    addEntry(menu, "next-panel", tr("&Next panel"), QKeySequence(Qt::Key_F6), &panels_, &PanelLayout::focusNext);
    addPrivacyMode(menu);
    addFullScreen(menu);
    fillAppearance(menu->addMenu(tr("&Appearance")));
}

/// Adds the menus of the active pane, which change with it.
void MainMenu::addPaneMenus(QMenu* menu) {
    QAction* behind = menu->addSeparator();
    behind->setVisible(false);
    const auto show = [this, menu, behind] {
        QMenu* const wanted[] = {views_.windowMenu(), views_.lookMenu(), views_.slicePage()->toolMenu()};
        if (paneMenus_.empty() || paneMenus_.front() != wanted[0]) {
            for (const QPointer<QMenu>& old : paneMenus_) {
                if (old) menu->removeAction(old->menuAction());
            }
            paneMenus_.assign(std::begin(wanted), std::end(wanted));
            for (QMenu* pane : wanted)
                menu->insertMenu(behind, pane);
        }
        const app::OpenSeries* open = workspace_.studies().chosenSeries();
        const bool slices =
            open != nullptr && open->series.kind() != viewer::SeriesKind::clip && !views_.volumeTabShown();
        const bool clip = views_.activePane()->showsClip();
        wanted[0]->setEnabled(clip ? views_.clipView()->windowing().has_value()
                                   : slices && open->series.image().components == 1);
        wanted[1]->setEnabled(slices || clip);
        wanted[2]->setEnabled(slices || clip);
    };
    connect(&views_, &ViewArea::activeChanged, menu, show);
    show();
}

void MainMenu::fillPlanes(QMenu* menu) {
    const std::pair<viewer::Plane, QString> planes[] = {{viewer::Plane::axial, tr("Ctrl+1")},
                                                        {viewer::Plane::coronal, tr("Ctrl+2")},
                                                        {viewer::Plane::sagittal, tr("Ctrl+3")}};
    for (const auto& [plane, keys] : planes) {
        QAction* action = addEntry(menu, viewer::planeName(plane), QKeySequence(keys), &views_, [this, plane = plane] {
            const app::OpenSeries* open = workspace_.studies().chosenSeries();
            if (open == nullptr || open->series.kind() != viewer::SeriesKind::volume) return;
            if (!open->series.geometry().oriented) return;
            views_.showTab(false);
            views_.slicePage()->setPlane(plane);
        });
        WindowKeys::offer(action, QStringLiteral("plane-%1").arg(static_cast<int>(plane)),
                          tr("Plane: %1").arg(viewer::planeName(plane)));
    }
    menu->addSeparator();
    addEntry(menu, "straighten", tr("&Straighten the volume"), {}, &commands_, &Commands::straighten);
}

void MainMenu::addPrivacyMode(QMenu* menu) {
    app::Privacy* privacy = &app::Privacy::mode();
    QAction* action = menu->addAction(tr("Privac&y mode"));
    action->setShortcut(Qt::Key_F5);
    WindowKeys::offer(action, QStringLiteral("privacy-mode"));
    action->setCheckable(true);
    action->setChecked(privacy->isOn());
    connect(action, &QAction::toggled, privacy, &app::Privacy::setOn);
    connect(privacy, &app::Privacy::changed, action, &QAction::setChecked);
}

void MainMenu::addFullScreen(QMenu* menu) {
    // Keeps the other bits of the state, so that a maximized window is maximized again afterwards.
    fullScreen_ =
        addEntry(menu, "full-screen", tr("F&ull screen"), QKeySequence(Qt::Key_F11), window_, [this](bool on) {
            window_->setWindowState(on ? window_->windowState() | Qt::WindowFullScreen
                                       : window_->windowState() & ~Qt::WindowFullScreen);
        });
    fullScreen_->setCheckable(true);
    window_->installEventFilter(this);
}

bool MainMenu::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window_ && event->type() == QEvent::WindowStateChange)
        fullScreen_->setChecked(window_->isFullScreen());
    return QObject::eventFilter(watched, event);
}

void MainMenu::fillAppearance(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    const std::pair<QString, QString> names[] = {{QStringLiteral("system"), tr("&Same as system")},
                                                 {QStringLiteral("light"), tr("&Light")},
                                                 {QStringLiteral("dark"), tr("Dar&k")}};
    for (const auto& [name, shown] : names) {
        QAction* action = addEntry(menu, shown, {}, this, [name = name] {
            app::settings::setAppearance(name);
            applyAppearance(name);
        });
        action->setCheckable(true);
        group->addAction(action);
        connect(menu, &QMenu::aboutToShow, action,
                [action, name = name] { action->setChecked(app::settings::appearance() == name); });
    }
}

// --- Model ----------------------------------------------------------------------------------------------------------

void MainMenu::buildModelMenu(QMenu* menu) {
    app::ModelSlot* model = &workspace_.model();
    app::Chat* chat = &workspace_.chat();
    addEntry(menu, "choose-model", tr("&Choose a model…"), QKeySequence(tr("Ctrl+M")), &commands_,
             &Commands::chooseModel);
    QAction* cancel = addEntry(menu, "cancel-loading", tr("Cancel &loading"), {}, model, &app::ModelSlot::cancel);
    menu->addSeparator();
    QAction* stop =
        addEntry(menu, "stop-generating", tr("&Stop generating"), QKeySequence(Qt::Key_Escape), chat, &app::Chat::stop);
    addEntry(menu, "new-conversation", tr("&New conversation"), QKeySequence::New, chat, &app::Chat::newConversation);
    addEntry(menu, "write-question", tr("&Write a question"), QKeySequence(tr("Ctrl+L")), &panels_,
             [this] { panels_.focusPanel(ChatPanel::kId); });
    menu->addSeparator();
    app::SessionReplay* replay = &workspace_.replay();
    QAction* replayAll = addEntry(menu, "replay", tr("&Replay the session"), {}, replay, [replay] { replay->start(); });
    QAction* cancelReplay =
        addEntry(menu, "cancel-replay", tr("C&ancel the replay"), {}, replay, &app::SessionReplay::cancel);
    const auto refresh = [model, chat, replay, cancel, stop, replayAll, cancelReplay] {
        replayAll->setEnabled(!replay->isRunning());
        cancelReplay->setEnabled(replay->isRunning());
        cancel->setEnabled(model->isLoading());
        stop->setEnabled(chat->isAnswering());
    };
    connect(model, &app::ModelSlot::changed, menu, refresh);
    connect(chat, &app::Chat::answeringChanged, menu, refresh);
    connect(replay, &app::SessionReplay::runningChanged, menu, refresh);
    refresh();
}

// --- Review ---------------------------------------------------------------------------------------------------------

void MainMenu::buildReviewMenu(QMenu* menu) {
    // Shows the panel of the conversation before anything happens in it.
    const auto inConversation = [this](auto action) {
        return [this, action] {
            auto* panel = qobject_cast<ChatPanel*>(panels_.widget(ChatPanel::kId));
            if (panel == nullptr) return;
            if (!panel->isVisible()) panels_.focusPanel(ChatPanel::kId);
            action(*panel);
        };
    };
    addEntry(menu, "next-unreviewed", tr("&Next answer without your review"), QKeySequence(Qt::Key_F4), this,
             inConversation([](ChatPanel& panel) { panel.goToUnreviewed(app::Direction::next); }));
    addEntry(menu, "previous-unreviewed", tr("&Previous answer without your review"),
             QKeySequence(Qt::SHIFT | Qt::Key_F4), this,
             inConversation([](ChatPanel& panel) { panel.goToUnreviewed(app::Direction::previous); }));
    addEntry(menu, "next-question", tr("Next &question"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), this,
             inConversation([](ChatPanel& panel) { panel.conversation()->goBy(1); }));
    addEntry(menu, "previous-question", tr("Pre&vious question"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), this,
             inConversation([](ChatPanel& panel) { panel.conversation()->goBy(-1); }));
    menu->addSeparator();
    addEntry(menu, "reviewer", tr("&Reviewer…"), {}, &commands_, &Commands::chooseReviewer);
    menu->addSeparator();
    QAction* labels = menu->addAction(QString());
    labels->setEnabled(false);
    connect(menu, &QMenu::aboutToShow, labels, [this, labels] {
        const app::Taxonomy& taxonomy = workspace_.reviews().taxonomy();
        labels->setText(tr("Labels: %1, version %2")
                            .arg(QString::fromStdString(taxonomy.name), QString::fromStdString(taxonomy.version))
                            .replace(QLatin1Char('&'), QLatin1String("&&")));
    });
    addEntry(menu, "import-labels", tr("&Import labels…"), {}, &commands_, &Commands::importTaxonomy);
    addEntry(menu, "export-labels", tr("&Export labels…"), {}, &commands_, &Commands::exportTaxonomy);
    QAction* standard = addEntry(menu, "standard-labels", tr("Use the &standard labels"), {}, this,
                                 [this] { workspace_.reviews().setTaxonomy(app::defaultTaxonomy()); });
    connect(menu, &QMenu::aboutToShow, standard,
            [this, standard] { standard->setEnabled(workspace_.reviews().taxonomy() != app::defaultTaxonomy()); });
}

// --- Help -----------------------------------------------------------------------------------------------------------

void MainMenu::buildHelpMenu(QMenu* menu) {
    addEntry(menu, "keyboard-and-mouse", tr("&Keyboard and mouse"), QKeySequence::HelpContents, this, [this] {
        auto* dialog = new ShortcutsDialog(WindowKeys::of(*window_).actions(), window_);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    addEntry(menu, "about", tr("&About Fleming Viewer"), {}, this, [this] {
        auto* dialog = new AboutDialog(window_);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

}  // namespace fleming::ui
