#pragma once

#include <QString>

#include <iosfwd>
#include <stop_token>
#include <string>

namespace fleming::app::cli {

/// Where a command reads, writes and learns that it shall stop. Results go to `out`, all else to `err`.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool errIsTerminal = false;  ///< then progress is shown
    std::stop_token stop;        ///< Ctrl-C
};

/// One line to `err` that is no result and no error.
void say(Console& console, const QString& message);

/// Writes out what is in `out`. Throws OutputClosed where the reader has gone, Error where it cannot be written.
void flush(Console& console);

/// The reader of the output is gone (a broken pipe): nobody is left to tell, and it is no failure.
class OutputClosed {};

/// A line of progress on a terminal, which goes away at the end. Nothing where `err` is no terminal.
class ProgressLine {
public:
    ProgressLine(Console& console, QString what = {});
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(double fraction);  ///< "what 42 %"
    void show(const QString& line);
    void clear();  ///< before another line is written

private:
    Console& console_;
    QString what_;
    QString shown_;
};

}  // namespace fleming::app::cli
