#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace fleming::inference {

/// Reads a JSON file whose top is an object. Throws Error, naming the file, where it is missing, not JSON, not an
/// object, nested more than 100 deep or larger than `maxBytes`.
nlohmann::json readJsonFile(const std::filesystem::path& path, std::size_t maxBytes = std::size_t{256} << 20);

/// `text` in quotation marks for a message: cut after about 120 bytes, control characters as question marks.
std::string inQuotes(std::string_view text);

}  // namespace fleming::inference
