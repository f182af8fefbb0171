#include "app/library/session_search.h"

#include "base/error.h"

#include <algorithm>
#include <utility>

namespace fleming::app {

namespace {

/// A condition of SQL and the values of its parameters.
struct Condition {
    QStringList parts;
    QVariantMap values;

    void add(const QString& part, const char* name, const QVariant& value) {
        parts << part;
        values[QLatin1String(name)] = value;
    }
    QString sql() const { return parts.isEmpty() ? QStringLiteral("1") : parts.join(QStringLiteral(" AND ")); }
};

/// Returns the condition for the row `p` of passages.
Condition conditionOf(const SessionFilter& filter) {
    Condition condition;
    if (filter.fromMs) condition.add(QStringLiteral("p.asked_ms >= :from"), "from", *filter.fromMs);
    if (filter.untilMs) condition.add(QStringLiteral("p.asked_ms < :until"), "until", *filter.untilMs);
    if (!filter.model.isEmpty())
        condition.add(QStringLiteral("instr(lower(p.model), lower(:model)) > 0"), "model", filter.model);
    Condition judged;
    if (!filter.reviewer.isEmpty()) {
        judged.add(QStringLiteral("(j.reviewer = :reviewer OR j.code = :reviewer)"), "reviewer", filter.reviewer);
    }
    if (filter.verdict)
        judged.add(QStringLiteral("j.verdict = :verdict"), "verdict", QLatin1String(toString(*filter.verdict)));
    const QString exists = QStringLiteral("EXISTS (SELECT 1 FROM judgements j WHERE j.passage = p.id AND %1)");
    if (!judged.parts.isEmpty()) condition.parts << exists.arg(judged.sql());
    if (filter.isReviewed)
        condition.parts << (*filter.isReviewed ? QString() : QStringLiteral("NOT ")) + exists.arg(QLatin1String("1"));
    condition.values.insert(judged.values);
    return condition;
}

/// Returns the condition that an exchange of the session `s` fits.
QString someExchangeFits(const Condition& condition) {
    if (condition.parts.isEmpty()) return QStringLiteral("1");
    return QStringLiteral("EXISTS (SELECT 1 FROM passages p WHERE p.session = s.id AND p.exchange > 0 AND %1)")
        .arg(condition.sql());
}

QString selectSessions(const Condition& condition) {
    return QStringLiteral(
               "SELECT s.id, s.path, s.title, 0, s.last_ms, 0 FROM sessions s WHERE %1"
               " ORDER BY s.last_ms DESC, s.id LIMIT :most")
        .arg(someExchangeFits(condition));
}

/// Selects passages with the words. A title is found if an exchange of its session fits the other conditions.
QString selectPassages(const Condition& condition) {
    return QStringLiteral(
               "SELECT s.id, s.path, s.title, p.exchange,"
               " CASE WHEN p.exchange = 0 THEN s.last_ms ELSE p.asked_ms END, p.id"
               " FROM words JOIN passages p ON p.id = words.rowid JOIN sessions s ON s.id = p.session"
               " WHERE words MATCH :words AND CASE WHEN p.exchange = 0 THEN %1 ELSE %2 END"
               " ORDER BY s.last_ms DESC, s.id, p.exchange LIMIT :most")
        .arg(someExchangeFits(condition), condition.sql());
}

/// Fills in what the hit says about its exchange, or about all exchanges of its session.
void addSummary(const IndexDatabase& index, qint64 session, SessionHit& hit) {
    QSqlQuery counts = index.run(
        QStringLiteral("SELECT count(*), COALESCE(sum(NOT EXISTS (SELECT 1 FROM judgements j WHERE j.passage = p.id)),"
                       " 0) FROM passages p WHERE p.session = :session AND p.exchange > 0"),
        {{"session", session}});
    counts.next();
    hit.exchanges = counts.value(0).toInt();
    hit.unreviewed = counts.value(1).toInt();
    const QString these = hit.exchange == 0 ? QStringLiteral("p.session = :session AND p.exchange > 0")
                                            : QStringLiteral("p.session = :session AND p.exchange = :exchange");
    QVariantMap values{{"session", session}};
    if (hit.exchange != 0) values["exchange"] = hit.exchange;
    QSqlQuery models = index.run(QStringLiteral("SELECT p.model FROM passages p WHERE %1 AND p.model <> ''"
                                                " GROUP BY p.model ORDER BY min(p.exchange)")
                                     .arg(these),
                                 values);
    while (models.next())
        hit.models << models.value(0).toString();
    QSqlQuery verdicts = index.run(QStringLiteral("SELECT j.verdict, count(*) FROM judgements j JOIN passages p ON"
                                                  " p.id = j.passage WHERE %1 GROUP BY j.verdict")
                                       .arg(these),
                                   values);
    while (verdicts.next()) {
        const Verdict verdict = verdictFromString(verdicts.value(0).toString().toStdString());
        hit.verdicts[static_cast<std::size_t>(verdict)] = verdicts.value(1).toInt();
    }
}

/// Shows the first text of the passage that matches.
void addSnippet(const IndexDatabase& index, qint64 passage, const SearchQuery& query, SessionHit& hit) {
    constexpr std::pair<const char*, FoundIn> kColumns[] = {
        {"title", FoundIn::title},         {"question", FoundIn::question}, {"answer", FoundIn::answer},
        {"reasoning", FoundIn::reasoning}, {"notes", FoundIn::notes},       {"tags", FoundIn::tags},
        {"studies", FoundIn::studies},     {"model", FoundIn::model}};
    QSqlQuery row = index.run(QStringLiteral("SELECT title, question, answer, reasoning, notes, tags, studies, model"
                                             " FROM passages WHERE id = :id"),
                              {{"id", passage}});
    if (!row.next()) return;
    for (const auto& [column, where] : kColumns) {
        hit.snippet = snippetOf(row.value(QLatin1String(column)).toString(), query);
        hit.where = where;
        if (!hit.snippet.matches.empty()) return;
    }
    hit.snippet = snippetOf(row.value(QStringLiteral("question")).toString(), query);
    hit.where = FoundIn::nothing;
}

QStringList firstColumn(QSqlQuery rows) {
    QStringList values;
    while (rows.next())
        values << rows.value(0).toString();
    return values;
}

}  // namespace

SessionHits searchSessions(const IndexDatabase& index, const SessionFilter& filter, int atMost,
                           const std::stop_token& stop) {
    const SearchQuery query(filter.text);
    const QString words = query.expression();
    if (!query.isBlank() && words.isEmpty()) return {};
    Condition condition = conditionOf(filter);
    condition.values["most"] = atMost + 1;
    if (!query.isBlank()) condition.values["words"] = words;
    QSqlQuery rows =
        index.run(query.isBlank() ? selectSessions(condition) : selectPassages(condition), condition.values);
    SessionHits found;
    while (rows.next()) {
        if (stop.stop_requested()) throw Cancelled();
        if (static_cast<int>(found.hits.size()) == atMost) {
            found.isCut = true;
            break;
        }
        SessionHit hit;
        hit.file = rows.value(1).toString();
        hit.title = rows.value(2).toString();
        hit.exchange = rows.value(3).toLongLong();
        hit.timeMs = rows.value(4).toLongLong();
        addSummary(index, rows.value(0).toLongLong(), hit);
        if (!query.isBlank()) addSnippet(index, rows.value(5).toLongLong(), query, hit);
        found.hits.push_back(std::move(hit));
    }
    return found;
}

FilterChoices filterChoices(const IndexDatabase& index) {
    return {firstColumn(index.run(QStringLiteral("SELECT DISTINCT model FROM passages WHERE model <> '' ORDER BY 1"))),
            firstColumn(index.run(QStringLiteral("SELECT DISTINCT reviewer FROM judgements WHERE reviewer <> ''"
                                                 " ORDER BY 1")))};
}

}  // namespace fleming::app
