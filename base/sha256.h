#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace fleming {

using Sha256Digest = std::array<std::byte, 32>;

/// Computes the SHA-256 digest (FIPS 180-4) of bytes that are added in parts. Throws Error("sha256.failed") if OpenSSL
/// fails.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    /// Appends bytes.
    void add(std::span<const std::byte> bytes);

    /// Returns the digest of all bytes. Call it once, at the end.
    Sha256Digest digest();

    /// Returns the digest of all bytes as 64 lower-case hexadecimal digits. Call it once, at the end.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// Returns the digest of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::span<const std::byte> bytes);

/// Returns the digest of the content of a file as 64 lower-case hexadecimal digits. Throws Error as MappedFile does;
/// Cancelled on a stop request.
std::string sha256OfFile(const std::filesystem::path& path, std::stop_token stop = {});

}  // namespace fleming
