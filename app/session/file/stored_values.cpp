#include "app/session/file/stored_values.h"

#include <QtEndian>

#include <sstream>

namespace fleming::app {

std::string encodeParts(const std::vector<inference::TextPart>& parts) {
    std::string encoded;
    for (const inference::TextPart& part : parts) {
        if (!encoded.empty()) encoded += ' ';
        encoded += toWord(kChannels, part.channel);
        encoded += ':';
        encoded += std::to_string(part.text.size());
    }
    return encoded;
}

std::vector<inference::TextPart> decodeParts(const std::string& encoded, const inference::Token& token) {
    if (encoded.empty()) {
        return token.text.empty() ? std::vector<inference::TextPart>{}
                                  : std::vector<inference::TextPart>{{token.channel, token.text}};
    }
    std::vector<inference::TextPart> parts;
    std::size_t position = 0;
    std::istringstream stream(encoded);
    for (std::string channel; std::getline(stream, channel, ':');) {
        std::size_t bytes = 0;
        stream >> bytes >> std::ws;
        if (bytes > token.text.size() - position) throw Error("session.bad_token_parts");
        parts.push_back({fromWord(kChannels, channel), token.text.substr(position, bytes)});
        position += bytes;
    }
    return parts;
}

QByteArray encodeTokenIds(const std::vector<std::int32_t>& ids) {
    QByteArray bytes(static_cast<qsizetype>(ids.size() * sizeof(std::int32_t)), Qt::Uninitialized);
    // An empty vector may have no data, which memcpy must not get.
    if (!ids.empty()) qToLittleEndian<std::int32_t>(ids.data(), static_cast<qsizetype>(ids.size()), bytes.data());
    return bytes;
}

std::vector<std::int32_t> decodeTokenIds(const QByteArray& bytes) {
    std::vector<std::int32_t> ids(static_cast<std::size_t>(bytes.size()) / sizeof(std::int32_t));
    if (!ids.empty())
        qFromLittleEndian<std::int32_t>(bytes.constData(), static_cast<qsizetype>(ids.size()), ids.data());
    return ids;
}

}  // namespace fleming::app
