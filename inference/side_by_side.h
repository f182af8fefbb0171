#pragma once

#include "inference/conversation.h"

#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

/// Questions to be asked one after another in a conversation of their own.
struct Inquiry {
    std::string systemText;   ///< see Conversation
    std::vector<Turn> turns;  ///< at least one
    GenerationOptions options;
};

/// Gives the next inquiry; none where there are no more. It is called when there is room for one.
using NextInquiry = std::function<std::optional<Inquiry>()>;

/// What came of an inquiry, `index` in the order in which they were given: the answer to its last turn, or, where
/// `failure` is set, why it could not be answered.
using InquiryDone = std::function<void(std::size_t index, Answer answer, std::exception_ptr failure)>;

/// Answers inquiries by one engine, up to `atOnce` side by side: as soon as one ends the next takes its place, and a
/// step of all of them reads the weights once (unless these are split over several devices). Each gets the answer that
/// it would have got alone. Where memory does not hold another one, it waits until one has ended. Throws Cancelled on a
/// stop request, without those that were under way; and what `next` or `done` throws.
void answerSideBySide(Engine& engine, int atOnce, const NextInquiry& next, const InquiryDone& done,
                      std::stop_token stop = {});

}  // namespace fleming::inference
