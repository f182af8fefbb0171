#include "app/cli/help_layout.h"

#include <QStringList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace fleming::app::cli {

namespace {

constexpr int kWidth = 100;       // columns of a page
constexpr int kDescription = 24;  // column at which descriptions begin

/// Returns the columns of a terminal that `text` takes: two for each Chinese, Japanese or Korean character.
qsizetype columns(const QString& text) {
    const auto isWide = [](QChar c) { return c.unicode() >= 0x2E80 && c.unicode() <= 0xFF60; };
    return text.size() + std::count_if(text.begin(), text.end(), isWide);
}

/// Breaks `line` into lines of at most `width` columns, where the rules of Unicode allow a break.
QStringList broken(const QString& line, qsizetype width) {
    QStringList lines{QString()};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, line);
    for (qsizetype begin = 0, end = finder.toNextBoundary(); end >= 0; begin = end, end = finder.toNextBoundary()) {
        const QString part = line.mid(begin, end - begin);
        if (columns(lines.back() + part.trimmed()) > width && !lines.back().isEmpty()) lines << QString();
        lines.back() += part;
    }
    for (QString& one : lines) {
        while (one.endsWith(QLatin1Char(' ')))
            one.chop(1);
    }
    return lines;
}

}  // namespace

QString wrapped(const QString& text) {
    QString page;
    for (const QString& line : text.split(QLatin1Char('\n')))
        page += broken(line, kWidth).join(QLatin1Char('\n')) + QLatin1Char('\n');
    return page;
}

QString twoColumns(const QString& name, const QString& description) {
    QString left = QStringLiteral("  ") + name;
    const qsizetype gap = kDescription - columns(left);
    left += gap > 0 ? QString(gap, QLatin1Char(' ')) : QStringLiteral("\n") + QString(kDescription, QLatin1Char(' '));
    const QString separator = QLatin1Char('\n') + QString(kDescription, QLatin1Char(' '));
    return left + broken(description, kWidth - kDescription).join(separator) + QLatin1Char('\n');
}

}  // namespace fleming::app::cli
