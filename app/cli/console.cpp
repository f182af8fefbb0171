#include "app/cli/console.h"

#include "app/cli/command_text.h"
#include "base/error.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <ostream>

namespace fleming::app::cli {

void say(Console& console, const QString& message) {
    console.err << "fleming: " << message.toStdString() << "\n" << std::flush;
}

void flush(Console& console) {
    console.out.flush();
    if (console.out) return;
    if (errno == EPIPE) throw OutputClosed();  // errno is still that of the write that failed
    throw Error("output.closed", {}, {std::strerror(errno)});
}

ProgressLine::ProgressLine(Console& console, QString what) : console_(console), what_(std::move(what)) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::show(double fraction) {
    const int percent = static_cast<int>(std::floor(100.0 * std::clamp(fraction, 0.0, 1.0)));
    show(QStringLiteral("%1 %2 %").arg(what_).arg(percent));
}

void ProgressLine::show(const QString& line) {
    if (!console_.errIsTerminal || line == shown_) return;
    shown_ = line;
    console_.err << "\r\033[K" << line.toStdString() << std::flush;
}

void ProgressLine::clear() {
    if (!shown_.isEmpty()) console_.err << "\r\033[K" << std::flush;
    shown_.clear();
}

}  // namespace fleming::app::cli
