#pragma once

#include "inference/engine.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace fleming::ui {

/// The arguments of fleming-viewer.
struct CommandLine {
    QStringList paths;
    QString model;                    ///< --model; empty: the default model
    inference::EngineOptions engine;  ///< --device, --dtype, --quant; else as in the settings
    QString session;                  ///< --session; empty: a new one
    QString question;                 ///< --question: for the question box
    QString sample;                   ///< --sample: the name of a sample; empty: none
    QString demoOutput;               ///< --demo-output: the folder for the results of the demo; empty: no demo
};

/// Returns the words of a command line with "--session FILE" joined to "--session=FILE". QApplication takes two words
/// for its own option -session and removes them.
std::vector<std::string> withoutQtsSession(const std::vector<std::string>& words);

/// Parses the arguments of the running QCoreApplication, the program first. Prints and ends the process for --help and
/// --version (exit code 0) and for wrong arguments (exit code 2).
CommandLine readCommandLine(const QStringList& arguments);

}  // namespace fleming::ui
