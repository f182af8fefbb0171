// Tests the choice of data types and threads, and the errors of devices and memory. No CUDA device is needed.
#include "inference/model/device/device.h"

#include "inference/model/device/memory.h"
#include "inference/model/language/kv_cache.h"

#include <cstdint>
#include <cstdlib>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace fleming::inference {
namespace {

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

TEST(DataTypes, FollowTheCheckpointIfAutomaticAndRefuseFloat16OnTheCpu) {
    const torch::Device cpu(torch::kCPU), cuda(torch::kCUDA, 0);
    EXPECT_EQ(chooseDataType(DataType::automatic, "float32", cpu), DataType::float32);
    EXPECT_EQ(chooseDataType(DataType::automatic, "bfloat16", cuda), DataType::bfloat16);
    EXPECT_EQ(chooseDataType(DataType::float16, "bfloat16", cuda), DataType::float16);
    try {
        chooseDataType(DataType::float16, "bfloat16", cpu);
        ADD_FAILURE() << "float16 was accepted on the CPU";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "device.no_float16");
    }
}

c10::SourceLocation here() {
    return {__func__, __FILE__, static_cast<std::uint32_t>(__LINE__)};
}

TEST(TorchErrors, KeepTheFirstLineOfTheMessage) {
    try {
        throwTorchError("model.compute_failed", "conversation.out_of_memory",
                        c10::Error(here(), "the first line\nthe second"), "a source");
        ADD_FAILURE() << "nothing was thrown";
    } catch (const TooLittleMemory&) {
        ADD_FAILURE() << "this is not a lack of memory";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "model.compute_failed");
        EXPECT_EQ(error.source(), "a source");
        EXPECT_EQ(error.arguments(), std::vector<std::string>{"the first line"});
    }
}

TEST(TorchErrors, ReportAFullDeviceAsTooLittleMemory) {
    try {
        throwTorchError("model.compute_failed", "conversation.out_of_memory", c10::OutOfMemoryError(here(), "full"),
                        "a source");
        ADD_FAILURE() << "nothing was thrown";
    } catch (const TooLittleMemory& error) {
        EXPECT_EQ(error.code(), "device.out_of_memory");
        EXPECT_EQ(error.source(), "a source");
    }
}

TEST(KvCache, ReportsTheMissingMemoryAndStaysUnchanged) {
    LanguageConfig config;
    config.layers = 2;
    config.kvHeads = 1;
    config.headSize = 4;
    std::int64_t freeBytes = 1 << 20;
    KvCache cache(config, {torch::kCPU, torch::kCPU}, torch::kFloat32, [&](torch::Device) { return freeBytes; });
    cache.reserve(10);
    cache.write(0, torch::full({3, 1, 4}, 5.0), torch::full({3, 1, 4}, 7.0));
    cache.advance(3);
    freeBytes = 1000;
    try {
        cache.reserve(100);
        ADD_FAILURE() << "the cache grew";
    } catch (const TooLittleMemory& error) {
        EXPECT_EQ(error.code(), "memory.kv_cache_full");
        // 2 layers * keys and values * 4 float32 = 64 bytes per token: 90 tokens more in both layers, and the 10 old
        // ones of the layer that is being copied.
        EXPECT_EQ(error.arguments(),
                  (std::vector<std::string>{"100", formatBytes(90 * 64 + 10 * 32), formatBytes(1000)}));
    }
    EXPECT_EQ(cache.length(), 3);
    EXPECT_TRUE(torch::equal(cache.keys(0, 3), torch::full({1, 3, 4}, 5.0)));
    EXPECT_TRUE(torch::equal(cache.values(0, 3), torch::full({1, 3, 4}, 7.0)));
}

TEST(TorchErrors, NameTheLackOfMainMemory) {
    try {
        torch::empty({std::int64_t{1} << 55}, torch::kByte);
        FAIL() << "2^55 bytes were allocated";
    } catch (const c10::Error& error) {
        try {
            throwTorchError("model.compute_failed", "conversation.out_of_memory", error, "a file");
        } catch (const TooLittleMemory& translated) {
            EXPECT_EQ(translated.code(), "conversation.out_of_memory");
            EXPECT_EQ(translated.source(), "a file");
        }
    }
}

}  // namespace
}  // namespace fleming::inference
