#include "app/cli/console.h"

#include "app/cli/text.h"
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
    throw Error(Text::tr("The output could not be written: %1.")
                    .arg(QString::fromLocal8Bit(std::strerror(errno)))
                    .toStdString());
}

ProgressLine::ProgressLine(Console& console, QString what) : console_(console), what_(std::move(what)) {}

ProgressLine::~ProgressLine() {
    if (shown_ >= 0) console_.err << "\r\033[K" << std::flush;
}

void ProgressLine::show(double fraction) {
    const int percent = static_cast<int>(std::floor(100.0 * std::clamp(fraction, 0.0, 1.0)));
    if (!console_.errIsTerminal || percent == shown_) return;
    shown_ = percent;
    console_.err << "\r\033[K" << what_.toStdString() << " " << percent << " %" << std::flush;
}

}  // namespace fleming::app::cli
