#include "app/session/session_title.h"

#include <QTextBoundaryFinder>

namespace fleming::app {

QString titleFromQuestion(const QString& question, int length) {
    QString line = question.simplified();
    if (line.size() <= length) return line;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, line);
    words.setPosition(length);
    qsizetype end = words.isAtBoundary() ? length : words.toPreviousBoundary();
    if (end <= 0) {  // one long word
        QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, line);
        characters.setPosition(length);
        end = characters.isAtBoundary() ? length : characters.toPreviousBoundary();
    }
    return line.left(end).trimmed() + QStringLiteral("…");
}

}  // namespace fleming::app
