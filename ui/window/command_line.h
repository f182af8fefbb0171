#pragma once

#include "inference/engine.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace fleming::ui {

/// What fleming-viewer was started with.
struct CommandLine {
    QStringList paths;
    QString model;                    ///< --model; empty: the default model
    inference::EngineOptions engine;  ///< --device, --dtype, --quant; else as in the settings
    QString session;                  ///< --session; empty: a new one
    QString question;                 ///< --question: written into the box, ready to ask
    QString sample;                   ///< --sample: one that comes with the program, made ready to ask about
    QString demoOutput;               ///< --demo-output: play the main job and leave its results there
};

/// The words of a command line with "--session FILE" as "--session=FILE": Qt takes the two words for its own option
/// -session and removes them.
std::vector<std::string> withoutQtsSession(const std::vector<std::string>& words);

/// Reads the arguments of the running QCoreApplication. --help, --version and wrong arguments print and end the process
/// (exit codes 0, 0, 2).
CommandLine readCommandLine(const QStringList& arguments);

}  // namespace fleming::ui
