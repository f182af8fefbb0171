#include "inference/model/language/kv_cache.h"

#include "base/error.h"
#include "inference/model/device/memory.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace fleming::inference {

namespace {

struct DeviceOrder {
    bool operator()(torch::Device a, torch::Device b) const {
        return std::pair(a.type(), a.index()) < std::pair(b.type(), b.index());
    }
};

}  // namespace

KvCache::KvCache(const LanguageConfig& config, std::vector<torch::Device> devices, torch::ScalarType dtype,
                 std::function<std::int64_t(torch::Device)> freeBytes)
    : layers_(static_cast<std::size_t>(config.layers)),
      kvHeads_(config.kvHeads),
      headSize_(config.headSize),
      devices_(std::move(devices)),
      dtype_(dtype),
      freeBytes_(std::move(freeBytes)) {}

void KvCache::reserve(std::int64_t tokens, std::int64_t preferred) {
    if (tokens <= capacity_) return;
    const std::int64_t layerBytesPerToken =
        2 * kvHeads_ * headSize_ * static_cast<std::int64_t>(c10::elementSize(dtype_));
    // The old tensors of a layer are still allocated while it grows.
    const auto needed = [&](std::int64_t capacity, torch::Device device) {
        return ((capacity - capacity_) * std::ranges::count(devices_, device) + capacity_) * layerBytesPerToken;
    };
    const std::set<torch::Device, DeviceOrder> devices(devices_.begin(), devices_.end());
    const std::int64_t larger = std::max({tokens, preferred, 2 * capacity_});
    bool largerFits = true;
    for (const torch::Device device : devices) {
        const std::int64_t available = freeBytes_(device);
        largerFits = largerFits && needed(larger, device) <= available;
        if (needed(tokens, device) <= available) continue;
        throw TooLittleMemory("memory.kv_cache_full", {},
                              {std::to_string(tokens), formatBytes(needed(tokens, device)), formatBytes(available)});
    }
    grow(largerFits ? larger : tokens);
}

void KvCache::grow(std::int64_t capacity) {
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        for (torch::Tensor* old : {&layers_[i].keys, &layers_[i].values}) {
            torch::Tensor grown =
                torch::empty({kvHeads_, capacity, headSize_}, torch::TensorOptions().dtype(dtype_).device(devices_[i]));
            if (length_ > 0) grown.narrow(1, 0, length_).copy_(old->narrow(1, 0, length_));
            *old = std::move(grown);
        }
    }
    capacity_ = capacity;
}

void KvCache::write(std::size_t layer, const torch::Tensor& keys, const torch::Tensor& values) {
    layers_[layer].keys.narrow(1, length_, keys.size(0)).copy_(keys.transpose(0, 1));
    layers_[layer].values.narrow(1, length_, values.size(0)).copy_(values.transpose(0, 1));
}

torch::Tensor KvCache::keys(std::size_t layer, std::int64_t tokens) const {
    return layers_[layer].keys.narrow(1, 0, tokens);
}

torch::Tensor KvCache::values(std::size_t layer, std::int64_t tokens) const {
    return layers_[layer].values.narrow(1, 0, tokens);
}

void KvCache::advance(std::int64_t tokens, bool decoded) {
    const std::int64_t first = length_;
    length_ += tokens;
    if (decoded && !passes_.empty() && passes_.back().decoded) {
        passes_.back().last = passes_.back().end = length_;
    } else {
        passes_.push_back({first, length_, length_, decoded, {}});
    }
}

void KvCache::truncate(std::int64_t tokens) {
    length_ = std::min(length_, tokens);
    while (!passes_.empty() && passes_.back().first >= length_)
        passes_.pop_back();
    if (passes_.empty()) return;
    CachePass& last = passes_.back();
    last.last = length_;
    if (last.decoded) last.end = length_;
    std::erase_if(last.images, [&](const EncodedImage& image) { return image.start >= length_; });
}

void KvCache::copy(const KvCache& other, std::int64_t tokens) {
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        layers_[i].keys.narrow(1, 0, tokens).copy_(other.keys(i, tokens));
        layers_[i].values.narrow(1, 0, tokens).copy_(other.values(i, tokens));
    }
    length_ = other.length_;
    passes_ = other.passes_;
    truncate(tokens);
}

}  // namespace fleming::inference
