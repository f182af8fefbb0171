#include "app/cli/shared_options.h"

#include "app/cli/command_text.h"
#include "app/export/captions.h"
#include "app/settings.h"
#include "viewer/render/colour_table.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace fleming::app::cli {

namespace {

constexpr int kNoLimit = std::numeric_limits<int>::max();
constexpr double kLongest = 1e9;        // s
constexpr double kThickestSlab = 1000;  // mm

/// Reads CENTRE,WIDTH in values of the series, or the name of a window.
void readWindow(const std::string& text, Selection& selection) {
    const std::size_t comma = text.find(',');
    const auto center = toNumber(text.substr(0, comma));
    const auto width = comma == text.npos ? std::nullopt : toNumber(text.substr(comma + 1));
    if (center && width) {
        if (*width < 1.0) throw WrongArguments("arguments.window_width", {}, {text.substr(comma + 1)});
        selection.windowing = viewer::Window{*center, *width};
    } else if (text.empty() || center) {
        throw WrongArguments("arguments.window", {}, {text});
    } else {
        selection.windowName = text;
    }
}

/// Reads START:END in seconds.
std::pair<double, double> readRange(const std::string& text) {
    const std::size_t colon = text.find(':');
    const auto start = toNumber(text.substr(0, colon));
    const auto end = colon == text.npos ? std::nullopt : toNumber(text.substr(colon + 1));
    if (!start || !end || *start < 0.0 || *end <= *start || *end > kLongest)
        throw WrongArguments("arguments.clip", {}, {text});
    return {*start, *end};
}

viewer::Plane readPlane(const std::string& text) {
    try {
        return viewer::planeFromString(text);
    } catch (const Error&) {
        throw WrongArguments("arguments.plane", {}, {text});
    }
}

viewer::Look readLook(const CommandParser& parser) {
    viewer::Look look;
    const int degrees = parser.integer("rotate", 0, 270).value_or(0);
    if (degrees % 90 != 0) throw WrongArguments("arguments.rotate", {}, {std::to_string(degrees)});
    look.turn = {parser.has("mirror"), degrees / 90};
    if (parser.has("nearest")) look.interpolation = viewer::Interpolation::nearest;
    if (const auto colours = parser.value("colours")) {
        try {
            look.colours = viewer::colourTableFromString(*colours);
        } catch (const Error&) {
            throw WrongArguments("arguments.colours", {}, {*colours});
        }
    }
    return look;
}

void checkSelection(const CommandParser& parser) {
    const QStringList ways{"count", "slices", "times", "every"};
    if (std::ranges::count_if(ways, [&](const QString& way) { return parser.has(way); }) > 1)
        throw WrongArguments("arguments.frames_twice");
    if (parser.has("window") && parser.has("minmax")) throw WrongArguments("arguments.window_and_minmax");
    if (parser.has("clip") && (parser.has("slices") || parser.has("times")))
        throw WrongArguments("arguments.clip_and_frames");
}

Selection readSelection(const CommandParser& parser) {
    checkSelection(parser);
    Selection selection;
    if (const auto plane = parser.value("plane")) selection.plane = readPlane(*plane);
    selection.count = parser.integer("count", 1, kMaximumFrames);
    selection.indices = parser.integers("slices", 0, kNoLimit);
    selection.times = parser.numbers("times", 0.0, kLongest);
    selection.everySeconds = parser.number("every", 1e-6, kLongest);
    if (const auto range = parser.value("clip")) selection.clipRange = readRange(*range);
    if (const auto window = parser.value("window")) readWindow(*window, selection);
    if (parser.has("minmax")) selection.windowing = viewer::MinMax{};
    selection.slab = readSlab(parser, "slab-mode", kThickestSlab);
    selection.inverted = parser.has("invert");
    selection.look = readLook(parser);
    return selection;
}

bool isDevice(const QString& name) {
    static const QRegularExpression pattern(QStringLiteral("^(auto|cpu|cuda|cuda:[0-9]{1,3})$"));
    return pattern.match(name).hasMatch();
}

inference::GenerationOptions readGeneration(const CommandParser& parser) {
    inference::GenerationOptions options;
    options.maxNewTokens = parser.integer("max-new-tokens", 1, 1'000'000).value_or(options.maxNewTokens);
    options.temperature = parser.number("temperature", 0.0, 100.0).value_or(options.temperature);
    options.topP = parser.number("top-p", 0.0, 1.0).value_or(options.topP);
    options.topK = parser.integer("top-k", 0, kNoLimit).value_or(options.topK);
    options.seed = parser.unsigned64("seed").value_or(options.seed);
    if (options.topP <= 0.0) throw WrongArguments("arguments.top_p");
    return options;
}

}  // namespace

std::optional<viewer::Slab> readSlab(const CommandParser& parser, const QString& modeOption, double thickest) {
    const auto mm = parser.number("slab", 0.0, thickest);
    const auto mode = parser.value(modeOption);
    const std::string option = "--" + modeOption.toStdString();
    if (!mm && mode) throw WrongArguments("arguments.slab_mode_alone", {}, {option});
    if (!mm) return {};
    try {
        return viewer::Slab{*mm, mode ? viewer::slabModeFromString(*mode) : viewer::SlabMode::maximum};
    } catch (const Error&) {
        throw WrongArguments("arguments.slab_mode", {}, {option, *mode});
    }
}

// --- frames ---------------------------------------------------------------------------------------------------------

void addSelectionOptions(CommandParser& parser) {
    parser.addHeading(CommandText::tr(
        "frame selection (default: 11 slices of a volume, one frame per second of a clip, or the image itself):"));
    parser.addValue(
        "series", "N[,N...]",
        CommandText::tr("these series, as numbered by \"fleming info\"; default: the only series, or series "
                        "0 (if every PATH names a single image, all of them are used)"));
    parser.addValue("plane", "PLANE",
                    CommandText::tr("axial, coronal or sagittal; default: the acquired plane of the volume"));
    parser.addFlag(
        "straighten",
        CommandText::tr("resample the slices of a volume to their true positions if they are sheared (gantry "
                        "tilt), shifted or unevenly spaced"));
    parser.addValue("slab", "MM",
                    CommandText::tr("show a slab of this thickness around each slice of a volume, in mm (in voxels if "
                                    "the voxel spacing is unknown), sampled in steps of the smallest voxel spacing"));
    parser.addValue("slab-mode", "MODE",
                    CommandText::tr("max, mean or min: the value of each pixel among the samples of the slab"), "max");
    parser.addValue("count", "K", CommandText::tr("K evenly spaced frames"));
    parser.addValue("slices", "3,9,12", CommandText::tr("these slices or frames, numbered from 0"));
    parser.addValue("times", "0.5,1,2.5", CommandText::tr("the frames of a clip at these times, in seconds"));
    parser.addValue("every", "SECONDS", CommandText::tr("one frame of a clip per interval of this length"));
    parser.addValue("clip", "START:END", CommandText::tr("only this part of a clip, in seconds"));
    parser.addHeading(CommandText::tr(
        "window/level (default: the window stored in the file; NPY: minimum to maximum of each slice):"));
    parser.addValue("window", "C,W|NAME",
                    CommandText::tr("window centre and width, such as 40,400; or the name of a window stored in the "
                                    "file or, for CT, of a preset: brain, subdural, stroke, bone, soft-tissue, lung, "
                                    "mediastinum, abdomen, liver"));
    parser.addFlag("minmax", CommandText::tr("minimum to maximum of each slice"));
    parser.addFlag("invert", CommandText::tr("invert the grey values"));
    parser.addHeading(CommandText::tr("look of slices, frames and images (default: plain):"));
    parser.addFlag("mirror", CommandText::tr("exchange left and right"));
    parser.addValue("rotate", "DEGREES",
                    CommandText::tr("rotate clockwise by 90, 180 or 270 degrees, after mirroring"));
    parser.addValue("colours", "NAME", CommandText::tr("colour table: grey, hot-iron, pet, rainbow or viridis"),
                    "grey");
    parser.addFlag("nearest", CommandText::tr("take the nearest voxel instead of interpolating"));
}

Source readSource(const CommandParser& parser) {
    return {readPaths(parser), parser.integers("series", 0, kNoLimit), readSelection(parser), parser.has("straighten")};
}

Source readSourceWithOnePath(const CommandParser& parser) {
    if (parser.positional().size() != 1) throw WrongArguments("arguments.not_one_path");
    return readSource(parser);
}

std::vector<std::filesystem::path> readPaths(const CommandParser& parser) {
    const std::vector<std::string> words = parser.positional();
    if (std::ranges::find(words, std::string()) != words.end()) throw WrongArguments("arguments.empty_path");
    return {words.begin(), words.end()};
}

// --- models ---------------------------------------------------------------------------------------------------------

void addEngineOptions(CommandParser& parser) {
    parser.addValue("device", "D",
                    CommandText::tr("auto, cpu, cuda, cuda:N, or a list to split the layers over: cuda:0,cpu"), "auto");
    parser.addValue("dtype", "T", CommandText::tr("auto, float32, bfloat16 or, on CUDA, float16"), "auto");
    parser.addValue("quant", "Q", CommandText::tr("quantization of the language model's weights: none, int8 or int4"),
                    "none");
}

inference::EngineOptions readEngineOptions(const CommandParser& parser, inference::EngineOptions byDefault) {
    inference::EngineOptions options = std::move(byDefault);
    if (const auto device = parser.value("device")) {
        if (!std::ranges::all_of(QString::fromStdString(*device).split(QLatin1Char(',')), isDevice))
            throw WrongArguments("arguments.device", {}, {*device});
        options.device = *device;
    }
    const auto type = parser.value("dtype"), bits = parser.value("quant");
    try {
        if (type) options.dtype = inference::dataTypeFromString(*type);
    } catch (const Error&) {
        throw WrongArguments("arguments.dtype", {}, {*type});
    }
    try {
        if (bits) options.quantization = inference::quantizationFromString(*bits);
    } catch (const Error&) {
        throw WrongArguments("arguments.quant", {}, {*bits});
    }
    options.keepQuantizedIn = settings::quantizedWeightsFolder();
    return options;
}

void addWitnessOption(CommandParser& parser) {
    parser.addValue("witness", "FILE",
                    CommandText::tr("the witness file of the log's heads; default: the one in the settings"));
}

std::filesystem::path readWitnessOption(const CommandParser& parser) {
    return parser.has("witness") ? std::filesystem::path(parser.required("witness")) : settings::witnessFile();
}

void addExportOptions(CommandParser& parser) {
    parser.addFlag("include-paths",
                   CommandText::tr("include the paths of the source files and of the model; folder and "
                                   "file names can contain patients' names"));
    parser.addFlag("keep-identity",
                   CommandText::tr("keep dates and times, series descriptions, UIDs and the names of reviewers; "
                                   "default: nothing that identifies a patient or a reviewer"));
    parser.addFlag("reviewer-names", CommandText::tr("name the reviewers; default: only their codes"));
    parser.addValue("paper", "SIZE", CommandText::tr("the paper of formats with pages: a4 or letter"), "a4");
}

ExportOptions readExportOptions(const CommandParser& parser) {
    ExportOptions options;
    options.includePaths = parser.has("include-paths");
    options.keepIdentity = parser.has("keep-identity");
    options.reviewerNames = parser.has("reviewer-names");
    const std::string paper = parser.value("paper").value_or("a4");
    if (paper != "a4" && paper != "letter") throw WrongArguments("arguments.paper", {}, {paper});
    options.paper = paper == "letter" ? Paper::letter : Paper::a4;
    return options;
}

void warnOfBurnedInText(const Exporter& exporter, const SessionSnapshot& session, const ExportOptions& options,
                        Console& console) {
    const bool hasImages =
        std::ranges::any_of(session.exchanges, [](const Exchange& e) { return !e.evidence.empty(); });
    if (!exporter.hasImages || !hasImages || options.keepIdentity) return;
    say(console, burnedInWarning());
}

void addModelOptions(CommandParser& parser) {
    const inference::GenerationOptions byDefault;
    parser.addValue("model", "DIR",
                    CommandText::tr("a checkpoint folder; default: FLEMING_MODEL, then the demo model"));
    addEngineOptions(parser);
    parser.addValue("max-new-tokens", "N", CommandText::tr("maximum number of new tokens"),
                    QString::number(byDefault.maxNewTokens));
    parser.addValue("temperature", "X", CommandText::tr("0 is greedy decoding; above 0, tokens are sampled"),
                    QString::number(byDefault.temperature));
    parser.addValue("top-p", "X", CommandText::tr("sample from the most likely tokens whose probabilities add up to X"),
                    QString::number(byDefault.topP));
    parser.addValue("top-k", "N", CommandText::tr("sample from the N most likely tokens; 0: from all"),
                    QString::number(byDefault.topK));
    parser.addValue("seed", "N", CommandText::tr("seed for sampling; the same seed gives the same tokens"),
                    QString::number(byDefault.seed));
    parser.addValue("system", "TEXT", CommandText::tr("system prompt that replaces Fleming-VL's default"));
    parser.addFlag("no-reasoning-prompt", CommandText::tr("do not ask for <think> and <answer>"));
}

ModelOptions readModelOptions(const CommandParser& parser) {
    ModelOptions options;
    options.model = parser.optional("model");
    options.engine = readEngineOptions(parser);
    options.generation = readGeneration(parser);
    options.systemText = parser.value("system").value_or("");
    options.reasoningPrompt = !parser.has("no-reasoning-prompt");
    return options;
}

}  // namespace fleming::app::cli
