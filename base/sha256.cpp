#include "base/sha256.h"

#include "base/error.h"
#include "base/mapped_file.h"

#include <algorithm>
#include <array>
#include <openssl/evp.h>

namespace fleming {

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> handle{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) {
    if (!context_->handle || EVP_DigestInit_ex(context_->handle.get(), EVP_sha256(), nullptr) != 1) {
        throw Error("sha256.failed");
    }
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(context_->handle.get(), bytes.data(), bytes.size()) != 1) {
        throw Error("sha256.failed");
    }
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(context_->handle.get(), digest.data(), &size) != 1) {
        throw Error("sha256.failed");
    }
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * std::size_t{size});
    for (unsigned int i = 0; i < size; ++i) {
        text += kDigits[digest[i] >> 4];
        text += kDigits[digest[i] & 15];
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
