#include "base/sha256.h"

#include "base/error.h"
#include "base/mapped_file.h"

#include <algorithm>
#include <openssl/evp.h>

namespace fleming {

namespace {

/// EVP_sha256() would look the implementation up for every digest.
const EVP_MD* algorithm() {
    static const EVP_MD* const kSha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return kSha256;
}

}  // namespace

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> handle{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
    if (!context_->handle || EVP_DigestInit_ex(context_->handle.get(), algorithm(), nullptr) != 1) {
        throw Error("sha256.failed");
    }
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(context_->handle.get(), bytes.data(), bytes.size()) != 1) {
        throw Error("sha256.failed");
    }
}

Sha256Digest Sha256::digest() {
    Sha256Digest digest{};
    if (EVP_DigestFinal_ex(context_->handle.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) != 1) {
        throw Error("sha256.failed");
    }
    return digest;
}

std::string Sha256::hex() {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : digest()) {
        text += kDigits[std::to_integer<unsigned>(byte) >> 4];
        text += kDigits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

std::string sha256(std::span<const std::byte> bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

std::string sha256OfFile(const std::filesystem::path& path, std::stop_token stop) {
    constexpr std::size_t kPiece = std::size_t{16} << 20;
    const MappedFile file(path);
    Sha256 digest;
    for (std::span<const std::byte> rest = file.bytes(); !rest.empty();) {
        if (stop.stop_requested()) throw Cancelled();
        const std::size_t size = std::min(kPiece, rest.size());
        digest.add(rest.first(size));
        rest = rest.subspan(size);
    }
    return digest.hex();
}

}  // namespace fleming
