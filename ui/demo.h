#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/workspace.h"
#include "ui/command_line.h"

namespace fleming::ui {

class MainWindow;

/// Plays the main job by itself: waits for the scan and the model, picks evidence, asks, streams the answer to standard
/// output, and leaves screenshots (PNG), report.pdf and session.fleming in a
/// folder. Emits finished(exit code): 0, or 1 with a message on standard error.
class Demo : public QObject {
    Q_OBJECT

public:
    Demo(app::Workspace& workspace, MainWindow& window, const CommandLine& line, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void advance();
    void screenshot(const QString& name);
    void fail(const QString& message);
    bool imageIsShown() const;

    enum class Step { opening, picking, asking, answering, reporting, over };

    app::Workspace& workspace_;
    MainWindow& window_;
    QDir folder_;
    QStringList paths_;
    QString question_;
    QTimer clock_;              ///< looks whether the next step can be made
    QElapsedTimer settled_;     ///< since the state last changed: what is on the screen has been painted
    Step step_ = Step::opening;
};

}  // namespace fleming::ui
