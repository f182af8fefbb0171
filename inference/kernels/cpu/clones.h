#pragma once

// Marks a function whose plain loops the compiler shall make for several instruction sets; the program takes the
// machine's when it is loaded. Not for sanitizers, which are not there yet at that time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define FLEMING_FOR_EACH_CPU __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FLEMING_FOR_EACH_CPU
#endif
