// For a program that has the engine linked in, such as a test of its inside: that one is used, and no module is loaded.
#include "inference/module/core.h"

namespace {

[[maybe_unused]] const bool kUsed = (fleming::inference::useEngineModule(fleming::inference::core::kModule), true);

}  // namespace
