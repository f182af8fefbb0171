#include "app/evidence/series_provenance.h"

namespace fleming::app {

viewer::Provenance provenanceOf(const viewer::Series& series) {
    viewer::Provenance provenance;
    provenance.kind = series.kind();
    if (!series.files.empty()) provenance.file = series.files.front().string();
    provenance.seriesUid = series.uid;
    provenance.seriesDescription = series.description;
    provenance.seriesNumber = series.number;
    provenance.studyUid = series.study.uid;
    provenance.studyDate = series.study.date;
    provenance.modality = series.modality;
    return provenance;
}

viewer::Vector3 sliceCentre(const viewer::Geometry& geometry, const viewer::SliceNumber& slice) {
    viewer::Vector3 voxel = viewer::middleVoxel(geometry);
    voxel[static_cast<std::size_t>(viewer::planeAxes(geometry, slice.plane).sliceAxis)] = slice.index;
    return geometry.voxelToPatient(voxel);
}

}  // namespace fleming::app
