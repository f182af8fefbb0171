#pragma once

#include "inference/run_facts.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace fleming::inference {

/// An 8-bit RGB image before it is resized. Layout: row-major, top row first, 3 bytes per pixel, no padding.
struct Image {
    int width = 0;                  ///< pixels
    int height = 0;                 ///< pixels
    std::vector<std::uint8_t> rgb;  // height * width * 3 bytes
};

/// How an image becomes the square that the vision tower takes.
enum class Fit {
    stretch,  ///< Resizes to the square; the aspect ratio changes. InternVL's rule for pictures and video frames.
    cover,  ///< Resizes the shortest edge to the square's side and crops the centre (CLIPImageProcessor). Fleming-VL's
            ///< rule for slices of NPY volumes.
};

/// One image of a turn.
struct ImageInput {
    Image image;
    Fit fit = Fit::stretch;
};

/// The part of an answer that a text belongs to.
enum class Channel {
    reasoning,  ///< inside <think> ... </think>
    answer,     ///< inside <answer> ... </answer>
    outside,    ///< in neither; if an answer has no tags at all, its whole text is the final answer
    markup,     ///< the tags themselves
};

/// A text that belongs to one channel.
struct TextPart {
    Channel channel = Channel::outside;
    std::string text;
};

/// One generated token as it streams. Its text can belong to more than one channel: ".</" ends a sentence of the
/// reasoning and begins a tag. Use `parts` to sort text by channel; `channel` alone is enough to colour a token.
struct Token {
    std::int32_t id = 0;
    std::string text;  ///< valid UTF-8; empty if the token ends inside a character, whose bytes a later token completes
    float logProbability = 0.0F;         ///< natural logarithm; temperature 1, before top-k and top-p
    Channel channel = Channel::outside;  ///< of the first part; if `text` is empty, of the text before it
    std::vector<TextPart> parts;         ///< their texts joined are `text`
};

/// Why an answer ended: the end token, the limit of new tokens, or a stop request.
enum class Finish { stop, length, cancelled };

/// Returns "stop", "length" or "cancelled".
const char* toString(Finish finish);

/// How tokens are chosen. The defaults are those of Fleming-VL: greedy, at most 1024 tokens.
struct GenerationOptions {
    int maxNewTokens = 1024;
    double temperature = 0.0;  ///< 0: greedy; else softmax(logits / temperature) after top-k and top-p
    int topK = 0;              ///< keeps the k most probable tokens; 0: all
    double topP = 1.0;         ///< keeps the smallest set of tokens whose probabilities add up to at least p; 1: all
    std::uint64_t seed = 0;    ///< the same seed, options and device give the same tokens
};

/// How long the phases of an answer took, in seconds.
struct Timing {
    double visionSeconds = 0.0;    ///< image processor, vision tower and projector
    double prefillSeconds = 0.0;   ///< from the first new token of the prompt to the first logits
    double decodeSeconds = 0.0;    ///< from the first logits to the end
    double tokensPerSecond = 0.0;  ///< generated tokens / decodeSeconds; 0 if nothing was generated
};

/// The result of one turn. `text` is everything that the model wrote; `reasoning` and `finalAnswer` are parts of it.
struct Answer {
    std::string text;
    std::string reasoning;
    std::string finalAnswer;
    Finish finish = Finish::stop;
    std::vector<Token> tokens;            ///< without the end token
    std::vector<std::int32_t> promptIds;  ///< token ids of the whole prompt, up to the first generated token
    int promptTokens = 0;                 ///< length of the whole prompt: history and image tokens included
    int prefilledTokens = 0;              ///< those of them that were not in the KV cache yet
    int encodedImages = 0;                ///< images that went through the vision tower; cached features are reused
    int imageTokens = 0;                  ///< <IMG_CONTEXT> tokens of this turn
    Timing timing;
    RunFacts run;
    /// If a RunToRepeat gave the prompt: its first token that the system text or the text of this turn does not make.
    std::optional<std::int64_t> promptDiffersAt;
};

/// Receives each token, on the thread that asked. It must not throw.
using TokenCallback = std::function<void(const Token&)>;

/// How many images of a prompt have been processed: first all are encoded, then all are prefilled.
struct ReadingProgress {
    int encoded = 0;  ///< images whose features are available
    int read = 0;     ///< images whose keys and values are in the KV cache
    int total = 0;
};

/// Receives the progress before the first token, on the thread that asked. It must not throw.
using ReadingCallback = std::function<void(const ReadingProgress&)>;

/// Receives the fraction done, 0 to 1, on the thread that does the work. It must not throw.
using ProgressCallback = std::function<void(double)>;

}  // namespace fleming::inference
