// The module's one way in.
#include <cstring>

#include "inference/module/core.h"

extern "C" __attribute__((visibility("default"))) const fleming::inference::EngineModule* fleming_engine(const char* stamp) {
    return std::strcmp(stamp, FLEMING_ENGINE_STAMP) == 0 ? &fleming::inference::core::kModule : nullptr;
}
