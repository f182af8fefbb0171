#include "inference/engine_options.h"

#include "base/error.h"

namespace fleming::inference {

DataType dataTypeFromString(const std::string& name) {
    if (name == "auto") return DataType::automatic;
    if (name == "float32" || name == "fp32") return DataType::float32;
    if (name == "bfloat16" || name == "bf16") return DataType::bfloat16;
    if (name == "float16" || name == "fp16") return DataType::float16;
    throw Error("engine.unknown_data_type", {}, {name});
}

const char* toString(DataType type) {
    switch (type) {
        case DataType::automatic:
            return "auto";
        case DataType::float32:
            return "float32";
        case DataType::bfloat16:
            return "bfloat16";
        case DataType::float16:
            return "float16";
    }
    return "";
}

Quantization quantizationFromString(const std::string& name) {
    for (const Quantization quantization : {Quantization::none, Quantization::int8, Quantization::int4}) {
        if (name == toString(quantization)) return quantization;
    }
    throw Error("engine.unknown_quantization", {}, {name});
}

const char* toString(Quantization quantization) {
    switch (quantization) {
        case Quantization::none:
            return "none";
        case Quantization::int8:
            return "int8";
        case Quantization::int4:
            return "int4";
    }
    return "";
}

std::string typeName(DataType type, Quantization quantization) {
    if (quantization == Quantization::none) return toString(type);
    return std::string(toString(quantization)) + " (" + toString(type) + ")";
}

}  // namespace fleming::inference
