#include "app/cli/ask_and_wait.h"

#include "app/cli/event_queue.h"

#include <exception>
#include <memory>
#include <semaphore>
#include <utility>
#include <variant>

namespace fleming::app::cli {

inference::Answer askAndWait(ModelChat& chat, RequestId id, Question question, const inference::TokenCallback& onToken,
                             std::stop_token stop) {
    using Event = std::variant<inference::Token, inference::Answer, std::exception_ptr>;
    struct Shared {
        EventQueue<Event> events;
        std::binary_semaphore handled{0};
    };
    const auto shared = std::make_shared<Shared>();
    AnswerCallbacks callbacks;
    callbacks.onToken = [shared](const inference::Token& token) {
        shared->events.push(token);
        shared->handled.acquire();  // so that a request that onToken() cancels generates at most one more token
    };
    callbacks.onDone = [shared](const inference::Answer& answer) { shared->events.push(answer); };
    callbacks.onFailed = [shared](std::exception_ptr failure) { shared->events.push(std::move(failure)); };
    chat.ask(id, std::move(question), std::move(callbacks));
    const std::stop_callback cancel(std::move(stop), [&] { chat.cancel(id); });
    for (;;) {
        Event event = *shared->events.pop();
        if (const auto* token = std::get_if<inference::Token>(&event)) {
            onToken(*token);
            shared->handled.release();
        } else if (auto* answer = std::get_if<inference::Answer>(&event)) {
            return std::move(*answer);
        } else {
            std::rethrow_exception(std::get<std::exception_ptr>(event));
        }
    }
}

}  // namespace fleming::app::cli
