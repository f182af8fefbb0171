#pragma once

#include <cstdint>
#include <filesystem>

namespace fleming::app {

/// Says that a living program has a session open for writing, and which of its exchanges it is writing, so that nobody
/// else writes and nobody takes these for interrupted ones. The session is byte 0 of the empty file "<session>-lock",
/// exchange n is byte n, locked as long as n streams. The system lets go of the lock
/// however the writer ends, kill -9 included. Locks belong to this object, not to the process (OFD locks, fcntl(2)).
/// The file is made when first needed and removed by the last that used it.
class WriterLock {
public:
    explicit WriterLock(const std::filesystem::path& session);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    /// Takes the session for writing; false: another object has it, here or in another program.
    /// Throws Error where the file cannot be made or locked, as hold() does.
    bool holdSession();
    void hold(std::int64_t exchange);
    void release(std::int64_t exchange);

    /// Whether any object, here or in another program, holds it.
    bool isHeld(std::int64_t exchange) const;
    bool isSessionHeld() const { return isHeld(0); }

private:
    bool lockByte(std::int64_t byte, int command);
    bool isStillTheFileAt(int descriptor) const;

    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace fleming::app
