#pragma once

#include "app/evidence/evidence.h"
#include "app/export/report.h"
#include "inference/benchmark.h"
#include "inference/engine.h"
#include "inference/types.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app::cli {

/// Which frames of which files.
struct Source {
    std::vector<std::filesystem::path> paths;
    std::vector<int> series;  ///< places in the study; empty: see evidence_source.h
    Selection selection;
};

struct InfoOptions {
    std::vector<std::filesystem::path> paths;
    bool json = false;
};

struct FramesOptions {
    Source source;
    std::filesystem::path folder;
};

struct PixelsOptions {
    Source source;
    std::filesystem::path file;
};

struct TokenizeOptions {
    std::string model;  ///< empty: the default model
    std::string text;
    bool fromInput = false;
    bool json = false;
};

/// What all that asks a model takes.
struct ModelOptions {
    std::string model;  ///< empty: the default model
    inference::EngineOptions engine;
    inference::GenerationOptions generation;
    std::string systemText;
    bool reasoningPrompt = true;
    bool json = false;
};

struct AskOptions : ModelOptions {
    Source source;
    std::vector<std::string> questions;  ///< -q, then each --turn
    std::filesystem::path session;       ///< empty: none
    std::filesystem::path report;        ///< empty: none
    ReportOptions reportOptions;
};

struct EvaluateOptions : ModelOptions {
    std::filesystem::path questions;
    std::filesystem::path answers;  ///< empty: a file of the cache, for the time of the evaluation
    int parallel = 8;               ///< questions side by side, as far as memory goes
};

struct BenchOptions {
    inference::BenchmarkOptions benchmark;
    bool json = false;
};

// Each reads the words after the command. Throws WrongArguments.
InfoOptions readInfoOptions(const std::vector<std::string>& words);
FramesOptions readFramesOptions(const std::vector<std::string>& words);
PixelsOptions readPixelsOptions(const std::vector<std::string>& words);
TokenizeOptions readTokenizeOptions(const std::vector<std::string>& words);
AskOptions readAskOptions(const std::vector<std::string>& words);
EvaluateOptions readEvaluateOptions(const std::vector<std::string>& words);
BenchOptions readBenchOptions(const std::vector<std::string>& words);

}  // namespace fleming::app::cli
