// The only function that the engine module exports.
#include "inference/module/engine_table.h"

#include <cstring>

extern "C" __attribute__((visibility("default"))) const fleming::inference::EngineModule* fleming_engine(
    const char* stamp) {
    return std::strcmp(stamp, FLEMING_ENGINE_STAMP) == 0 ? &fleming::inference::core::kModule : nullptr;
}
