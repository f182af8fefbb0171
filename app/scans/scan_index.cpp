#include "app/scans/scan_index.h"

#include "app/evidence/provenance_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QStringList>

#include <iterator>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

// Paths are blobs, because the name of a file need not be valid UTF-8. Large columns come last: reading the others does
// not touch them.
constexpr const char* kTables[] = {
    "CREATE TABLE roots ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " path BLOB NOT NULL UNIQUE,"
    " whole INTEGER NOT NULL,"
    " scanned_ms INTEGER NOT NULL,"
    " files INTEGER NOT NULL)",

    "CREATE TABLE series ("
    " id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " root INTEGER NOT NULL REFERENCES roots (id),"
    " patient_name TEXT NOT NULL,"
    " patient_id TEXT NOT NULL,"
    " birth_date TEXT NOT NULL,"
    " sex TEXT NOT NULL,"
    " age TEXT NOT NULL,"
    " study_uid TEXT NOT NULL,"
    " study_date TEXT NOT NULL,"
    " study_time TEXT NOT NULL,"
    " study_description TEXT NOT NULL,"
    " accession TEXT NOT NULL,"
    " uid TEXT NOT NULL,"
    " modality TEXT NOT NULL,"
    " description TEXT NOT NULL,"
    " format TEXT NOT NULL,"
    " parts TEXT NOT NULL,"  // JSON
    " notes TEXT NOT NULL,"  // JSON
    " number INTEGER,"
    " kind TEXT NOT NULL,"
    " width INTEGER NOT NULL,"
    " height INTEGER NOT NULL,"
    " slices INTEGER NOT NULL,"  // or frames
    " duration REAL NOT NULL,"   // of a clip, s
    " file_count INTEGER NOT NULL,"
    " first_file BLOB NOT NULL,"
    " thumbnail BLOB,"        // PNG
    " files BLOB NOT NULL)",  // packPaths()
    "CREATE INDEX series_of_a_root ON series (root)", "CREATE INDEX series_of_a_file ON series (first_file)",

    "CREATE TABLE folders ("
    " root INTEGER NOT NULL REFERENCES roots (id),"
    " path BLOB NOT NULL,"
    " other_disk INTEGER NOT NULL,"
    " files BLOB NOT NULL,"  // pack()
    " UNIQUE (root, path))"};

constexpr IndexSchema kSchema{1, kTables, "SELECT count(*) FROM series", "scans.unusable"};

/// A column of `series` with a text of the header.
struct TextColumn {
    const char* name;
    std::string& (*of)(viewer::Series& header);
};

constexpr TextColumn kTextColumns[] = {
    {"patient_name", [](viewer::Series& header) -> std::string& { return header.study.patient.name; }},
    {"patient_id", [](viewer::Series& header) -> std::string& { return header.study.patient.id; }},
    {"birth_date", [](viewer::Series& header) -> std::string& { return header.study.patient.birthDate; }},
    {"sex", [](viewer::Series& header) -> std::string& { return header.study.patient.sex; }},
    {"age", [](viewer::Series& header) -> std::string& { return header.study.patientAge; }},
    {"study_uid", [](viewer::Series& header) -> std::string& { return header.study.uid; }},
    {"study_date", [](viewer::Series& header) -> std::string& { return header.study.date; }},
    {"study_time", [](viewer::Series& header) -> std::string& { return header.study.time; }},
    {"study_description", [](viewer::Series& header) -> std::string& { return header.study.description; }},
    {"accession", [](viewer::Series& header) -> std::string& { return header.study.accessionNumber; }},
    {"uid", [](viewer::Series& header) -> std::string& { return header.uid; }},
    {"modality", [](viewer::Series& header) -> std::string& { return header.modality; }},
    {"description", [](viewer::Series& header) -> std::string& { return header.description.words; }},
    {"format", [](viewer::Series& header) -> std::string& { return header.format; }},
};

// The columns that series() reads after those of kTextColumns.
enum Column {
    parts = std::size(kTextColumns),
    notes,
    number,
    kind,
    width,
    height,
    slices,
    duration,
    fileCount,
    firstFile,
    thumbnail,
    root,
    id
};

constexpr const char* kOtherColumns =
    "parts, notes, number, kind, width, height, slices, duration, file_count, first_file, thumbnail, root, id";

QByteArray bytes(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QString columnsOfSeries() {
    QStringList names;
    for (const TextColumn& column : kTextColumns)
        names << QLatin1String(column.name);
    names << QLatin1String(kOtherColumns);
    return names.join(QStringLiteral(", "));
}

QString jsonText(const QJsonArray& array) {
    return array.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray jsonArray(const QString& text) {
    return text.isEmpty() ? QJsonArray() : QJsonDocument::fromJson(text.toUtf8()).array();
}

QJsonArray toJson(const std::vector<viewer::Note>& notes) {
    QJsonArray array;
    for (const viewer::Note& note : notes) {
        QJsonArray json{QString::fromStdString(note.code)};
        for (const std::string& argument : note.arguments)
            json.append(QString::fromStdString(argument));
        array.append(json);
    }
    return array;
}

std::vector<viewer::Note> notesFromJson(const QJsonArray& array) {
    std::vector<viewer::Note> notes;
    for (const QJsonValue each : array) {
        const QJsonArray json = each.toArray();
        viewer::Note note{json[0].toString().toStdString(), {}};
        for (qsizetype i = 1; i < json.size(); ++i)
            note.arguments.push_back(json[i].toString().toStdString());
        notes.push_back(std::move(note));
    }
    return notes;
}

void putSize(const viewer::Series& header, QVariantMap& values) {
    values["kind"] = QLatin1String(toString(header.kind()));
    values["duration"] = 0.0;
    if (const auto* clip = std::get_if<viewer::ClipInfo>(&header.info)) {
        values["width"] = clip->width;
        values["height"] = clip->height;
        values["slices"] = clip->frameCount;
        values["duration"] = clip->duration;
    } else {
        const viewer::Index3& size = header.geometry().size;
        values["width"] = size[0];
        values["height"] = size[1];
        values["slices"] = size[2];
    }
}

viewer::SeriesInfo sizeOf(const QSqlQuery& row) {
    const int width = row.value(Column::width).toInt(), height = row.value(Column::height).toInt();
    const int slices = row.value(Column::slices).toInt();
    if (row.value(Column::kind).toString() == QLatin1String(toString(viewer::SeriesKind::clip)))
        return viewer::ClipInfo{slices, 0.0, row.value(Column::duration).toDouble(), width, height};
    viewer::ImageInfo image;
    image.geometry.size = {width, height, slices};
    return viewer::volumeOrPicture(image);
}

KnownSeries seriesOf(const QSqlQuery& row) {
    KnownSeries series;
    series.id = row.value(Column::id).toInt();
    series.root = row.value(Column::root).toLongLong();
    series.fileCount = row.value(Column::fileCount).toInt();
    int column = 0;
    for (const TextColumn& text : kTextColumns)
        text.of(series.header) = row.value(column++).toString().toStdString();
    series.header.description.parts = partsFromJson(jsonArray(row.value(Column::parts).toString()));
    series.header.notes = notesFromJson(jsonArray(row.value(Column::notes).toString()));
    if (!row.value(Column::number).isNull()) series.header.number = row.value(Column::number).toInt();
    series.header.info = sizeOf(row);
    series.thumbnail = row.value(Column::thumbnail).toByteArray();
    series.header.files = {row.value(Column::firstFile).toByteArray().toStdString()};
    return series;
}

}  // namespace

fs::path scansFile() {
    return fs::path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) / "scans.sqlite";
}

ScanIndex::ScanIndex(const fs::path& file) : database_(file, kSchema) {}

// --- roots ----------------------------------------------------------------------------------------------------------

std::vector<ScanRoot> ScanIndex::roots() const {
    std::vector<ScanRoot> roots;
    QSqlQuery rows = database_.run(QStringLiteral("SELECT id, path, whole, scanned_ms, files FROM roots ORDER BY id"));
    while (rows.next()) {
        roots.push_back({rows.value(0).toLongLong(), rows.value(1).toByteArray().toStdString(), rows.value(2).toBool(),
                         rows.value(3).toLongLong(), rows.value(4).toInt()});
    }
    return roots;
}

qint64 ScanIndex::addRoot(const std::string& path, bool whole) const {
    database_.run(QStringLiteral("INSERT OR IGNORE INTO roots (path, whole, scanned_ms, files)"
                                 " VALUES (:path, :whole, 0, 0)"),
                  {{"path", bytes(path)}, {"whole", whole}});
    QSqlQuery row = database_.run(QStringLiteral("SELECT id FROM roots WHERE path = :path"), {{"path", bytes(path)}});
    row.next();
    return row.value(0).toLongLong();
}

void ScanIndex::update(const ScanRoot& root) const {
    database_.run(
        QStringLiteral("UPDATE roots SET whole = :whole, scanned_ms = :scanned, files = :files WHERE id = :id"),
        {{"whole", root.whole}, {"scanned", root.scannedMs}, {"files", root.files}, {"id", root.id}});
}

void ScanIndex::moveRoot(qint64 from, qint64 to) const {
    database_.run(QStringLiteral("UPDATE series SET root = :to WHERE root = :from"), {{"to", to}, {"from", from}});
    removeRoot(from);
}

void ScanIndex::removeRoot(qint64 root) const {
    for (const char* sql : {"DELETE FROM series WHERE root = :root", "DELETE FROM folders WHERE root = :root",
                            "DELETE FROM roots WHERE id = :root"})
        database_.run(QLatin1String(sql), {{"root", root}});
}

// --- series ---------------------------------------------------------------------------------------------------------

std::vector<KnownSeries> ScanIndex::series() const {
    std::vector<KnownSeries> series;
    QSqlQuery rows = database_.run(QStringLiteral("SELECT %1 FROM series ORDER BY id").arg(columnsOfSeries()));
    while (rows.next())
        series.push_back(seriesOf(rows));
    return series;
}

int ScanIndex::addSeries(qint64 root, const RecordedSeries& series) const {
    viewer::Series header = series.header;
    QVariantMap values;
    for (const TextColumn& column : kTextColumns)
        values[QLatin1String(column.name)] = QString::fromStdString(column.of(header));
    values["parts"] = jsonText(toJson(header.description.parts));
    values["notes"] = jsonText(toJson(header.notes));
    values["number"] = header.number ? QVariant(*header.number) : QVariant(QMetaType::fromType<int>());
    putSize(header, values);
    values["file_count"] = static_cast<int>(series.files.size());
    values["first_file"] = bytes(series.files.front());
    values["files"] = packPaths(series.files);
    values["root"] = root;
    const QStringList columns = values.keys();
    return database_
        .run(QStringLiteral("INSERT INTO series (%1) VALUES (:%2)")
                 .arg(columns.join(QStringLiteral(", ")), columns.join(QStringLiteral(", :"))),
             values)
        .lastInsertId()
        .toInt();
}

void ScanIndex::removeSeries(int id) const {
    database_.run(QStringLiteral("DELETE FROM series WHERE id = :id"), {{"id", id}});
}

void ScanIndex::setThumbnail(const viewer::Series& header, const QByteArray& png) const {
    if (header.files.empty()) return;
    database_.run(QStringLiteral("UPDATE series SET thumbnail = :png WHERE first_file = :file AND uid = :uid AND"
                                 " description = :description AND parts = :parts AND thumbnail IS NULL"),
                  {{"png", png},
                   {"file", bytes(absolutePath(header.files.front()))},
                   {"uid", QString::fromStdString(header.uid)},
                   {"description", QString::fromStdString(header.description.words)},
                   {"parts", jsonText(toJson(header.description.parts))}});
}

std::vector<std::string> ScanIndex::files(int series) const {
    QSqlQuery row = database_.run(QStringLiteral("SELECT files FROM series WHERE id = :id"), {{"id", series}});
    return row.next() ? unpackPaths(row.value(0).toByteArray()) : std::vector<std::string>();
}

// --- files ----------------------------------------------------------------------------------------------------------

StampedFolders ScanIndex::stamps(qint64 root) const {
    StampedFolders folders;
    QSqlQuery rows = database_.run(QStringLiteral("SELECT path, other_disk, files FROM folders WHERE root = :root"),
                                   {{"root", root}});
    while (rows.next()) {
        folders[rows.value(0).toByteArray().toStdString()] = {rows.value(1).toBool(),
                                                              unpackStamps(rows.value(2).toByteArray())};
    }
    return folders;
}

void ScanIndex::setStamps(qint64 root, const std::string& path, const StampedFolder& folder) const {
    if (folder.files.empty()) {
        database_.run(QStringLiteral("DELETE FROM folders WHERE root = :root AND path = :path"),
                      {{"root", root}, {"path", bytes(path)}});
        return;
    }
    database_.run(
        QStringLiteral("INSERT OR REPLACE INTO folders (root, path, other_disk, files)"
                       " VALUES (:root, :path, :other_disk, :files)"),
        {{"root", root}, {"path", bytes(path)}, {"other_disk", folder.otherDisk}, {"files", pack(folder.files)}});
}

}  // namespace fleming::app
