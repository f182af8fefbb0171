#include "tests/app/run_cli.h"

#include "app/cli/commands.h"

#include <gtest/gtest.h>
#include <sstream>
#include <utility>

namespace fleming::app {

Outcome runCli(const std::vector<std::string>& words, const std::string& input, std::stop_token stop,
               const ModelBackends& models) {
    std::istringstream in(input);
    std::ostringstream out, err;
    cli::Console console{in, out, err, false, std::move(stop), models};
    Outcome outcome;
    outcome.code = cli::run(words, console);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
}

QJsonDocument parsedJson(const std::string& text) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString() << "\n" << text;
    return document;
}

}  // namespace fleming::app
