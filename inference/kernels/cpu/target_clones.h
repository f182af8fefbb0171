#pragma once

// FLEMING_TARGET_CLONES compiles a function once for each x86-64 microarchitecture level; the dynamic loader selects
// the clone for the CPU (GCC manual, "Function Multiversioning"). Functions that are inlined into a clone are compiled
// for its level too. Disabled under AddressSanitizer, which is not initialized yet when the loader runs the resolvers.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define FLEMING_TARGET_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FLEMING_TARGET_CLONES
#endif
