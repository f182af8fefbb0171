#pragma once

#include <cstdint>
#include <vector>

namespace fleming::inference {

/// The weights of one pass of a resize, for a range of the output pixels.
struct ResampleWeights {
    struct Span {
        int first;  ///< first input pixel
        int count;  ///< number of input pixels, at most `stride`
    };
    int stride = 0;                     ///< elements of `weights` per output pixel
    std::vector<Span> spans;            ///< by output pixel
    std::vector<std::int32_t> weights;  ///< [spans.size(), stride], 22 fractional bits, 0 where unused

    /// Returns the weights of one output pixel.
    const std::int32_t* row(int output) const;
};

/// Computes Pillow's bicubic weights (a = -0.5, antialiased) for a resize from `inputSize` to `outputSize` pixels, for
/// the output pixels [begin, begin + count): float64 weights, normalized, then rounded half away from zero. Source:
/// Pillow, Resample.c, precompute_coeffs() and normalize_coeffs_8bpc().
ResampleWeights bicubicWeights(int inputSize, std::int64_t outputSize, std::int64_t begin, int count);

/// Resamples `rows` rows of RGB bytes horizontally, from `inputWidth` to weights.spans.size() pixels per row.
void resampleRows(const std::uint8_t* input, int inputWidth, int rows, const ResampleWeights& weights,
                  std::uint8_t* output);

/// Resamples vertically: output row y is the weighted sum of the input rows weights.spans[y]. Rows have `rowBytes`
/// bytes in the input and the output.
void resampleColumns(const std::uint8_t* input, int rowBytes, const ResampleWeights& weights, std::uint8_t* output);

}  // namespace fleming::inference
