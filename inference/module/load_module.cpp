#include "base/error.h"
#include "inference/module/engine_module.h"

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
    if (error)
        throw Error("/proc/self/exe: cannot be read, so the inference engine cannot be found: " + error.message() +
                    ".");
    return program.parent_path().parent_path() / "lib" / "fleming-viewer" / "fleming_engine.so";
}

const EngineModule& load(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        throw Error(file.string() + ": the inference engine is missing. Reinstall Fleming Viewer, or build all of it.");
    }
    // Local: nobody else is to find libtorch's names. It stays loaded: its threads and what it keeps for them cannot be
    // undone.
    void* module = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (module == nullptr) {
        throw Error(file.string() + ": the inference engine cannot be loaded: " + ::dlerror() +
                    ". Install libtorch (run packaging/install-packages.sh), or rebuild Fleming Viewer.");
    }
    const auto find = reinterpret_cast<EngineFunction>(::dlsym(module, kEngineFunction));
    const EngineModule* found = find != nullptr ? find(FLEMING_ENGINE_STAMP) : nullptr;
    if (found == nullptr) {
        throw Error(file.string() +
                    ": this inference engine belongs to a different build of Fleming Viewer. Install "
                    "or build both together.");
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
