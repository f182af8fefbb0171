#include "tests/ui/watched_application.h"

#include <QEvent>
#include <QFile>
#include <QMetaEnum>
#include <QMutex>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <unistd.h>
#include <utility>

namespace fleming::ui::testing {

namespace {

constexpr double kStall = 0.1;        // s
constexpr double kNamedChild = 0.03;  // s

double secondsOf(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

QString nameOf(int type, const char* receiver) {
    const char* name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2")
        .arg(name != nullptr ? QString::fromLatin1(name) : QString::number(type), QString::fromLatin1(receiver));
}

/// Warnings that are about the display or the machine, not about the program.
const char* const kHarmless[] = {
    "This plugin does not support",  // of the platform: propagateSizeHints(), raise(), ...
    "QXcb",
    "qt.qpa",
    "libGL",
    "QStandardPaths",  // the mode of the runtime folder
};

QMutex mutex;
QStringList warnings;
QtMessageHandler before = nullptr;

void collect(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const bool warns = type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg;
    const bool harmless = std::ranges::any_of(kHarmless, [&](const char* word) {
        return text.startsWith(QLatin1String(word)) ||
               (context.category != nullptr && QLatin1String(context.category).startsWith(QLatin1String(word)));
    });
    if (warns && !harmless) {
        const QMutexLocker lock(&mutex);
        if (!warnings.contains(text)) warnings << text;
    }
    if (before != nullptr) before(type, context, text);
}

}  // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
    const int level = thread()->loopLevel();
    const int type = event->type();
    const char* className = receiver->metaObject()->className();  // the receiver may be deleted by the event
    const double begin = secondsOf(CLOCK_MONOTONIC);
    if (!frames_.empty() && frames_.back().loopLevel == level) {
        const bool result = QApplication::notify(receiver, event);
        Frame& frame = frames_.back();
        const double seconds = secondsOf(CLOCK_MONOTONIC) - begin;
        // The deepest of the long events is named: the last one whose parent is not much longer.
        if (seconds > kNamedChild && seconds > 1.2 * frame.childSeconds) {
            frame.childSeconds = seconds;
            frame.child = nameOf(type, className);
        }
        return result;
    }
    if (!frames_.empty()) frames_.back().runsLoop = true;
    frames_.push_back({level, false, 0.0, {}});
    const double cpuBegin = secondsOf(CLOCK_THREAD_CPUTIME_ID);
    const bool result = QApplication::notify(receiver, event);
    const double seconds = secondsOf(CLOCK_MONOTONIC) - begin;
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (seconds > kStall && !frame.runsLoop) {
        QString name = nameOf(type, className);
        if (!frame.child.isEmpty()) name += QStringLiteral(" > ") + frame.child;
        stalls_.push_back({seconds, secondsOf(CLOCK_THREAD_CPUTIME_ID) - cpuBegin, name, cause_});
    }
    return result;
}

std::vector<Stall> WatchedApplication::stalls() const {
    std::vector<Stall> sorted = stalls_;
    std::ranges::sort(sorted, std::greater(), &Stall::seconds);
    return sorted;
}

WatchedWarnings::WatchedWarnings() {
    warnings.clear();
    before = qInstallMessageHandler(collect);
}

WatchedWarnings::~WatchedWarnings() {
    qInstallMessageHandler(before);
}

QStringList WatchedWarnings::all() const {
    const QMutexLocker lock(&mutex);
    return warnings;
}

double residentMemory() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

}  // namespace fleming::ui::testing
