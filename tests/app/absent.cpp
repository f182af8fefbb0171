// A library that the loader cannot find at run time.
extern "C" __attribute__((visibility("default"))) int absent() {
    return 1;
}
