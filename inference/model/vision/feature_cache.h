#pragma once

#include "inference/types.h"

#include <torch/torch.h>

#include <cstdint>
#include <list>
#include <string>
#include <unordered_map>

namespace fleming::inference {

/// Returns the identity of an image: the SHA-256 of its pixels, size and fit, as 64 hexadecimal digits.
std::string imageDigest(const ImageInput& input);

/// Image features [tokensPerImage, D], and where they come from.
struct ImageFeatures {
    torch::Tensor features;  ///< undefined if there are none
    BatchPlace place;
};

/// A least-recently-used cache of image features [tokensPerImage, D] by image digest, so that each image is encoded
/// only once.
class FeatureCache {
public:
    /// Holds at most `bytes` bytes, but at least the last entry.
    explicit FeatureCache(std::int64_t bytes) : capacity_(bytes) {}

    /// Returns the features of the image, or an undefined tensor if they are not cached.
    ImageFeatures find(const std::string& digest);
    /// Adds a copy of the features.
    void put(const std::string& digest, const ImageFeatures& image);
    void clear();

private:
    struct Entry {
        std::string digest;
        ImageFeatures image;
    };

    std::int64_t capacity_, used_ = 0;  // bytes
    std::list<Entry> entries_;          // most recently used first
    std::unordered_map<std::string, std::list<Entry>::iterator> places_;
};

}  // namespace fleming::inference
