#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fleming::inference {

/// One 8-bit RGB picture, before resizing. Layout: row-major, top row first, three bytes a pixel, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  // height * width * 3 bytes
};

/// How a picture is brought to the square that the vision tower takes.
enum class Fit {
    stretch,  ///< to the square exactly, aspect not kept: InternVL's rule for pictures and video frames
    cover,    ///< shortest edge to the square's side, then the centre: CLIPImageProcessor, Fleming-VL's rule for NPY
              ///< slices
};

/// A picture as evidence of a turn.
struct ImageInput {
    Image image;
    Fit fit = Fit::stretch;
};

/// Where a token stands in the answer.
enum class Channel {
    reasoning,  ///< inside <think> ... </think>
    answer,     ///< inside <answer> ... </answer>
    outside,    ///< in neither; when an answer has no tags at all, its whole text is the final answer
    markup,     ///< the tags themselves
};

/// A part of a token's text that stands in one channel.
struct TextPart {
    Channel channel = Channel::outside;
    std::string text;
};

/// One generated token as it streams. Its text can lie in more than one channel: ".</" ends a sentence of the reasoning
/// and begins a tag. Who sorts text by channel takes `parts`; `channel` alone is good enough for a token's colour.
struct Token {
    std::int32_t id = 0;
    std::string text;  ///< valid UTF-8; empty while a character is still incomplete (its bytes come with a later token)
    float logProbability =
        0.0F;  ///< natural logarithm, under the model's own distribution (temperature 1, nothing cut)
    Channel channel = Channel::outside;  ///< of the first part; of the text before it where `text` is empty
    std::vector<TextPart> parts;         ///< together they are `text`
};

enum class Finish { stop, length, cancelled };

/// "stop", "length" or "cancelled".
const char* toString(Finish finish);

/// How tokens are chosen. The defaults are Fleming-VL's own: greedy, at most 1024 tokens.
struct GenerationOptions {
    int maxNewTokens = 1024;
    double temperature = 0.0;  ///< 0: greedy; above: softmax(logits / temperature) after the two cuts below
    int topK = 0;              ///< keep the k likeliest; 0: all
    double topP = 1.0;         ///< keep the smallest set whose probabilities reach p; 1: all
    std::uint64_t seed = 0;    ///< same seed, options and device: same tokens
};

/// Seconds, each measured once.
struct Timing {
    double visionSeconds = 0.0;    ///< image processing, vision tower and projector
    double prefillSeconds = 0.0;   ///< from the turn's first new token to the first logits
    double decodeSeconds = 0.0;    ///< from the first logits to the end
    double tokensPerSecond = 0.0;  ///< generated tokens / decodeSeconds; 0 where nothing was generated
};

/// What a turn came to. `text` is all that the model wrote; reasoning and finalAnswer are parts of it.
struct Answer {
    std::string text;
    std::string reasoning;
    std::string finalAnswer;
    Finish finish = Finish::stop;
    std::vector<Token> tokens;            ///< the end token is not among them
    std::vector<std::int32_t> promptIds;  ///< token ids of the whole prompt, up to the first generated token
    int promptTokens = 0;                 ///< the whole prompt of this turn, history included, image tokens too
    int prefilledTokens = 0;              ///< how many of them were not in the KV cache yet
    int encodedImages = 0;  ///< pictures that had to go through the vision tower: features of known ones are kept
    int imageTokens = 0;    ///< <IMG_CONTEXT> positions of this turn
    Timing timing;
};

/// Called for each token, on the thread that asked. It must not throw.
using TokenCallback = std::function<void(const Token&)>;

/// How far the pictures of a prompt have come: first all go through the vision tower, then all are read.
struct ReadingProgress {
    int encoded = 0;  ///< features are there
    int read = 0;     ///< keys and values are in the cache
    int total = 0;
};

/// Called before the first token, whenever a picture has come further, on the thread that asked. It must not throw.
using ReadingCallback = std::function<void(const ReadingProgress&)>;

/// Fraction done, 0 to 1, on the thread that does the work. It must not throw.
using ProgressCallback = std::function<void(double)>;

}  // namespace fleming::inference
