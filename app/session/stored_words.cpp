#include "app/session/stored_words.h"

#include <QtEndian>

#include <sstream>

namespace fleming::app {

std::string wordsOf(const std::vector<inference::TextPart>& parts) {
    std::string words;
    for (const inference::TextPart& part : parts) {
        if (!words.empty()) words += ' ';
        words += wordOf(kChannels, part.channel) + (":" + std::to_string(part.text.size()));
    }
    return words;
}

std::vector<inference::TextPart> partsOf(const std::string& words, const inference::Token& token) {
    if (words.empty()) {
        return token.text.empty() ? std::vector<inference::TextPart>{}
                                  : std::vector<inference::TextPart>{{token.channel, token.text}};
    }
    std::vector<inference::TextPart> parts;
    std::size_t position = 0;
    std::istringstream stream(words);
    for (std::string channel; std::getline(stream, channel, ':');) {
        std::size_t bytes = 0;
        stream >> bytes >> std::ws;
        if (bytes > token.text.size() - position)
            throw Error("The parts of a token in the session are longer than its text.");
        parts.push_back({valueOf(kChannels, channel), token.text.substr(position, bytes)});
        position += bytes;
    }
    return parts;
}

QByteArray bytesOf(const std::vector<std::int32_t>& ids) {
    QByteArray bytes(static_cast<qsizetype>(ids.size() * sizeof(std::int32_t)), Qt::Uninitialized);
    qToLittleEndian<std::int32_t>(ids.data(), static_cast<qsizetype>(ids.size()), bytes.data());
    return bytes;
}

std::vector<std::int32_t> idsOf(const QByteArray& bytes) {
    std::vector<std::int32_t> ids(static_cast<std::size_t>(bytes.size()) / sizeof(std::int32_t));
    qFromLittleEndian<std::int32_t>(bytes.constData(), static_cast<qsizetype>(ids.size()), ids.data());
    return ids;
}

}  // namespace fleming::app
