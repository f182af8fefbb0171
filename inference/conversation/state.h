#pragma once

#include "base/error.h"
#include "inference/conversation.h"
#include "inference/memory.h"
#include "inference/model/device.h"
#include "inference/model/engine_parts.h"

#include <torch/torch.h>

#include <memory>
#include <new>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {

/// What a conversation is: `sequence` holds every token of it, and `pictures` one entry for each picture in it.
/// `cached` has the keys and values of some sequence's tokens: of this one, or of what was computed before it was
/// changed.
struct Conversation::State {
    struct Picture {
        ImageInput input;  // its pixels go once the features are there
        std::string digest;
        PlacedPicture placed;  // features undefined until they are needed
    };

    explicit State(Engine::Parts& engineParts);
    ~State();

    void appendQuestion(const Turn& turn);

    /// Appends a turn that was answered before, by its token ids where they are given and fit this model and its
    /// pictures.
    void appendPast(const PastTurn& past);

    /// Goes on from the cached sequence that has most in common with this one: its own, a kept one, or a copy of what
    /// one of `running` has. At least the last token is left to compute, for its logits are wanted.
    void reuse(std::span<const CachedSequence* const> running = {});

    /// Writes down what the cache holds now: the beginning of this sequence.
    void noteCached();

    /// The features of all pictures that reach into what is still to be computed; on the CPU one at a time, on CUDA a
    /// few. Returns how many had to go through the vision tower.
    int computePictures(const std::stop_token& stop, const ReadingCallback& onReading);

    /// Returns the logits [1, V] that follow the prompt, where they are wanted.
    torch::Tensor prefillPrompt(LogitsOf wanted, int maxNewTokens, const std::stop_token& stop,
                                const ReadingCallback& onReading);

    /// A function that brings the conversation back to what it says now; what was computed since stays in the cache.
    auto restorePoint() {
        return [this, tokens = sequence.ids.size(), count = pictures.size()] {
            noteCached();
            sequence.ids.resize(tokens);
            sequence.pictureStarts.resize(count);
            pictures.resize(count);
        };
    }
    std::int64_t length() const { return static_cast<std::int64_t>(sequence.ids.size()); }

    Engine::Parts* parts;
    std::weak_ptr<PromptCache> prompts;
    TokenSequence sequence;
    std::vector<Picture> pictures;
    CachedSequence cached;

private:
    std::vector<TokenKey> keys() const;
    bool takePrompt(const std::vector<std::int32_t>& ids);
};

/// Does `work` on a conversation; where it fails, `restore` and one clear Error.
template <typename Work, typename Restore>
auto guarded(const Work& work, const Restore& restore) {
    try {
        return work();
    } catch (const c10::Error& error) {
        restore();
        throwTorchError("The model could not be computed", error);
    } catch (const std::bad_alloc&) {
        restore();
        throw TooLittleMemory("There is not enough memory to answer. Use fewer images or close other programs.");
    } catch (...) {
        restore();
        throw;
    }
}

}  // namespace fleming::inference
