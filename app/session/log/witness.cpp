#include "app/session/log/witness.h"

#include "app/utc_time.h"
#include "base/error.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <unistd.h>

namespace fleming::app {

namespace {

/// Reads a line with its end.
WitnessedHead parseLine(const QByteArray& line, const std::filesystem::path& file, int number) {
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z)"
                       " ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
                       " ([1-9][0-9]{0,17}) ([0-9a-f]{64})\\n\\z"));
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(line));
    const QDateTime time = QDateTime::fromString(match.captured(1), Qt::ISODateWithMs);
    if (!match.hasMatch() || !time.isValid()) throw Error("witness.malformed", file, {std::to_string(number)});
    return {{match.captured(2).toStdString(), match.captured(3).toLongLong(), match.captured(4).toStdString()},
            time.toMSecsSinceEpoch()};
}

constexpr qint64 kLongestLine = 256;  // bytes

/// Removes a last line that was cut, by a full disk or the end of a program: it says nothing, and the next one would
/// be glued to it.
void removeCutLine(QFile& file) {
    const qint64 size = file.size();
    if (size == 0 || !file.seek(std::max<qint64>(0, size - kLongestLine))) return;
    const QByteArray end = file.readAll();
    const qsizetype line = end.lastIndexOf('\n') + 1;
    if (line < end.size() && (line > 0 || end.size() == size)) file.resize(size - (end.size() - line));
}

/// Throws Error "witness.malformed" if the file is something else, which must not be written to.
void checkIsWitness(QFile& file, const std::filesystem::path& path) {
    removeCutLine(file);
    if (file.size() > 0 && file.seek(0)) parseLine(file.readLine(kLongestLine), path, 1);
}

}  // namespace

void appendToWitness(const std::filesystem::path& file, const LogHead& head) {
    std::error_code ignored;  // if the folder cannot be created, opening the file fails
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
    if (QFile before(QFile::decodeName(file.c_str())); before.exists() && before.open(QIODevice::ReadWrite))
        checkIsWitness(before, file);
    QFile out(QFile::decodeName(file.c_str()));
    const QString time = utcTime(QDateTime::currentMSecsSinceEpoch());
    const QByteArray line = QStringLiteral("%1 %2 %3 %4\n")
                                .arg(time, QString::fromStdString(head.log), QString::number(head.sequence),
                                     QString::fromStdString(head.hash))
                                .toLatin1();
    // One write of an unbuffered file that is open for appending: lines of several programs do not mix.
    const bool written = out.open(QIODevice::Append | QIODevice::Unbuffered) && out.write(line) == line.size() &&
                         ::fsync(out.handle()) == 0;
    if (!written) throw Error("witness.cannot_be_written", file, {out.errorString().toStdString()});
}

std::vector<WitnessedHead> readWitness(const std::filesystem::path& file) {
    QFile in(QFile::decodeName(file.c_str()));
    if (!in.open(QIODevice::ReadOnly)) throw Error("witness.cannot_be_read", file, {in.errorString().toStdString()});
    std::vector<WitnessedHead> heads;
    for (int number = 1; !in.atEnd(); ++number) {
        QByteArray line = in.readLine(kLongestLine);
        if (!line.endsWith('\n') && in.atEnd()) break;
        heads.push_back(parseLine(line, file, number));
    }
    return heads;
}

}  // namespace fleming::app
