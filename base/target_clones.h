#pragma once

// Macros that compile a function once for each of several x86-64 microarchitecture levels; the dynamic loader selects
// the clone for the CPU (GCC manual, "Function Multiversioning"). Functions that are inlined into a clone are compiled
// for its level too. FLEMING_TARGET_CLONES has clones for AVX-512 (v4), AVX2 (v3) and any CPU; FLEMING_AVX2_CLONES has
// none for AVX-512. Both are empty under AddressSanitizer and ThreadSanitizer: the compiler instruments the resolvers,
// which the loader runs before the sanitizer is initialized.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define FLEMING_TARGET_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define FLEMING_AVX2_CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define FLEMING_TARGET_CLONES
#define FLEMING_AVX2_CLONES
#endif
