#include "inference/engine/load_engine.h"

#include "base/error.h"
#include "inference/checkpoint/config.h"
#include "inference/checkpoint/safetensors.h"
#include "inference/checkpoint/weights.h"
#include "inference/model/device/device.h"
#include "inference/model/device/memory.h"
#include "inference/model/device/placement.h"
#include "inference/model/device/run_environment.h"
#include "inference/model/engine_parts.h"
#include "inference/text/json_file.h"

#include <algorithm>
#include <map>
#include <new>
#include <nlohmann/json.hpp>
#include <utility>

namespace fleming::inference {

namespace {

constexpr std::int64_t kUsualTokens = 4096;  // length of a conversation for the estimate of memory
constexpr std::size_t kMaxGenerationConfigBytes = std::size_t{1} << 20;

/// The config and the tensor headers of a checkpoint folder, validated against each other.
struct CheckpointHeaders {
    Config config;
    std::shared_ptr<const TensorStore> store;
};

CheckpointHeaders readHeaders(const std::filesystem::path& folder) {
    CheckpointHeaders headers{readConfig(folder), std::make_shared<const TensorStore>(folder)};
    checkTensors(*headers.store, headers.config);
    return headers;
}

/// Returns the type in config.json, or else the type of most of the stored elements.
std::string mainType(const CheckpointHeaders& headers) {
    if (!headers.config.dtype.empty()) return headers.config.dtype;
    std::map<StoredType, std::int64_t> elements;
    for (const auto& [name, tensor] : headers.store->tensors())
        elements[tensor.type] += tensor.elements();
    const auto most = std::max_element(elements.begin(), elements.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == elements.end() || most->first == StoredType::float32) return "float32";
    return most->first == StoredType::bfloat16 ? "bfloat16" : "float16";
}

/// Returns an upper estimate of the memory for activations: of the images that the vision tower takes at once, or of
/// one chunk of the prefill and the logits.
std::int64_t activationBytes(const Config& config, torch::Device device, std::int64_t elementBytes) {
    constexpr std::int64_t kScoreBlocks = std::int64_t{3} * 32 << 20, kSlab = std::int64_t{256} << 20;
    const VisionConfig& vision = config.vision;
    const std::int64_t patches = config.patchesPerSide() * config.patchesPerSide() + 1;
    const bool fusedAttention = device.is_cuda() && elementBytes == 2;  // which keeps no scores
    const std::int64_t scoreBytes = fusedAttention ? 0 : vision.heads * patches * patches * (8 + 2 * elementBytes);
    const std::int64_t visionBytes =
        imageBatch(device) * (patches * (8 * vision.hidden + 2 * vision.mlp) * elementBytes + scoreBytes);
    const LanguageConfig& language = config.language;
    const std::int64_t languageBytes = prefillChunk(device) * (8 * language.hidden + 3 * language.mlp) * elementBytes +
                                       language.vocabulary * 16 + (device.is_cuda() ? kSlab : kScoreBlocks);
    return std::max(visionBytes, languageBytes);
}

ModelInfo describe(const std::filesystem::path& folder, const CheckpointHeaders& headers,
                   const EngineOptions& options) {
    const Config& config = headers.config;
    const LanguageConfig& language = config.language;
    const std::vector<torch::Device> devices = devicesFromString(options.device);
    const torch::Device device = devices.front();
    ModelInfo info;
    info.path = folder;
    info.name = std::filesystem::absolute(folder / ".").lexically_normal().parent_path().filename().string();
    info.architecture = config.architecture;
    info.description = config.description;
    info.parameters = headers.store->totalElements();
    info.checkpointBytes = headers.store->totalBytes();
    info.dtype = chooseDataType(options.dtype, mainType(headers), device);
    const std::int64_t bytesPerElement = elementBytes(info.dtype);
    info.kvCacheBytesPerToken = 2 * language.layers * language.kvHeads * language.headSize * bytesPerElement;
    info.quantization = options.quantization;
    info.requiredBytes = bytesInMemory(config, device, bytesPerElement, weightTypeOf(info.quantization)) +
                         kUsualTokens * info.kvCacheBytesPerToken + activationBytes(config, device, bytesPerElement);
    for (const torch::Device each : devices) {
        if (info.dtype == DataType::float16 && each.is_cpu()) chooseDataType(info.dtype, {}, each);  // throws
        info.availableBytes += availableMemory(each);
    }
    info.imageSize = static_cast<int>(config.tileSize);
    info.tokensPerImage = static_cast<int>(config.tokensPerImage());
    info.contextLength = static_cast<int>(language.maxPositionEmbeddings);
    info.device = toString(devices);
    return info;
}

void checkMemory(const ModelInfo& info) {
    if (info.requiredBytes <= info.availableBytes) return;
    throw Error("engine.not_enough_memory", info.path,
                {info.device, formatBytes(info.requiredBytes), info.typeName(), formatBytes(info.availableBytes)});
}

void checkVocabulary(const std::filesystem::path& folder, const Tokenizer& tokenizer, const Config& config) {
    if (tokenizer.size() <= config.language.vocabulary) return;
    throw Error("tokenizer.vocabulary_mismatch", folder,
                {std::to_string(tokenizer.size() - 1), std::to_string(config.language.vocabulary)});
}

/// Returns the ids that end an answer: <|im_end|> and "eos_token_id" of generation_config.json, an id or a list of ids.
std::vector<std::int32_t> readEndTokens(const std::filesystem::path& folder, const ChatTemplate& chat) {
    std::vector<std::int32_t> ids{chat.endOfTurn()};
    const std::filesystem::path file = folder / "generation_config.json";
    if (!std::filesystem::exists(file)) return ids;
    const nlohmann::json json = readJsonFile(file, kMaxGenerationConfigBytes);
    nlohmann::json ends = json.value("eos_token_id", nlohmann::json());
    if (ends.is_null()) return ids;
    if (!ends.is_array()) ends = nlohmann::json::array({ends});
    for (const nlohmann::json& end : ends) {
        if (!end.is_number_integer()) throw Error("engine.bad_end_tokens", file);
        ids.push_back(end.get<std::int32_t>());
    }
    return ids;
}

Model loadModel(const CheckpointHeaders& headers, const std::vector<torch::Device>& devices, const ModelInfo& info,
                const std::filesystem::path& cacheFolder, const std::stop_token& stop,
                const ProgressCallback& progress) {
    const torch::ScalarType dtype = scalarType(info.dtype);
    const std::int64_t bytesPerElement = elementBytes(info.dtype);
    const std::optional<WeightType> quantized = weightTypeOf(info.quantization);
    try {
        Placement placement = placeModel(headers.config, devices, bytesPerElement, quantized,
                                         activationBytes(headers.config, devices.front(), bytesPerElement),
                                         kUsualTokens, [](torch::Device device) { return availableMemory(device); });
        const auto deviceMap = [&](const std::string& name) { return placement.deviceOf(name); };
        Weights weights =
            loadWeights(headers.store, headers.config, deviceMap, dtype, quantized, stop, progress, cacheFolder);
        return {headers.config, std::move(weights), std::move(placement), devices.front(), dtype, nullptr};
    } catch (const c10::Error& error) {
        throwTorchError("model.weights_not_loaded", "weights.out_of_memory", error, headers.store->source().string());
    } catch (const std::bad_alloc&) {
        throw Error("weights.out_of_memory", headers.store->source());
    }
}

}  // namespace

namespace core {

ModelInfo inspectCheckpoint(const std::filesystem::path& folder, const EngineOptions& options) {
    return describe(folder, readHeaders(folder), options);
}

std::shared_ptr<Engine::Parts> loadEngine(const std::filesystem::path& folder, const EngineOptions& options,
                                          std::stop_token stop, const ProgressCallback& progress) {
    const c10::InferenceMode inferenceMode;
    useThreads(options.threads);
    keepFreedMemory();
    const CheckpointHeaders headers = readHeaders(folder);
    ModelInfo info = describe(folder, headers, options);
    checkMemory(info);
    if (stop.stop_requested()) throw Cancelled();

    auto tokenizer = std::make_unique<const Tokenizer>(folder);
    checkVocabulary(folder, *tokenizer, headers.config);
    const ChatTemplate chat(*tokenizer, info.tokensPerImage);
    std::vector<std::int32_t> endTokens = readEndTokens(folder, chat);
    if (stop.stop_requested()) throw Cancelled();

    const std::vector<torch::Device> devices = devicesFromString(options.device);
    Model model = loadModel(headers, devices, info, options.keepQuantizedIn, stop, progress);
    std::shared_ptr<Engine::Parts> parts(new Engine::Parts{.model = std::move(model),
                                                           .tokenizer = std::move(tokenizer),
                                                           .chat = chat,
                                                           .endTokens = std::move(endTokens),
                                                           .info = std::move(info),
                                                           .threads = options.threads,
                                                           .environment = runEnvironment(devices)});
    parts->environment.imagesPerBatch = static_cast<int>(imageBatch(devices.front()));
    parts->environment.tokensPerPass = static_cast<int>(prefillChunk(devices.front()));
    parts->model.decoder = makeDecoder(parts->model);
    return parts;
}

const ModelInfo& info(const Engine::Parts& engine) {
    return engine.info;
}
const Tokenizer& tokenizer(const Engine::Parts& engine) {
    return *engine.tokenizer;
}

}  // namespace core

}  // namespace fleming::inference
