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

/// Plays the main job by itself: waits for the scan and the model, picks evidence, asks, streams the answer to standard
/// output with the time that it took since the window was shown, and leaves screenshots (PNG), report.pdf and
/// session.fleming in a folder. Emits finished(exit code): 0, or 1 with a message on standard error.
class Demo : public QObject {
    Q_OBJECT

public:
    Demo(app::Workspace& workspace, MainWindow& window, const CommandLine& line, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void advance();
    void takeSample(const QString& name);
    double seconds() const;  ///< since the window was shown
    void sayTimes() const;
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
    QTimer clock_;           ///< looks whether the next step can be made
    QElapsedTimer settled_;  ///< since the state last changed: what is on the screen has been painted
    QElapsedTimer sinceShown_;
    std::optional<double> openedAt_, pickedAt_, modelAt_, firstTokenAt_, answeredAt_;  ///< s since then
    std::vector<std::pair<QString, QPixmap>> screenshots_;                             ///< not written yet
    Step step_ = Step::opening;
};

}  // namespace fleming::ui
