#pragma once

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace fleming::app {

/// Maps between the bytes of a text in UTF-8, in which a Span is stored, and the positions of a QTextDocument that
/// shows the text. A document counts UTF-16 units, and counts a line break as one, also "\r\n".
class TextPositions {
public:
    TextPositions() = default;
    explicit TextPositions(const std::string& utf8);

    /// Returns the text of the document, with "\n" for each line break.
    const QString& text() const { return text_; }

    /// Returns the byte at which the character at `position` begins; positions outside the text are moved to its ends.
    std::size_t byteAt(qsizetype position) const;

    /// Returns the position of the character to which `byte` belongs; bytes behind the text give its end.
    qsizetype positionAt(std::size_t byte) const;

private:
    QString text_;
    std::vector<std::size_t> bytes_{0};  // of each position, and the end
};

}  // namespace fleming::app
