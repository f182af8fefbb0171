#include "app/session/file/measurement_rows.h"

#include "app/evidence/provenance_json.h"
#include "app/measure/roi_json.h"
#include "app/session/file/database.h"
#include "app/session/file/migrations.h"
#include "app/session/file/statement.h"
#include "app/session/measurement_json.h"
#include "base/error.h"

#include <QJsonDocument>

namespace fleming::app {

namespace {

QByteArray compact(const QJsonDocument& json) {
    return json.toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const Statement& row, const char* column) {
    return QJsonDocument::fromJson(row.blob(column)).object();
}

RecordedMeasurement readRow(const Statement& row) {
    RecordedMeasurement read;
    read.id = row.number("measurement");
    read.name = row.text("name");
    read.note = row.text("note");
    read.colour = colourFromText(row.text("colour"));
    read.roi = roiFromJson(objectOf(row, "region")).roi;
    read.measured = resultFromJson(objectOf(row, "result"));
    read.source = provenanceFromJson(objectOf(row, "source"));
    read.frameOfReference = row.text("frame_of_reference");
    read.pixels = pointsFromJson(QJsonDocument::fromJson(row.blob("pixels")).array());
    read.timeMs = row.number("time_ms");
    return read;
}

}  // namespace

std::vector<RecordedMeasurement> readMeasurements(const Database& database) {
    std::vector<RecordedMeasurement> read;
    if (database.version() < kFirstVersionWithMeasurements) return read;
    Statement rows(database,
                   QStringLiteral("SELECT measurement, CAST(name AS BLOB) AS name, CAST(note AS BLOB) AS note,"
                                  " CAST(colour AS BLOB) AS colour, CAST(region AS BLOB) AS region,"
                                  " CAST(result AS BLOB) AS result, CAST(source AS BLOB) AS source,"
                                  " CAST(frame_of_reference AS BLOB) AS frame_of_reference,"
                                  " CAST(pixels AS BLOB) AS pixels, time_ms FROM measurements WHERE removed = 0 AND"
                                  " id IN (SELECT MAX(id) FROM measurements GROUP BY measurement)"
                                  " ORDER BY measurement"));
    for (rows.run(); rows.next();) {
        try {
            read.push_back(readRow(rows));
        } catch (const Error& error) {
            if (error.code() == "session.unknown_value") throw;
            throw Error("session.unknown_value", database.path(), {rows.text("region")});
        }
    }
    return read;
}

std::int64_t nextMeasurement(const Database& database) {
    if (database.version() < kFirstVersionWithMeasurements) return 1;
    return database.value(QStringLiteral("SELECT COALESCE(MAX(measurement), 0) + 1 FROM measurements")).toLongLong();
}

std::int64_t insertMeasurement(const Database& database, const RecordedMeasurement& measurement) {
    return insertRow(database, "measurements",
                     {{"measurement", measurement.id},
                      {"removed", 0},
                      {"name", measurement.name},
                      {"note", measurement.note},
                      {"colour", colourToText(measurement.colour)},
                      {"region", compact(QJsonDocument(toJson(RoiEntry{measurement.roi}))).toStdString()},
                      {"result", compact(QJsonDocument(resultToJson(measurement.measured))).toStdString()},
                      {"source", compact(QJsonDocument(toJson(measurement.source))).toStdString()},
                      {"frame_of_reference", measurement.frameOfReference},
                      {"pixels", compact(QJsonDocument(pointsToJson(measurement.pixels))).toStdString()},
                      {"time_ms", measurement.timeMs}});
}

std::int64_t insertRemoval(const Database& database, std::int64_t measurement, std::int64_t timeMs) {
    Statement copy(database,
                   QStringLiteral("INSERT INTO measurements (measurement, removed, name, note, colour, region,"
                                  " result, source, frame_of_reference, pixels, time_ms)"
                                  " SELECT measurement, 1, name, note, colour, region, result, source,"
                                  " frame_of_reference, pixels, :time_ms FROM measurements WHERE id ="
                                  " (SELECT MAX(id) FROM measurements WHERE measurement = :measurement)"
                                  " AND removed = 0"));
    copy.bind("time_ms", timeMs).bind("measurement", measurement).run();
    if (copy.rowsAffected() != 1) throw Error("session.no_measurement", database.path(), {std::to_string(measurement)});
    return copy.lastInsertId();
}

}  // namespace fleming::app
