#pragma once

#include "app/workspace.h"
#include "ui/window/command_line.h"

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QPixmap>
#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

namespace fleming::ui {

class MainWindow;

/// Runs the main workflow unattended: opens a scan, picks evidence, asks, and prints the answer to standard output as
/// it streams, with the times since the window was shown. Writes screenshots (PNG), report.pdf and session.fleming to a
/// folder.
class Demo : public QObject {
    Q_OBJECT

public:
    Demo(app::Workspace& workspace, MainWindow& window, const CommandLine& line, QObject* parent = nullptr);

    /// Starts the workflow: finished() follows.
    void start();

Q_SIGNALS:
    /// The workflow has ended: 0, or 1 after a message on standard error.
    void finished(int exitCode);

private:
    void advance();
    // The steps. Each one returns without effect until it can be taken.
    void pick();
    void write();
    void ask();
    void showAnswer();
    void report();

    void takeSample(const QString& name);
    double seconds() const;
    void printTimes() const;
    void screenshot(const QString& name);
    void saveScreenshots();
    void fail(const QString& message);
    bool imageIsShown() const;

    enum class Step { opening, picking, asking, answering, reporting, over };

    app::Workspace& workspace_;
    MainWindow& window_;
    QDir folder_;
    QStringList paths_;
    QString question_;
    QTimer clock_;           ///< checks whether the next step can be taken
    QElapsedTimer settled_;  ///< since the state last changed
    QElapsedTimer sinceShown_;
    std::optional<double> openedAt_, pickedAt_, modelAt_, firstTokenAt_, answeredAt_;  ///< s since the window was shown
    std::vector<std::pair<QString, QPixmap>> screenshots_;                             ///< not written yet
    Step step_ = Step::opening;
};

}  // namespace fleming::ui
