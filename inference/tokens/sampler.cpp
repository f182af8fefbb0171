#include "inference/tokens/sampler.h"

#include "base/error.h"
#include "base/target_clones.h"
#include "inference/kernels/cpu/exponential.h"
#include "inference/kernels/cpu/maximum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fleming::inference {

namespace {

// Sixteen independent sums, so that the compiler can vectorize: a vocabulary has 150,000 tokens.
constexpr std::size_t kLanes = 16, kPiece = 64 * kLanes;

FLEMING_TARGET_CLONES
float maximumLogit(const float* logits, std::size_t count) {
    return maximum(logits, static_cast<std::int64_t>(count));
}

/// Returns sum(exp(logits - maxLogit)), accumulated in float within a block and in double over blocks. NaN if a logit
/// is NaN.
FLEMING_TARGET_CLONES
double softmaxSum(const float* logits, std::size_t count, float maxLogit) {
    double sum = 0.0;
    for (std::size_t first = 0; first < count; first += kPiece) {
        const std::size_t last = first + kPiece < count ? first + kPiece : count,
                          whole = first + (last - first) / kLanes * kLanes;
        float sums[kLanes] = {};
        for (std::size_t i = first; i < whole; i += kLanes) {
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                sums[lane] += exponential(logits[i + lane] - maxLogit);
        }
        for (std::size_t i = whole; i < last; ++i)
            sums[0] += exponential(logits[i] - maxLogit);
        for (const float lane : sums)
            sum += static_cast<double>(lane);
    }
    return sum;
}

/// Returns the index of the first logit equal to `maxLogit`.
FLEMING_TARGET_CLONES
std::size_t findMaximum(const float* logits, std::size_t count, float maxLogit) {
    std::size_t index = 0;
    while (index + kPiece < count && maximum(logits + index, kPiece) != maxLogit)
        index += kPiece;
    while (logits[index] != maxLogit)
        ++index;
    return index;
}

}  // namespace

void throwInvalidLogits() {
    throw Error("sampling.invalid_logits");
}

Sampler::Sampler(const GenerationOptions& options)
    : temperature_(options.temperature),
      topK_(static_cast<std::size_t>(std::max(0, options.topK))),
      topP_(options.topP),
      random_(options.seed) {
    if (!std::isfinite(options.temperature) || options.temperature < 0.0) {
        throw Error("sampling.bad_temperature");
    }
    if (options.topK < 0) throw Error("sampling.bad_top_k");
    if (!(options.topP > 0.0 && options.topP <= 1.0)) throw Error("sampling.bad_top_p");
    if (options.maxNewTokens < 0) throw Error("sampling.bad_token_limit");
}

Choice Sampler::choose(std::span<const float> logits) {
    const float maxLogit = maximumLogit(logits.data(), logits.size());
    const double sum = softmaxSum(logits.data(), logits.size(), maxLogit);
    if (!std::isfinite(maxLogit) || std::isnan(sum)) throwInvalidLogits();
    const std::int32_t id = temperature_ > 0.0
                                ? draw(logits, maxLogit)
                                : static_cast<std::int32_t>(findMaximum(logits.data(), logits.size(), maxLogit));
    const double distance = static_cast<double>(logits[static_cast<std::size_t>(id)]) - static_cast<double>(maxLogit);
    return {id, static_cast<float>(distance - std::log(sum))};
}

std::int32_t Sampler::draw(std::span<const float> logits, float maxLogit) {
    const auto weight = [&](std::int32_t id) {
        const double logit = static_cast<double>(logits[static_cast<std::size_t>(id)]);
        return std::exp((logit - static_cast<double>(maxLogit)) / temperature_);
    };
    std::vector<std::int32_t> ids(logits.size());
    std::iota(ids.begin(), ids.end(), 0);
    const std::size_t kept = topK_ == 0 ? ids.size() : std::min(topK_, ids.size());

    if (kept < ids.size() || topP_ < 1.0) {
        const auto moreProbable = [&](std::int32_t a, std::int32_t b) {
            const float left = logits[static_cast<std::size_t>(a)], right = logits[static_cast<std::size_t>(b)];
            return left != right ? left > right : a < b;
        };
        if (kept < ids.size()) {
            std::nth_element(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(kept), ids.end(), moreProbable);
            ids.resize(kept);
        }
        std::sort(ids.begin(), ids.end(), moreProbable);
    }

    double total = 0.0;
    for (const std::int32_t id : ids)
        total += weight(id);
    if (topP_ < 1.0) {
        const double enough = topP_ * total;
        total = 0.0;
        std::size_t count = 0;
        while (count < ids.size() && total < enough)
            total += weight(ids[count++]);
        ids.resize(std::max<std::size_t>(1, count));
        if (count == 0) total = weight(ids[0]);
    }

    double rest = uniform() * total;
    for (const std::int32_t id : ids) {
        rest -= weight(id);
        if (rest < 0.0) return id;
    }
    // Rounding errors exhausted the list: take the last token of positive probability.
    return *std::find_if(ids.rbegin(), ids.rend(), [&](std::int32_t id) { return weight(id) > 0.0; });
}

double Sampler::uniform() {
    return static_cast<double>(random_() >> 11U) * 0x1.0p-53;
}

}  // namespace fleming::inference
