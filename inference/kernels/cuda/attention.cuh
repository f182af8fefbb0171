#pragma once

#include "inference/kernels/cuda/input_groups.cuh"
#include "inference/kernels/cuda/primitives.cuh"

// Causal grouped-query attention of one new token per sequence over its KV cache, softmax in float32. Flash-Decoding
// (T. Dao et al., 2023): the cached tokens are divided into splits; attendSplits() computes the softmax and the
// weighted sum of values of each split, and combineSplits() merges them.

namespace fleming::inference::cuda {

constexpr int kAttentionWarps = 4;  // with tensor cores
constexpr int kMaxGroupSize = 8;    // query heads per key head
constexpr int kMaxHeadSize = 128;
constexpr int kMaxSplits = 32;
constexpr int kTileTokens = 16;                 // that a warp processes at once
constexpr int kMaxSequences = 8;                // per launch
constexpr int kSplitFloats = kMaxHeadSize + 2;  // partial result of a head: maximum score, softmax sum, output

/// The KV cache of one layer of one sequence, [kvHeads, capacity, size], and the number of cached tokens.
template <typename T>
struct LayerCache {
    T *keys, *values;
    const int* length;
    int capacity;
};

template <typename T>
struct LayerCaches {
    LayerCache<T> of[kMaxSequences];
};

/// The operands of attendSplits(): query [sequences, heads, size], key and value [sequences, key heads, size], table
/// float32 [sequences, size]: cosines, then sines, of the rotation of the new token (see rotaryTable()). splits
/// [sequences, heads, gridDim.y, kSplitFloats]; those of empty splits are not written.
template <typename T>
struct AttentionTask {
    const T *query, *key, *value;
    LayerCaches<T> caches;
    const float* table;
    float* splits;
    int group;  ///< query heads per key head
};

/// Returns the tokens per split if `length` tokens are divided into `splits`. The last splits may be empty.
__device__ inline int tokensPerSplit(int length, int splits) {
    const int each = (length + splits - 1) / splits;
    return (each + kTileTokens - 1) / kTileTokens * kTileTokens;
}

/// The place of a thread block: one split of one key head of one sequence.
template <typename T>
struct SplitPlace {
    LayerCache<T> cache;
    long long keyHead;   ///< among the key heads of all sequences
    long long firstRow;  ///< of the key head in the cache, in elements
    int position;        ///< of the new token
    int begin, end;      ///< the tokens of the split

    __device__ SplitPlace(const AttentionTask<T>& task, int size) : cache(task.caches.of[blockIdx.z]) {
        keyHead = static_cast<long long>(blockIdx.z) * gridDim.x + blockIdx.x;
        firstRow = static_cast<long long>(blockIdx.x) * cache.capacity * size;
        position = *cache.length;
        const int each = tokensPerSplit(position + 1, static_cast<int>(gridDim.y));
        begin = static_cast<int>(blockIdx.y) * each;
        end = min(position + 1, begin + each);
    }
};

/// The new token in shared memory: the rotated queries of the group (the others are 0), and the rotated key and the
/// value of the key head.
template <typename T, int Size>
struct alignas(16) NewToken {
    T queries[kMaxGroupSize][Size], key[Size], value[Size];
};

/// Computes the new token, with the rotary embedding (half-split form, see rotary.h). The block of the split of the new
/// token also adds its key and value to the cache.
template <typename T, int Size>
__device__ void rotateNewToken(NewToken<T, Size>& token, const AttentionTask<T>& task, const SplitPlace<T>& place) {
    constexpr int kHalf = Size / 2;
    const int threads = static_cast<int>(blockDim.x);
    const T* queries = task.query + place.keyHead * task.group * Size;
    const float* table = task.table + static_cast<long long>(blockIdx.z) * Size;
    for (int i = static_cast<int>(threadIdx.x); i < (kMaxGroupSize + 1) * kHalf; i += threads) {
        const int head = i / kHalf, pair = i % kHalf;
        const bool isKey = head == kMaxGroupSize;
        const T* from = isKey ? task.key + place.keyHead * Size : queries + static_cast<long long>(head) * Size;
        T* to = isKey ? token.key : token.queries[head];
        const bool used = isKey || head < task.group;
        const float low = used ? toFloat(from[pair]) : 0.0F, high = used ? toFloat(from[pair + kHalf]) : 0.0F;
        const float c = table[pair], s = table[pair + kHalf];
        to[pair] = fromFloat<T>(low * c - high * s);
        to[pair + kHalf] = fromFloat<T>(high * c + low * s);
    }
    for (int i = static_cast<int>(threadIdx.x); i < Size; i += threads)
        token.value[i] = task.value[place.keyHead * Size + i];
    __syncthreads();
    if (place.position >= place.end) return;
    const long long at = place.firstRow + static_cast<long long>(place.position) * Size;
    for (int i = static_cast<int>(threadIdx.x); i < Size; i += threads) {
        place.cache.keys[at + i] = token.key[i];
        place.cache.values[at + i] = token.value[i];
    }
}

/// Returns two 16-bit values as the low and high half of a word.
template <typename T>
__device__ unsigned packed(float low, float high) {
    return fromFloat<T>(low).bits | static_cast<unsigned>(fromFloat<T>(high).bits) << 16;
}

/// `Elements` neighbouring 16-bit elements of a value, two per word.
template <int Elements>
struct alignas(Elements == 4 ? 8 : 16) ValueWords {
    unsigned word[Elements / 2];
};

/// attendSplits() with tensor cores, for 16-bit T. Grid: key heads (x), splits (y), sequences (z). Block:
/// kAttentionWarps warps; each processes every kAttentionWarps-th tile of kTileTokens tokens of the split. Fragments
/// (see mma()): row lane / 4 of A is a query head. The elements of a head are permuted, so that a lane loads 16 bytes
/// at once: for the scores alike in queries and keys; for the output, column n of tile j is element n * Size / 8 + j.
template <typename T, int Size>
__global__ void attendSplitsMma(AttentionTask<T> task) {
    constexpr int kKeyChunks = Size / 32, kTiles = Size / 8;  // chunks of a key that a lane holds; column tiles
    const SplitPlace<T> place(task, Size);
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int eighth = lane / 4, quarter = lane % 4;
    // Of each tile: the keys of the tokens `eighth` and `eighth` + 8, and the values of the tokens 2 quarter, the next
    // one, and those 8 later.
    Chunk keys[2][kKeyChunks];
    ValueWords<kTiles> values[4];
    const auto valueToken = [&](int first, int i) { return first + 2 * quarter + i % 2 + i / 2 * 8; };
    const auto load = [&](int first) {
#pragma unroll
        for (int i = 0; i < 2; ++i) {
            const int token = first + eighth + 8 * i;
            const T* from = place.cache.keys + place.firstRow + static_cast<long long>(token) * Size;
#pragma unroll
            for (int c = 0; c < kKeyChunks; ++c) {
                keys[i][c] = Chunk{};
                if (token < min(place.end, place.position))
                    keys[i][c] = *reinterpret_cast<const Chunk*>(from + (4 * c + quarter) * 8);
            }
        }
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            const int token = valueToken(first, i);
            const T* from = place.cache.values + place.firstRow + static_cast<long long>(token) * Size;
            values[i] = ValueWords<kTiles>{};
            if (token < min(place.end, place.position))
                values[i] = *reinterpret_cast<const ValueWords<kTiles>*>(from + eighth * kTiles);
        }
    };
    int first = place.begin + warp * kTileTokens;
    load(first);  // written by earlier steps
    allowNextKernel();
    waitForPreviousKernel();
    if (place.begin >= place.end) return;
    __shared__ NewToken<T, Size> newToken;
    rotateNewToken(newToken, task, place);

    Chunk queries[kKeyChunks];
#pragma unroll
    for (int c = 0; c < kKeyChunks; ++c)
        queries[c] = *reinterpret_cast<const Chunk*>(newToken.queries[eighth] + (4 * c + quarter) * 8);
    const float scale = rsqrtf(static_cast<float>(Size));
    float maximum = -1e30F, sum = 0.0F, outputs[kTiles][4] = {};  // of head `eighth`
    for (; first < place.end; first += kAttentionWarps * kTileTokens) {
        if (first != place.begin + warp * kTileTokens) load(first);
        if (first <= place.position && place.position < first + kTileTokens) {
#pragma unroll
            for (int i = 0; i < 2; ++i) {
                if (first + eighth + 8 * i != place.position) continue;
#pragma unroll
                for (int c = 0; c < kKeyChunks; ++c)
                    keys[i][c] = *reinterpret_cast<const Chunk*>(newToken.key + (4 * c + quarter) * 8);
            }
#pragma unroll
            for (int i = 0; i < 4; ++i) {
                if (valueToken(first, i) == place.position)
                    values[i] = *reinterpret_cast<const ValueWords<kTiles>*>(newToken.value + eighth * kTiles);
            }
        }
        float scores[2][4] = {};  // [tokens 0 to 7, 8 to 15]: of head `eighth`, the tokens 2 quarter and the next one
#pragma unroll
        for (int i = 0; i < 2; ++i) {
#pragma unroll
            for (int c = 0; c < kKeyChunks; ++c) {
#pragma unroll
                for (int pair = 0; pair < 4; pair += 2) {
                    const unsigned a[4] = {queries[c].value[pair], 0, queries[c].value[pair + 1], 0};
                    const unsigned b[2] = {keys[i][c].value[pair], keys[i][c].value[pair + 1]};
                    mma<T>(scores[i], a, b);
                }
            }
        }
        float weights[4], newMaximum = maximum;
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            weights[i] = valueToken(first, i) < place.end ? scores[i / 2][i % 2] * scale : -1e30F;
            newMaximum = fmaxf(newMaximum, weights[i]);
        }
        newMaximum = fmaxf(newMaximum, __shfl_xor_sync(0xffffffffU, newMaximum, 1));
        newMaximum = fmaxf(newMaximum, __shfl_xor_sync(0xffffffffU, newMaximum, 2));
        const float decay = expf(maximum - newMaximum);
        maximum = newMaximum;
        sum *= decay;
#pragma unroll
        for (int i = 0; i < 4; ++i) {
            weights[i] = expf(weights[i] - maximum);
            sum += weights[i];
        }
        const unsigned a[4] = {packed<T>(weights[0], weights[1]), 0, packed<T>(weights[2], weights[3]), 0};
#pragma unroll
        for (int j = 0; j < kTiles; ++j) {
            outputs[j][0] *= decay;
            outputs[j][1] *= decay;
            const auto both = [&](int i) {
                const unsigned one = values[i].word[j / 2], next = values[i + 1].word[j / 2];
                return j % 2 == 0 ? lowHalves(one, next) : highHalves(one, next);
            };
            const unsigned b[2] = {both(0), both(2)};
            mma<T>(outputs[j], a, b);
        }
    }
    sum += __shfl_xor_sync(0xffffffffU, sum, 1);
    sum += __shfl_xor_sync(0xffffffffU, sum, 2);

    struct Part {
        float maximum, sum, output[Size];
    };
    __shared__ Part parts[kAttentionWarps][kMaxGroupSize];
    Part& mine = parts[warp][eighth];
    if (quarter == 0) {
        mine.maximum = maximum;
        mine.sum = sum;
    }
#pragma unroll
    for (int j = 0; j < kTiles; ++j) {
        mine.output[2 * quarter * kTiles + j] = outputs[j][0];
        mine.output[(2 * quarter + 1) * kTiles + j] = outputs[j][1];
    }
    __syncthreads();
    for (int head = warp; head < task.group; head += kAttentionWarps) {
        float* result = task.splits + ((place.keyHead * task.group + head) * gridDim.y + blockIdx.y) * kSplitFloats;
        float all = parts[0][head].maximum, total = 0.0F, factors[kAttentionWarps];
        for (int w = 1; w < kAttentionWarps; ++w)
            all = fmaxf(all, parts[w][head].maximum);
#pragma unroll
        for (int w = 0; w < kAttentionWarps; ++w) {
            factors[w] = expf(parts[w][head].maximum - all);
            total += factors[w] * parts[w][head].sum;
        }
        for (int i = lane; i < Size; i += kWarp) {
            float output = 0.0F;
#pragma unroll
            for (int w = 0; w < kAttentionWarps; ++w)
                output += factors[w] * parts[w][head].output[i];
            result[2 + i] = output;
        }
        if (lane == 0) {
            result[0] = all;
            result[1] = total;
        }
    }
}

/// attendSplits() without tensor cores. Grid as above. Block: kMaxGroupSize warps, one per query head.
template <typename T, int Size>
__global__ void attendSplits(AttentionTask<T> task) {
    constexpr int kPerLane = Size / kWarp;
    const SplitPlace<T> place(task, Size);
    allowNextKernel();
    waitForPreviousKernel();
    if (place.begin >= place.end) return;
    __shared__ NewToken<T, Size> newToken;
    rotateNewToken(newToken, task, place);
    __syncthreads();  // the new key and value are in the cache
    const int lane = static_cast<int>(threadIdx.x) % kWarp, head = static_cast<int>(threadIdx.x) / kWarp;
    if (head >= task.group) return;
    float query[kPerLane], output[kPerLane] = {}, maximum = -1e30F, sum = 0.0F;
    loadFloats(newToken.queries[head] + lane * kPerLane, query);
    const float scale = rsqrtf(static_cast<float>(Size));
    for (int token = place.begin; token < place.end; ++token) {
        const long long at = place.firstRow + static_cast<long long>(token) * Size + lane * kPerLane;
        float key[kPerLane], value[kPerLane], score = 0.0F;
        loadFloats(place.cache.keys + at, key);
        loadFloats(place.cache.values + at, value);
        for (int i = 0; i < kPerLane; ++i)
            score += query[i] * key[i];
        score = warpSum(score) * scale;
        const float before = maximum;
        maximum = fmaxf(maximum, score);
        const float decay = expf(before - maximum), weight = expf(score - maximum);
        sum = sum * decay + weight;
        for (int i = 0; i < kPerLane; ++i)
            output[i] = output[i] * decay + weight * value[i];
    }
    float* result = task.splits + ((place.keyHead * task.group + head) * gridDim.y + blockIdx.y) * kSplitFloats;
    for (int i = 0; i < kPerLane; ++i)
        result[2 + lane * kPerLane + i] = output[i];
    if (lane == 0) {
        result[0] = maximum;
        result[1] = sum;
    }
}

constexpr int kCombineParts = 4;  // of the splits of a head, summed by different threads

/// Merges the splits, at most kMaxSplits: result [sequences, heads, size]; quantizes it to `groups` instead if it is
/// not null; size is then a multiple of kGroup. Grid: heads (x), sequences (y). Block: kCombineParts * size / 2
/// threads.
template <typename T>
__global__ void combineSplits(const float* splits, LayerCaches<T> caches, T* result, InputGroup* groups, int splitCount,
                              int size) {
    static_assert(kMaxSplits <= kWarp);
    const int tokens = *caches.of[blockIdx.y].length + 1, each = tokensPerSplit(tokens, splitCount);
    const int count = (tokens + each - 1) / each;  // the others are empty
    const long long row = static_cast<long long>(blockIdx.y) * gridDim.x + blockIdx.x;
    const float* partials = splits + row * splitCount * kSplitFloats;
    const int thread = static_cast<int>(threadIdx.x), lane = thread % kWarp;
    const int element = 2 * (thread % (size / 2)), part = thread / (size / 2);
    allowNextKernel();
    waitForPreviousKernel();
    __shared__ float weights[kMaxSplits], sums[kCombineParts][kMaxHeadSize];
    const float score = lane < count ? partials[lane * kSplitFloats] : -1e30F, maximum = warpMax(score);
    const float weight = expf(score - maximum);
    const float sum = warpSum(lane < count ? weight * partials[lane * kSplitFloats + 1] : 0.0F);
    if (thread < count) weights[lane] = weight;
    __syncthreads();
    float values[2] = {};
#pragma unroll
    for (int i = 0; i < kMaxSplits / kCombineParts; ++i) {
        const int split = part + i * kCombineParts;
        if (split >= count) continue;
        float pair[2];
        loadFloats(partials + split * kSplitFloats + 2 + element, pair);
        values[0] = fmaf(weights[split], pair[0], values[0]);
        values[1] = fmaf(weights[split], pair[1], values[1]);
    }
    sums[part][element] = values[0];
    sums[part][element + 1] = values[1];
    __syncthreads();
    if (part > 0) return;  // with groups, whole warps
    for (int k = 0; k < 2; ++k) {
        float total = 0.0F;
        for (const auto& of : sums)
            total += of[element + k];
        values[k] = toFloat(fromFloat<T>(total / sum));
    }
    if (groups) {
        quantizeGroup(values, groups[(static_cast<int>(blockIdx.x) * size + element) / kGroup],
                      static_cast<int>(blockIdx.y));
    } else {
        storeFloats(result + row * size + element, values);
    }
}

}  // namespace fleming::inference::cuda
