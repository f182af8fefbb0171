#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

class RawDatabase;

/// Returns a digest of all that a session file holds: every value of every row with its type, and the schema. Returns
/// nothing if SQLite cannot read the file or finds it damaged.
QByteArray contentOf(const std::filesystem::path& file);

/// Writes `bytes` as an SQLite file, without a journal of the file before.
void putFile(const std::filesystem::path& file, const std::string& bytes);

/// Changes a session file in random ways, as somebody might who wants the record to say something else.
class Attacker {
public:
    /// `other` is another session, to take rows from. `olderCopies` are the bytes of the session at earlier moments.
    Attacker(std::filesystem::path file, std::filesystem::path other, std::vector<std::string> olderCopies,
             std::mt19937& random)
        : file_(std::move(file)), other_(std::move(other)), olderCopies_(std::move(olderCopies)), random_(random) {}

    /// Attacks the file once and returns what was done. The attack may fail and change nothing: see contentOf(). The
    /// triggers that protect the rows are dropped, and mostly created again.
    std::string attack();

private:
    QString changeValue(RawDatabase& raw);
    QString deleteRow(RawDatabase& raw);
    QString insertRow(RawDatabase& raw);
    QString swapValues(RawDatabase& raw);
    QString splice(RawDatabase& raw);
    QString cutTail(RawDatabase& raw);
    QString swapPictures(RawDatabase& raw);
    QString changeCounter(RawDatabase& raw);
    std::string changeSchema();
    std::string changeBytes();
    std::string putOlderCopyBack();
    std::string writeLogAnew();

    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
    QString anyOf(const QStringList& choices) {
        return choices[static_cast<qsizetype>(below(static_cast<std::size_t>(choices.size())))];
    }
    QString anyTable(RawDatabase& raw);
    QString anyRow(RawDatabase& raw, const QString& table);

    std::filesystem::path file_, other_;
    std::vector<std::string> olderCopies_;
    std::mt19937& random_;
};

}  // namespace fleming::app
