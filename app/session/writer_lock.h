#pragma once

#include <cstdint>
#include <filesystem>

namespace fleming::app {

/// Says which exchanges of a session a living program is writing, so that nobody takes them for interrupted ones.
/// Exchange n is byte n of the empty file "<session>-lock", locked as long as n streams. The system lets go of the lock
/// however the writer ends, kill -9 included. Locks belong to this object, not to the process (OFD locks, fcntl(2)).
/// The file is made when first needed and removed by the last that used it.
class WriterLock {
public:
    explicit WriterLock(const std::filesystem::path& session);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    /// Throws Error where the file cannot be made or locked.
    void hold(std::int64_t exchange);
    void release(std::int64_t exchange);

    /// Whether any object, here or in another program, holds it.
    bool isHeld(std::int64_t exchange) const;

private:
    bool isStillTheFileAt(int descriptor) const;

    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace fleming::app
