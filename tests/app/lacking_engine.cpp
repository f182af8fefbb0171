// An engine module that needs a missing library.
extern "C" int absent();
extern "C" __attribute__((visibility("default"))) const void* fleming_engine(const char* /*stamp*/) {
    return absent() == 0 ? "" : nullptr;
}
