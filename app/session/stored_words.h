#pragma once

#include "app/session/session.h"
#include "base/error.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

/// The words by which a session file tells apart what is an enumeration in the program.
namespace fleming::app {

template <typename Value, std::size_t count>
using Words = std::array<std::pair<Value, const char*>, count>;

inline constexpr Words<ExchangeState, 4> kStates{{{ExchangeState::streaming, "streaming"},
                                                  {ExchangeState::done, "done"},
                                                  {ExchangeState::failed, "failed"},
                                                  {ExchangeState::interrupted, "interrupted"}}};

inline constexpr Words<inference::Channel, 4> kChannels{{{inference::Channel::reasoning, "reasoning"},
                                                         {inference::Channel::answer, "answer"},
                                                         {inference::Channel::outside, "outside"},
                                                         {inference::Channel::markup, "markup"}}};

inline constexpr Words<inference::Finish, 3> kFinishes{{{inference::Finish::stop, "stop"},
                                                        {inference::Finish::length, "length"},
                                                        {inference::Finish::cancelled, "cancelled"}}};

inline constexpr Words<Verdict, 4> kVerdicts{{{Verdict::correct, "correct"},
                                              {Verdict::partlyCorrect, "partly correct"},
                                              {Verdict::wrong, "wrong"},
                                              {Verdict::cannotJudge, "cannot judge"}}};

template <typename Value, std::size_t count>
const char* wordOf(const Words<Value, count>& words, Value value) {
    for (const auto& [known, word] : words) {
        if (known == value) return word;
    }
    return "";
}

/// Throws Error on a word that is none of them.
template <typename Value, std::size_t count>
Value valueOf(const Words<Value, count>& words, std::string_view text) {
    for (const auto& [known, word] : words) {
        if (text == word) return known;
    }
    throw Error("\"" + std::string(text) + "\" is not a valid value in a session.");
}

/// The parts of a token as a session stores them: "reasoning:1 markup:2", each with its bytes of the text.
std::string wordsOf(const std::vector<inference::TextPart>& parts);

/// The way back; where nothing was stored, the token's whole text is one part. Throws Error.
std::vector<inference::TextPart> partsOf(const std::string& words, const inference::Token& token);

/// Token ids as a session stores them: 32 bits each, little-endian.
QByteArray bytesOf(const std::vector<std::int32_t>& ids);
std::vector<std::int32_t> idsOf(const QByteArray& bytes);

}  // namespace fleming::app
