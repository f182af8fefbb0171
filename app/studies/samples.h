#pragma once

#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// A drawn study that comes with the program (resources/samples), and a question that the demo model answers about it.
struct Sample {
    std::string name;  ///< of its file or folder there; what --sample takes
    std::filesystem::path path;
    std::string question;  ///< in English, the demo model's language
};

/// The one that a newcomer sees first.
inline constexpr const char* kFirstSample = "ct_chest";

/// Those that are there, in the order in which they are offered.
std::vector<Sample> findSamples();

/// The sample of this name, where it is there.
std::optional<Sample> findSample(const std::string& name = kFirstSample);

/// "Chest CT", ... in the user's language.
QString titleOf(const Sample& sample);

}  // namespace fleming::app
