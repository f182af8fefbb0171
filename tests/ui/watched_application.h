#pragma once

#include <QApplication>
#include <QStringList>

#include <vector>

namespace fleming::ui::testing {

/// An event that kept the event loop busy.
struct Stall {
    double seconds = 0.0;     ///< by the clock on the wall
    double cpuSeconds = 0.0;  ///< of the GUI thread; far fewer than `seconds` if it waited, or the machine was busy
    QString event;            ///< the event and its receiver, and the longest event that it sent
    QString cause;            ///< what the user did last
};

/// An application that measures how long the GUI thread takes for each event.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    /// Measures an event. One that runs an event loop of its own (a drag, a dialog) is not measured; the events of that
    /// loop are.
    bool notify(QObject* receiver, QEvent* event) override;

    /// Says what the user does now.
    void setCause(const QString& cause) { cause_ = cause; }

    /// Returns the events that took over 100 ms, the longest first.
    std::vector<Stall> stalls() const;

private:
    struct Frame {
        int loopLevel = 0;
        bool runsLoop = false;
        double childSeconds = 0.0;  ///< of the longest event within
        QString child;
    };

    std::vector<Frame> frames_;  ///< one for each event loop that is running
    std::vector<Stall> stalls_;
    QString cause_;
};

/// While it exists, collects the warnings of Qt and of the program that mean a fault. All are printed as usual.
class WatchedWarnings {
public:
    WatchedWarnings();
    ~WatchedWarnings();
    WatchedWarnings(const WatchedWarnings&) = delete;
    WatchedWarnings& operator=(const WatchedWarnings&) = delete;

    QStringList all() const;
};

/// Returns the resident memory of this program in MiB.
double residentMemory();

}  // namespace fleming::ui::testing
