#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fleming::inference {

/// The place of an image in the batch that the vision tower encoded. On CUDA the features of an image depend, by
/// rounding, on the size of the batch.
struct BatchPlace {
    std::int64_t batch = 0;  ///< a number of the engine: images with the same number were encoded together
    int size = 1;            ///< images in the batch
    int index = 0;           ///< of this image
    bool operator==(const BatchPlace&) const = default;
};

/// An image whose features a pass has used.
struct EncodedImage {
    std::int64_t start = 0;  ///< position of its first token in the prompt
    BatchPlace place;
    bool operator==(const EncodedImage&) const = default;
};

/// A pass of the language model that computed keys and values in the KV cache of a prompt. The keys and values of a
/// token depend, by rounding, on the tokens that were computed together with it.
struct CachePass {
    std::int64_t first = 0, last = 0;  ///< the tokens [first, last) of the prompt have keys and values of this pass
    /// The pass computed the tokens [first, end). It is greater than `last` if the pass belonged to another prompt,
    /// with which this one shares only the tokens up to `last`.
    std::int64_t end = 0;
    /// The decoder computed the tokens, one at a time: they were generated. Else they were computed together.
    bool decoded = false;
    std::vector<EncodedImage> images;  ///< those of the tokens; without images that were encoded alone
    bool operator==(const CachePass&) const = default;
};

/// What the tokens of an answer depend on, besides weights, prompt, images, parameters, type and device. With the same
/// facts, an engine generates the same tokens with the same log-probabilities.
struct RunFacts {
    std::string processor;  ///< name of the CPU, and of each GPU
    std::string kernels;    ///< the instruction sets in use: of the engine, of libtorch and of its BLAS
    std::string libraries;  ///< versions of libtorch and oneDNN
    int threads = 0;        ///< CPU threads; 0: nothing is known of the run
    int imagesPerBatch = 0;
    int tokensPerPass = 0;  ///< the most tokens of a prompt that are computed together
    /// How the keys and values of the whole prompt were computed, in order and without gaps. Empty if it is not known.
    std::vector<CachePass> passes;
    bool operator==(const RunFacts&) const = default;
};

/// Returns the facts as a JSON object; the keys are the names of the members in snake_case. A pass is
/// {"tokens": [first, last], "end", "decoded", "images": [[start, batch, size, index], ...]}; members with the default
/// (end = last, false, empty) are absent. Returns an empty string if nothing is known of the run.
std::string toJson(const RunFacts& facts);

/// Parses the result of toJson(). Throws Error("run.damaged") if it is not what toJson() writes.
RunFacts runFactsFromJson(std::string_view json);

/// An earlier answer that is to be computed again, bit by bit. Empty members are not known.
struct RunToRepeat {
    std::vector<std::int32_t> promptIds;  ///< Answer::promptIds; empty: the prompt is made of the texts
    RunFacts facts;                       ///< its threads and passes are used; without passes, the engine chooses them
};

}  // namespace fleming::inference
