// Tests of the arguments and the help of the `fleming` command.
#include "app/cli/command_parser.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "tests/app/run_cli.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace fleming::app {
namespace {

TEST(Help, PrintsAPageForTheProgramAndEachCommand) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"--help"},
                                               {"help"},
                                               {"-h"},
                                               {"help", "ask"},
                                               {"info", "--help"},
                                               {"frames", "-h"},
                                               {"pixels", "--help"},
                                               {"tokenize", "--help"},
                                               {"bench", "--help"},
                                               {"ask", "some", "path", "--help"}}) {
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 0);
        EXPECT_NE(outcome.out.find("usage: fleming"), std::string::npos) << words.front();
        EXPECT_EQ(outcome.err, "");
    }
    EXPECT_NE(runCli({"ask", "--help"}).out.find("--max-new-tokens"), std::string::npos);
    EXPECT_EQ(runCli({"--version"}).out.substr(0, 8), "fleming ");
}

TEST(CommandLine, RefusesWrongArgumentsWithOneLineAndAHint) {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"unknown"},
        {"info"},
        {"info", "a", "--jsn"},
        {"bench", "extra"},
        {"bench", "--shape", "2b"},
        {"bench", "--shape", "1b", "--model", "m"},
        {"bench", "--images", "0"},
        {"bench", "--quant", "int5"},
        {"info", "a", "--json", "--json"},
        {"info", "a", "--json=1"},
        {"info", ""},
        {"frames", "a"},
        {"frames", "-o", "d"},
        {"frames", "a", "b", "-o", "d"},
        {"frames", "a", "-o"},
        {"frames", "a", "-o", ""},
        {"frames", "a", "-o", "d", "--count", "0"},
        {"frames", "a", "-o", "d", "--count", "-3"},
        {"frames", "a", "-o", "d", "--count", "3x"},
        {"frames", "a", "-o", "d", "--count", "3.5"},
        {"frames", "a", "-o", "d", "--count", "99999999999999999999"},
        {"frames", "a", "-o", "d", "--count", ""},
        {"frames", "a", "-o", "d", "--slices", "1,,2"},
        {"frames", "a", "-o", "d", "--slices", "1,-2"},
        {"frames", "a", "-o", "d", "--slices", "1, 2"},
        {"frames", "a", "-o", "d", "--times", "nan"},
        {"frames", "a", "-o", "d", "--times", "inf"},
        {"frames", "a", "-o", "d", "--every", "0"},
        {"frames", "a", "-o", "d", "--clip", "5"},
        {"frames", "a", "-o", "d", "--clip", "5:2"},
        {"frames", "a", "-o", "d", "--clip", "1:2:3"},
        {"frames", "a", "-o", "d", "--window", "40"},
        {"frames", "a", "-o", "d", "--window", "40,0"},
        {"frames", "a", "-o", "d", "--window", "40,400", "--minmax"},
        {"frames", "a", "-o", "d", "--plane", "oblique"},
        {"frames", "a", "-o", "d", "--count", "3", "--slices", "1"},
        {"frames", "a", "-o", "d", "--series", "-1"},
        {"pixels", "a"},
        {"tokenize"},
        {"tokenize", "a", "b"},
        {"tokenize", "a", "--model", ""},
        {"ask", "a"},
        {"ask", "a", "-q", ""},
        {"ask", "a", "-q", "x", "-q", "y"},
        {"ask", "a", "-q", "x", "--device", "gpu"},
        {"ask", "a", "-q", "x", "--device", "cuda:x"},
        {"ask", "a", "-q", "x", "--dtype", "int8"},
        {"ask", "a", "-q", "x", "--max-new-tokens", "0"},
        {"ask", "a", "-q", "x", "--temperature", "-1"},
        {"ask", "a", "-q", "x", "--temperature", "1e400"},
        {"ask", "a", "-q", "x", "--top-p", "0"},
        {"ask", "a", "-q", "x", "--top-p", "1.5"},
        {"ask", "a", "-q", "x", "--top-k", "-1"},
        {"ask", "a", "-q", "x", "--seed", "-1"},
        {"ask", "a", "-q", "x", "--seed", "18446744073709551616"},
        {"ask", "a", "-q", "x", "--turn", ""},
        {"ask", "a", "-q", "x", "--include-paths"},
        {"frames", "a", "-o", "d", "--invert", "--invert"},
    };
    for (const auto& words : wrong) {
        std::string line;
        for (const std::string& word : words)
            line += word + " ";
        const Outcome outcome = runCli(words);
        EXPECT_EQ(outcome.code, 2) << line;
        EXPECT_EQ(outcome.out, "") << line;
        EXPECT_NE(outcome.err.find("--help"), std::string::npos) << line;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << line;
    }
}

/// Parses words as the options of models and of frames.
struct Parsed {
    explicit Parsed(const std::vector<std::string>& words) {
        cli::addModelOptions(parser);
        cli::addSelectionOptions(parser);
        parser.parse(words);
    }
    cli::CommandParser parser{"test"};
};

std::string faultOf(const std::vector<std::string>& words) {
    try {
        const Parsed parsed(words);
        cli::readModelOptions(parsed.parser);
        cli::readSource(parsed.parser);
    } catch (const cli::WrongArguments& error) {
        return error.code();
    }
    return {};
}

TEST(CommandParser, TakesValuesThatBeginWithADashOrFollowAnEqualsSign) {
    const Parsed parsed({"--window", "-600,1500", "--count=3", "path", "-", "--", "--count"});
    EXPECT_EQ(parsed.parser.value("window"), "-600,1500");
    EXPECT_EQ(parsed.parser.integer("count", 1, 9), 3);
    EXPECT_EQ(parsed.parser.positional(), (std::vector<std::string>{"path", "-", "--count"}));
}

TEST(CommandParser, ReadsSeedsOf64Bits) {
    const Parsed parsed({"--seed", "18446744073709551615", "--window=-600,1500"});
    EXPECT_EQ(cli::readModelOptions(parsed.parser).generation.seed, ~std::uint64_t{0});
    EXPECT_EQ(std::get<viewer::Window>(*cli::readSource(parsed.parser).selection.windowing),
              (viewer::Window{-600, 1500}));
}

TEST(CommandParser, KeepsBytesThatAreNotUtf8) {
    const std::string name = "no\xff utf8 \xc3\xa9";
    EXPECT_EQ(cli::readPaths(Parsed({name}).parser), std::vector<std::filesystem::path>{name});
}

TEST(CommandParser, ThrowsACodeForEachFault) {
    EXPECT_EQ(faultOf({"a", "--count", "3"}), "");
    EXPECT_EQ(faultOf({"--cuont", "3"}), "arguments.unknown_option");
    EXPECT_EQ(faultOf({"-x"}), "arguments.unknown_option");
    EXPECT_EQ(faultOf({"--count"}), "arguments.missing_value");
    EXPECT_EQ(faultOf({"--invert=1"}), "arguments.unexpected_value");
    EXPECT_EQ(faultOf({"--count", "1", "--count", "1"}), "arguments.given_twice");
    EXPECT_EQ(faultOf({"--count", "x"}), "arguments.integer_range");
    EXPECT_EQ(faultOf({"--top-k", "-1"}), "arguments.integer_from");
    EXPECT_EQ(faultOf({"--model", ""}), "arguments.required");
    EXPECT_EQ(faultOf({"--device", "cuda:0,cpu"}), "");
    EXPECT_EQ(faultOf({"--device", "cuda:0,gpu"}), "arguments.device");
    EXPECT_EQ(faultOf({"--device", "cuda:+1"}), "arguments.device");
}

TEST(Help, ListsEveryOptionWithinTheWidthOfAPage) {
    for (const cli::Command* command : cli::commands()) {
        const std::string page = runCli({command->name, "--help"}).out;
        EXPECT_EQ(page.find(std::string("usage: fleming ") + command->name), 0U) << page;
        std::istringstream lines(page);
        for (std::string line; std::getline(lines, line);)
            EXPECT_LE(line.size(), 130U) << line;
    }
    const std::string page = runCli({"ask", "--help"}).out;
    for (const char* option :
         {"  -q TEXT ", "  --turn TEXT ", "  --quant Q ", "  --window C,W|NAME ", "  --include-paths"})
        EXPECT_NE(page.find(option), std::string::npos) << option << "\n" << page;
    EXPECT_NE(runCli({"--help"}).out.find("  evaluate "), std::string::npos);
}

}  // namespace
}  // namespace fleming::app
