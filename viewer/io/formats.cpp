#include "viewer/io/formats.h"

#include "viewer/io/pictures/picture_file.h"
#include "viewer/io/video/video_file.h"
#include "viewer/io/volumes/itk_volume.h"
#include "viewer/io/volumes/nifti.h"
#include "viewer/io/volumes/npy.h"

#include <algorithm>

namespace fleming::viewer {

std::span<const Format> formats() {
    static constexpr Format kFormats[] = {
        {"PNG, JPEG, TIFF, BMP", isPicture, readPicture},
        {"NPY", isNpy, readNpy},
        {"NRRD", isNrrd, readItkVolume},
        {"NIfTI", isNifti, readNifti},
        {"MetaImage", isMetaImage, readItkVolume},
        {"MP4, MOV, MKV, WebM, AVI", isVideo, readVideo},
    };
    return kFormats;
}

std::string formatNames() {
    std::string names;
    for (const Format& format : formats())
        names.append(names.empty() ? "" : ", ").append(format.name);
    return names;
}

const Format* formatOf(const ByteSourcePtr& source, FileStart start) {
    const std::span<const Format> all = formats();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.recognizes(source, start); });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace fleming::viewer
