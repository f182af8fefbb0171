#pragma once

// What all kernels here are written with. They are compiled by nvcc for the GPU and, for the tests, by any C++ compiler with
// an emulation of CUDA's words included before (tests/inference/cuda_emulation.h); so they use few of these words.

#ifdef __CUDACC__
#include <cuda_fp16.h>
#endif

namespace fleming::inference::cuda {

constexpr int kWarp = 32;

/// The 16-bit types as they lie in memory.
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

__device__ inline float toFloat(float value) { return value; }
__device__ inline float toFloat(Bf16 value) { return asFloat(static_cast<unsigned>(value.bits) << 16); }
__device__ inline float toFloat(Fp16 value) {
#ifdef __CUDACC__
    return __half2float(__ushort_as_half(value.bits));
#else
    return emulatedHalfToFloat(value.bits);
#endif
}

/// Rounded to the nearest, ties to even.
template <typename T>
__device__ T fromFloat(float value);

template <>
__device__ inline float fromFloat<float>(float value) { return value; }

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

/// N numbers that are read or written at once; N times the type's size is at most 16 bytes.
template <typename T, int N>
struct alignas(sizeof(T) * N) Pack {
    T value[N];
};

template <int N, typename T>
__device__ void loadFloats(const T* from, float (&to)[N]) {
    const Pack<T, N> pack = *reinterpret_cast<const Pack<T, N>*>(from);
#pragma unroll
    for (int i = 0; i < N; ++i) to[i] = toFloat(pack.value[i]);
}

/// The sum over the lanes of a warp whose numbers differ in the bits from `first` up; every lane gets it.
__device__ inline float warpSum(float value, int first = 1) {
    for (int mask = kWarp / 2; mask >= first; mask /= 2) value += __shfl_xor_sync(0xffffffffU, value, mask);
    return value;
}

/// The sum over all threads of a block of whole warps; every thread gets it.
__device__ inline float blockSum(float value) {
    __shared__ float sums[kWarp];
    const int lane = static_cast<int>(threadIdx.x) % kWarp, warp = static_cast<int>(threadIdx.x) / kWarp;
    const int warps = static_cast<int>(blockDim.x) / kWarp;
    value = warpSum(value);
    __syncthreads();  // the sums of an earlier call have been read
    if (lane == 0) sums[warp] = value;
    __syncthreads();
    return warpSum(lane < warps ? sums[lane] : 0.0F);
}

}  // namespace fleming::inference::cuda
