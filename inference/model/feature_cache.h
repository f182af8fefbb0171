#pragma once

#include "inference/types.h"

#include <torch/torch.h>

#include <cstdint>
#include <list>
#include <string>
#include <unordered_map>

namespace fleming::inference {

/// A picture's identity: SHA-256 over its pixels, size and fit, 64 hexadecimal digits.
std::string pictureDigest(const ImageInput& picture);

/// The vision tower's features [tokensPerImage, D] of the pictures seen last, by their digests, so that a frame is
/// encoded once. Holds at most `bytes`; the one that was asked for longest ago goes first.
class FeatureCache {
public:
    explicit FeatureCache(std::int64_t bytes) : room_(bytes) {}

    /// Undefined where they are not there.
    torch::Tensor find(const std::string& digest);
    void put(const std::string& digest, const torch::Tensor& features);
    void clear();

private:
    struct Entry {
        std::string digest;
        torch::Tensor features;
    };

    std::int64_t room_, used_ = 0;
    std::list<Entry> entries_;  // the one used last is the first
    std::unordered_map<std::string, std::list<Entry>::iterator> places_;
};

}  // namespace fleming::inference
