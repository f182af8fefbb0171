#include "inference/model/vision/feature_cache.h"

#include "base/sha256.h"

#include <array>
#include <span>

namespace fleming::inference {

std::string imageDigest(const ImageInput& input) {
    const std::array<std::int32_t, 3> shape{input.image.width, input.image.height,
                                            static_cast<std::int32_t>(input.fit)};
    Sha256 digest;
    digest.add(std::as_bytes(std::span(shape)));
    digest.add(std::as_bytes(std::span(input.image.rgb)));
    return digest.hex();
}

ImageFeatures FeatureCache::find(const std::string& digest) {
    const auto found = places_.find(digest);
    if (found == places_.end()) return {};
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->image;
}

void FeatureCache::put(const std::string& digest, const ImageFeatures& image) {
    if (find(digest).features.defined()) return;
    // A view would keep the features of the whole batch alive.
    entries_.push_front({digest, {image.features.clone(), image.place}});
    places_[digest] = entries_.begin();
    used_ += static_cast<std::int64_t>(image.features.nbytes());
    while (used_ > capacity_ && entries_.size() > 1) {
        used_ -= static_cast<std::int64_t>(entries_.back().image.features.nbytes());
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
