#pragma once

#include "inference/types.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace fleming::inference {

/// A chosen token.
struct Choice {
    std::int32_t id = 0;
    float logProbability = 0.0F;  ///< natural logarithm of softmax(logits)[id], nothing cut, temperature 1
};

/// Throws the Error of logits that hold a NaN or no finite number at all.
[[noreturn]] void throwBrokenLogits();

/// Chooses tokens by GenerationOptions: greedy (of equal logits the smallest id), or softmax(logits / temperature) cut
/// to the topK likeliest and then to the fewest of those whose share reaches topP. The draws come from the 64-bit
/// Mersenne Twister and arithmetic of our own, so that a seed means the same with every C++ library.
class Sampler {
public:
    /// Throws Error where a number of `options` is outside its range.
    explicit Sampler(const GenerationOptions& options);

    /// Whether it always takes the likeliest.
    bool isGreedy() const { return temperature_ <= 0.0; }

    /// `logits`: one for each token of the vocabulary. Throws Error where they hold a NaN or no finite number at all.
    Choice choose(std::span<const float> logits);

private:
    std::int32_t draw(std::span<const float> logits, float largest);
    double uniform();  // in [0, 1), 53 bits

    double temperature_;
    std::size_t topK_;  // 0: all
    double topP_;
    std::mt19937_64 random_;
};

}  // namespace fleming::inference
