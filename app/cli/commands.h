#pragma once

#include "app/cli/console.h"
#include "app/cli/options.h"

#include <string>
#include <vector>

namespace fleming::app::cli {

// The commands. Each throws Error, Cancelled or OutputClosed; what it was asked for is then not, or not all, there.

void info(const InfoOptions& options, Console& console);
void frames(const FramesOptions& options, Console& console);
void pixels(const PixelsOptions& options, Console& console);
void tokenize(const TokenizeOptions& options, Console& console);

/// A stop request while an answer streams ends the answer, not the command: what there is is printed and stored.
/// A report needs a QGuiApplication, a session a QCoreApplication.
void ask(const AskOptions& options, Console& console);

/// A stop request ends it with an Error that says how far it came; the same command goes on from there.
void evaluate(const EvaluateOptions& options, Console& console);

void bench(const BenchOptions& options, Console& console);

/// The whole program: reads the words after the program's name, does what they say. Messages go to console.err.
/// Returns the exit code: 0 done, 1 failed, 2 wrong arguments.
int run(const std::vector<std::string>& words, Console& console);

}  // namespace fleming::app::cli
