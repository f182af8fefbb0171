#pragma once

#include "viewer/data/study.h"

#include <filesystem>
#include <stop_token>
#include <vector>

/// The readers that open() chooses from, one a family of formats. Private to viewer/io.
namespace fleming::viewer {

enum class FileKind { dicom, dicomdir, nifti, nrrd, metaimage, npy, picture, video, unknown };

/// Decided by the first bytes of the file (and what they point to), never by its name. Throws Error when unreadable.
FileKind sniff(const std::filesystem::path& path);

/// All DICOM files of an open() together: headers are scanned in parallel, split into series by UID and geometry,
/// ordered along the slice normal. Adds series, notes and skipped files to `study`. `onFile` is called after each file.
void readDicom(const std::vector<std::filesystem::path>& files, Study& study, const std::function<void()>& onFile,
               std::stop_token stop);

/// The files inside its folder that a DICOMDIR names. Those that are missing are among them, for readDicom() to say so.
/// Throws Error where it names none, or none of them is there.
std::vector<std::filesystem::path> dicomdirFiles(const std::filesystem::path& dicomdir);

// Each reads one file's header and gives its series (4-D: one a time point). Throws Error, naming the file.
std::vector<Series> readNifti(const std::filesystem::path& file);
std::vector<Series> readItkVolume(const std::filesystem::path& file);  // NRRD, MetaImage
std::vector<Series> readNpy(const std::filesystem::path& file);
std::vector<Series> readPicture(const std::filesystem::path& file);  // PNG, JPEG, TIFF, BMP
std::vector<Series> readVideo(const std::filesystem::path& file);    // MP4, MOV, MKV, WebM, AVI, GIF

}  // namespace fleming::viewer
