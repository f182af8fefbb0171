#pragma once

// An emulation of the CUDA built-ins on the CPU, for tests of kernels without a GPU: the threads of a block are
// user-level contexts (ucontext), which are switched when they wait for each other. It is slow and deterministic. It
// cannot detect races between blocks, nor the use of instructions that only nvcc knows, and says nothing about speed.
// Include it before the file of a kernel.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <ucontext.h>
#include <vector>

// noipa: GCC 12 considers some kernels free of side effects and removes the calls.
#define __global__ __attribute__((noipa))
#define __device__
#define __launch_bounds__(...)
#define __shared__ static  // blocks run one after another

struct dim3 {
    unsigned x = 1, y = 1, z = 1;
};

namespace cuda_emulation {

constexpr unsigned kWarp = 32;
constexpr std::size_t kStackBytes = 256 << 10;

/// A barrier of the threads of a block or a warp.
struct Barrier {
    unsigned size = 0, arrived = 0, round = 0;
};

struct Thread {
    ucontext_t context{};
    std::vector<char> stack = std::vector<char>(kStackBytes);
    Barrier* waitingAt = nullptr;
    unsigned round = 0;
    bool ended = false;
};

/// The operand fragments of a thread in mma.m16n8k16.
struct Fragments {
    unsigned a[4], b[2];
};

struct Block {
    ucontext_t scheduler{};
    std::vector<Thread> threads;
    Barrier all;
    std::vector<Barrier> warps;
    std::vector<float> exchanged;
    std::vector<Fragments> fragments;
    std::function<void()> kernel;
    unsigned now = 0;
};

inline Block* block = nullptr;

inline void waitFor(Barrier& barrier) {
    Thread& thread = block->threads[block->now];
    if (++barrier.arrived == barrier.size) {
        barrier.arrived = 0;
        ++barrier.round;
        return;
    }
    thread.waitingAt = &barrier;
    thread.round = barrier.round;
    swapcontext(&thread.context, &block->scheduler);
}

inline void threadMain() {
    block->kernel();
    block->threads[block->now].ended = true;
    swapcontext(&block->threads[block->now].context, &block->scheduler);
}

}  // namespace cuda_emulation

inline dim3 threadIdx, blockIdx, blockDim, gridDim;

inline void __syncthreads() {
    cuda_emulation::waitFor(cuda_emulation::block->all);
}

inline void __syncwarp() {
    cuda_emulation::waitFor(cuda_emulation::block->warps[cuda_emulation::block->now / cuda_emulation::kWarp]);
}

inline float __shfl_xor_sync(unsigned, float value, int mask) {
    using namespace cuda_emulation;
    Barrier& warp = block->warps[block->now / kWarp];
    const unsigned me = block->now;
    block->exchanged[me] = value;
    waitFor(warp);
    const float other = block->exchanged[me ^ static_cast<unsigned>(mask)];
    waitFor(warp);
    return other;
}

namespace cuda_emulation {

/// Gives the fragments of this thread to its warp. Returns those of all lanes.
inline const Fragments* exchangeFragments(const unsigned (&a)[4], const unsigned (&b)[2]) {
    const unsigned me = block->now;
    Fragments* warp = block->fragments.data() + me / kWarp * kWarp;
    std::copy(a, a + 4, warp[me % kWarp].a);
    std::copy(b, b + 2, warp[me % kWarp].b);
    waitFor(block->warps[me / kWarp]);
    return warp;
}

}  // namespace cuda_emulation

/// Emulates mma.m16n8k16 of a warp. toValue(bits) converts a 16-bit element. The fragments are those of the PTX ISA,
/// "Matrix Fragments for mma.m16n8k16 with floating point type".
template <typename ToValue>
void emulatedMma(float (&sums)[4], const unsigned (&a)[4], const unsigned (&b)[2], const ToValue& toValue) {
    using namespace cuda_emulation;
    const unsigned me = block->now, lane = me % kWarp;
    const Fragments* warp = exchangeFragments(a, b);
    const auto half = [&](unsigned word, unsigned which) { return toValue(word >> (16 * which) & 0xffffU); };
    const auto elementOfA = [&](unsigned row, unsigned column) {
        return half(warp[row % 8 * 4 + column % 8 / 2].a[row / 8 + column / 8 * 2], column % 2);
    };
    const auto elementOfB = [&](unsigned row, unsigned column) {
        return half(warp[column * 4 + row % 8 / 2].b[row / 8], row % 2);
    };
    for (unsigned i = 0; i < 4; ++i) {
        const unsigned row = lane / 4 + i / 2 * 8, column = lane % 4 * 2 + i % 2;
        for (unsigned k = 0; k < 16; ++k)
            sums[i] += elementOfA(row, k) * elementOfB(k, column);
    }
    waitFor(block->warps[me / kWarp]);
}

/// Emulates mma.m16n8k32 of signed bytes.
inline void emulatedByteMma(int (&sums)[4], const unsigned (&a)[4], const unsigned (&b)[2]) {
    using namespace cuda_emulation;
    const unsigned me = block->now, lane = me % kWarp;
    const Fragments* warp = exchangeFragments(a, b);
    const auto byte = [](unsigned word, unsigned which) {
        return static_cast<int>(static_cast<signed char>(word >> (8 * which)));
    };
    for (unsigned i = 0; i < 4; ++i) {
        const unsigned row = lane / 4 + i / 2 * 8, column = lane % 4 * 2 + i % 2;
        for (unsigned k = 0; k < 32; ++k) {
            sums[i] += byte(warp[row % 8 * 4 + k % 16 / 4].a[row / 8 + k / 16 * 2], k % 4) *
                       byte(warp[column * 4 + k % 16 / 4].b[k / 16], k % 4);
        }
    }
    waitFor(block->warps[me / kWarp]);
}

inline float rsqrtf(float value) {
    return 1.0F / std::sqrt(value);
}
using std::max;
using std::min;

inline float emulatedHalfToFloat(unsigned short bits) {
    const int exponent = bits >> 10 & 31, fraction = bits & 1023;
    const float sign = bits & 0x8000 ? -1.0F : 1.0F;
    if (exponent == 31) return fraction ? NAN : sign * INFINITY;
    return exponent == 0 ? sign * std::ldexp(static_cast<float>(fraction), -24)
                         : sign * std::ldexp(static_cast<float>(1024 + fraction), exponent - 25);
}

inline unsigned short emulatedFloatToHalf(float value) {
    const unsigned sign = std::signbit(value) ? 0x8000U : 0U;
    if (std::isnan(value)) return 0x7e00U;
    const float magnitude = std::fabs(value);
    if (magnitude >= 65520.0F) return static_cast<unsigned short>(sign | 0x7c00U);
    if (magnitude == 0.0F) return static_cast<unsigned short>(sign);
    int exponent = 0;
    std::frexp(magnitude, &exponent);
    exponent = std::max(exponent, -13);  // subnormal: the step size stays 2^-24
    const auto steps = static_cast<unsigned>(std::nearbyint(std::ldexp(magnitude, 11 - exponent)));
    return static_cast<unsigned short>(sign | (steps + (static_cast<unsigned>(exponent + 13) << 10)));
}

namespace cuda_emulation {

/// Runs the kernel for one block of the grid. Throws std::logic_error on a deadlock.
inline void runBlock(Block& state, dim3 threads) {
    state.all = {threads.x, 0, 0};
    state.warps.assign((threads.x + kWarp - 1) / kWarp, Barrier{kWarp, 0, 0});
    for (Thread& thread : state.threads) {
        thread.ended = false;
        thread.waitingAt = nullptr;
        getcontext(&thread.context);
        thread.context.uc_stack.ss_sp = thread.stack.data();
        thread.context.uc_stack.ss_size = thread.stack.size();
        thread.context.uc_link = &state.scheduler;
        makecontext(&thread.context, threadMain, 0);
    }
    for (bool moved = true; moved;) {
        moved = false;
        for (state.now = 0; state.now < threads.x; ++state.now) {
            Thread& thread = state.threads[state.now];
            if (thread.ended || (thread.waitingAt && thread.waitingAt->round == thread.round)) continue;
            thread.waitingAt = nullptr;
            threadIdx = {state.now, 0, 0};
            moved = true;
            swapcontext(&state.scheduler, &thread.context);
        }
    }
    if (std::ranges::any_of(state.threads, [](const Thread& thread) { return !thread.ended; }))
        throw std::logic_error("deadlock: not all threads of a block reached the same barrier");
}

}  // namespace cuda_emulation

/// Launches a kernel: run({4}, {128}, [&] { kernel(...); }) emulates kernel<<<4, 128>>>(...).
inline void run(dim3 grid, dim3 threads, const std::function<void()>& kernel) {
    using namespace cuda_emulation;
    gridDim = grid;
    blockDim = threads;
    Block state;
    block = &state;
    state.kernel = kernel;
    state.threads.resize(threads.x);
    state.exchanged.resize(threads.x);
    state.fragments.resize(threads.x);
    for (blockIdx.z = 0; blockIdx.z < grid.z; ++blockIdx.z) {
        for (blockIdx.y = 0; blockIdx.y < grid.y; ++blockIdx.y) {
            for (blockIdx.x = 0; blockIdx.x < grid.x; ++blockIdx.x)
                runBlock(state, threads);
        }
    }
    block = nullptr;
}
