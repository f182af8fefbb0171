// Which layer lies on which device: only counted, no device is needed.
#include "inference/model/placement.h"

#include "base/error.h"
#include "inference/benchmark/shapes.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/model/device.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace fleming::inference {
namespace {

const torch::Device kFirst(torch::kCUDA, 0), kSecond(torch::kCUDA, 1), kCpu(torch::kCPU);
constexpr std::int64_t kGigabyte = 1'000'000'000, kTokens = 4096;

Placement place(const std::vector<torch::Device>& devices, std::int64_t first, std::int64_t second,
                std::optional<WeightType> quantized = {}) {
    return placeModel(shapeConfig("38b"), devices, 2, quantized, kGigabyte, kTokens,
                      [&](torch::Device device) { return device == kFirst ? first : second; });
}

std::ptrdiff_t layersOn(const Placement& placement, torch::Device device) {
    return std::ranges::count(placement.layers, device);
}

TEST(Placement, OneDeviceHoldsAll) {
    const Placement placement = place({kFirst}, 0, 0);
    EXPECT_FALSE(placement.isSplit());
    EXPECT_EQ(layersOn(placement, kFirst), shapeConfig("38b").language.layers);
}

TEST(Placement, TheFirstDeviceTakesWhatFitsAndNoMore) {
    const Config config = shapeConfig("38b");
    for (const std::int64_t gigabytes : {20, 24, 40, 48, 200}) {
        for (const auto quantized : {std::optional<WeightType>(), std::optional(WeightType::int4)}) {
            const Placement placement = place({kFirst, kCpu}, gigabytes * kGigabyte, 1000 * kGigabyte, quantized);
            std::int64_t held = kGigabyte, whole = 0;
            Weights unused;
            forEachTensor(config, unused,
                          [&](torch::Tensor&, const std::string& name, const std::vector<std::int64_t>& shape) {
                              const std::int64_t bytes = tensorBytes(name, shape, 2, quantized);
                              if (placement.of(name) == kFirst) held += bytes;
                              if (name.find("layers.7.") != std::string::npos && name.starts_with("language_model."))
                                  whole += bytes;
                          });
            const std::int64_t cache = 2 * config.language.kvHeads * config.language.headSize * 2 * kTokens;
            held += layersOn(placement, kFirst) * cache;
            EXPECT_TRUE(layersOn(placement, kFirst) == 0 || held <= gigabytes * kGigabyte);
            EXPECT_TRUE(layersOn(placement, kCpu) == 0 || held + whole + cache > gigabytes * kGigabyte);
            // From one device to the next once, never back.
            EXPECT_TRUE(std::ranges::is_sorted(placement.layers, {},
                                               [](torch::Device device) { return device == kFirst ? 0 : 1; }));
        }
    }
}

TEST(Placement, WhatIsNoLayerLiesOnTheFirstDevice) {
    const Placement placement = place({kFirst, kSecond}, 30 * kGigabyte, 80 * kGigabyte);
    ASSERT_TRUE(placement.isSplit());
    for (const char* name :
         {"vision_model.encoder.layers.44.mlp.fc1.weight", "mlp1.1.weight", "language_model.lm_head.weight",
          "language_model.model.embed_tokens.weight", "language_model.model.norm.weight"})
        EXPECT_EQ(placement.of(name), kFirst) << name;
    EXPECT_EQ(placement.of("language_model.model.layers.63.mlp.up_proj.weight"), kSecond);
}

TEST(Placement, TheTableOfTokensTakesNoMemoryOnTheCpuUnlessItIsTheOutputLayer) {
    Config config = shapeConfig("8b");
    const std::int64_t table = 2 * config.language.vocabulary * config.language.hidden;
    EXPECT_EQ(bytesInMemory(config, kFirst, 2, {}) - bytesInMemory(config, kCpu, 2, {}), table);
    config.language.tiedEmbeddings = true;
    EXPECT_EQ(bytesInMemory(config, kFirst, 2, {}), bytesInMemory(config, kCpu, 2, {}));
}

TEST(Placement, ListsOfDevicesAreChecked) {
    EXPECT_EQ(devicesFromString("cpu"), std::vector{kCpu});
    EXPECT_EQ(toString(std::vector{kFirst, kCpu}), "cuda:0,cpu");
    for (const char* names : {"cpu,cpu", "", ",", "cpu,", ",cpu", "cpu,disk"})
        EXPECT_THROW(devicesFromString(names), Error) << names;
}

TEST(DefaultThreads, IsAtLeastOneAndAtMostTheProcessors) {
    const char* old = std::getenv("OMP_NUM_THREADS");
    const std::string kept = old != nullptr ? old : "";
    unsetenv("OMP_NUM_THREADS");
    EXPECT_GE(defaultThreads(), 1);
    EXPECT_LE(defaultThreads(), static_cast<int>(sysconf(_SC_NPROCESSORS_CONF)));
    setenv("OMP_NUM_THREADS", "3", 1);
    EXPECT_EQ(defaultThreads(), 3);
    if (old != nullptr)
        setenv("OMP_NUM_THREADS", kept.c_str(), 1);
    else
        unsetenv("OMP_NUM_THREADS");
}

}  // namespace
}  // namespace fleming::inference
