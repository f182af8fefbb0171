#include "app/default_model.h"

#include <cstdlib>
#include <vector>

namespace fleming::app {

namespace {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// The program's folder and the three above it (build/release/ui -> the repository), then its share folder.
std::vector<fs::path> placesBesideTheProgram() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    std::vector<fs::path> places;
    if (error) return places;
    fs::path folder = program.parent_path();
    places.push_back(folder.parent_path() / "share" / "fleming-viewer");
    for (int level = 0; level < 4 && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
        places.push_back(folder);
    }
    return places;
}

std::optional<fs::path> findBesideTheProgram(const std::vector<fs::path>& names, bool (*fits)(const fs::path&)) {
    for (const fs::path& place : placesBesideTheProgram()) {
        for (const fs::path& name : names) {
            if (fits(place / name)) return place / name;
        }
    }
    return std::nullopt;
}

}  // namespace

bool looksLikeCheckpoint(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_regular_file(folder / "config.json", ignored);
}

std::optional<DefaultModel> findDefaultModel(const std::string& given, const std::string& lastUsed) {
    if (!given.empty()) return DefaultModel{given, ModelOrigin::given};
    if (const char* named = std::getenv("FLEMING_MODEL"); named != nullptr && *named != '\0') {
        return DefaultModel{named, ModelOrigin::environment};
    }
    if (!lastUsed.empty() && looksLikeCheckpoint(lastUsed)) return DefaultModel{lastUsed, ModelOrigin::lastUsed};
    if (const auto demo = findBesideTheProgram({"demo_model", fs::path("resources") / "demo_model"}, looksLikeCheckpoint)) {
        return DefaultModel{*demo, ModelOrigin::demo};
    }
    if (const auto random = findBesideTheProgram({"random_model"}, looksLikeCheckpoint)) {
        return DefaultModel{*random, ModelOrigin::random};
    }
    return std::nullopt;
}

std::optional<fs::path> findSample() {
    const fs::path sample = fs::path("samples") / "ct_chest";
    return findBesideTheProgram({sample, "resources" / sample}, isFolder);
}

}  // namespace fleming::app
