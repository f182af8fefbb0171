#include "inference/sampling.h"

#include "base/error.h"
#include "inference/kernels/cpu/clones.h"
#include "inference/kernels/cpu/exponential.h"
#include "inference/kernels/cpu/largest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fleming::inference {

namespace {

// Sums of sixteen lanes side by side, so that the compiler may use vectors: a vocabulary has 150,000 tokens.
constexpr std::size_t kLanes = 16, kPiece = 64 * kLanes;

FLEMING_FOR_EACH_CPU
float largestLogit(const float* logits, std::size_t count) {
    return largestOf(logits, static_cast<std::int64_t>(count));
}

/// sum(exp(logits - largest)), in float for a few, then in double; NaN where one is among them.
FLEMING_FOR_EACH_CPU
double sumOfShares(const float* logits, std::size_t count, float largest) {
    double sum = 0.0;
    for (std::size_t first = 0; first < count; first += kPiece) {
        const std::size_t last = first + kPiece < count ? first + kPiece : count,
                          whole = first + (last - first) / kLanes * kLanes;
        float sums[kLanes] = {};
        for (std::size_t i = first; i < whole; i += kLanes) {
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                sums[lane] += exponential(logits[i + lane] - largest);
        }
        for (std::size_t i = whole; i < last; ++i)
            sums[0] += exponential(logits[i] - largest);
        for (const float lane : sums)
            sum += static_cast<double>(lane);
    }
    return sum;
}

/// The place of the first that is `largest`, the largest of all.
FLEMING_FOR_EACH_CPU
std::size_t placeOf(const float* logits, std::size_t count, float largest) {
    std::size_t piece = 0;
    while (piece + kPiece < count && largestOf(logits + piece, kPiece) != largest)
        piece += kPiece;
    while (logits[piece] != largest)
        ++piece;
    return piece;
}

}  // namespace

void throwBrokenLogits() {
    throw Error(
        "The model computed invalid values (NaN or infinity). Its checkpoint is damaged or not supported; if "
        "it runs in bfloat16, try float32.");
}

Sampler::Sampler(const GenerationOptions& options)
    : temperature_(options.temperature),
      topK_(static_cast<std::size_t>(std::max(0, options.topK))),
      topP_(options.topP),
      random_(options.seed) {
    if (!std::isfinite(options.temperature) || options.temperature < 0.0) {
        throw Error("The temperature must be 0 (greedy) or a positive number.");
    }
    if (options.topK < 0) throw Error("top-k must be 0 (all tokens) or a positive number.");
    if (!(options.topP > 0.0 && options.topP <= 1.0)) throw Error("top-p must be above 0 and at most 1.");
    if (options.maxNewTokens < 0) throw Error("The number of new tokens must not be negative.");
}

Choice Sampler::choose(std::span<const float> logits) {
    const float largest = largestLogit(logits.data(), logits.size());
    const double shares = sumOfShares(logits.data(), logits.size(), largest);
    if (!std::isfinite(largest) || std::isnan(shares)) throwBrokenLogits();  // damaged weights
    const std::int32_t id = temperature_ > 0.0
                                ? draw(logits, largest)
                                : static_cast<std::int32_t>(placeOf(logits.data(), logits.size(), largest));
    const double distance = static_cast<double>(logits[static_cast<std::size_t>(id)]) - static_cast<double>(largest);
    return {id, static_cast<float>(distance - std::log(shares))};
}

std::int32_t Sampler::draw(std::span<const float> logits, float largest) {
    const auto weight = [&](std::int32_t id) {
        const double logit = static_cast<double>(logits[static_cast<std::size_t>(id)]);
        return std::exp((logit - static_cast<double>(largest)) / temperature_);
    };
    std::vector<std::int32_t> ids(logits.size());
    std::iota(ids.begin(), ids.end(), 0);
    const std::size_t kept = topK_ == 0 ? ids.size() : std::min(topK_, ids.size());

    if (kept < ids.size() || topP_ < 1.0) {
        const auto likelier = [&](std::int32_t a, std::int32_t b) {
            const float left = logits[static_cast<std::size_t>(a)], right = logits[static_cast<std::size_t>(b)];
            return left != right ? left > right : a < b;
        };
        if (kept < ids.size()) {
            std::nth_element(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(kept), ids.end(), likelier);
            ids.resize(kept);
        }
        std::sort(ids.begin(), ids.end(), likelier);
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
    // Rounding left a crumb: the last token that could be drawn at all.
    return *std::find_if(ids.rbegin(), ids.rend(), [&](std::int32_t id) { return weight(id) > 0.0; });
}

double Sampler::uniform() {
    return static_cast<double>(random_() >> 11U) * 0x1.0p-53;
}

}  // namespace fleming::inference
