#pragma once

#include "inference/types.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace fleming::inference {

/// A sampled token.
struct Choice {
    std::int32_t id = 0;
    float logProbability = 0.0F;  ///< natural logarithm of softmax(logits)[id]; temperature 1, before top-k and top-p
};

/// Throws Error("sampling.invalid_logits"): the logits contain a NaN, or their maximum is not finite.
[[noreturn]] void throwInvalidLogits();

/// Samples tokens by GenerationOptions. At temperature 0 it takes the argmax token (of equal logits the smallest id);
/// else it draws from softmax(logits / temperature), restricted by top-k and then by top-p. The random numbers are the
/// 64-bit Mersenne Twister's and the arithmetic is our own, so that a seed gives the same tokens with every C++
/// library.
class Sampler {
public:
    /// Throws Error with a "sampling." code if one of the options is out of range.
    explicit Sampler(const GenerationOptions& options);

    /// Returns true if the sampler always takes the argmax token.
    bool isGreedy() const { return temperature_ <= 0.0; }

    /// Samples one token. `logits` has one element per token of the vocabulary. Throws
    /// Error("sampling.invalid_logits").
    Choice choose(std::span<const float> logits);

private:
    std::int32_t draw(std::span<const float> logits, float maxLogit);
    double uniform();  // in [0, 1), 53 bits

    double temperature_;
    std::size_t topK_;  // 0: all
    double topP_;
    std::mt19937_64 random_;
};

}  // namespace fleming::inference
