#pragma once

#include <cstdint>
#include <vector>

namespace fleming::inference {

/// Weights of one pass of a resize, for the output pixels [begin, begin + count) of all.
struct ResampleWeights {
    struct Span {
        int first;  ///< first input pixel
        int count;  ///< how many, at most `stride`
    };
    int stride = 0;                     ///< weights kept for an output pixel
    std::vector<Span> spans;            ///< by output pixel
    std::vector<std::int32_t> weights;  ///< spans.size() x stride, 22 fractional bits, zero where unused

    const std::int32_t* of(int output) const;
};

/// Pillow's bicubic weights (a = -0.5, antialiased) from `inputSize` to `outputSize` pixels, for the output pixels
/// [begin, begin + count): float64 weights, normalised, then rounded half away from zero (Pillow, Resample.c:
/// precompute_coeffs and normalize_coeffs_8bpc).
ResampleWeights bicubicWeights(int inputSize, std::int64_t outputSize, std::int64_t begin, int count);

/// A horizontal pass over `rows` rows of RGB bytes, from `inputWidth` to weights.spans.size() pixels a row.
void resampleRows(const std::uint8_t* input, int inputWidth, int rows, const ResampleWeights& weights,
                  std::uint8_t* output);

/// A vertical pass: output row y from the input rows that weights.spans[y] names; `rowBytes` bytes a row in both.
void resampleColumns(const std::uint8_t* input, int rowBytes, const ResampleWeights& weights, std::uint8_t* output);

}  // namespace fleming::inference
