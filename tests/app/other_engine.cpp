// An engine module of another build: it has no build stamp.
extern "C" __attribute__((visibility("default"))) const void* fleming_engine(const char* /*stamp*/) {
    return nullptr;
}
