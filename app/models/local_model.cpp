#include "app/models/local_model.h"

#include "app/models/engine_thread.h"
#include "app/models/model_checksum.h"

#include <utility>

namespace fleming::app {

namespace {

constexpr Capabilities kCapabilities{
    .logProbabilities = true, .prepare = true, .parallel = true, .pixelsLeaveThisMachine = false};

class LocalChat : public ModelChat {
public:
    LocalChat(std::shared_ptr<EngineThread> engine, std::string systemText, std::vector<inference::PastTurn> history)
        : engine_(std::move(engine)),
          state_(std::make_shared<EngineChat>(EngineChat{std::move(systemText), std::move(history), {}, false})) {}
    ~LocalChat() override { engine_->close(std::move(state_)); }

    void ask(RequestId id, Question question, AnswerCallbacks callbacks) override {
        engine_->ask(state_, id, std::move(question), std::move(callbacks));
    }
    void cancel(RequestId id) override { engine_->cancel(*state_, id); }
    void prepare(Question question) override { engine_->prepare(state_, std::move(question)); }

private:
    std::shared_ptr<EngineThread> engine_;
    std::shared_ptr<EngineChat> state_;
};

class LocalModel : public Model {
public:
    LocalModel(const LocalCheckpoint& checkpoint, const std::stop_token& stop,
               const inference::ProgressCallback& progress)
        : engine_(std::make_shared<EngineThread>(checkpoint, kCapabilities, stop, progress)) {}
    ~LocalModel() override { engine_->end(); }

    const ModelIdentity& identity() const override { return engine_->identity(); }
    std::unique_ptr<ModelChat> openChat(std::string systemText, std::vector<inference::PastTurn> history) override {
        return std::make_unique<LocalChat>(engine_, std::move(systemText), std::move(history));
    }
    std::optional<int> countTokens(std::string_view text) const override { return engine_->countTokens(text); }
    void unload() override { engine_->end(); }

private:
    std::shared_ptr<EngineThread> engine_;
};

}  // namespace

ModelBackend<LocalCheckpoint> localBackend() {
    return {
        [](const LocalCheckpoint& checkpoint) {
            return ModelSummary{inference::inspectCheckpoint(checkpoint.folder, checkpoint.options), kCapabilities};
        },
        [](const LocalCheckpoint& checkpoint, std::stop_token stop, const inference::ProgressCallback& progress) {
            return checkpointChecksum(checkpoint.folder, std::move(stop), progress);
        },
        [](const LocalCheckpoint& checkpoint, std::stop_token stop, const inference::ProgressCallback& progress) {
            return std::make_shared<LocalModel>(checkpoint, stop, progress);
        },
    };
}

}  // namespace fleming::app
