// fleming frames: saves the images that a question would use.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/shared_options.h"
#include "app/evidence/image_view.h"
#include "app/evidence/provenance_json.h"
#include "base/error.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <ostream>

namespace fleming::app::cli {

namespace {

void makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!std::filesystem::is_directory(folder)) {
        throw Error("output.cannot_create_folder", folder.string());
    }
}

template <typename Write>
void writeFile(const std::filesystem::path& path, const Write& write) {
    QSaveFile file(QFile::decodeName(path.c_str()));
    if (!file.open(QIODevice::WriteOnly) || !write(file) || !file.commit()) {
        throw Error("output.cannot_write", path.string(), {file.errorString().toStdString()});
    }
}

void declare(CommandParser& parser) {
    parser.describe(CommandText::tr("PATH [selection] -o DIR"),
                    CommandText::tr("save the images that a question would use as PNG files"),
                    CommandText::tr("Saves the frames that a question would use, before they are resized, as "
                                    "DIR/Image-1.png, Image-2.png and so on, and their provenance as DIR/frames.json. "
                                    "Existing files with these names are overwritten."));
    parser.addValue("o", "DIR", CommandText::tr("the folder; it is created if it does not exist"));
    addSelectionOptions(parser);
}

void run(const CommandParser& parser, Console& console) {
    const Source source = readSourceWithOnePath(parser);
    const std::filesystem::path folder = parser.required("o");
    const std::vector<viewer::Frame> collected = collectFrames(source, console);
    makeFolder(folder);
    QJsonArray records;
    for (std::size_t i = 0; i < collected.size(); ++i) {
        if (console.stop.stop_requested()) throw Cancelled();
        const std::string name = "Image-" + std::to_string(i + 1) + ".png";
        writeFile(folder / name, [&](QIODevice& file) { return imageView(collected[i].image).save(&file, "PNG"); });
        QJsonObject record = toJson(collected[i].provenance);
        record["image"] = fromUtf8(name);
        records.append(record);
        console.out << (folder / name).string() << "\n";
    }
    const QByteArray text = QJsonDocument(records).toJson(QJsonDocument::Indented);
    writeFile(folder / "frames.json", [&](QIODevice& file) { return file.write(text) == text.size(); });
    console.out << (folder / "frames.json").string() << "\n";
    flush(console);
}

}  // namespace

const Command framesCommand{"frames", declare, run};

}  // namespace fleming::app::cli
