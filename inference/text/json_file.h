#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace fleming::inference {

/// Reads a JSON file of at most `maxBytes` bytes whose top level is an object. Throws Error with a "file." or "json."
/// code and `path` as its source if the file cannot be read, is not valid JSON, is not an object, or is nested deeper
/// than 100 levels.
nlohmann::json readJsonFile(const std::filesystem::path& path, std::size_t maxBytes = std::size_t{256} << 20);

}  // namespace fleming::inference
