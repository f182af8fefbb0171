#include "app/export/json/json_exporter.h"

#include "app/export/json/session_json.h"
#include "base/error.h"

#include <QJsonDocument>

namespace fleming::app {

namespace {

void writeJson(const SessionSnapshot& session, const ExportOptions& options, QIODevice& device,
               const ExportProgress& progress, const std::stop_token& stop) {
    QByteArray head = QJsonDocument(headToJson(session, options)).toJson(QJsonDocument::Indented);
    head.truncate(head.lastIndexOf("\n}"));
    device.write(head + ",\n    \"exchanges\": [");
    std::size_t done = 0;
    for (const Exchange& exchange : session.exchanges) {
        if (stop.stop_requested()) throw Cancelled();
        device.write(done++ == 0 ? "\n" : ",\n");
        const QJsonObject json = exchangeToJson(exchange, !session.unrecorded.contains(exchange.id), options);
        device.write(QJsonDocument(json).toJson(QJsonDocument::Indented).trimmed());
        progress(static_cast<double>(done) / static_cast<double>(session.exchanges.size()));
    }
    device.write("\n    ]\n}\n");
}

}  // namespace

const Exporter kJsonExporter{.id = "json",
                             .name = QT_TRANSLATE_NOOP("Exporters", "JSON data"),
                             .suffix = "json",
                             .isText = true,
                             .hasImages = true,
                             .writeFile = writeJson};

}  // namespace fleming::app
