#pragma once

#include "app/models/model_backends.h"

#include <QJsonDocument>

#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// The exit code and output of a command.
struct Outcome {
    int code = -1;
    std::string out, err;
};

/// Runs `fleming` with the arguments `words` and the standard input `input` in this process. Standard error is treated
/// as a file, not as a terminal.
Outcome runCli(const std::vector<std::string>& words, const std::string& input = {}, std::stop_token stop = {},
               const ModelBackends& models = modelBackends());

/// Parses JSON. The test fails if `text` is not valid JSON.
QJsonDocument parsedJson(const std::string& text);

}  // namespace fleming::app
