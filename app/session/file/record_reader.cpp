#include "app/session/file/record_reader.h"

#include "app/session/file/database.h"
#include "app/session/file/migrations.h"

namespace fleming::app {

std::string readTitle(const Database& database) {
    if (database.version() < kFirstVersionWithReviewDetails) return {};
    Statement titles(database,
                     QStringLiteral("SELECT CAST(title AS BLOB) AS title FROM titles ORDER BY id DESC LIMIT 1"));
    titles.run();
    return titles.next() ? titles.text("title") : std::string();
}

std::vector<ImportRecord> readImports(const Database& database) {
    if (database.version() < kFirstVersionWithReviewDetails) return {};
    Statement rows(database, QStringLiteral("SELECT CAST(file_name AS BLOB) AS file_name, CAST(sha256 AS BLOB)"
                                            " AS sha256, CAST(log AS BLOB) AS log, sequence,"
                                            " CAST(head AS BLOB) AS head, time_ms FROM imports ORDER BY id"));
    std::vector<ImportRecord> imports;
    for (rows.run(); rows.next();) {
        imports.push_back({rows.text("file_name"),
                           rows.text("sha256"),
                           {rows.text("log"), rows.number("sequence"), rows.text("head")},
                           rows.number("time_ms")});
    }
    return imports;
}

ReplayReader::ReplayReader(const Database& database) {
    if (database.version() < kFirstVersionWithReviewDetails) return;
    replays_.emplace(database, QStringLiteral("SELECT identical, tokens, same, CAST(model_sha256 AS BLOB) AS"
                                              " model_sha256, CAST(dtype AS BLOB) AS dtype, CAST(device AS BLOB) AS"
                                              " device, CAST(run AS BLOB) AS run, time_ms FROM replays"
                                              " WHERE exchange = :exchange ORDER BY id"));
}

std::vector<ReplayRecord> ReplayReader::read(std::int64_t exchange) {
    std::vector<ReplayRecord> replays;
    if (!replays_) return replays;
    for (replays_->bind("exchange", exchange).run(); replays_->next();) {
        replays.push_back({exchange, replays_->integer("identical") != 0, replays_->number("tokens"),
                           replays_->number("same"), replays_->text("model_sha256"), replays_->text("dtype"),
                           replays_->text("device"), replays_->text("run"), replays_->number("time_ms")});
    }
    return replays;
}

}  // namespace fleming::app
