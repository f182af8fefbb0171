#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace fleming::app {

/// Where a default model was found: it decides how the window speaks of it.
enum class ModelOrigin {
    given,        ///< named by the user: --model
    environment,  ///< FLEMING_MODEL
    lastUsed,     ///< from the settings
    demo,         ///< the trained demo model that comes with the program
    random,       ///< the random checkpoint that the build makes: its words mean nothing
};

struct DefaultModel {
    std::filesystem::path folder;
    ModelOrigin origin = ModelOrigin::random;
};

/// The checkpoint folder to load when the program starts: `given` (--model), else the environment variable FLEMING_MODEL,
/// else `lastUsed` where it still is a checkpoint folder, else the demo model (demo_model), else random_model. The last
/// two are looked for beside the program, in the folders above it (a build tree), and in its share/fleming-viewer.
/// What the user names is returned as it is, whether it exists or not: loading it says what is wrong.
std::optional<DefaultModel> findDefaultModel(const std::string& given = {}, const std::string& lastUsed = {});

/// Whether a folder holds a config.json, as every checkpoint does.
bool looksLikeCheckpoint(const std::filesystem::path& folder);

/// The sample scan that comes with the program (resources/samples/ct_chest), where it is found; else nothing.
std::optional<std::filesystem::path> findSample();

}  // namespace fleming::app
