#pragma once

#include <cstdint>
#include <filesystem>

namespace fleming::app {

/// Advisory locks that show other programs, and other objects of this process, that a session is open for writing and
/// which of its exchanges are streaming. They are byte-range locks on the empty file "<session>-lock": byte 0 is the
/// session, byte n is exchange n. They are open file description locks (fcntl(2)), which belong to this object and not
/// to the process; the kernel releases them even if the process is killed. The file is created by the first lock and
/// removed by its last user.
class WriterLock {
public:
    explicit WriterLock(const std::filesystem::path& session);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

    /// Locks the session without waiting. Returns false if another object holds the lock. Throws Error if the lock file
    /// cannot be created or locked.
    bool holdSession();

    /// Locks an exchange; waits while another object holds the lock. Throws Error as holdSession().
    void hold(std::int64_t exchange);

    /// Unlocks an exchange.
    void release(std::int64_t exchange);

    /// Returns true if an object of this or another process holds the lock of the exchange.
    bool isHeld(std::int64_t exchange) const;

    /// Returns true if an object of this or another process holds the lock of the session.
    bool isSessionHeld() const { return isHeld(0); }

private:
    bool lockByte(std::int64_t byte, int command);
    bool isStillTheFileAt(int descriptor) const;

    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace fleming::app
