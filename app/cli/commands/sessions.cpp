// fleming sessions: lists the sessions and searches in them.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/errors/error_text.h"
#include "app/library/session_index.h"
#include "app/library/session_search.h"
#include "app/utc_time.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>
#include <ostream>

namespace fleming::app::cli {

namespace {

constexpr int kShown = 100;  // results, unless the user wants more

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("[QUERY] [options]"), CommandText::tr("list the sessions and search in them"),
        CommandText::tr("Searches in the questions, answers, reviews, tags, models, series and titles of the sessions "
                        "in the program's data folder and of those that were opened recently. A question or its "
                        "answer must contain all words of QUERY; the last word may be incomplete. Without QUERY, "
                        "lists the sessions."));
    parser.addValue("from", "DATE", CommandText::tr("asked on this day or later, such as 2026-01-31"));
    parser.addValue("until", "DATE", CommandText::tr("asked on this day or earlier"));
    parser.addValue("model", "NAME", CommandText::tr("answered by a model with this in its name"));
    parser.addValue("reviewer", "NAME", CommandText::tr("reviewed by the person with this name or code"));
    parser.addValue("verdict", "V", CommandText::tr("correct, \"partly correct\", wrong or \"cannot judge\""));
    parser.addFlag("reviewed", CommandText::tr("with a review"));
    parser.addFlag("unreviewed", CommandText::tr("without a review"));
    parser.addValue("limit", "N", CommandText::tr("print at most N results"), QString::number(kShown));
    parser.addFlag("json", CommandText::tr("print a JSON object"));
}

/// Returns the start of the day of an option, plus `days`; Unix time in ms.
std::optional<qint64> readDay(const CommandParser& parser, const QString& option, int days) {
    const std::string text = parser.optional(option);
    if (text.empty()) return {};
    const QDate day = QDate::fromString(fromUtf8(text), Qt::ISODate);
    if (!day.isValid()) throw WrongArguments("arguments.date", {}, {"--" + option.toStdString(), text});
    return day.addDays(days).startOfDay().toMSecsSinceEpoch();
}

std::optional<Verdict> readVerdict(const CommandParser& parser) {
    const std::string text = parser.optional("verdict");
    if (text.empty()) return {};
    try {
        return verdictFromString(text);
    } catch (const Error&) {
        throw WrongArguments("arguments.verdict", {}, {text});
    }
}

SessionFilter readFilter(const CommandParser& parser) {
    SessionFilter filter;
    for (const std::string& word : parser.positional())
        filter.text += fromUtf8(word) + QLatin1Char(' ');
    filter.fromMs = readDay(parser, "from", 0);
    filter.untilMs = readDay(parser, "until", 1);
    filter.model = fromUtf8(parser.optional("model"));
    filter.reviewer = fromUtf8(parser.optional("reviewer"));
    filter.verdict = readVerdict(parser);
    if (parser.has("reviewed") && parser.has("unreviewed")) throw WrongArguments("arguments.reviewed_and_unreviewed");
    if (parser.has("reviewed")) filter.isReviewed = true;
    if (parser.has("unreviewed")) filter.isReviewed = false;
    return filter;
}

const char* wordFor(FoundIn where) {
    switch (where) {
        case FoundIn::nothing:
            return "";
        case FoundIn::title:
            return "title";
        case FoundIn::question:
            return "question";
        case FoundIn::answer:
            return "answer";
        case FoundIn::reasoning:
            return "reasoning";
        case FoundIn::notes:
            return "notes";
        case FoundIn::tags:
            return "tags";
        case FoundIn::studies:
            return "studies";
        case FoundIn::model:
            return "model";
    }
    return "";
}

QJsonObject toJson(const SessionHit& hit) {
    QJsonObject verdicts;
    for (const Verdict verdict : {Verdict::correct, Verdict::partlyCorrect, Verdict::wrong, Verdict::cannotJudge}) {
        const int count = hit.verdicts[static_cast<std::size_t>(verdict)];
        if (count > 0) verdicts[QLatin1String(toString(verdict))] = count;
    }
    QJsonArray matches;
    for (const TextRange& match : hit.snippet.matches)
        matches.append(hit.snippet.text.mid(match.start, match.length));
    QJsonObject json{{"file", hit.file},
                     {"title", hit.title},
                     {"time", utcTime(hit.timeMs)},
                     {"models", QJsonArray::fromStringList(hit.models)},
                     {"verdicts", verdicts},
                     {"exchanges", hit.exchanges},
                     {"unreviewed", hit.unreviewed}};
    if (hit.exchange != 0) json["exchange"] = hit.exchange;
    if (hit.where != FoundIn::nothing) {
        json["found_in"] = QLatin1String(wordFor(hit.where));
        json["text"] = hit.snippet.text;
        json["matches"] = matches;
    }
    return json;
}

void printJson(const SessionHits& found, const std::vector<Error>& skipped, std::ostream& out) {
    QJsonArray sessions, unread;
    for (const SessionHit& hit : found.hits)
        sessions.append(toJson(hit));
    for (const Error& error : skipped)
        unread.append(QJsonObject{{"file", fromUtf8(error.source())}, {"reason", reasonOf(error)}});
    out << QJsonDocument(QJsonObject{{"sessions", sessions}, {"more", found.isCut}, {"skipped", unread}})
               .toJson(QJsonDocument::Indented)
               .toStdString();
}

void printText(const SessionHits& found, std::ostream& out) {
    for (const SessionHit& hit : found.hits) {
        const QString when = QDateTime::fromMSecsSinceEpoch(hit.timeMs).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        out << when.toStdString() << "  " << hit.title.simplified().toStdString() << "  ("
            << CommandText::tr("%n question(s)", nullptr, hit.exchanges).toStdString() << ", "
            << CommandText::tr("%n without a review", nullptr, hit.unreviewed).toStdString() << ")\n  "
            << hit.file.toStdString() << "\n";
        if (hit.exchange != 0)
            out << "  "
                << CommandText::tr("Question %1: %2").arg(QString::number(hit.exchange), hit.snippet.text).toStdString()
                << "\n";
    }
    if (found.hits.empty()) out << CommandText::tr("No session was found.").toStdString() << "\n";
    if (found.isCut) out << CommandText::tr("There are more results. Print them with --limit.").toStdString() << "\n";
}

void run(const CommandParser& parser, Console& console) {
    const SessionFilter filter = readFilter(parser);
    const int limit = parser.integer("limit", 1, std::numeric_limits<int>::max() - 1).value_or(kShown);
    const IndexDatabase index(libraryFile(), sessionIndexSchema());
    ProgressLine progress(console, CommandText::tr("Reading the sessions"));
    const std::vector<Error> skipped = IndexUpdate(index).run(
        knownSessions(), console.stop, [&](int done, int total) { progress.show(static_cast<double>(done) / total); });
    progress.clear();
    const SessionHits found = searchSessions(index, filter, limit, console.stop);
    if (parser.has("json")) {
        printJson(found, skipped, console.out);
    } else {
        printText(found, console.out);
    }
    flush(console);
    for (const Error& error : skipped)
        say(console, CommandText::tr("A session was left out. %1").arg(messageOf(error)));
}

}  // namespace

const Command sessionsCommand{"sessions", declare, run};

}  // namespace fleming::app::cli
