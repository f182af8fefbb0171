#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace fleming::app {

/// The name of the list of an exported folder's files: "# fleming-export FORMAT", then for each file its SHA-256, two
/// spaces and its path in the folder, sorted by path. `sha256sum -c` reads it.
inline constexpr const char* kManifestName = "manifest.sha256";

/// Creates the folder `path` with what `write` writes into it. `write` gets a folder in a WorkFolder beside `path`,
/// which gets its name when it is complete and has its manifest. Returns the SHA-256 of the manifest.
///
/// A folder that exists at `path` is replaced only if it is empty or an earlier export that nobody has changed: its
/// manifest lists exactly its files, with their digests. Throws Error "export.folder_in_use" for any other,
/// "export.cannot_be_written", and whatever `write` throws; then nothing at `path` has changed.
std::string writeExportFolder(const std::filesystem::path& path, const std::string& format,
                              const std::function<void(const std::filesystem::path& folder)>& write);

/// Throws the Error of writeExportFolder() if it cannot create `path`. Changes nothing.
void checkCanWriteExportFolder(const std::filesystem::path& path);

}  // namespace fleming::app
