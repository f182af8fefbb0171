#pragma once

#include <QByteArray>

#include <filesystem>
#include <string>

namespace fleming::app {

/// Replaces DICOM UIDs in everything that leaves without identity. The same UID always becomes the same new one, so
/// that exports fit together; nobody without the key can find the original or test a guess.
class UidMap {
public:
    /// `key` is secret.
    explicit UidMap(QByteArray key) : key_(std::move(key)) {}

    /// Reads the key from a file of 32 bytes. If the file is absent, creates it with a random key, readable by its
    /// owner only. Throws Error "export.key_unusable".
    static UidMap fromFile(const std::filesystem::path& file);

    /// Returns the new UID: "2.25." and the decimal value of a UUID (DICOM PS3.5, B.2), which is made of the
    /// HMAC-SHA-256 of the old UID. Returns an empty string for an empty one.
    std::string map(const std::string& uid) const;

private:
    QByteArray key_;
};

}  // namespace fleming::app
