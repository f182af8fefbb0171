#include "tests/app/fake_answerer.h"

#include "inference/reasoning_parser.h"
#include "inference/token_stream.h"

namespace fleming::app {

void FakeAnswerer::load(const std::filesystem::path& folder, const inference::EngineOptions&, LoadCallbacks callbacks) {
    worker_.post([folder, callbacks = std::move(callbacks)](std::stop_token stop) {
        if (stop.stop_requested()) return callbacks.onFailed("Cancelled.");
        if (folder == "/no model") return callbacks.onFailed("/no model is not a model.");
        callbacks.onUnloaded();
        callbacks.onProgress(0.5);
        ModelIdentity model;
        model.info.name = folder.filename().string();
        model.info.path = folder;
        model.sha256 = std::string(64, 'c');
        callbacks.onLoaded(model);
    });
}

void FakeAnswerer::startConversation(std::string systemText, std::vector<inference::PastTurn> history) {
    const std::lock_guard guard(record_->mutex);
    record_->conversations.emplace_back(std::move(systemText), std::move(history));
}

void FakeAnswerer::ask(Question question, AnswerCallbacks callbacks) {
    worker_.post(
        [record = record_, question = std::move(question), callbacks = std::move(callbacks)](std::stop_token stop) {
            const std::stop_callback wake(stop, [&] {
                const std::lock_guard guard(record->mutex);
                record->changed.notify_all();
            });
            std::unique_lock lock(record->mutex);
            record->questions.push_back(question);
            if (!record->failure.empty()) {
                const std::string failure = std::exchange(record->failure, {});
                lock.unlock();
                return callbacks.onFailed(failure);
            }
            inference::Answer answer;
            answer.promptIds = {100, static_cast<std::int32_t>(record->questions.size())};
            inference::TokenStream stream;  // the engine's own way from ids to tokens with parts
            const auto emit = [&](const std::vector<inference::Token>& tokens) {
                for (const inference::Token& token : tokens) {
                    answer.tokens.push_back(token);
                    answer.text += token.text;
                    callbacks.onToken(token);
                }
            };
            std::int32_t id = 0;
            for (const std::string& text : record->script) {
                record->changed.wait_for(lock, std::chrono::seconds(answer.tokens.empty() ? 0 : 60),
                                         [&] { return record->mayGoOn || stop.stop_requested(); });
                if (stop.stop_requested()) break;
                emit(stream.add(id++, text, -0.5F));
            }
            emit(stream.finish());
            lock.unlock();
            answer.finish = stop.stop_requested() ? inference::Finish::cancelled : inference::Finish::stop;
            const inference::ParsedAnswer parsed = inference::parseAnswer(answer.text);
            answer.reasoning = parsed.reasoning;
            answer.finalAnswer = parsed.finalAnswer;
            callbacks.onDone(answer);
        });
}

void FakeAnswerer::prepare(Question question, bool newConversation) {
    const std::lock_guard guard(record_->mutex);
    record_->prepared.emplace_back(std::move(question), newConversation);
}

void FakeAnswerer::stop() {
    worker_.cancelAll();
}

}  // namespace fleming::app
