#include "app/evaluation/evaluation.h"

#include "app/errors/error_text.h"
#include "app/evaluation/judge.h"
#include "base/error.h"

#include <utility>

namespace fleming::app::evaluation {

namespace {

Response toResponse(inference::Answer answer) {
    if (answer.finish == inference::Finish::cancelled) throw Cancelled();
    Response response;
    response.answer = std::move(answer.finalAnswer);
    response.reasoning = std::move(answer.reasoning);
    response.text = std::move(answer.text);
    response.finish = inference::toString(answer.finish);
    for (const inference::Token& token : answer.tokens)
        response.tokens.push_back(token.id);
    return response;
}

}  // namespace

Round::Round(const std::vector<Item>& items, Journal& journal, Progress progress)
    : items_(items),
      journal_(journal),
      progress_(std::move(progress)),
      soFar_(tally(items, journal.responses()).all),
      next_(items.begin()) {
    if (progress_) progress_(soFar_);
}

const Item* Round::next() {
    while (next_ != items_.end() && journal_.responses().contains(next_->line))
        ++next_;
    if (next_ == items_.end()) return nullptr;
    begun_[next_->line] = Clock::now();
    return &*next_++;
}

void Round::answered(const Item& item, inference::Answer answer) {
    add(item, toResponse(std::move(answer)));
}

void Round::failed(const Item& item, std::exception_ptr failure) {
    Response response;
    response.failure = messageOf(std::move(failure));
    add(item, std::move(response));
}

void Round::add(const Item& item, Response response) {
    response.seconds = std::chrono::duration<double>(Clock::now() - begun_.at(item.line)).count();
    begun_.erase(item.line);
    soFar_.add(isRight(item, response.answer));
    journal_.add(item, std::move(response));
    if (progress_) progress_(soFar_);
}

}  // namespace fleming::app::evaluation
