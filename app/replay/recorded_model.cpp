#include "app/replay/recorded_model.h"

#include "base/error.h"

#include <variant>

namespace fleming::app {

inference::EngineOptions recordedOptions(const Exchange& exchange) {
    using inference::DataType;
    using inference::Quantization;
    inference::EngineOptions options;
    options.device = exchange.device;
    for (const DataType dtype : {DataType::float32, DataType::bfloat16, DataType::float16}) {
        for (const Quantization quantization : {Quantization::none, Quantization::int8, Quantization::int4}) {
            if (inference::typeName(dtype, quantization) != exchange.dtype) continue;
            options.dtype = dtype;
            options.quantization = quantization;
        }
    }
    return options;
}

LocalCheckpoint recordedModel(const ModelBackends& backends, const Exchange& exchange) {
    std::error_code ignored;
    if (!std::filesystem::exists(exchange.modelPath, ignored)) throw Error("replay.model_absent", exchange.modelPath);
    LocalCheckpoint model{exchange.modelPath, recordedOptions(exchange)};
    try {
        inspectModel(backends, model);
    } catch (const Error& error) {
        if (!error.code().starts_with("device.")) throw;
        model.options.device = inference::EngineOptions().device;
    }
    return model;
}

}  // namespace fleming::app
