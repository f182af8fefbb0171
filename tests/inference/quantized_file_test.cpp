// Tests the cache file of quantized matrices: it is written once, reused, and rejected if it is damaged.
#include "inference/checkpoint/quantized_file.h"

#include "base/error.h"
#include "inference/checkpoint/weights.h"
#include "tests/inference/tiny_checkpoint.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <stop_token>
#include <string>
#include <vector>

namespace fleming::inference {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

class QuantizedWeightsFile : public testing::Test {
protected:
    void SetUp() override { test::write(test::publishedCheckpoint("BF16"), checkpoint_.path()); }

    Weights load(WeightType type, const std::stop_token& stop = {}, const ProgressCallback& progress = {}) const {
        const Config config = readConfig(checkpoint_.path());
        return loadWeights(std::make_shared<TensorStore>(checkpoint_.path()), config, singleDevice(torch::kCPU),
                           torch::kBFloat16, type, stop, progress, keepIn());
    }

    fs::path keepIn() const { return kept_.path() / "weights"; }

    std::vector<fs::path> files() const {
        std::vector<fs::path> files;
        for (const fs::directory_entry& entry : fs::directory_iterator(keepIn()))
            files.push_back(entry.path());
        std::ranges::sort(files);
        return files;
    }

    static std::string content(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static void replace(const fs::path& file, const std::string& content) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
    }

    static void expectSame(const Weights& a, const Weights& b) {
        for (std::size_t i = 0; i < a.language.layers.size(); ++i) {
            EXPECT_TRUE(torch::equal(a.language.layers[i].q.weight, b.language.layers[i].q.weight));
            EXPECT_TRUE(torch::equal(a.language.layers[i].down.weight, b.language.layers[i].down.weight));
        }
        EXPECT_TRUE(torch::equal(a.language.lmHead.weight, b.language.lmHead.weight));
        EXPECT_TRUE(torch::equal(a.vision.layers[0].qkv.weight, b.vision.layers[0].qkv.weight));
    }

    TemporaryFolder checkpoint_, kept_;
};

TEST_F(QuantizedWeightsFile, UsesTheFileInTheNextLoad) {
    for (const WeightType type : {WeightType::int8, WeightType::int4}) {
        const Weights made = load(type);
        const std::vector<fs::path> before = files();
        const auto written = fs::last_write_time(before.back());
        expectSame(load(type), made);
        EXPECT_EQ(files(), before);
        EXPECT_EQ(fs::last_write_time(before.back()), written);
    }
    ASSERT_EQ(files().size(), 2U);  // one per type

    // The file is really read: a changed last byte of the file changes one matrix.
    const Weights made = load(WeightType::int4);
    std::string bytes = content(files().front());
    bytes.back() = static_cast<char>(bytes.back() ^ 0x10);
    replace(files().front(), bytes);
    const Weights changed = load(WeightType::int4);
    int different = 0;
    for (std::size_t i = 0; i < made.language.layers.size(); ++i) {
        const LanguageLayerWeights &a = made.language.layers[i], &b = changed.language.layers[i];
        for (const auto& [x, y] : {std::pair(&a.q, &b.q),
                                   {&a.k, &b.k},
                                   {&a.v, &b.v},
                                   {&a.o, &b.o},
                                   {&a.gate, &b.gate},
                                   {&a.up, &b.up},
                                   {&a.down, &b.down}})
            different += torch::equal(x->weight, y->weight) ? 0 : 1;
    }
    EXPECT_EQ(different, 1);
}

TEST_F(QuantizedWeightsFile, CreatesANewFileForAReplacedCheckpoint) {
    load(WeightType::int8);
    const std::vector<fs::path> before = files();
    test::write(test::publishedCheckpoint("BF16"), checkpoint_.path());  // the same weights, but other files
    load(WeightType::int8);
    EXPECT_EQ(files().size(), 1U);
    EXPECT_NE(files(), before);
}

TEST_F(QuantizedWeightsFile, ReplacesADamagedFile) {
    const Weights made = load(WeightType::int8);
    const fs::path file = files().front();
    const std::string good = content(file);
    std::string wrongHeader = good, otherName = good;
    wrongHeader[20] = '\x01';
    otherName.replace(otherName.find("q_proj"), 6, "x_proj");
    for (const std::string& bad :
         {good.substr(0, good.size() - 1), good.substr(0, 100), std::string(), good + "x", wrongHeader, otherName}) {
        replace(file, bad);
        expectSame(load(WeightType::int8), made);
        EXPECT_EQ(content(file), good);
        EXPECT_EQ(files().size(), 1U);
    }
}

TEST_F(QuantizedWeightsFile, LoadsTheModelIfTheFileCannotBeWritten) {
    replace(keepIn(), "a file where the folder should be");
    EXPECT_GT(load(WeightType::int4).language.lmHead.weight.numel(), 0);
    EXPECT_EQ(content(keepIn()), "a file where the folder should be");
}

TEST_F(QuantizedWeightsFile, LeavesNoFileAfterACancelledLoad) {
    std::stop_source stop;
    EXPECT_THROW(load(WeightType::int8, stop.get_token(),
                      [&](double fraction) {
                          if (fraction > 0.7) stop.request_stop();
                      }),
                 Cancelled);
    EXPECT_TRUE(files().empty());
}

}  // namespace
}  // namespace fleming::inference
