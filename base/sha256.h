#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace fleming {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::span<const std::byte> bytes);

    /// The digest of all that was added, as 64 lower-case hexadecimal digits. Call it once, last.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// The digest of `bytes`, as 64 lower-case hexadecimal digits.
std::string sha256(std::span<const std::byte> bytes);

/// The digest of a file's content. Throws Error where the file cannot be read, Cancelled on a stop request.
std::string sha256OfFile(const std::filesystem::path& path, std::stop_token stop = {});

}  // namespace fleming
