// An engine module that needs a library which is not found.
extern "C" int absent();
extern "C" __attribute__((visibility("default"))) const void* fleming_engine(const char* /*stamp*/) {
    return absent() == 0 ? "" : nullptr;
}
