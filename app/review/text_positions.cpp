#include "app/review/text_positions.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace fleming::app {

namespace {

/// Returns true if QTextCursor::insertText() begins a new line at this character.
bool isLineBreak(QChar c) {
    constexpr char16_t kBreaks[] = {u'\n', u'\r', u'\u2029', u'\ufdd0', u'\ufdd1'};
    return std::ranges::find(kBreaks, c.unicode()) != std::end(kBreaks);
}

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

/// Returns the bytes of the character that begins at `at`: one byte if it is malformed, as in QString::fromUtf8().
std::string_view characterAt(std::string_view utf8, std::size_t at) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const std::string_view bytes = utf8.substr(at, length);
    if (length == 1 || bytes == kByteOrderMark || bytes == kReplacement) return bytes.substr(0, length);
    const QString decoded = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const bool isWhole = length == 4 ? decoded.size() == 2 && decoded[0].isHighSurrogate()
                                     : decoded.size() == 1 && decoded[0] != QChar::ReplacementCharacter;
    return bytes.size() == length && isWhole ? bytes : bytes.substr(0, 1);
}

}  // namespace

TextPositions::TextPositions(const std::string& utf8) {
    bytes_.clear();
    bool afterReturn = false;
    const auto append = [&](QChar c, std::size_t byte) {
        const bool endsBreak = afterReturn && c == u'\n';
        afterReturn = c == u'\r';
        if (endsBreak) return;
        text_ += isLineBreak(c) ? QChar(u'\n') : c;
        bytes_.push_back(byte);
    };
    for (std::size_t i = 0; i < utf8.size();) {
        const std::string_view bytes = characterAt(utf8, i);
        if (bytes != kByteOrderMark) {
            const QString decoded = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
            for (const QChar c : decoded)
                append(c, i);
        } else if (i > 0) {
            append(QChar::ByteOrderMark, i);  // QString::fromUtf8() drops it at the beginning only
        }
        i += bytes.size();
    }
    bytes_.push_back(utf8.size());
}

std::size_t TextPositions::byteAt(qsizetype position) const {
    return bytes_[static_cast<std::size_t>(std::clamp<qsizetype>(position, 0, text_.size()))];
}

qsizetype TextPositions::positionAt(std::size_t byte) const {
    // The last position whose byte is not behind `byte`; both halves of a surrogate pair have one byte.
    const auto behind = std::ranges::upper_bound(bytes_, byte);
    if (behind == bytes_.begin()) return 0;
    return std::ranges::lower_bound(bytes_, *std::prev(behind)) - bytes_.begin();
}

}  // namespace fleming::app
