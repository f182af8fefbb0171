#pragma once

#include "viewer/data/dicom_reference.h"
#include "viewer/data/geometry.h"
#include "viewer/data/look.h"
#include "viewer/data/picture.h"
#include "viewer/data/series.h"
#include "viewer/render/slice_plane.h"
#include "viewer/render/volume_look.h"

#include <optional>
#include <string>

namespace fleming::viewer {

/// Where the pixels of a frame come from: enough to make exactly the same frame again from the file.
struct Provenance {
    SeriesKind kind = SeriesKind::picture;
    std::string file;        ///< path of the file that holds the slice or frame; the first one if it needs several
    std::string fileSha256;  ///< of that file; empty until app/evidence fills it
    std::string seriesUid;   ///< DICOM; else empty
    SeriesDescription seriesDescription;
    std::optional<int> seriesNumber;    ///< DICOM
    std::string studyUid;               ///< DICOM; else empty
    std::optional<StoredImage> stored;  ///< DICOM: if the frame shows the stored pixels one for one
    std::string studyDate;              ///< DICOM: "YYYYMMDD"; else empty
    std::string modality;
    std::optional<Plane> plane;         ///< volumes with orientation; absent if the plane is oblique
    std::optional<SlicePlane> oblique;  ///< volumes: the plane, its slab aside, if it is none of their slices
    int index = 0;                      ///< slice index in the plane, or frame index, from 0
    int count = 1;                      ///< slices in that plane, or frames
    std::optional<Slab> slab;           ///< absent: a plane without thickness
    int slabSlices = 0;                 ///< slices of the plane that the slab is made from; 0: unknown, or no slab
    std::optional<double> timeSeconds;  ///< clips
    std::optional<Vector3> positionMm;  ///< centre of the slice or plane, LPS; oriented volumes
    std::optional<Window> window;       ///< window, also of grey clips; absent: none (RGB), min-max or a table
    std::string voiTable;               ///< VoiTable::sha256 of a table of the file; empty: none
    bool inverted = false;              ///< the negative: each level g is shown as 255 - g
    std::optional<VolumeRendering> rendering;  ///< volumes: the frame is a ray-cast picture of it, not a plane
    Look look;                                 ///< how the slice is turned, coloured and interpolated
    bool minMax = false;                       ///< per-slice minimum and maximum to 0..255
    bool cover = false;         ///< app/evidence sets it: the model's square is cut as CLIPImageProcessor does
    int width = 0, height = 0;  ///< of the frame, pixels
    std::string pixelsSha256;   ///< SHA-256 of the frame's RGB bytes, row-major
};

/// Returns true if both name the same frame of the same file, shown in the same way, with the same pixels.
bool isSameFrame(const Provenance& a, const Provenance& b);

/// One 8-bit RGB image exactly as the model gets it before resizing, with its provenance.
struct Frame {
    RgbImage image;
    Provenance provenance;
};

}  // namespace fleming::viewer
