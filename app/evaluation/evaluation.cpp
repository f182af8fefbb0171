#include "app/evaluation/evaluation.h"

#include "app/evaluation/judge.h"
#include "app/failure.h"
#include "base/error.h"

#include <chrono>
#include <exception>

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

Response respond(const Item& item, const Ask& ask) {
    const auto begin = std::chrono::steady_clock::now();
    Response response;
    try {
        response = toResponse(ask(item));
    } catch (const Cancelled&) {
        throw;
    } catch (...) {
        response.failure = messageOf(std::current_exception());
    }
    response.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return response;
}

}  // namespace

void answerAll(const std::vector<Item>& items, Journal& journal, const Ask& ask, const Progress& progress,
               std::stop_token stop) {
    Proportion soFar = tally(items, journal.responses()).all;
    if (progress) progress(soFar);
    for (const Item& item : items) {
        if (journal.responses().contains(item.line)) continue;
        if (stop.stop_requested()) throw Cancelled();
        Response response = respond(item, ask);
        soFar.add(isRight(item, response.answer));
        journal.add(item, std::move(response));
        if (progress) progress(soFar);
    }
}

}  // namespace fleming::app::evaluation
