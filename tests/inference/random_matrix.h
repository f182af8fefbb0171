#pragma once

#include "inference/kernels/bfloat16.h"
#include "inference/kernels/quantize.h"
#include "inference/kernels/weight_matrix.h"

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace fleming::inference {

/// Returns a random engine with a new seed for each run. Prints the seed, so that a failure can be reproduced.
inline std::mt19937& randomNumbers() {
    static std::mt19937 engine = [] {
        const unsigned seed = std::random_device{}();
        std::cout << "seed " << seed << "\n";
        return std::mt19937(seed);
    }();
    return engine;
}

/// Returns normally distributed values with mean 0 and standard deviation `spread`.
inline std::vector<float> randomFloats(std::int64_t count, float spread) {
    std::normal_distribution<float> normal(0.0F, spread);
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = normal(randomNumbers());
    return values;
}

/// Removes the characters that GoogleTest does not allow in parameter names.
inline std::string nameForTest(std::string name) {
    std::erase_if(name, [](unsigned char c) { return std::isalnum(c) == 0; });
    return name;
}

/// A random weight matrix of any type, with its storage.
struct RandomMatrix {
    RandomMatrix(WeightType type, std::int64_t rows, std::int64_t columns)
        : plain(randomFloats(rows * columns, 0.02F)),
          bytes(static_cast<std::size_t>(weightBytes(type, rows, columns))) {
        const WeightMatrix source{WeightType::float32, rows, columns, reinterpret_cast<const std::byte*>(plain.data())};
        if (isQuantized(type)) {
            quantize(source, type, 0, panelCount(rows), bytes.data());
        } else if (type == WeightType::bfloat16) {
            auto* target = reinterpret_cast<Bfloat16*>(bytes.data());
            for (const float value : plain)
                *target++ = toBfloat16(value);
        } else {
            bytes.assign(source.data, source.data + bytes.size());
        }
        matrix = {type, rows, columns, bytes.data()};
    }
    RandomMatrix(const RandomMatrix&) = delete;
    RandomMatrix& operator=(const RandomMatrix&) = delete;

    std::vector<float> plain;  // before the conversion to `type`
    std::vector<std::byte> bytes;
    WeightMatrix matrix;
};

constexpr WeightType kAllWeightTypes[] = {WeightType::float32, WeightType::bfloat16, WeightType::int8,
                                          WeightType::int4};

}  // namespace fleming::inference
