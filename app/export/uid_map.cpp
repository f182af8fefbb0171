#include "app/export/uid_map.h"

#include "base/error.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace fleming::app {

namespace {

constexpr qsizetype kKeyBytes = 32, kUuidBytes = 16;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& reason) {
    throw Error("export.key_unusable", file, {reason});
}

QByteArray randomKey() {
    std::array<quint32, kKeyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return {reinterpret_cast<const char*>(words.data()), kKeyBytes};
}

/// Writes a new key and gives it its name, unless another program has given it to a key of its own.
void createKey(const std::filesystem::path& file) {
    std::error_code ignored;  // if the folder cannot be created, opening the file fails
    std::filesystem::create_directories(file.parent_path(), ignored);
    std::string part = file.string() + ".XXXXXX";
    const int opened = ::mkstemp(part.data());  // with mode 0600
    if (opened < 0) refuse(file, std::strerror(errno));
    QFile out;
    const bool written = out.open(opened, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle) &&
                         out.write(randomKey()) == kKeyBytes && out.flush() && ::fsync(opened) == 0;
    const bool named = written && (::link(part.c_str(), file.c_str()) == 0 || errno == EEXIST);
    const std::string reason = std::strerror(errno);
    ::unlink(part.c_str());
    if (!named) refuse(file, reason);
}

/// Returns a number of bytes, most significant first, in decimal.
std::string decimal(QByteArray number) {
    std::string digits;
    while (std::ranges::any_of(number, [](char byte) { return byte != 0; })) {
        unsigned rest = 0;
        for (char& byte : number) {
            const unsigned value = rest * 256 + static_cast<std::uint8_t>(byte);
            byte = static_cast<char>(value / 10);
            rest = value % 10;
        }
        digits += static_cast<char>('0' + rest);
    }
    std::ranges::reverse(digits);
    return digits;
}

}  // namespace

UidMap UidMap::fromFile(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) createKey(file);
    QFile in(QFile::decodeName(file.c_str()));
    if (!in.open(QIODevice::ReadOnly)) refuse(file, in.errorString().toStdString());
    const QByteArray key = in.readAll();
    if (key.size() != kKeyBytes) refuse(file, std::to_string(key.size()) + " bytes");
    return UidMap(key);
}

std::string UidMap::map(const std::string& uid) const {
    if (uid.empty()) return {};
    QByteArray uuid =
        QMessageAuthenticationCode::hash(QByteArray::fromStdString(uid), key_, QCryptographicHash::Sha256);
    uuid.truncate(kUuidBytes);
    // The version 8 and the variant of RFC 9562: bits that the maker of the UUID defines.
    uuid[6] = static_cast<char>((uuid[6] & 0x0f) | 0x80);
    uuid[8] = static_cast<char>((uuid[8] & 0x3f) | 0x80);
    return "2.25." + decimal(std::move(uuid));
}

}  // namespace fleming::app
