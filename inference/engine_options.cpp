#include "base/error.h"
#include "inference/engine.h"

namespace fleming::inference {

DataType dataTypeFromString(const std::string& name) {
    if (name == "auto") return DataType::automatic;
    if (name == "float32" || name == "fp32") return DataType::float32;
    if (name == "bfloat16" || name == "bf16") return DataType::bfloat16;
    if (name == "float16" || name == "fp16") return DataType::float16;
    throw Error("Data type \"" + name + "\" is unknown. Use auto, float32, bfloat16 or float16.");
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
    throw Error("Quantization \"" + name + "\" is unknown. Use none, int8 or int4.");
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

std::string ModelInfo::typeName() const {
    const std::string type = toString(dtype);
    return quantization == Quantization::none ? type : std::string(toString(quantization)) + " (" + type + ")";
}

}  // namespace fleming::inference
