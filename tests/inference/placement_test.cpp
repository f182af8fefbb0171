// Tests the assignment of layers to devices. No CUDA device is needed.
#include "inference/model/device/placement.h"

#include "base/error.h"
#include "inference/benchmark/shapes.h"
#include "inference/checkpoint/tensor_map.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

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

TEST(Placement, PutsEverythingOnASingleDevice) {
    const Placement placement = place({kFirst}, 0, 0);
    EXPECT_FALSE(placement.isSplit());
    EXPECT_EQ(layersOn(placement, kFirst), shapeConfig("38b").language.layers);
}

TEST(Placement, FillsTheFirstDeviceFirst) {
    const Config config = shapeConfig("38b");
    for (const std::int64_t gigabytes : {20, 24, 40, 48, 200}) {
        for (const auto quantized : {std::optional<WeightType>(), std::optional(WeightType::int4)}) {
            const Placement placement = place({kFirst, kCpu}, gigabytes * kGigabyte, 1000 * kGigabyte, quantized);
            std::int64_t held = kGigabyte, whole = 0;
            Weights unused;
            forEachTensor(config, unused,
                          [&](torch::Tensor&, const std::string& name, const std::vector<std::int64_t>& shape) {
                              const std::int64_t bytes = tensorBytes(name, shape, 2, quantized);
                              if (placement.deviceOf(name) == kFirst) held += bytes;
                              if (name.find("layers.7.") != std::string::npos && name.starts_with("language_model."))
                                  whole += bytes;
                          });
            const std::int64_t cache = 2 * config.language.kvHeads * config.language.headSize * 2 * kTokens;
            held += layersOn(placement, kFirst) * cache;
            EXPECT_TRUE(layersOn(placement, kFirst) == 0 || held <= gigabytes * kGigabyte);
            EXPECT_TRUE(layersOn(placement, kCpu) == 0 || held + whole + cache > gigabytes * kGigabyte);
            // The layers change from the first device to the second at most once.
            EXPECT_TRUE(std::ranges::is_sorted(placement.layers, {},
                                               [](torch::Device device) { return device == kFirst ? 0 : 1; }));
        }
    }
}

TEST(Placement, PutsTensorsOutsideTheLayersOnTheFirstDevice) {
    const Placement placement = place({kFirst, kSecond}, 30 * kGigabyte, 80 * kGigabyte);
    ASSERT_TRUE(placement.isSplit());
    for (const char* name :
         {"vision_model.encoder.layers.44.mlp.fc1.weight", "mlp1.1.weight", "language_model.lm_head.weight",
          "language_model.model.embed_tokens.weight", "language_model.model.norm.weight"})
        EXPECT_EQ(placement.deviceOf(name), kFirst) << name;
    EXPECT_EQ(placement.deviceOf("language_model.model.layers.63.mlp.up_proj.weight"), kSecond);
}

TEST(Placement, CountsTheTokenEmbeddingOnTheCpuOnlyIfTied) {
    Config config = shapeConfig("8b");
    const std::int64_t embeddingBytes = 2 * config.language.vocabulary * config.language.hidden;
    EXPECT_EQ(bytesInMemory(config, kFirst, 2, {}) - bytesInMemory(config, kCpu, 2, {}), embeddingBytes);
    config.language.tiedEmbeddings = true;
    EXPECT_EQ(bytesInMemory(config, kFirst, 2, {}), bytesInMemory(config, kCpu, 2, {}));
}

TEST(Placement, ParsesDeviceLists) {
    EXPECT_EQ(devicesFromString("cpu"), std::vector{kCpu});
    EXPECT_EQ(toString(std::vector{kFirst, kCpu}), "cuda:0,cpu");
    const auto code = [](const char* names) {
        try {
            devicesFromString(names);
        } catch (const Error& error) {
            return error.code();
        }
        return std::string("none");
    };
    EXPECT_EQ(code("cpu,cpu"), "device.duplicate");
    for (const char* names : {"", ",", "cpu,", ",cpu", "cpu,disk", "cuda:x"})
        EXPECT_EQ(code(names), "device.unknown") << names;
    const std::string missing = code("cuda:999");
    EXPECT_TRUE(missing == "device.no_cuda" || missing == "device.no_such_index") << missing;
}

}  // namespace
}  // namespace fleming::inference
