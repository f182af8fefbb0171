// The menus of the main window.
#include "app/export/report.h"
#include "app/settings.h"
#include "app/studies/samples.h"
#include "ui/browser/series_text.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/dialogs/scrollable.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/style/theme.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/views/volume_page.h"
#include "ui/window/main_window.h"
#include "ui/window/panel_layout.h"

#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace fleming::ui {

QAction* MainWindow::addAction(QMenu* menu, const QString& text, const QKeySequence& keys, void (MainWindow::*slot)()) {
    QAction* action = menu->addAction(text);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void MainWindow::buildFileMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    addAction(menu, tr("&Open files…"), QKeySequence::Open, &MainWindow::openFiles);
    addAction(menu, tr("Open &folder…"), QKeySequence(tr("Ctrl+Shift+O")), &MainWindow::openFolder);
    QMenu* recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    fillSamples(menu->addMenu(tr("Open &sample")));
    QAction* closeSeries = menu->addAction(tr("&Close all series"));
    closeSeries->setShortcut(QKeySequence(tr("Ctrl+Shift+W")));
    connect(closeSeries, &QAction::triggered, &workspace_, &app::Workspace::closeAll);
    menu->addSeparator();
    addAction(menu, tr("&New session"), {}, &MainWindow::newSession);
    addAction(menu, tr("Open s&ession…"), {}, &MainWindow::openSessionFile);
    QMenu* sessions = menu->addMenu(tr("Recent sess&ions"));
    connect(sessions, &QMenu::aboutToShow, this, [this, sessions] { fillRecentSessions(sessions); });
    addAction(menu, tr("Ex&port report…"), QKeySequence(tr("Ctrl+R")), &MainWindow::exportReport);
    menu->addSeparator();
    addAction(menu, tr("Se&ttings…"), QKeySequence(tr("Ctrl+,")), &MainWindow::showSettings);
    QAction* quit = menu->addAction(tr("&Quit"));
    quit->setShortcut(QKeySequence(tr("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::fillSamples(QMenu* menu) {
    for (const app::Sample& sample : app::findSamples()) {
        const QString name = QString::fromStdString(sample.name);
        connect(menu->addAction(app::titleOf(sample)), &QAction::triggered, this, [this, name] { openSample(name); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void MainWindow::fillRecent(QMenu* menu) {
    menu->clear();
    for (const QString& path : app::settings::recentPaths()) {
        QAction* action =
            menu->addAction(QDir::toNativeSeparators(path).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, path] { openPaths({path}); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("None yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Clear list")), &QAction::triggered, this, [] { app::settings::clearRecentPaths(); });
}

void MainWindow::fillRecentSessions(QMenu* menu) {
    menu->clear();
    for (const QString& file : app::settings::recentSessions()) {
        QAction* action =
            menu->addAction(QDir::toNativeSeparators(file).replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, file] { workspace_.openSession(file); });
    }
    if (menu->isEmpty()) menu->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::buildViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    QMenu* planes = menu->addMenu(tr("&Plane"));
    const std::pair<viewer::Plane, QString> keys[] = {{viewer::Plane::axial, tr("Ctrl+1")},
                                                      {viewer::Plane::coronal, tr("Ctrl+2")},
                                                      {viewer::Plane::sagittal, tr("Ctrl+3")}};
    for (const auto& [plane, key] : keys) {
        QAction* action = planes->addAction(planeName(plane));
        action->setShortcut(QKeySequence(key));
        connect(action, &QAction::triggered, this, [this, plane = plane] {
            const auto* open = workspace_.find(workspace_.chosen());
            if (open == nullptr || !open->series.geometry.oriented || open->series.geometry.size[2] < 2) return;
            views_->showTab(false);
            views_->slicePage()->setPlane(plane);
        });
    }
    menu->addMenu(views_->slicePage()->windowMenu());
    QAction* volume = menu->addAction(tr("Toggle &volume view"));
    volume->setShortcut(QKeySequence(tr("Ctrl+T")));
    connect(volume, &QAction::triggered, this, [this] { views_->showTab(!views_->volumeTabShown()); });
    menu->addSeparator();
    menu->addMenu(tr("&Evidence"))
        ->addActions({evidence_->addCurrentAction(), evidence_->addEvenlyAction(), evidence_->addClipAction(),
                      evidence_->addPresetAction(), evidence_->undoAction(), evidence_->clearAction()});
    menu->addSeparator();
    menu->addActions({panels_->seriesAction(), panels_->evidenceAction(), panels_->conversationAction()});
    connect(menu->addAction(tr("&Reset layout")), &QAction::triggered, panels_, &PanelLayout::reset);
    addAction(menu, tr("&Next panel"), QKeySequence(Qt::Key_F6), &MainWindow::nextPane);
    fullScreen_ = menu->addAction(tr("&Full screen"));
    fullScreen_->setShortcut(QKeySequence(Qt::Key_F11));
    fullScreen_->setCheckable(true);
    // The window keeps whether it was maximised.
    connect(fullScreen_, &QAction::triggered, this, [this](bool on) {
        setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    QMenu* looks = menu->addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(looks);
    const std::pair<QString, QString> names[] = {{QStringLiteral("system"), tr("&Same as system")},
                                                 {QStringLiteral("light"), tr("&Light")},
                                                 {QStringLiteral("dark"), tr("Dar&k")}};
    for (const auto& [name, shown] : names) {
        QAction* action = looks->addAction(shown);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [name = name] {
            app::settings::setAppearance(name);
            applyAppearance(name);
        });
        connect(looks, &QMenu::aboutToShow, action,
                [action, name = name] { action->setChecked(app::settings::appearance() == name); });
    }
}

void MainWindow::buildModelMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Model"));
    addAction(menu, tr("&Choose a model…"), QKeySequence(tr("Ctrl+M")), &MainWindow::chooseModel);
    QAction* cancel = menu->addAction(tr("Cancel &loading"));
    connect(cancel, &QAction::triggered, &workspace_, &app::Workspace::cancelLoadModel);
    menu->addSeparator();
    QAction* stop = menu->addAction(tr("&Stop generating"));
    stop->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(stop, &QAction::triggered, &workspace_, &app::Workspace::stopAnswer);
    QAction* fresh = menu->addAction(tr("&New conversation"));
    fresh->setShortcut(QKeySequence::New);
    connect(fresh, &QAction::triggered, &workspace_, &app::Workspace::newConversation);
    QAction* write = menu->addAction(tr("&Write a question"));
    write->setShortcut(QKeySequence(tr("Ctrl+L")));
    connect(write, &QAction::triggered, this, [this] {
        if (!panels_->conversationAction()->isChecked()) panels_->conversationAction()->trigger();
        chat_->questionBox()->setFocus(Qt::ShortcutFocusReason);
    });
    const auto refresh = [this, cancel, stop] {
        cancel->setEnabled(workspace_.isLoadingModel());
        stop->setEnabled(workspace_.isAnswering());
    };
    connect(&workspace_, &app::Workspace::modelChanged, menu, refresh);
    connect(&workspace_, &app::Workspace::answeringChanged, menu, refresh);
    refresh();
}

void MainWindow::buildHelpMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    addAction(menu, tr("&Keyboard and mouse"), QKeySequence::HelpContents, &MainWindow::showShortcuts);
    addAction(menu, tr("&About Fleming Viewer"), {}, &MainWindow::showAbout);
}

void MainWindow::showShortcuts() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard and mouse"));
    auto* page = new QWidget(dialog);
    auto* form = new QFormLayout(page);
    const std::pair<QString, QString> rows[] = {
        {tr("Mouse wheel, arrow keys, Page Up, Page Down"), tr("scroll through the slices")},
        {tr("Left drag"), tr("adjust window/level")},
        {tr("Ctrl+left drag (in a MIP)"), tr("adjust window/level")},
        {tr("Middle drag, Shift+left drag"), tr("pan the image")},
        {tr("Right drag, Ctrl+wheel, + and −"), tr("zoom")},
        {tr("0 and I (in a slice)"), tr("fit to window; invert")},
        {tr("Space, arrow keys, I and O (in a clip)"), tr("play or pause; step; set in and out points")},
        {tr("Ctrl+1, Ctrl+2, Ctrl+3"), tr("axial, coronal, sagittal")},
        {QKeySequence(tr("Ctrl+T")).toString(QKeySequence::NativeText), tr("switch between slices and volume")},
        {tr("Ctrl+E, Ctrl+Shift+E, Ctrl+D"), tr("add this slice, evenly spaced images, the Fleming-VL default")},
        {tr("Ctrl+Left, Ctrl+Right, Delete, Enter (in the evidence)"),
         tr("move left, move right, remove, show the image")},
        {tr("Ctrl+Z"), tr("restore the images that were removed last")},
        {tr("Ctrl+L, Enter, Shift+Enter"), tr("write a question, send it, insert a new line")},
        {tr("Tab and Enter (in an answer)"), tr("go to a reference such as Image-3 and show it")},
        {tr("Esc"), tr("stop generating")},
        {tr("F6"), tr("go to the next panel")},
        {tr("F7, F8, F9"), tr("show or hide the series, evidence and conversation panels")},
        {tr("F11"), tr("full screen")},
    };
    for (const auto& [keys, meaning] : rows) {
        auto* label = new QLabel(keys, page);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        form->addRow(label, new QLabel(meaning, page));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(scrollable(page, dialog), 1);
    column->addWidget(buttons);
    fitToScreen(dialog, 0);
    dialog->open();
}

void MainWindow::showAbout() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("About Fleming Viewer"));
    auto* picture = new QLabel(dialog);
    picture->setPixmap(QApplication::windowIcon().pixmap(64, 64));
    auto* text = new QLabel(
        tr("Fleming Viewer %1\n\nBrowse scans and ask Fleming-VL about them.\n\n%2\n\n"
           "Licensed under the Apache License, version 2.0. Built with Qt, VTK, ITK, DCMTK, FFmpeg and PyTorch.")
            .arg(QApplication::applicationVersion(), QString::fromStdString(app::researchOnlyStatement())),
        dialog);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    auto* column = new QVBoxLayout(dialog);
    column->addLayout(row);
    column->addWidget(buttons);
    dialog->resize(440, 240);
    dialog->open();
}

}  // namespace fleming::ui
