#pragma once

// Building blocks of the CUDA kernels: element types, vector loads, warp and block reductions, tensor-core mma. nvcc
// compiles the kernels for the GPU. The tests compile them with a C++ compiler, after an emulation of the CUDA
// built-ins that they use (tests/inference/cuda_emulation.h); so the kernels keep to a small set of built-ins.

#ifdef __CUDACC__
#include <cuda_fp16.h>
#endif

namespace fleming::inference::cuda {

constexpr int kWarp = 32;

/// 16-bit elements as stored in memory.
struct Bf16 {
    unsigned short bits;
};
struct Fp16 {
    unsigned short bits;
};

__device__ inline float asFloat(unsigned bits) {
#ifdef __CUDA_ARCH__
    return __uint_as_float(bits);
#else
    return __builtin_bit_cast(float, bits);
#endif
}

__device__ inline unsigned asBits(float value) {
#ifdef __CUDA_ARCH__
    return __float_as_uint(value);
#else
    return __builtin_bit_cast(unsigned, value);
#endif
}

__device__ inline float toFloat(float value) {
    return value;
}
__device__ inline float toFloat(Bf16 value) {
    return asFloat(static_cast<unsigned>(value.bits) << 16);
}
__device__ inline float toFloat(Fp16 value) {
#ifdef __CUDACC__
    return __half2float(__ushort_as_half(value.bits));
#else
    return emulatedHalfToFloat(value.bits);
#endif
}

/// Rounds to the nearest value of T, ties to even.
template <typename T>
__device__ T fromFloat(float value);

template <>
__device__ inline float fromFloat<float>(float value) {
    return value;
}

template <>
__device__ inline Bf16 fromFloat<Bf16>(float value) {
    const unsigned bits = asBits(value);
    if ((bits & 0x7fffffffU) > 0x7f800000U) return {static_cast<unsigned short>((bits >> 16) | 0x40U)};
    return {static_cast<unsigned short>((bits + 0x7fffU + ((bits >> 16) & 1U)) >> 16)};
}

template <>
__device__ inline Fp16 fromFloat<Fp16>(float value) {
#ifdef __CUDACC__
    return {__half_as_ushort(__float2half_rn(value))};
#else
    return {emulatedFloatToHalf(value)};
#endif
}

/// N elements that are loaded or stored with one instruction: at most 16 bytes.
template <typename T, int N>
struct alignas(sizeof(T) * N) Pack {
    T value[N];
};

template <int N, typename T>
__device__ void toFloats(const Pack<T, N>& pack, float (&to)[N]) {
#pragma unroll
    for (int i = 0; i < N; ++i)
        to[i] = toFloat(pack.value[i]);
}

template <int N, typename T>
__device__ void loadFloats(const T* from, float (&to)[N]) {
    toFloats(*reinterpret_cast<const Pack<T, N>*>(from), to);
}

/// Loads 4, 8 or 16 bytes of weights, which a step reads once and no kernel writes. In program order with the functions
/// for dependent launch below.
template <int N, typename T>
__device__ Pack<T, N> loadWeights(const T* from) {
#ifdef __CUDA_ARCH__
    constexpr int kBytes = N * static_cast<int>(sizeof(T));
    static_assert(kBytes == 4 || kBytes == 8 || kBytes == 16);
    unsigned words[kBytes / 4];
    if constexpr (kBytes == 4) asm volatile("ld.global.nc.L1::no_allocate.u32 %0, [%1];" : "=r"(words[0]) : "l"(from));
    if constexpr (kBytes == 8)
        asm volatile("ld.global.nc.L1::no_allocate.L2::128B.v2.u32 {%0,%1}, [%2];"
                     : "=r"(words[0]), "=r"(words[1])
                     : "l"(from));
    if constexpr (kBytes == 16)
        asm volatile("ld.global.nc.L1::no_allocate.L2::128B.v4.u32 {%0,%1,%2,%3}, [%4];"
                     : "=r"(words[0]), "=r"(words[1]), "=r"(words[2]), "=r"(words[3])
                     : "l"(from));
    return *reinterpret_cast<const Pack<T, N>*>(words);
#else
    return *reinterpret_cast<const Pack<T, N>*>(from);
#endif
}

/// Stores N elements with one instruction.
template <int N, typename T>
__device__ void storeFloats(T* to, const float (&values)[N]) {
    Pack<T, N> pack;
#pragma unroll
    for (int i = 0; i < N; ++i)
        pack.value[i] = fromFloat<T>(values[i]);
    *reinterpret_cast<Pack<T, N>*>(to) = pack;
}

/// Returns the low halves of two words as one word, that of `first` in the low half.
__device__ inline unsigned lowHalves(unsigned first, unsigned second) {
#ifdef __CUDA_ARCH__
    return __byte_perm(first, second, 0x5410);
#else
    return (first & 0xffffU) | second << 16;
#endif
}

/// Returns the high halves of two words as one word, that of `first` in the low half.
__device__ inline unsigned highHalves(unsigned first, unsigned second) {
#ifdef __CUDA_ARCH__
    return __byte_perm(first, second, 0x7632);
#else
    return first >> 16 | (second & 0xffff0000U);
#endif
}

/// Returns silu(gate) * up.
__device__ inline float swiGluOf(float gate, float up) {
    return gate / (1.0F + expf(-gate)) * up;
}

/// Computes sums += A B with the tensor cores: A [16, 16] and B [16, 8] of 16-bit elements, sums [16, 8] in float32.
/// All lanes of a warp call it with their fragments of mma.m16n8k16 (PTX ISA, "Matrix Fragments for mma.m16n8k16").
template <typename T>
__device__ void mma(float (&sums)[4], const unsigned (&a)[4], const unsigned (&b)[2]);

#ifdef __CUDACC__
#define FLEMING_MMA(Type, name)                                                                       \
    template <>                                                                                       \
    __device__ inline void mma<Type>(float(&sums)[4], const unsigned(&a)[4], const unsigned(&b)[2]) { \
        asm("mma.sync.aligned.m16n8k16.row.col.f32." name "." name                                    \
            ".f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "                                            \
            "{%0,%1,%2,%3};"                                                                          \
            : "+f"(sums[0]), "+f"(sums[1]), "+f"(sums[2]), "+f"(sums[3])                              \
            : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));                      \
    }
FLEMING_MMA(Bf16, "bf16")
FLEMING_MMA(Fp16, "f16")
#undef FLEMING_MMA
#else
template <typename T>
void mma(float (&sums)[4], const unsigned (&a)[4], const unsigned (&b)[2]) {
    emulatedMma(sums, a, b, [](unsigned bits) { return toFloat(T{static_cast<unsigned short>(bits)}); });
}
#endif

/// Computes sums += A B with the tensor cores: A [16, 32] and B [32, 8] of signed bytes, sums [16, 8]. The threads of a
/// warp call it with their fragments of mma.m16n8k32 (PTX ISA, "Matrix Fragments for mma.m16n8k32").
__device__ inline void mma(int (&sums)[4], const unsigned (&a)[4], const unsigned (&b)[2]) {
#ifdef __CUDACC__
    asm("mma.sync.aligned.m16n8k32.row.col.s32.s8.s8.s32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
        : "+r"(sums[0]), "+r"(sums[1]), "+r"(sums[2]), "+r"(sums[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
#else
    emulatedByteMma(sums, a, b);
#endif
}

// Programmatic dependent launch (CUDA C++ Programming Guide; compute capability 9.0): a kernel starts while the
// previous one of the stream still runs, and waits where it needs its results. Without it, a kernel starts after the
// previous one.

/// Waits until the previous kernel of the stream has ended and its writes are visible. Every thread calls it before it
/// writes to global memory, or reads what an earlier kernel of the same step has written.
__device__ inline void waitForPreviousKernel() {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

/// Lets the next kernel of the stream start when all blocks of this one have called this function or ended.
__device__ inline void allowNextKernel() {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;" ::: "memory");
#endif
}

/// 16 bytes, the unit of asynchronous copies.
using Chunk = Pack<unsigned, 4>;

/// Starts to copy 16 bytes from global to shared memory. A group of copies ends with commitCopies().
__device__ inline void copyAsync(Chunk* to, const void* from) {
#ifdef __CUDA_ARCH__
    const auto address = static_cast<unsigned>(__cvta_generic_to_shared(to));
    asm volatile("cp.async.cg.shared.global.L2::128B [%0], [%1], 16;" ::"r"(address), "l"(from) : "memory");
#else
    *to = *static_cast<const Chunk*>(from);
#endif
}

__device__ inline void commitCopies() {
#ifdef __CUDA_ARCH__
    asm volatile("cp.async.commit_group;" ::: "memory");
#endif
}

/// Waits until all groups of copies of this thread except the last N are complete.
template <int N>
__device__ void waitForCopies() {
#ifdef __CUDA_ARCH__
    asm volatile("cp.async.wait_group %0;" ::"n"(N) : "memory");
#endif
}

/// Returns the sum over the lanes of a warp, in every lane.
__device__ inline float warpSum(float value) {
    for (int mask = kWarp / 2; mask > 0; mask /= 2)
        value += __shfl_xor_sync(0xffffffffU, value, mask);
    return value;
}

/// Returns the maximum over the lanes of a warp, in every lane.
__device__ inline float warpMax(float value) {
    for (int mask = kWarp / 2; mask > 0; mask /= 2)
        value = fmaxf(value, __shfl_xor_sync(0xffffffffU, value, mask));
    return value;
}

/// Returns the sum over all threads of a block of whole warps, in every thread.
__device__ inline float blockSum(float value) {
    __shared__ float sums[kWarp];
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int warps = static_cast<int>(blockDim.x) / kWarp;
    value = warpSum(value);
    __syncthreads();  // all warps have read the sums of the previous call
    if (lane == 0) sums[warp] = value;
    __syncthreads();
    return warpSum(lane < warps ? sums[lane] : 0.0F);
}

}  // namespace fleming::inference::cuda
