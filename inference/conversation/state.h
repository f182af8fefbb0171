#pragma once

#include "base/error.h"
#include "inference/conversation.h"
#include "inference/model/device/device.h"
#include "inference/model/device/memory.h"
#include "inference/model/engine_parts.h"

#include <torch/torch.h>

#include <memory>
#include <new>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

/// The state of a conversation. `sequence` has all of its tokens, and `images` one entry per image. `cached` has the
/// keys and values of this sequence, or of an earlier version of it.
struct Conversation::State {
    struct PromptImage {
        ImageInput input;  // its pixels are released once the features exist
        std::string digest;
        PlacedImage placed;  // features undefined until they are needed
    };

    explicit State(Engine::Parts& engineParts);

    /// Gives the cached sequence to the engine, for later conversations with the same prefix.
    ~State();

    /// Appends the user turn.
    void appendQuestion(const Turn& turn);

    /// Appends a turn that has been answered: its token ids if they are given and fit the model and the images, else
    /// its texts.
    void appendPast(const PastTurn& past);

    /// Replaces the prompt by that of a run, if it is given, and isolates the conversation. Returns the first token of
    /// the run's prompt that differs in the system text or in the last turn, which begins at `turnStart`. Throws
    /// Error("run.other_prompt") if the run does not fit the model and the turns.
    std::optional<std::int64_t> repeatPrompt(const RunToRepeat& run, std::int64_t turnStart);

    /// Replaces `cached` by the cached sequence with the longest common prefix: its own or, unless the conversation is
    /// isolated, one that the engine keeps or a copy of one of `running`. Leaves at least the last token to compute,
    /// for its logits. If there are `passes`, keeps only what was computed by these passes.
    void reuse(std::span<const CachedSequence* const> running = {}, std::span<const CachePass> passes = {});

    /// Records in `cached` that the cache holds the beginning of this sequence.
    void noteCached();

    /// Computes the features of every image that is not in the cache completely: one image at a time on the CPU, a few
    /// on CUDA, or in the batches that `passes` name. Returns the number of images that went through the vision tower.
    /// Throws Cancelled.
    int encodeImages(const std::stop_token& stop, const ReadingCallback& onReading,
                     std::span<const CachePass> passes = {});

    /// Prefills the tokens that are not in the cache, by `passes` if there are any. Returns the logits at the positions
    /// that are wanted; [1, V] for the last one. Reserves cache memory for an answer of `maxNewTokens`. Throws
    /// TooLittleMemory, Cancelled.
    torch::Tensor prefillPrompt(LogitPositions wanted, int maxNewTokens, const std::stop_token& stop,
                                const ReadingCallback& onReading, std::span<const CachePass> passes = {});

    /// Returns a function that resets the conversation to its present turns. Tokens computed since then stay in the
    /// cache.
    auto restorePoint() {
        return [this, tokens = sequence.ids.size(), count = images.size()] {
            noteCached();
            sequence.ids.resize(tokens);
            sequence.imageStarts.resize(count);
            images.resize(count);
        };
    }

    /// Returns the number of tokens of the sequence.
    std::int64_t length() const { return static_cast<std::int64_t>(sequence.ids.size()); }

    Engine::Parts* parts;
    std::weak_ptr<PromptCache> prompts;
    TokenSequence sequence;
    std::int64_t systemTokens = 0;  // of the system text, at the beginning of the sequence
    std::vector<PromptImage> images;
    CachedSequence cached;
    bool isolated = false;  // shares nothing with other conversations

private:
    /// An image to encode: equal pixels at one place of a batch, which can be several images of the prompt.
    struct MissingImage {
        std::vector<PromptImage*> images;
        BatchPlace place;
    };
    using ImageBatch = std::vector<MissingImage>;

    std::vector<TokenKey> keys() const;
    void reuseOwn(std::span<const CachePass> passes);
    std::vector<ImageBatch> missingImages(std::span<const CachePass> passes);
    void encode(const ImageBatch& batch, const std::stop_token& stop);
    bool takePrompt(const std::vector<std::int32_t>& ids);
};

/// Calls work(). If it throws, calls restore() and rethrows; exceptions of libtorch and std::bad_alloc become an Error.
template <typename Work, typename Restore>
auto guarded(const Work& work, const Restore& restore) {
    try {
        return work();
    } catch (const c10::Error& error) {
        restore();
        throwTorchError("model.compute_failed", "conversation.out_of_memory", error);
    } catch (const std::bad_alloc&) {
        restore();
        throw TooLittleMemory("conversation.out_of_memory");
    } catch (...) {
        restore();
        throw;
    }
}

}  // namespace fleming::inference
