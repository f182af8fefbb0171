#pragma once

#include "inference/checkpoint/config.h"

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace fleming::inference {

/// Keys (rotated) and values of every layer for the tokens so far, in the model's type.
/// It grows by doubling, one layer at a time, so appending is linear in all and needs little room beside itself.
class KvCache {
public:
    /// `devices`: of each layer. `freeBytes` says how much memory a device has left; it is asked before the cache
    /// grows.
    KvCache(const LanguageConfig& config, std::vector<torch::Device> devices, torch::ScalarType dtype,
            std::function<std::int64_t(torch::Device)> freeBytes);

    /// Tokens whose keys and values are complete in all layers.
    std::int64_t length() const { return length_; }

    /// Makes room for `tokens` tokens in all, and where memory allows for `hoped` (at least for twice as many as
    /// before). Throws TooLittleMemory, with the bytes needed and free, where there is too little memory; what is
    /// stored is then untouched.
    void reserve(std::int64_t tokens, std::int64_t hoped = 0);

    /// Writes the keys and values [T, kvHeads, headSize] of the T tokens after length() into layer `layer`.
    void write(std::size_t layer, const torch::Tensor& keys, const torch::Tensor& values);

    /// Views of the first `tokens` keys or values of a layer: [kvHeads, tokens, headSize]. They may reach past length()
    /// to what write() has put there.
    torch::Tensor keys(std::size_t layer, std::int64_t tokens) const;
    torch::Tensor values(std::size_t layer, std::int64_t tokens) const;

    /// A layer's whole room: keys and values [kvHeads, capacity, headSize].
    struct Layer {
        torch::Tensor keys, values;
    };
    const Layer& layer(std::size_t index) const { return layers_[index]; }

    /// Counts `tokens` more tokens as complete, once all layers have them.
    void advance(std::int64_t tokens) { length_ += tokens; }

    /// Forgets all tokens after the first `tokens`.
    void truncate(std::int64_t tokens);

    /// Holds the first `tokens` tokens of another cache of the same model, and nothing else. Room for them must be
    /// there.
    void copy(const KvCache& other, std::int64_t tokens);

private:
    void grow(std::int64_t capacity);

    std::vector<Layer> layers_;
    std::int64_t kvHeads_, headSize_;
    std::int64_t length_ = 0, capacity_ = 0;
    std::vector<torch::Device> devices_;
    torch::ScalarType dtype_;
    std::function<std::int64_t(torch::Device)> freeBytes_;
};

}  // namespace fleming::inference
