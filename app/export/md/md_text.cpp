#include "app/export/md/md_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace fleming::app {

namespace {

bool isEntity(const QString& line, qsizetype at) {
    static const QRegularExpression kEntity(QStringLiteral("&#?[0-9A-Za-z]+;"));
    return kEntity.match(line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
        .hasMatch();
}

/// Returns true if the character at `at` would be markup within a line (CommonMark 0.31, 2.4 and 6).
bool isMarkup(const QString& line, qsizetype at) {
    const QChar before = at > 0 ? line[at - 1] : QChar(), after = at + 1 < line.size() ? line[at + 1] : QChar();
    switch (line[at].unicode()) {
        case '*':
        case '`':
        case '[':
        case ']':
            return true;
        case '_':  // not within a word
            return !(before.isLetterOrNumber() && after.isLetterOrNumber());
        case '~':  // the end of a strikethrough
            return !before.isNull() && !before.isSpace();
        case '<':
            return !after.isNull() && !after.isSpace();
        case '&':
            return isEntity(line, at);
        case '\\':
            return after.isNull() || after.isPunct() || after.isSymbol();
        default:
            return false;
    }
}

/// Returns the place of the character that would make a line a heading, an entry of a list, a rule, a quotation, or a
/// row of a table; -1 if there is none.
qsizetype beginOfBlock(const QString& line) {
    static const QRegularExpression kBlock(QStringLiteral(
        "^(?:#{1,6}(?=\\s|$)|>|=+(?=\\s*$)|\\||:(?=-)|[-+](?=$|[-+\\s])|~(?=~~)|[0-9]{1,9}(?=[.)](?:\\s|$)))"));
    const QRegularExpressionMatch found = kBlock.match(line);
    if (!found.hasMatch()) return -1;
    return line[0].isDigit() ? found.capturedEnd() : 0;
}

QString escaped(const QString& line) {
    const qsizetype block = beginOfBlock(line);
    QString result;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i == block || isMarkup(line, i)) result += QLatin1Char('\\');
        result += line[i];
    }
    return result;
}

/// Returns a line whose indentation is of no-break spaces: others make it code, or are dropped.
QString indented(QString line) {
    line.replace(QLatin1Char('\t'), QLatin1String("    "));
    for (qsizetype i = 0; i < line.size() && line[i] == QLatin1Char(' '); ++i)
        line[i] = QChar::Nbsp;
    return line;
}

}  // namespace

QString mdLine(const QString& text) {
    return escaped(text.simplified());
}

QString mdQuotation(const QString& text) {
    const QStringList lines = text.split(QLatin1Char('\n'));
    QString result;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // A backslash breaks the line within a paragraph; at its end it would be shown.
        const bool goesOn = !lines[i].trimmed().isEmpty() && i + 1 < lines.size() && !lines[i + 1].trimmed().isEmpty();
        result += (QLatin1String("> ") + escaped(indented(lines[i]))).trimmed() +
                  (goesOn ? QLatin1String("\\\n") : QLatin1String("\n"));
    }
    return result + QLatin1Char('\n');
}

}  // namespace fleming::app
