#pragma once

#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fleming::app {

/// A drawn study of resources/samples, and a question about it that the demo model can answer.
struct Sample {
    std::string name;  ///< the name of its file or folder; the value of --sample
    std::filesystem::path path;
    std::string question;  ///< in English, which the demo model understands
};

/// The sample that the program suggests first.
inline constexpr const char* kFirstSample = "ct_chest";

/// Returns the samples whose files exist, in display order.
std::vector<Sample> findSamples();

/// Returns the sample with this name, or nothing if its file does not exist.
std::optional<Sample> findSample(const std::string& name = kFirstSample);

/// Returns the title of a sample in the user's language, for example "Chest CT".
QString titleOf(const Sample& sample);

}  // namespace fleming::app
