// fleming verify: checks the log of a session file, and compares it with heads that were kept outside the file.
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/shared_options.h"
#include "app/errors/error_text.h"
#include "app/session/file/storage.h"
#include "app/session/session.h"
#include "app/utc_time.h"
#include "base/error.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>
#include <ostream>

namespace fleming::app::cli {

namespace {

void declare(CommandParser& parser) {
    parser.describe(
        CommandText::tr("SESSION [--head HASH] [--witness FILE] [--json]"),
        CommandText::tr("check that nothing in a session was changed"),
        CommandText::tr(
            "Checks the log of a session file and everything that it records: questions, evidence, tokens, "
            "answers, reviews and exports. Exit code 0: the record is complete; 1: it is not, and the "
            "faults are printed. The file alone cannot show that its last events were cut off: for that, "
            "the log is compared with the witness file, to which each export appends the head of the log."));
    parser.addValue("head", "HASH",
                    CommandText::tr("check only up to the event with this SHA-256, as an export has printed it"));
    addWitnessOption(parser);
    parser.addFlag("json", CommandText::tr("print a JSON object"));
}

std::string readHead(const CommandParser& parser) {
    std::string head = QString::fromStdString(parser.optional("head")).toLower().toStdString();
    const bool isHash = head.size() == 64 && head.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (parser.has("head") && !isHash) throw WrongArguments("arguments.head", {}, {parser.optional("head")});
    return head;
}

/// Returns the heads of the witness file. The default file need not exist: no export has written it yet.
std::vector<WitnessedHead> readHeads(const CommandParser& parser) {
    const std::filesystem::path file = readWitnessOption(parser);
    if (!parser.has("witness") && !std::filesystem::exists(file)) return {};
    return readWitness(file);
}

void printJson(const Audit& audit, std::ostream& out) {
    QJsonArray problems;
    for (const Error& fault : audit.faults)
        problems.append(QJsonObject{{"code", QString::fromStdString(fault.code())}, {"text", reasonOf(fault)}});
    const Verification& verification = audit.verification;
    const QJsonObject json{
        {"ok", audit.faults.empty()},
        {"entries", qint64{verification.events}},
        {"complete_to", qint64{verification.completeUpTo.sequence}},
        {"complete_to_time", verification.hashes.empty() ? QJsonValue() : utcTime(verification.completeMs)},
        {"log", QString::fromStdString(verification.completeUpTo.log)},
        {"head", QString::fromStdString(verification.completeUpTo.hash)},
        {"witnessed_to", qint64{audit.witnessedTo}},
        {"problems", problems}};
    out << QJsonDocument(json).toJson(QJsonDocument::Indented).toStdString();
}

void printText(const Audit& audit, std::ostream& out) {
    const Verification& verification = audit.verification;
    for (const Error& fault : audit.faults)
        out << reasonOf(fault).toStdString() << "\n";
    const LogHead& head = verification.completeUpTo;
    out << CommandText::tr("The record is complete up to event %1 of %2, written at %3 (%4).")
               .arg(QString::number(head.sequence), QString::number(verification.events),
                    utcTime(verification.completeMs), QString::fromStdString(head.hash))
               .toStdString()
        << "\n";
    const QString witness =
        audit.witnessedTo == 0
            ? CommandText::tr("No event has a witness: the file alone cannot show whether later events were cut off.")
            : CommandText::tr("A witness saw event %1 at %2. Later events have no witness.")
                  .arg(QString::number(audit.witnessedTo), utcTime(audit.witnessedMs));
    out << witness.toStdString() << "\n";
}

void run(const CommandParser& parser, Console& console) {
    if (parser.positional().size() != 1) throw WrongArguments("arguments.not_one_session");
    const std::string head = readHead(parser);
    const std::filesystem::path file = parser.positional().front();
    if (!std::filesystem::exists(file)) throw Error("session.absent", file);
    const std::vector<WitnessedHead> witnessed = readHeads(parser);
    ProgressLine progress(console, CommandText::tr("Checking the session"));
    Audit audit;
    const auto check = [&] {
        return Session(file, Session::Access::read).audit(witnessed, head, console.stop, [&](double fraction) {
            progress.show(fraction);
        });
    };
    try {
        audit = check();
        // A program that began to write the session while it was read is no fault of the record.
        if (!audit.faults.empty() && !isAtRest(file)) audit = check();
    } catch (const Error& error) {
        // Not even the first event can be read.
        if (parser.has("json") && error.code().starts_with("session.")) {
            audit.faults.push_back(error);
            printJson(audit, console.out);
            flush(console);
        }
        throw;
    }
    progress.clear();
    if (parser.has("json")) {
        printJson(audit, console.out);
    } else {
        printText(audit, console.out);
    }
    flush(console);
    if (!audit.faults.empty()) throw Error("record.incomplete", file);
}

}  // namespace

const Command verifyCommand{"verify", declare, run};

}  // namespace fleming::app::cli
