#include "inference/module/engine_module.h"

#include "base/error.h"

#include <dlfcn.h>
#include <mutex>

namespace fleming::inference {

namespace {

namespace fs = std::filesystem;

std::mutex loading;
const EngineModule* loaded = nullptr;

fs::path moduleFile() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) throw Error("engine.module_not_found", "/proc/self/exe", {error.message()});
    return program.parent_path().parent_path() / "lib" / "fleming-viewer" / "fleming_engine.so";
}

const EngineModule& load(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        throw Error("engine.module_missing", file);
    }
    // RTLD_LOCAL: no other library must find the symbols of libtorch. RTLD_NODELETE: its threads cannot be unloaded.
    void* module = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (module == nullptr) {
        throw Error("engine.module_cannot_load", file, {::dlerror()});
    }
    const auto find = reinterpret_cast<EngineFunction>(::dlsym(module, kEngineFunction));
    const EngineModule* found = find != nullptr ? find(FLEMING_ENGINE_STAMP) : nullptr;
    if (found == nullptr) {
        throw Error("engine.module_mismatch", file);
    }
    return *found;
}

}  // namespace

const EngineModule& engineModule() {
    const std::lock_guard guard(loading);
    if (loaded == nullptr) loaded = &load(moduleFile());
    return *loaded;
}

void useEngineModule(const EngineModule& module) {
    const std::lock_guard guard(loading);
    loaded = &module;
}

}  // namespace fleming::inference
