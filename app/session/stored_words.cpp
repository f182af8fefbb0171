#include "app/session/stored_words.h"

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
        if (bytes > token.text.size() - position) throw Error("The parts of a token in the session are longer than its text.");
        parts.push_back({valueOf(kChannels, channel), token.text.substr(position, bytes)});
        position += bytes;
    }
    return parts;
}

}  // namespace fleming::app
