#include "inference/benchmark/run_benchmark.h"

#include "base/error.h"
#include "inference/benchmark/limits.h"
#include "inference/benchmark/shapes.h"
#include "inference/checkpoint/tensor_map.h"
#include "inference/engine/load_engine.h"
#include "inference/model/device/device.h"
#include "inference/model/device/memory.h"
#include "inference/model/engine_parts.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <numeric>
#include <vector>

namespace fleming::inference {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kTextTokens = 150;     // system text, reasoning prompt and question
constexpr std::int64_t kQuestionTokens = 30;  // those of them after the images

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The model to measure: that of a loaded checkpoint, or one with random weights.
struct Subject {
    std::shared_ptr<Engine::Parts> engine;
    std::unique_ptr<Model> random;
    std::string name, typeName;

    const Model& model() const { return engine ? engine->model : *random; }
};

Subject loadSubject(const BenchmarkOptions& options, const std::stop_token& stop) {
    Subject subject;
    if (!options.folder.empty()) {
        subject.engine = core::loadEngine(options.folder, options.engine, stop, {});
        subject.name = subject.engine->info.name;
        subject.typeName = subject.engine->info.typeName();
        return subject;
    }
    const Config config = shapeConfig(options.shape);
    const torch::Device device = deviceFromString(options.engine.device);
    ModelInfo types;
    types.dtype = chooseDataType(options.engine.dtype, config.dtype, device);
    types.quantization = options.engine.quantization;
    const torch::ScalarType dtype = scalarType(types.dtype);
    const std::int64_t needed =
        bytesInMemory(config, device, elementBytes(types.dtype), weightTypeOf(types.quantization));
    if (needed > availableMemory(device)) {
        throw Error("benchmark.not_enough_memory", {},
                    {options.shape, formatBytes(needed), types.typeName(), formatBytes(availableMemory(device))});
    }
    subject.random = std::make_unique<Model>(
        Model{config, randomWeights(config, device, dtype, weightTypeOf(types.quantization), stop),
              Placement::on(device, config), device, dtype, nullptr});
    subject.random->decoder = makeDecoder(*subject.random);
    subject.name = options.shape;
    subject.typeName = types.typeName();
    return subject;
}

/// The bytes and floating-point operations of the phases, from the sizes alone.
struct Costs {
    double weightBytes = 0.0;
    std::int64_t parameters = 0;
    double visionOperations = 0.0;   // per image
    double prefillOperations = 0.0;  // of the whole prompt
    double stepBytes = 0.0;          // read to decode a token of each sequence: the linear layers and the caches

    Costs(const Model& model, std::int64_t promptTokens, std::int64_t newTokens, int sequences);
};

Costs::Costs(const Model& model, std::int64_t promptTokens, std::int64_t newTokens, int sequences) {
    const Config& config = model.config;
    const VisionConfig& vision = config.vision;
    const LanguageConfig& language = config.language;
    const auto count = [](const std::vector<std::int64_t>& shape) {
        return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    };
    double visionMatrices = 0.0, projectorMatrices = 0.0, languageMatrices = 0.0;
    Weights stored = model.weights;  // the tensors are shared, not copied
    forEachTensor(config, stored,
                  [&](torch::Tensor& tensor, const std::string& name, const std::vector<std::int64_t>& shape) {
                      parameters += count(shape);
                      weightBytes += static_cast<double>(tensor.nbytes());
                      if (isQuantizable(name)) {
                          stepBytes += static_cast<double>(tensor.nbytes());
                          if (name.find("lm_head") == std::string::npos)
                              languageMatrices += static_cast<double>(count(shape));
                      } else if (shape.size() == 2 && name.starts_with("vision_model.")) {
                          visionMatrices += static_cast<double>(count(shape));
                      } else if (shape.size() == 2 && name.starts_with("mlp1.")) {
                          projectorMatrices += static_cast<double>(count(shape));
                      }
                  });
    const auto patches = static_cast<double>(config.patchesPerSide() * config.patchesPerSide() + 1);
    const auto tokens = static_cast<double>(config.tokensPerImage());
    const double patchOperations =
        2.0 * patches * 3.0 * static_cast<double>(vision.patchSize * vision.patchSize * vision.hidden);
    visionOperations = patchOperations + 2.0 * patches * visionMatrices + 2.0 * tokens * projectorMatrices +
                       4.0 * patches * patches * static_cast<double>(vision.hidden * vision.layers);
    const auto prompt = static_cast<double>(promptTokens);
    const auto width = static_cast<double>(language.heads * language.headSize * language.layers);
    prefillOperations =
        2.0 * prompt * languageMatrices + 2.0 * prompt * prompt * width;  // causal: half of all pairs of tokens
    const double cachedBytes = 2.0 * static_cast<double>(language.layers * language.kvHeads * language.headSize) *
                               static_cast<double>(c10::elementSize(model.dtype));
    stepBytes += sequences * cachedBytes * (prompt + static_cast<double>(newTokens) / 2.0);
}

std::vector<float> randomPixels(const Model& model, int images) {
    const std::int64_t side = model.config.tileSize;
    const torch::Tensor pixels = torch::randn({images * 3 * side * side});
    return {pixels.data_ptr<float>(), pixels.data_ptr<float>() + pixels.numel()};
}

class Benchmark {
public:
    Benchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress, std::stop_token stop)
        : options_(options), progress_(progress), stop_(std::move(stop)) {}

    BenchmarkResult run();

private:
    void begin(const char* phase) const {
        if (stop_.stop_requested()) throw Cancelled();
        if (progress_) progress_(phase);
    }
    void measureVision(const Model& model);
    void measurePrefill(const Model& model, KvCache& cache);
    void measureComputeBound(const Model& model, const Costs& costs, KvCache& cache);
    void measureDecode(const Model& model, const Costs& costs, KvCache& cache);

    const BenchmarkOptions& options_;
    const BenchmarkProgress& progress_;
    std::stop_token stop_;
    BenchmarkResult result_;
    std::vector<PlacedImage> images_;
    std::vector<std::int32_t> ids_;
};

void Benchmark::measureVision(const Model& model) {
    begin("vision");
    const int batch = std::min(options_.images, static_cast<int>(imageBatch(model.device)));
    const std::vector<float> pixels = randomPixels(model, batch);
    const std::size_t imageSize = pixels.size() / static_cast<std::size_t>(batch);
    imageFeatures(model, pixels, stop_);  // warm-up
    waitFor(model.device);
    const auto start = Clock::now();
    for (int first = 0; first < options_.images; first += batch) {
        const int count = std::min(batch, options_.images - first);
        const torch::Tensor features =
            imageFeatures(model, std::span(pixels).first(static_cast<std::size_t>(count) * imageSize), stop_);
        for (int i = 0; i < count; ++i) {
            images_.push_back(
                {kTextTokens - kQuestionTokens + (first + i) * model.config.tokensPerImage(), features.select(0, i)});
        }
    }
    waitFor(model.device);
    const double seconds = secondsSince(start);
    result_.vision = {seconds, options_.images / seconds, "images/s"};
}

void Benchmark::measurePrefill(const Model& model, KvCache& cache) {
    begin("prefill");
    cache.reserve(result_.promptTokens, result_.promptTokens + options_.newTokens + 1);
    if (model.device.is_cuda()) {  // loads the kernels of CUDA, which takes longer than the prefill
        prefill(model, std::span(ids_).first(ids_.size() - kQuestionTokens), images_, cache, LogitPositions::none,
                stop_);
        prefill(model, ids_, {}, cache, LogitPositions::last, stop_);
        cache.truncate(0);
        waitFor(model.device);
    }
    const auto start = Clock::now();
    prefill(model, std::span(ids_).first(ids_.size() - kQuestionTokens), images_, cache, LogitPositions::none, stop_);
    waitFor(model.device);
    const auto asked = Clock::now();
    prefill(model, ids_, {}, cache, LogitPositions::last, stop_);
    result_.warmSeconds = secondsSince(asked);
    const double seconds = secondsSince(start);
    result_.coldSeconds = result_.vision.seconds + seconds;
    result_.prefill = {seconds, result_.promptTokens / seconds, "tokens/s"};
}

/// Measures vision and prefill, and the matmul rate before, between and after them: it varies on a shared machine.
void Benchmark::measureComputeBound(const Model& model, const Costs& costs, KvCache& cache) {
    const auto limit = [&] { return measureMatmulRate(model.device, model.dtype); };
    double limits = limit();
    measureVision(model);
    limits += limit();
    measurePrefill(model, cache);
    result_.peakGigabytes =
        static_cast<double>(peakMemory(model.device)) / 1e9;  // before ReadRate allocates its buffer
    limits += limit();
    result_.matmulGigaflops = limits / 3.0;
    const auto percent = [&](double operations, double seconds) {
        return 100.0 * operations / seconds / 1e9 / result_.matmulGigaflops;
    };
    result_.vision.percentOfLimit = percent(options_.images * costs.visionOperations, result_.vision.seconds);
    result_.prefill.percentOfLimit = percent(costs.prefillOperations, result_.prefill.seconds);
}

void Benchmark::measureDecode(const Model& model, const Costs& costs, KvCache& cache) {
    begin("decode");
    Sampler greedy({});
    std::vector<KvCache> others;
    for (int i = 1; i < options_.sequences; ++i) {
        others.push_back(makeCache(model));
        others.back().reserve(result_.promptTokens, result_.promptTokens + options_.newTokens + 1);
        others.back().copy(cache, cache.length());
    }
    const auto next = [&] {
        ids_.push_back(static_cast<std::int32_t>(ids_.size() % 1000));
        cache.reserve(static_cast<std::int64_t>(ids_.size()));
        std::vector<DecodeSequence> sequences{{ids_, &cache}};
        for (KvCache& other : others) {
            other.reserve(static_cast<std::int64_t>(ids_.size()));
            sequences.push_back({ids_, &other});
        }
        const torch::Tensor logits = decode(model, sequences, stop_);  // [sequences, V]
        for (std::int64_t i = 0; i < logits.size(0); ++i)
            chooseToken(model, logits.narrow(0, i, 1), greedy);
    };
    next();
    const ReadRate memory(model.device);
    std::vector<double> seconds, rates;
    for (int i = 0; i < options_.newTokens; ++i) {
        constexpr int kTokensPerRead = 4;
        const auto start = Clock::now();
        next();
        seconds.push_back(secondsSince(start));
        if (i % kTokensPerRead == 0) rates.push_back(memory.measure());
    }
    result_.readGigabytesPerSecond = median(rates);
    const double all = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    result_.decode = {all, options_.sequences * options_.newTokens / all, "tokens/s",
                      100.0 * costs.stepBytes / median(seconds) / 1e9 / result_.readGigabytesPerSecond};
}

BenchmarkResult Benchmark::run() {
    begin("load");
    useThreads(options_.engine.threads);
    keepFreedMemory();
    const torch::Device device = deviceFromString(options_.engine.device);
    resetPeakMemory(device);
    const auto start = Clock::now();
    const Subject subject = loadSubject(options_, stop_);
    const Model& model = subject.model();
    waitFor(device);
    const double loadSeconds = secondsSince(start);
    useThreads(options_.engine.threads);

    result_.promptTokens = static_cast<int>(kTextTokens + options_.images * model.config.tokensPerImage());
    for (int i = 0; i < result_.promptTokens; ++i)
        ids_.push_back(i % 1000);
    const Costs costs(model, result_.promptTokens, options_.newTokens, options_.sequences);
    result_.model = subject.name;
    result_.typeName = subject.typeName;
    result_.device = toString(device);
    result_.threads = at::get_num_threads();
    result_.parameters = costs.parameters;
    result_.weightGigabytes = costs.weightBytes / 1e9;

    KvCache cache = makeCache(model);
    measureComputeBound(model, costs, cache);
    measureDecode(model, costs, cache);
    const double loadRate = result_.weightGigabytes / loadSeconds;
    result_.load = {loadSeconds, loadRate, "GB/s", 100.0 * loadRate / result_.readGigabytesPerSecond};
    return result_;
}

}  // namespace

BenchmarkResult core::runBenchmark(const BenchmarkOptions& options, const BenchmarkProgress& progress,
                                   std::stop_token stop) {
    const c10::InferenceMode inferenceMode;
    try {
        return Benchmark(options, progress, std::move(stop)).run();
    } catch (const c10::Error& error) {
        throwTorchError("model.benchmark_failed", "benchmark.out_of_memory", error);
    } catch (const std::bad_alloc&) {
        throw Error("benchmark.out_of_memory");
    }
}

}  // namespace fleming::inference
