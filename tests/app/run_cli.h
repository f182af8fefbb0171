#pragma once

#include <QJsonDocument>

#include <stop_token>
#include <string>
#include <vector>

namespace fleming::app {

/// What came of a command line.
struct Outcome {
    int code = -1;
    std::string out, err;
};

/// Runs the program `fleming` in this process, its error output being no terminal.
Outcome runCli(const std::vector<std::string>& words, const std::string& input = {}, std::stop_token stop = {});

/// `text` as JSON; the test fails where it is none.
QJsonDocument parsedJson(const std::string& text);

}  // namespace fleming::app
