#pragma once

#include "inference/checkpoint/config.h"
#include "inference/run_facts.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace fleming::inference {

/// The KV cache of one sequence: the keys, after the rotary embedding, and the values of all layers, of the model's
/// type. The capacity grows at least by doubling, so appending takes amortized constant time. One layer grows at a
/// time, so growing needs little additional memory.
class KvCache {
public:
    /// `devices`: the device of each layer. `freeBytes` returns the free memory of a device; reserve() calls it before
    /// the cache grows.
    KvCache(const LanguageConfig& config, std::vector<torch::Device> devices, torch::ScalarType dtype,
            std::function<std::int64_t(torch::Device)> freeBytes);

    /// Returns the number of tokens whose keys and values are complete in all layers.
    std::int64_t length() const { return length_; }

    /// Ensures a capacity of `tokens` tokens; if memory allows, of `preferred` tokens and at least twice the current
    /// capacity. Throws TooLittleMemory "memory.kv_cache_full" (arguments: tokens, bytes needed, bytes free) if a
    /// device has too little free memory; the cache is then unchanged.
    void reserve(std::int64_t tokens, std::int64_t preferred = 0);

    /// Writes keys and values [T, kvHeads, headSize] of the T tokens after length() to layer `layer`.
    void write(std::size_t layer, const torch::Tensor& keys, const torch::Tensor& values);

    /// Returns views of the first `tokens` keys or values of a layer, [kvHeads, tokens, headSize]. `tokens` may exceed
    /// length() by the tokens that write() has added.
    torch::Tensor keys(std::size_t layer, std::int64_t tokens) const;
    torch::Tensor values(std::size_t layer, std::int64_t tokens) const;

    /// The allocated keys and values of a layer, [kvHeads, capacity, headSize].
    struct Layer {
        torch::Tensor keys, values;
    };
    const Layer& layer(std::size_t index) const { return layers_[index]; }

    /// Adds `tokens` tokens to length(). Call it when all layers hold them. `decoded`: a Decoder has computed them,
    /// else languageModel() in one pass.
    void advance(std::int64_t tokens, bool decoded = false);

    /// Returns how the keys and values of the tokens were computed: passes from 0 to length(), without gaps.
    const std::vector<CachePass>& passes() const { return passes_; }

    /// Adds an image to the last pass.
    void noteImage(const EncodedImage& image) { passes_.back().images.push_back(image); }

    /// Removes all tokens after the first `tokens`. Keeps the capacity.
    void truncate(std::int64_t tokens);

    /// Replaces the contents by the first `tokens` tokens of another cache of the same model. The capacity is at least
    /// `tokens`.
    void copy(const KvCache& other, std::int64_t tokens);

private:
    void grow(std::int64_t capacity);

    std::vector<Layer> layers_;
    std::int64_t kvHeads_, headSize_;
    std::int64_t length_ = 0, capacity_ = 0;
    std::vector<CachePass> passes_;
    std::vector<torch::Device> devices_;
    torch::ScalarType dtype_;
    std::function<std::int64_t(torch::Device)> freeBytes_;
};

}  // namespace fleming::inference
