#include "app/export/training/training_exporter.h"

#include "app/export/measurement_selection.h"
#include "app/export/training/data_card.h"
#include "app/export/training/training_items.h"
#include "app/session/file/stored_image.h"
#include "app/session/measurement_json.h"
#include "base/error.h"
#include "base/sha256.h"
#include "inference/conversation.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>
#include <vector>

namespace fleming::app {

namespace {

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

void writeFile(const std::filesystem::path& path, const QByteArray& bytes) {
    QFile file(QFile::decodeName(path.c_str()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        throw Error("export.cannot_be_written", path, {file.errorString().toStdString()});
}

/// Writes each image once.
class ImageFiles {
public:
    explicit ImageFiles(const std::filesystem::path& folder) : folder_(folder / "images") {
        std::filesystem::create_directory(folder_);
    }

    int count() const { return static_cast<int>(written_.size()); }

    /// Returns the path of an image, relative to the folder of the export.
    QString pathOf(const viewer::RgbImage& image) {
        const std::string name = sha256(std::as_bytes(std::span(image.rgb))) + ".png";
        if (written_.insert(name).second) writeFile(folder_ / name, toPng(image));
        return QStringLiteral("images/") + shown(name);
    }

private:
    std::filesystem::path folder_;
    std::set<std::string> written_;
};

/// Returns a question in the form in which the model reads it, with a placeholder for each image.
QString question(const Exchange& exchange, bool reasoningPrompt) {
    QString text;
    if (reasoningPrompt) text += QString::fromUtf8(inference::kReasoningPrompt) + QLatin1Char('\n');
    for (std::size_t i = 0; i < exchange.evidence.size(); ++i)
        text += QLatin1String("<image>\n");
    return text + shown(exchange.question);
}

QJsonObject turn(const char* from, const QString& value) {
    return {{"from", from}, {"value", value}};
}

QJsonObject message(const char* role, const QString& content) {
    return {{"role", role}, {"content", content}};
}

/// Returns what a person has measured in the series of the images that an answer is about: the keys of the JSON export
/// without what names the source. "image" is the index of the image that shows the measured slice, if one does.
QJsonArray measurementsToJson(const SessionSnapshot& session, const std::vector<const Exchange*>& path) {
    std::vector<const viewer::Frame*> images;
    for (const Exchange* exchange : path) {
        for (const viewer::Frame& frame : exchange->evidence)
            images.push_back(&frame);
    }
    QJsonArray array;
    for (const RecordedMeasurement* measurement : measurementsOf(session, *path.back(), nullptr)) {
        QJsonObject json = toJson(*measurement);
        for (const char* key : {"source", "frame_of_reference", "time_ms"})
            json.remove(QLatin1String(key));
        const auto& stored = measurement->source.stored;
        const auto shows = [&](const viewer::Frame* frame) {
            return stored && frame->provenance.stored && frame->provenance.stored->object == stored->object;
        };
        const auto image = std::ranges::find_if(images, shows);
        if (image != images.end()) json["image"] = static_cast<qint64>(image - images.begin());
        array.append(json);
    }
    return array;
}

QJsonObject conversationToJson(const SessionSnapshot& session, const TrainingConversation& conversation,
                               ImageFiles& files) {
    QJsonArray turns, images, widths, heights;
    const std::string& system = conversation.front().exchange->systemText;
    if (!system.empty()) turns.append(turn("system", shown(system)));
    for (const TrainingTurn& each : conversation) {
        for (const viewer::Frame& frame : each.exchange->evidence) {
            images.append(files.pathOf(frame.image));
            widths.append(frame.image.width);
            heights.append(frame.image.height);
        }
        turns.append(turn("human", question(*each.exchange, each.reasoningPrompt)));
        turns.append(turn("gpt", shown(each.answer)));
    }
    std::vector<const Exchange*> path;
    for (const TrainingTurn& each : conversation)
        path.push_back(each.exchange);
    QJsonObject json{{"id", qint64{conversation.back().exchange->id}},
                     {"conversations", turns},
                     {"measurements", measurementsToJson(session, path)}};
    if (images.isEmpty()) return json;
    json["image"] = images;
    json["width_list"] = widths;
    json["height_list"] = heights;
    return json;
}

QJsonObject rewardedToJson(const SessionSnapshot& session, const RewardedAnswer& rewarded, ImageFiles& files) {
    QJsonArray prompt, images;
    const Exchange& last = *rewarded.path.back();
    if (!last.systemText.empty()) prompt.append(message("system", shown(last.systemText)));
    for (const Exchange* exchange : rewarded.path) {
        for (const viewer::Frame& frame : exchange->evidence)
            images.append(files.pathOf(frame.image));
        prompt.append(message("user", question(*exchange, exchange->reasoningPrompt)));
        if (exchange != &last) prompt.append(message("assistant", shown(exchange->answer.text)));
    }
    return {{"id", qint64{last.id}},
            {"images", images},
            {"prompt", prompt},
            {"completion", shown(last.answer.text)},
            {"reference", rewarded.reference.empty() ? QJsonValue() : QJsonValue(shown(rewarded.reference))},
            {"reward", rewarded.reward},
            {"measurements", measurementsToJson(session, rewarded.path)}};
}

/// Writes JSON objects, one a line, and returns the SHA-256 of the file.
class JsonLines {
public:
    void add(const QJsonObject& json) { bytes_ += QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n'; }

    std::string write(const std::filesystem::path& file) const {
        writeFile(file, bytes_);
        return sha256(std::as_bytes(std::span(bytes_.constData(), static_cast<std::size_t>(bytes_.size()))));
    }

private:
    QByteArray bytes_;
};

/// Returns the entry for InternVL's list of data sets.
QByteArray metaFile(std::size_t conversations) {
    const QJsonObject entry{{"root", "."},           {"annotation", "sft.jsonl"},
                            {"data_augment", false}, {"max_dynamic_patch", 1},
                            {"repeat_time", 1},      {"length", static_cast<qint64>(conversations)}};
    return QJsonDocument(QJsonObject{{"fleming_reviewed", entry}}).toJson();
}

void writeFolder(const SessionSnapshot& session, const ExportOptions& options, const std::filesystem::path& folder,
                 const ExportProgress& progress, const std::stop_token& stop) {
    const TrainingItems items = trainingItems(session);
    const std::size_t total = items.conversations.size() + items.rewarded.size();
    std::size_t done = 0;
    const auto step = [&] {
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<double>(done++) / static_cast<double>(total));
    };
    ImageFiles images(folder);
    JsonLines sft, grpo;
    for (const TrainingConversation& conversation : items.conversations) {
        step();
        sft.add(conversationToJson(session, conversation, images));
    }
    for (const RewardedAnswer& rewarded : items.rewarded) {
        step();
        grpo.add(rewardedToJson(session, rewarded, images));
    }
    const TrainingFiles files{sft.write(folder / "sft.jsonl"), grpo.write(folder / "grpo.jsonl"), images.count()};
    writeFile(folder / "sft.meta.json", metaFile(items.conversations.size()));
    writeFile(folder / "README.md", QByteArray::fromStdString(dataCard(session, options, items, files)));
    progress(1.0);
}

}  // namespace

const Exporter kTrainingExporter{
    .id = "training",
    .name = QT_TRANSLATE_NOOP("Exporters", "Training data"),
    .suffix = "",
    .hasImages = true,
    .writeFolder = writeFolder,
};

}  // namespace fleming::app
