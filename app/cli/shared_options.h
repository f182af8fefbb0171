#pragma once

#include "app/cli/command_parser.h"
#include "app/cli/console.h"
#include "app/evidence/evidence.h"
#include "app/export/exporter.h"
#include "inference/engine.h"
#include "inference/types.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::cli {

// Options that several commands have. Each add...() declares options; the read...() with the same words returns their
// values and throws WrongArguments.

/// The files and the selection of their frames.
struct Source {
    std::vector<std::filesystem::path> paths;
    std::vector<int> series;  ///< numbers in the study; empty: see evidence_source.h
    Selection selection;
    bool straighten = false;  ///< volumes as viewer::straightenedIfNeeded()
};

/// Adds the options that select frames.
void addSelectionOptions(CommandParser& parser);

/// Returns the values of the selection options, with all positional arguments as paths.
Source readSource(const CommandParser& parser);

/// Does the same as readSource(). Throws WrongArguments if there is not exactly one positional argument.
Source readSourceWithOnePath(const CommandParser& parser);

/// Returns the slab of --slab, at most `thickest` mm, with the mode of an option ("slab-mode"), by default the maximum;
/// absent without --slab.
std::optional<viewer::Slab> readSlab(const CommandParser& parser, const QString& modeOption, double thickest);

/// Returns the positional arguments as paths.
std::vector<std::filesystem::path> readPaths(const CommandParser& parser);

/// Adds --device, --dtype and --quant.
void addEngineOptions(CommandParser& parser);

/// Returns the engine options. Absent options have the values of `byDefault`.
inference::EngineOptions readEngineOptions(const CommandParser& parser, inference::EngineOptions byDefault = {});

/// Adds --witness.
void addWitnessOption(CommandParser& parser);

/// Returns the witness file that --witness names, or the user's.
std::filesystem::path readWitnessOption(const CommandParser& parser);

/// Adds the options of ExportOptions.
void addExportOptions(CommandParser& parser);

/// Returns the values of the export options.
ExportOptions readExportOptions(const CommandParser& parser);

/// Prints the warning that text in the pixels leaves with them, unless the export has no pixels or keeps identity.
void warnOfBurnedInText(const Exporter& exporter, const SessionSnapshot& session, const ExportOptions& options,
                        Console& console);

/// Options of commands that ask a model.
struct ModelOptions {
    std::string model;  ///< empty: the default model
    inference::EngineOptions engine;
    inference::GenerationOptions generation;
    std::string systemText;
    bool reasoningPrompt = true;
};

/// Adds the options of ModelOptions.
void addModelOptions(CommandParser& parser);

/// Returns the values of the model options.
ModelOptions readModelOptions(const CommandParser& parser);

}  // namespace fleming::app::cli
