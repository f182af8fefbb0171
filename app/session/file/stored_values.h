#pragma once

#include "app/session/exchange.h"
#include "base/error.h"
#include "inference/types.h"

#include <QByteArray>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How a session file stores values that are no plain numbers or texts.
namespace fleming::app {

/// The words for the values of an enumeration.
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

inline constexpr Words<Passage, 2> kPassages{{{Passage::reasoning, "reasoning"}, {Passage::answer, "answer"}}};

inline constexpr Words<Severity, 3> kSeverities{
    {{Severity::minor, "minor"}, {Severity::moderate, "moderate"}, {Severity::severe, "severe"}}};

inline constexpr Words<MarkShape, 3> kMarkShapes{
    {{MarkShape::box, "box"}, {MarkShape::ellipse, "ellipse"}, {MarkShape::arrow, "arrow"}}};

/// Returns the word for `value`.
template <typename Value, std::size_t count>
const char* toWord(const Words<Value, count>& words, Value value) {
    for (const auto& [known, word] : words) {
        if (known == value) return word;
    }
    return "";
}

/// Returns the value for a word. Throws Error "session.unknown_value" if `text` is not in `words`.
template <typename Value, std::size_t count>
Value fromWord(const Words<Value, count>& words, std::string_view text) {
    for (const auto& [known, word] : words) {
        if (text == word) return known;
    }
    throw Error("session.unknown_value", {}, {std::string(text)});
}

/// Returns the channel and the number of bytes of each part of a token: "reasoning:1 markup:2".
std::string encodeParts(const std::vector<inference::TextPart>& parts);

/// Returns the parts of `token` for a text of encodeParts(). For an empty text, the token's whole text is one part.
/// Throws Error if the text is malformed or names more bytes than the token has.
std::vector<inference::TextPart> decodeParts(const std::string& encoded, const inference::Token& token);

/// Returns token ids as 32-bit little-endian integers.
QByteArray encodeTokenIds(const std::vector<std::int32_t>& ids);
std::vector<std::int32_t> decodeTokenIds(const QByteArray& bytes);

}  // namespace fleming::app
