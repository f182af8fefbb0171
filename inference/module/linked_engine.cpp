// Makes a program that links the engine, such as a test of its internals, use it instead of loading the module.
#include "inference/module/engine_table.h"

namespace {

[[maybe_unused]] const bool kUsed = (fleming::inference::useEngineModule(fleming::inference::core::kModule), true);

}  // namespace
