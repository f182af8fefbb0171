#include "app/evidence/references.h"

#include <QRegularExpression>

namespace fleming::app {

namespace {

// Rejects a number that is a measurement: "slices 3 and 5 mm", "2.5".
#define FLEMING_NOT_A_MEASURE R"((?!\d|[.,]\d|\s*(?:mm|cm|%|HU|°|ml|years?|seconds?)(?![A-Za-z])))"

/// Matches the first number: "Image-3", "slice no. 3", "the images 3", "图像3", "第3张".
const QRegularExpression& head() {
    static const QRegularExpression pattern(
        QStringLiteral(
            R"(\b(image|slice|frame|picture|figure)(s?)\s*(?:no\.?\s*|number\s+|#\s*)?[-‐‑–_]?\s*(\d{1,5}))" FLEMING_NOT_A_MEASURE
            R"(|(?:图像?|图片|切片)\s*[-‐‑–]?\s*(\d{1,5})(?!\d)|第\s*(\d{1,5})\s*[张幅层帧])"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// Matches a further number after a plural: "-5", " to 5", ", 7", " and 9".
const QRegularExpression& further() {
    static const QRegularExpression pattern(
        QStringLiteral(
            R"((?:\s*(?:[-‐‑–—,;/&]|to|through|and|or)\s*)+(?:image[-‐‑–\s]?|slice[-‐‑–\s]?)?(\d{1,5}))" FLEMING_NOT_A_MEASURE),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

void add(std::vector<Reference>& found, qsizetype start, qsizetype end, QStringView digits, int imageCount) {
    const int number = digits.toInt();
    if (number >= 1 && number <= imageCount) found.push_back({start, end - start, number});
}

}  // namespace

std::vector<Reference> findReferences(const QString& text, int imageCount) {
    std::vector<Reference> found;
    for (qsizetype from = 0;;) {
        const QRegularExpressionMatch match = head().match(text, from);
        if (!match.hasMatch()) return found;
        from = match.capturedEnd();
        const int digits = !match.capturedView(3).isEmpty() ? 3 : !match.capturedView(4).isEmpty() ? 4 : 5;
        add(found, match.capturedStart(), match.capturedEnd(), match.capturedView(digits), imageCount);
        if (match.capturedView(2).isEmpty()) continue;
        while (true) {
            const QRegularExpressionMatch next = further().match(text, from, QRegularExpression::NormalMatch,
                                                                 QRegularExpression::AnchorAtOffsetMatchOption);
            if (!next.hasMatch()) break;
            add(found, next.capturedStart(1), next.capturedEnd(1), next.capturedView(1), imageCount);
            from = next.capturedEnd();
        }
    }
}

}  // namespace fleming::app
