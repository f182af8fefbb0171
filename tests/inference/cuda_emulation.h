#pragma once

// CUDA's words on the processor, so that kernels can be tested where there is no GPU: the threads of a block are
// contexts that take turns, and change wherever they wait for each other. Slow, and the same on every run. What it
// cannot show: speed, memory that is read before it is written by another block, and instructions that only nvcc knows.
// Include it before a kernel's file.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <ucontext.h>
#include <vector>

// GCC 12 takes some kernels for functions without effect, and leaves their calls out.
#define __global__ __attribute__((noipa))
#define __device__
#define __shared__ static  // one block runs at a time

struct dim3 {
    unsigned x = 1, y = 1, z = 1;
};

namespace cuda_emulation {

constexpr unsigned kWarp = 32;
constexpr std::size_t kStackBytes = 256 << 10;

/// Threads that wait for each other: a block or a warp.
struct Group {
    unsigned size = 0, arrived = 0, round = 0;
};

struct Thread {
    ucontext_t context{};
    std::vector<char> stack = std::vector<char>(kStackBytes);
    Group* waitsFor = nullptr;
    unsigned round = 0;
    bool ended = false;
};

/// A thread's share of the multiplicands of a product in the tensor cores.
struct Tiles {
    unsigned a[4], b[2];
};

struct Block {
    ucontext_t scheduler{};
    std::vector<Thread> threads;
    Group all;
    std::vector<Group> warps;
    std::vector<float> exchanged;
    std::vector<Tiles> tiles;
    std::function<void()> kernel;
    unsigned now = 0;
};

inline Block* block = nullptr;

inline void waitFor(Group& group) {
    Thread& thread = block->threads[block->now];
    if (++group.arrived == group.size) {
        group.arrived = 0;
        ++group.round;
        return;
    }
    thread.waitsFor = &group;
    thread.round = group.round;
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

inline float __shfl_xor_sync(unsigned, float value, int mask) {
    using namespace cuda_emulation;
    Group& warp = block->warps[block->now / kWarp];
    const unsigned me = block->now;
    block->exchanged[me] = value;
    waitFor(warp);
    const float other = block->exchanged[me ^ static_cast<unsigned>(mask)];
    waitFor(warp);
    return other;
}

/// mma.m16n8k16 of a warp; number(bits) is the value of 16 bits. Which thread has which element is as the PTX ISA says
/// of the fragments for mma.m16n8k16 with 16-bit floating point types.
template <typename Number>
void emulatedMultiplyTiles(float (&sums)[4], const unsigned (&a)[4], const unsigned (&b)[2], const Number& number) {
    using namespace cuda_emulation;
    const unsigned me = block->now, lane = me % kWarp;
    Tiles* warp = block->tiles.data() + me / kWarp * kWarp;
    std::copy(a, a + 4, warp[lane].a);
    std::copy(b, b + 2, warp[lane].b);
    waitFor(block->warps[me / kWarp]);
    const auto half = [&](unsigned word, unsigned which) { return number(word >> (16 * which) & 0xffffU); };
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
    exponent = std::max(exponent, -13);  // below 2^-14 the steps stay as they are
    const auto steps = static_cast<unsigned>(std::nearbyint(std::ldexp(magnitude, 11 - exponent)));
    return static_cast<unsigned short>(sign | (steps + (static_cast<unsigned>(exponent + 13) << 10)));
}

namespace cuda_emulation {

/// Runs the kernel for one block of the grid.
inline void runBlock(Block& state, dim3 threads) {
    state.all = {threads.x, 0, 0};
    state.warps.assign((threads.x + kWarp - 1) / kWarp, Group{kWarp, 0, 0});
    for (Thread& thread : state.threads) {
        thread.ended = false;
        thread.waitsFor = nullptr;
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
            if (thread.ended || (thread.waitsFor && thread.waitsFor->round == thread.round)) continue;
            thread.waitsFor = nullptr;
            threadIdx = {state.now, 0, 0};
            moved = true;
            swapcontext(&state.scheduler, &thread.context);
        }
    }
    if (std::ranges::any_of(state.threads, [](const Thread& thread) { return !thread.ended; }))
        throw std::logic_error("Threads of a block wait for each other for ever.");
}

}  // namespace cuda_emulation

/// Runs a kernel for a grid: run({4}, {128}, [&] { kernel(...); }).
inline void run(dim3 grid, dim3 threads, const std::function<void()>& kernel) {
    using namespace cuda_emulation;
    gridDim = grid;
    blockDim = threads;
    Block state;
    block = &state;
    state.kernel = kernel;
    state.threads.resize(threads.x);
    state.exchanged.resize(threads.x);
    state.tiles.resize(threads.x);
    for (blockIdx.z = 0; blockIdx.z < grid.z; ++blockIdx.z) {
        for (blockIdx.y = 0; blockIdx.y < grid.y; ++blockIdx.y) {
            for (blockIdx.x = 0; blockIdx.x < grid.x; ++blockIdx.x)
                runBlock(state, threads);
        }
    }
    block = nullptr;
}
