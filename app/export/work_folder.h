#pragma once

#include <filesystem>
#include <string>

namespace fleming::app {

/// A hidden folder ".fleming-export-XXXXXX" in which something is made before it gets its name. It is removed with all
/// that is in it when the object ends.
///
/// While the object exists, it holds a lock on the file "lock" in the folder (an open file description lock,
/// fcntl(2)), which the kernel releases even if the process is killed. So another program can tell an abandoned folder
/// from one that is in use, whatever their ages.
class WorkFolder {
public:
    /// Makes a work folder for `target` in the folder of `target`, so that what was made in it can be renamed to it.
    /// First removes the abandoned ones there. Throws Error "export.cannot_be_written" with `target` as its source.
    explicit WorkFolder(const std::filesystem::path& target);
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    /// Returns the path for the file or folder that is made. Nothing exists there yet. Other names in the work folder
    /// must begin with this one.
    std::filesystem::path made() const;

    /// Returns the path of a file or folder beside made(), for what `target` was before. If the program ends before
    /// `target` exists again, the next WorkFolder there gives this its name back.
    std::filesystem::path replaced() const;

    /// Returns the characters that this folder has in place of XXXXXX.
    std::string suffix() const;

private:
    std::filesystem::path path_;
    int lock_ = -1;
};

/// Removes the work folders in `folder` that no process holds. Leaves everything else, and a work folder that has other
/// files beside those of WorkFolder. Does not throw.
void removeAbandonedWorkFolders(const std::filesystem::path& folder);

}  // namespace fleming::app
