#pragma once

#include "app/models/model_backends.h"

#include <QString>

#include <iosfwd>
#include <stop_token>
#include <string>

namespace fleming::app::cli {

/// What a command reads, writes and runs models with. Results go to `out`, everything else to `err`.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool errIsTerminal = false;  ///< progress is shown
    std::stop_token stop;        ///< Ctrl-C
    const ModelBackends& models = modelBackends();
};

/// Prints one line to `err`, after the program's name.
void say(Console& console, const QString& message);

/// Flushes `out`. Throws OutputClosed if its reader has closed it, Error if it cannot be written.
void flush(Console& console);

/// Thrown if the reader of the output has closed it (a broken pipe). This is not a failure.
class OutputClosed {};

/// Shows progress in one line of a terminal and clears it at the end. Does nothing if `err` is not a terminal.
class ProgressLine {
public:
    ProgressLine(Console& console, QString what = {});
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(double fraction);  ///< "what 42 %"
    void show(const QString& line);
    void clear();  ///< call it before another line is printed

private:
    Console& console_;
    QString what_;
    QString shown_;
};

}  // namespace fleming::app::cli
