#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace fleming::inference {

/// Reads a small JSON file whose top is an object. Throws Error, naming the file, when it is missing, larger than
/// `maxBytes`, no JSON, nested over 32 deep, or when an object has the same key twice.
nlohmann::json readJsonObject(const std::filesystem::path& file, std::size_t maxBytes);

/// `name` in quotation marks for a message: names come from files, so they are cut to a sane length and made printable.
std::string inQuotes(std::string_view name);

}  // namespace fleming::inference
