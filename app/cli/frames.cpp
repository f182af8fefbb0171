// fleming frames and fleming pixels: the model's pictures as files.
#include "app/cli/commands.h"
#include "app/cli/evidence_source.h"
#include "app/cli/npy_file.h"
#include "app/cli/text.h"
#include "app/evidence/provenance_json.h"
#include "app/models/answerer.h"
#include "base/error.h"
#include "inference/image_processor.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <ostream>

namespace fleming::app::cli {

namespace {

constexpr int kSide = 448;

void makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!std::filesystem::is_directory(folder)) {
        throw Error(Text::tr("%1: the folder could not be created.").arg(fromUtf8(folder.string())).toStdString());
    }
}

template <typename Write>
void writeFile(const std::filesystem::path& path, const Write& write) {
    QSaveFile file(QFile::decodeName(path.c_str()));
    if (!file.open(QIODevice::WriteOnly) || !write(file) || !file.commit()) {
        throw Error(
            Text::tr("%1: could not be written: %2.").arg(fromUtf8(path.string()), file.errorString()).toStdString());
    }
}

QImage viewOf(const viewer::RgbImage& image) {
    return {image.rgb.data(), image.width, image.height, qsizetype{3} * image.width, QImage::Format_RGB888};
}

}  // namespace

void frames(const FramesOptions& options, Console& console) {
    const std::vector<viewer::Frame> collected = collectFrames(options.source, console);
    makeFolder(options.folder);
    QJsonArray records;
    for (std::size_t i = 0; i < collected.size(); ++i) {
        if (console.stop.stop_requested()) throw Cancelled();
        const std::string name = "Image-" + std::to_string(i + 1) + ".png";
        writeFile(options.folder / name,
                  [&](QIODevice& file) { return viewOf(collected[i].image).save(&file, "PNG"); });
        QJsonObject record = toJson(collected[i].provenance);
        record["image"] = fromUtf8(name);
        records.append(record);
        console.out << (options.folder / name).string() << "\n";
    }
    const QByteArray text = QJsonDocument(records).toJson(QJsonDocument::Indented);
    writeFile(options.folder / "frames.json", [&](QIODevice& file) { return file.write(text) == text.size(); });
    console.out << (options.folder / "frames.json").string() << "\n";
    flush(console);
}

void pixels(const PixelsOptions& options, Console& console) {
    const std::vector<viewer::Frame> collected = collectFrames(options.source, console);
    NpyFile file(options.file, {static_cast<std::int64_t>(collected.size()), 3, kSide, kSide});
    for (const viewer::Frame& frame : collected) {
        if (console.stop.stop_requested()) throw Cancelled();
        file.write(inference::pixelValues({toImageInput(frame)}, kSide));
    }
    file.finish();
    console.out << options.file.string() << "\n";
    flush(console);
}

}  // namespace fleming::app::cli
