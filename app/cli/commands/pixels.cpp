// fleming pixels: saves the values that enter the model's vision tower.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/npy_file.h"
#include "app/cli/shared_options.h"
#include "app/models/question.h"
#include "base/error.h"
#include "inference/image_processor.h"

#include <ostream>

namespace fleming::app::cli {

namespace {

constexpr int kSide = 448;  // pixels

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("PATH [selection] -o FILE.npy"),
        CommandText::tr("save the values that enter the model's vision tower"),
        CommandText::tr("Saves the input of the vision tower: a float32 NPY array of shape (frames, 3, 448, "
                        "448), resized and normalized as in Fleming-VL."));
    parser.addValue("o", "FILE.npy", CommandText::tr("the file"));
    addSelectionOptions(parser);
}

void run(const CommandParser& parser, Console& console) {
    const Source source = readSourceWithOnePath(parser);
    const std::filesystem::path path = parser.required("o");
    const std::vector<viewer::Frame> collected = collectFrames(source, console);
    NpyFile file(path, {static_cast<std::int64_t>(collected.size()), 3, kSide, kSide});
    for (const viewer::Frame& frame : collected) {
        if (console.stop.stop_requested()) throw Cancelled();
        file.write(inference::pixelValues({toImageInput(frame)}, kSide));
    }
    file.finish();
    console.out << path.string() << "\n";
    flush(console);
}

}  // namespace

const Command pixelsCommand{"pixels", declare, run};

}  // namespace fleming::app::cli
