#include "inference/model/feature_cache.h"

#include "base/sha256.h"

#include <array>
#include <span>

namespace fleming::inference {

std::string pictureDigest(const ImageInput& picture) {
    const std::array<std::int32_t, 3> shape{picture.image.width, picture.image.height,
                                            static_cast<std::int32_t>(picture.fit)};
    Sha256 digest;
    digest.add(std::as_bytes(std::span(shape)));
    digest.add(std::as_bytes(std::span(picture.image.rgb)));
    return digest.hex();
}

torch::Tensor FeatureCache::find(const std::string& digest) {
    const auto place = places_.find(digest);
    if (place == places_.end()) return {};
    entries_.splice(entries_.begin(), entries_, place->second);
    return place->second->features;
}

void FeatureCache::put(const std::string& digest, const torch::Tensor& features) {
    if (find(digest).defined()) return;
    entries_.push_front({digest, features.clone()});  // a view would hold all pictures of its batch
    places_[digest] = entries_.begin();
    used_ += static_cast<std::int64_t>(features.nbytes());
    while (used_ > room_ && entries_.size() > 1) {
        used_ -= static_cast<std::int64_t>(entries_.back().features.nbytes());
        places_.erase(entries_.back().digest);
        entries_.pop_back();
    }
}

void FeatureCache::clear() {
    entries_.clear();
    places_.clear();
    used_ = 0;
}

}  // namespace fleming::inference
