#include "app/cli/options.h"

#include "app/cli/arguments.h"
#include "app/cli/text.h"
#include "app/settings.h"

#include <limits>

namespace fleming::app::cli {

namespace {

constexpr int kNoLimit = std::numeric_limits<int>::max();
constexpr double kLongest = 1e9;  // s

using Kind = Option::Kind;

[[noreturn]] void refuse(const QString& message) {
    throw WrongArguments(message.toStdString());
}

std::vector<Option> withSelection(std::vector<Option> options) {
    for (const char* name :
         {"--series", "--plane", "--count", "--slices", "--times", "--every", "--clip", "--window"}) {
        options.push_back({name, Kind::value});
    }
    options.push_back({"--minmax", Kind::flag});
    options.push_back({"--invert", Kind::flag});
    return options;
}

std::vector<std::filesystem::path> paths(const Arguments& arguments) {
    for (const std::string& word : arguments.alone()) {
        if (word.empty()) refuse(Text::tr("One of the paths is empty."));
    }
    return {arguments.alone().begin(), arguments.alone().end()};
}

/// C,W in values of the series, or the name of a window.
void readWindow(const std::string& text, Selection& selection) {
    const std::vector<std::string> parts = split(text, ',');
    const auto center = toNumber(parts.front());
    const auto width = parts.size() == 2 ? toNumber(parts.back()) : std::nullopt;
    if (center && width) {
        if (*width < 1.0)
            refuse(Text::tr("The window width must be at least 1, not \"%1\".").arg(fromUtf8(parts.back())));
        selection.windowing = viewer::Window{*center, *width};
    } else if (text.empty() || center) {
        refuse(Text::tr("--window must be CENTRE,WIDTH or the name of a window, not \"%1\".").arg(fromUtf8(text)));
    } else {
        selection.windowName = text;
    }
}

/// START:END in seconds; an end that is left out is the clip's.
std::pair<double, double> readRange(const std::string& text) {
    const std::vector<std::string> parts = split(text, ':');
    const auto start = toNumber(parts.front());
    const auto end = toNumber(parts.back());
    if (parts.size() != 2 || !start || !end || *start < 0.0 || *end <= *start || *end > kLongest) {
        refuse(Text::tr("--clip must be START:END in seconds, with the end after the start, not \"%1\".")
                   .arg(fromUtf8(text)));
    }
    return {*start, *end};
}

viewer::Plane readPlane(const std::string& text) {
    try {
        return viewer::planeFromString(text);
    } catch (const Error&) {
        refuse(QCoreApplication::translate("CommandLine", "--plane must be axial, coronal or sagittal, not \"%1\".")
                   .arg(fromUtf8(text)));
    }
}

Selection readSelection(const Arguments& arguments) {
    int ways = 0;
    for (const char* option : {"--count", "--slices", "--times", "--every"})
        ways += arguments.has(option) ? 1 : 0;
    if (ways > 1) refuse(Text::tr("Use only one of --count, --slices, --times and --every."));
    if (arguments.has("--window") && arguments.has("--minmax"))
        refuse(Text::tr("Use either --window or --minmax, not both."));
    if (arguments.has("--clip") && (arguments.has("--slices") || arguments.has("--times"))) {
        refuse(Text::tr("--clip cannot be combined with --slices or --times, which name each frame."));
    }

    Selection selection;
    if (const auto plane = arguments.value("--plane")) selection.plane = readPlane(*plane);
    selection.count = arguments.integer("--count", 1, kMaximumFrames);
    selection.indices = arguments.integers("--slices", 0, kNoLimit);
    selection.times = arguments.numbers("--times", 0.0, kLongest);
    selection.everySeconds = arguments.number("--every", 1e-6, kLongest);
    if (const auto range = arguments.value("--clip")) selection.clipRange = readRange(*range);
    if (const auto window = arguments.value("--window")) readWindow(*window, selection);
    if (arguments.has("--minmax")) selection.windowing = viewer::MinMax{};
    selection.inverted = arguments.has("--invert");
    return selection;
}

Source readSource(const Arguments& arguments) {
    return {paths(arguments), arguments.integers("--series", 0, kNoLimit), readSelection(arguments)};
}

void needOnePath(const Arguments& arguments) {
    if (arguments.alone().size() != 1) refuse(Text::tr("Specify exactly one PATH: a file or a folder."));
}

std::string needed(const Arguments& arguments, const std::string& option) {
    const auto value = arguments.value(option);
    if (!value || value->empty())
        refuse(QCoreApplication::translate("CommandLine", "%1 is required.").arg(fromUtf8(option)));
    return *value;
}

bool isDevice(const std::string& name) {
    const bool numbered = name.starts_with("cuda:") && name.size() > 5 && name.size() < 9 &&
                          name.find_first_not_of("0123456789", 5) == name.npos;
    return name == "auto" || name == "cpu" || name == "cuda" || numbered;
}

void checkDevice(const std::string& names) {
    for (const QString& name : fromUtf8(names).split(QLatin1Char(','))) {
        if (isDevice(name.toStdString())) continue;
        refuse(Text::tr("--device must be auto, cpu, cuda, cuda:N, or a list such as cuda:0,cpu, not \"%1\".")
                   .arg(fromUtf8(names)));
    }
}

/// What all that asks the model knows.
std::vector<Option> withModel(std::vector<Option> options) {
    for (const char* name : {"--model", "--device", "--dtype", "--quant", "--max-new-tokens", "--temperature",
                             "--top-p", "--top-k", "--seed", "--system"}) {
        options.push_back({name, Kind::value});
    }
    options.push_back({"--no-reasoning-prompt", Kind::flag});
    options.push_back({"--json", Kind::flag});
    return options;
}

inference::EngineOptions readEngine(const Arguments& arguments) {
    inference::EngineOptions options;
    options.device = arguments.value("--device").value_or(options.device);
    checkDevice(options.device);
    try {
        if (const auto type = arguments.value("--dtype")) options.dtype = inference::dataTypeFromString(*type);
    } catch (const Error&) {
        refuse(QCoreApplication::translate("CommandLine",
                                           "--dtype must be auto, float32, bfloat16 or float16, not "
                                           "\"%1\".")
                   .arg(fromUtf8(*arguments.value("--dtype"))));
    }
    try {
        if (const auto bits = arguments.value("--quant"))
            options.quantization = inference::quantizationFromString(*bits);
    } catch (const Error&) {
        refuse(QCoreApplication::translate("CommandLine", "--quant must be none, int8 or int4, not \"%1\".")
                   .arg(fromUtf8(*arguments.value("--quant"))));
    }
    options.keepQuantizedIn = settings::quantizedWeightsFolder();
    return options;
}

inference::GenerationOptions readGeneration(const Arguments& arguments) {
    inference::GenerationOptions options;
    options.maxNewTokens = arguments.integer("--max-new-tokens", 1, 1'000'000).value_or(options.maxNewTokens);
    options.temperature = arguments.number("--temperature", 0.0, 100.0).value_or(options.temperature);
    options.topP = arguments.number("--top-p", 0.0, 1.0).value_or(options.topP);
    options.topK = arguments.integer("--top-k", 0, kNoLimit).value_or(options.topK);
    options.seed = arguments.unsigned64("--seed").value_or(options.seed);
    if (options.topP <= 0.0)
        refuse(QCoreApplication::translate("CommandLine", "--top-p must be a number above 0 and at most 1."));
    return options;
}

/// Those that withModel() adds.
void readModelOptions(const Arguments& arguments, ModelOptions& options) {
    options.model = arguments.has("--model") ? needed(arguments, "--model") : "";
    options.engine = readEngine(arguments);
    options.generation = readGeneration(arguments);
    options.systemText = arguments.value("--system").value_or("");
    options.reasoningPrompt = !arguments.has("--no-reasoning-prompt");
    options.json = arguments.has("--json");
}

}  // namespace

InfoOptions readInfoOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, {{"--json", Kind::flag}});
    if (arguments.alone().empty()) refuse(Text::tr("Specify a PATH: a file or a folder."));
    return {paths(arguments), arguments.has("--json")};
}

FramesOptions readFramesOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, withSelection({{"-o", Kind::value}}));
    needOnePath(arguments);
    return {readSource(arguments), needed(arguments, "-o")};
}

PixelsOptions readPixelsOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, withSelection({{"-o", Kind::value}}));
    needOnePath(arguments);
    return {readSource(arguments), needed(arguments, "-o")};
}

TokenizeOptions readTokenizeOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, {{"--model", Kind::value}, {"--json", Kind::flag}});
    if (arguments.alone().size() != 1) refuse(Text::tr("Specify exactly one TEXT, or - to read standard input."));
    TokenizeOptions options;
    options.model = arguments.has("--model") ? needed(arguments, "--model") : "";
    options.text = arguments.alone().front();
    options.fromInput = options.text == "-";
    options.json = arguments.has("--json");
    return options;
}

AskOptions readAskOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, withModel(withSelection({{"-q", Kind::value},
                                                              {"--turn", Kind::values},
                                                              {"--session"},
                                                              {"--report"},
                                                              {"--report-paths", Kind::flag}})));
    AskOptions options;
    options.source = readSource(arguments);
    options.questions.push_back(needed(arguments, "-q"));
    for (const std::string& turn : arguments.values("--turn")) {
        if (turn.empty()) refuse(Text::tr("%1 is required.").arg("--turn TEXT"));
        options.questions.push_back(turn);
    }
    readModelOptions(arguments, options);
    if (arguments.has("--session")) options.session = needed(arguments, "--session");
    if (arguments.has("--report")) options.report = needed(arguments, "--report");
    options.reportOptions.fullPaths = arguments.has("--report-paths");
    if (options.reportOptions.fullPaths && options.report.empty())
        refuse(Text::tr("--report-paths can be used only with --report."));
    return options;
}

BenchOptions readBenchOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, {{"--model"},
                                      {"--shape"},
                                      {"--device"},
                                      {"--dtype"},
                                      {"--quant"},
                                      {"--threads"},
                                      {"--images"},
                                      {"--new-tokens"},
                                      {"--json", Kind::flag}});
    if (!arguments.alone().empty())
        refuse(Text::tr("bench takes only options, not \"%1\".").arg(fromUtf8(arguments.alone().front())));
    if (arguments.has("--model") && arguments.has("--shape"))
        refuse(Text::tr("Use either --model or --shape, not both."));
    BenchOptions options;
    inference::BenchmarkOptions& benchmark = options.benchmark;
    if (arguments.has("--model")) benchmark.folder = needed(arguments, "--model");
    benchmark.shape = arguments.value("--shape").value_or(benchmark.shape);
    if (benchmark.shape != "1b" && benchmark.shape != "8b" && benchmark.shape != "38b") {
        refuse(Text::tr("--shape must be 1b, 8b or 38b, not \"%1\".").arg(fromUtf8(benchmark.shape)));
    }
    benchmark.engine = readEngine(arguments);
    benchmark.engine.threads = arguments.integer("--threads", 1, 1024).value_or(0);
    benchmark.images = arguments.integer("--images", 1, 1000).value_or(benchmark.images);
    benchmark.newTokens = arguments.integer("--new-tokens", 1, 100'000).value_or(benchmark.newTokens);
    options.json = arguments.has("--json");
    return options;
}

EvaluateOptions readEvaluateOptions(const std::vector<std::string>& words) {
    const Arguments arguments(words, withModel({{"--questions"}, {"--answers"}, {"--parallel"}}));
    if (!arguments.alone().empty()) refuse(Text::tr("Specify the questions with --questions FILE."));
    EvaluateOptions options;
    options.questions = needed(arguments, "--questions");
    if (arguments.has("--answers")) options.answers = needed(arguments, "--answers");
    options.parallel = arguments.integer("--parallel", 1, 256).value_or(options.parallel);
    readModelOptions(arguments, options);
    return options;
}

}  // namespace fleming::app::cli
