#include "viewer/io/dicom/dicom_frames.h"

#include "viewer/io/dicom/dicom_attributes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace fleming::viewer {

namespace {

std::string& keyOf(DicomFrame& frame, SplitKey key) {
    return frame.splitKeys[static_cast<std::size_t>(key)];
}

void setUnlessEmpty(std::string& value, const std::string& read) {
    if (!read.empty()) value = read;
}

void readPosition(DcmItem& item, DicomFrame& frame) {
    const std::vector<double> p = reals(item, DCM_ImagePositionPatient);
    if (p.size() == 3) frame.position = Vector3{p[0], p[1], p[2]};
}

void readOrientation(DcmItem& item, DicomFrame& frame) {
    const std::vector<double> v = reals(item, DCM_ImageOrientationPatient);
    if (v.size() != 6) return;
    Vector3 row{v[0], v[1], v[2]}, column{v[3], v[4], v[5]};
    const double rowLength = length(row), columnLength = length(column);
    // Corrects rounded cosines. Vectors that are far from perpendicular unit vectors are not an orientation.
    if (std::abs(rowLength - 1) > 0.1 || std::abs(columnLength - 1) > 0.1) return;
    for (double& c : row)
        c /= rowLength;
    const double slant = dot(row, column) / columnLength;
    if (std::abs(slant) > 0.1) return;
    for (std::size_t i = 0; i < 3; ++i)
        column[i] = column[i] / columnLength - slant * row[i];
    const double corrected = length(column);
    for (double& c : column)
        c /= corrected;
    frame.orientation = std::pair(row, column);
}

void readSpacing(DcmItem& item, DicomFrame& frame) {
    for (const DcmTagKey& key : {DCM_PixelSpacing, DCM_ImagerPixelSpacing, DCM_NominalScannedPixelSpacing}) {
        const std::vector<double> v = reals(item, key);
        if (v.size() == 2 && v[0] > 0 && v[1] > 0) {
            frame.spacing = std::pair(v[1], v[0]);  // the file has the distance of the rows first
            break;
        }
    }
    const double between = std::abs(real(item, DCM_SpacingBetweenSlices).value_or(0));
    const double thickness = std::abs(real(item, DCM_SliceThickness).value_or(0));
    if (between > 0 || thickness > 0) frame.thickness = between > 0 ? between : thickness;
}

void readRescale(DcmItem& item, DicomFrame& frame) {
    const auto slope = real(item, DCM_RescaleSlope);
    const auto intercept = real(item, DCM_RescaleIntercept);
    if (slope && *slope != 0) frame.rescale.slope = *slope;
    if (intercept) frame.rescale.intercept = *intercept;
}

/// Returns true if the values that the tables of windows map can be negative: the descriptors of the tables are then
/// signed (PS3.3 C.11.2.1.1).
bool hasNegativeValues(const PixelFormat& format, const Rescale& rescale, bool hasModalityLut) {
    if (hasModalityLut) return false;  // its output is unsigned
    if (format.isFloat) return true;
    const double range = std::ldexp(1.0, format.bitsStored);
    const double low = format.isSigned ? -range / 2 : 0, high = low + range - 1;
    return std::min(low * rescale.slope, high * rescale.slope) + rescale.intercept < 0;
}

/// Returns the windows, then the tables: a file without windows is shown by its first table. A function that the
/// standard does not define is taken as LINEAR, its default. `isSigned`: see readVoiTables().
std::vector<NamedWindow> readWindows(DcmItem& item, bool isSigned) {
    std::vector<NamedWindow> windows;
    const std::vector<double> centers = reals(item, DCM_WindowCenter);
    const std::vector<double> widths = reals(item, DCM_WindowWidth);
    const std::vector<std::string> names = splitValues(readableText(item, DCM_WindowCenterWidthExplanation));
    const WindowFunction function =
        windowFunctionFromString(text(item, DCM_VOILUTFunction)).value_or(WindowFunction::linear);
    for (std::size_t i = 0; centers.size() == widths.size() && i < centers.size(); ++i) {
        if (!(widths[i] > 0)) continue;
        windows.push_back({i < names.size() ? names[i] : std::string(), {centers[i], widths[i], function}, {}});
    }
    std::ranges::move(readVoiTables(item, isSigned), std::back_inserter(windows));
    return windows;
}

/// Sets the windows of the frames: those of the frame, else those that all frames share, else those of the data set.
/// The rescale of the frames is known.
void setWindows(DcmItem& dataset, const std::vector<DcmItem*>& perFrame, DcmItem* shared, const PixelFormat& format,
                std::vector<DicomFrame>& frames) {
    const bool hasModalityLut = firstItem(dataset, DCM_ModalityLUTSequence) != nullptr;
    std::map<std::pair<DcmItem*, bool>, std::vector<NamedWindow>> known;  // frames share their tables
    for (std::size_t f = 0; f < frames.size(); ++f) {
        const bool isSigned = hasNegativeValues(format, frames[f].rescale, hasModalityLut);
        DcmItem* const own = f < perFrame.size() ? firstItem(*perFrame[f], DCM_FrameVOILUTSequence) : nullptr;
        DcmItem* const common = shared != nullptr ? firstItem(*shared, DCM_FrameVOILUTSequence) : nullptr;
        for (DcmItem* const item : {own, common, &dataset}) {
            if (item == nullptr) continue;
            const auto [entry, isNew] = known.try_emplace({item, isSigned});
            if (isNew) entry->second = readWindows(*item, isSigned);
            frames[f].windows = entry->second;
            if (!frames[f].windows.empty()) break;
        }
    }
}

void readSplitKeys(DcmItem& item, DicomFrame& frame) {
    setUnlessEmpty(keyOf(frame, SplitKey::echo), text(item, DCM_EchoNumbers));
    setUnlessEmpty(keyOf(frame, SplitKey::echo), text(item, DCM_EchoTime));
    setUnlessEmpty(keyOf(frame, SplitKey::inversion), text(item, DCM_InversionTime));
    setUnlessEmpty(keyOf(frame, SplitKey::flipAngle), text(item, DCM_FlipAngle));
    setUnlessEmpty(keyOf(frame, SplitKey::temporalPosition), text(item, DCM_TemporalPositionIdentifier));
    setUnlessEmpty(keyOf(frame, SplitKey::cardiacPhase), text(item, DCM_NominalPercentageOfCardiacPhase));
    setUnlessEmpty(keyOf(frame, SplitKey::triggerTime), text(item, DCM_TriggerTime));
    setUnlessEmpty(keyOf(frame, SplitKey::frameTime), text(item, DCM_FrameReferenceTime));
    setUnlessEmpty(keyOf(frame, SplitKey::acquisition), text(item, DCM_AcquisitionNumber));
    setUnlessEmpty(keyOf(frame, SplitKey::acquisitionTime), text(item, DCM_AcquisitionTime));
    setUnlessEmpty(keyOf(frame, SplitKey::contentTime), text(item, DCM_ContentTime));
    setUnlessEmpty(keyOf(frame, SplitKey::frameType), text(item, DCM_ImageType));
    std::string diffusion = text(item, DCM_DiffusionBValue);
    if (!diffusion.empty()) {
        const std::string gradient = text(item, DCM_DiffusionGradientOrientation);
        keyOf(frame, SplitKey::diffusion) = gradient.empty() ? diffusion : diffusion + " " + gradient;
    }
}

/// Reads the functional groups of one frame, or those shared by all, except windows: position, spacing, rescale, split
/// keys.
void readFunctionalGroups(DcmItem& groups, DicomFrame& frame) {
    if (DcmItem* const item = firstItem(groups, DCM_PlanePositionSequence)) readPosition(*item, frame);
    if (DcmItem* const item = firstItem(groups, DCM_PlaneOrientationSequence)) readOrientation(*item, frame);
    if (DcmItem* const item = firstItem(groups, DCM_PixelMeasuresSequence)) readSpacing(*item, frame);
    if (DcmItem* const item = firstItem(groups, DCM_PixelValueTransformationSequence)) readRescale(*item, frame);
    if (DcmItem* const item = firstItem(groups, DCM_MREchoSequence)) {
        setUnlessEmpty(keyOf(frame, SplitKey::echo), text(*item, DCM_EffectiveEchoTime));
    }
    if (DcmItem* const item = firstItem(groups, DCM_MRTimingAndRelatedParametersSequence)) {
        setUnlessEmpty(keyOf(frame, SplitKey::flipAngle), text(*item, DCM_FlipAngle));
    }
    if (DcmItem* const item = firstItem(groups, DCM_MRDiffusionSequence)) {
        std::string value = text(*item, DCM_DiffusionBValue);
        if (DcmItem* const gradient = firstItem(*item, DCM_DiffusionGradientDirectionSequence)) {
            value += ' ';
            value += text(*gradient, DCM_DiffusionGradientOrientation);
        }
        setUnlessEmpty(keyOf(frame, SplitKey::diffusion), value);
    }
    if (DcmItem* const item = firstItem(groups, DCM_CardiacSynchronizationSequence)) {
        setUnlessEmpty(keyOf(frame, SplitKey::cardiacPhase), text(*item, DCM_NominalPercentageOfCardiacPhase));
        setUnlessEmpty(keyOf(frame, SplitKey::triggerTime), text(*item, DCM_NominalCardiacTriggerDelayTime));
    }
    for (const DcmTagKey& key : {DCM_CTImageFrameTypeSequence, DCM_MRImageFrameTypeSequence, DCM_PETFrameTypeSequence,
                                 DCM_XRay3DFrameTypeSequence}) {
        if (DcmItem* const item = firstItem(groups, key)) {
            setUnlessEmpty(keyOf(frame, SplitKey::frameType), text(*item, DCM_FrameType));
        }
    }
    if (DcmItem* const item = firstItem(groups, DCM_SegmentIdentificationSequence)) {
        setUnlessEmpty(keyOf(frame, SplitKey::segment), text(*item, DCM_ReferencedSegmentNumber));
    }
    if (DcmItem* const item = firstItem(groups, DCM_FrameContentSequence)) {
        setUnlessEmpty(keyOf(frame, SplitKey::temporalPosition), text(*item, DCM_TemporalPositionIndex));
        setUnlessEmpty(keyOf(frame, SplitKey::acquisition), text(*item, DCM_FrameAcquisitionNumber));
        setUnlessEmpty(keyOf(frame, SplitKey::stack), text(*item, DCM_StackID));
        setUnlessEmpty(keyOf(frame, SplitKey::acquisitionTime), text(*item, DCM_FrameAcquisitionDateTime));
        setUnlessEmpty(keyOf(frame, SplitKey::contentTime), text(*item, DCM_FrameReferenceDateTime));
    }
}

/// Returns the facts of the data set itself, which all its frames share, except the windows.
DicomFrame commonFrame(DcmItem& dataset) {
    DicomFrame frame;
    readPosition(dataset, frame);
    readOrientation(dataset, frame);
    readSpacing(dataset, frame);
    readRescale(dataset, frame);
    readSplitKeys(dataset, frame);
    return frame;
}

/// Moves frame f along the slice normal by offsets[f] mm.
void spread(std::vector<DicomFrame>& frames, const std::vector<double>& offsets) {
    for (std::size_t f = 0; f < frames.size() && f < offsets.size(); ++f) {
        if (!frames[f].position || !frames[f].orientation) return;
        const Vector3 normal = cross(frames[f].orientation->first, frames[f].orientation->second);
        for (std::size_t c = 0; c < 3; ++c)
            (*frames[f].position)[c] += normal[c] * offsets[f];
    }
}

void removePositions(std::vector<DicomFrame>& frames) {
    for (DicomFrame& frame : frames)
        frame.position.reset();
}

/// Places the frames of an RT Dose by the Grid Frame Offset Vector (PS3.3 C.8.8.3.2) and sets the Dose Grid Scaling.
void placeDoseGrid(DcmItem& dataset, std::vector<DicomFrame>& frames) {
    std::vector<double> offsets = reals(dataset, DCM_GridFrameOffsetVector);
    if (offsets.size() == frames.size()) {
        const double first = offsets.front();
        for (double& offset : offsets)
            offset -= first;
        spread(frames, offsets);
    } else if (frames.size() > 1) {
        removePositions(frames);
    }
    const auto scale = real(dataset, DCM_DoseGridScaling);
    if (scale && *scale != 0) {
        for (DicomFrame& frame : frames)
            frame.rescale = {*scale, 0.0};
    }
}

/// Places the frames of an object that has one position and one distance for all of them, such as reconstructed nuclear
/// medicine. Slice Vector has the slice of each frame; without it, frame f is slice f.
void placeByDistance(DcmItem& dataset, std::vector<DicomFrame>& frames) {
    if (DcmItem* const detector = firstItem(dataset, DCM_DetectorInformationSequence)) {
        for (DicomFrame& frame : frames) {
            readPosition(*detector, frame);
            readOrientation(*detector, frame);
        }
    }
    const auto distance = real(dataset, DCM_SpacingBetweenSlices);
    if (!distance || *distance == 0) {
        removePositions(frames);
        return;
    }
    const std::vector<double> slices = reals(dataset, DCM_SliceVector);
    std::vector<double> offsets;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        const double slice = slices.size() == frames.size() ? slices[f] - 1 : static_cast<double>(f);
        offsets.push_back(slice * *distance);
    }
    spread(frames, offsets);
}

}  // namespace

std::vector<DicomFrame> readDicomFrames(DcmItem& dataset, int count, const std::string& modality,
                                        const PixelFormat& format) {
    DicomFrame common = commonFrame(dataset);
    const std::vector<DcmItem*> perFrame = items(dataset, DCM_PerFrameFunctionalGroupsSequence);
    DcmItem* const shared = firstItem(dataset, DCM_SharedFunctionalGroupsSequence);
    if (shared != nullptr) readFunctionalGroups(*shared, common);
    std::vector<DicomFrame> frames(static_cast<std::size_t>(count), common);
    if (!perFrame.empty() || shared != nullptr) {
        for (std::size_t f = 0; f < frames.size() && f < perFrame.size(); ++f) {
            readFunctionalGroups(*perFrame[f], frames[f]);
        }
        // A position that all frames share is not the position of any frame.
        if (frames.size() > 1 && perFrame.size() < frames.size()) removePositions(frames);
    } else if (modality == "RTDOSE") {
        placeDoseGrid(dataset, frames);
    } else if (count > 1) {
        placeByDistance(dataset, frames);
    }
    setWindows(dataset, perFrame, shared, format, frames);
    return frames;
}

namespace {

/// Returns the times of a dynamic study of nuclear medicine, whose phases have frames of different durations (PS3.3
/// C.8.4.14); empty if the phases do not give the time of each frame.
std::vector<double> timesOfPhases(DcmItem& dataset, int count) {
    std::vector<double> times;
    double time = 0.0;
    for (DcmItem* phase : items(dataset, DCM_PhaseInformationSequence)) {
        const long frames = integer(*phase, DCM_NumberOfFramesInPhase).value_or(0);
        const double step = real(*phase, DCM_ActualFrameDuration).value_or(0) / 1000.0;
        const double delay = times.empty() ? 0 : real(*phase, DCM_PhaseDelay).value_or(0) / 1000.0;
        if (!(step > 0) || !(delay >= 0) || frames < 1 || frames > count - static_cast<long>(times.size())) return {};
        time += delay;
        for (long frame = 0; frame < frames; ++frame, time += step)
            times.push_back(time);
    }
    return static_cast<int>(times.size()) == count ? times : std::vector<double>{};
}

}  // namespace

std::vector<double> readFrameTimes(DcmItem& dataset, int count) {
    std::vector<double> times(static_cast<std::size_t>(count), 0.0);
    const std::vector<double> steps = reals(dataset, DCM_FrameTimeVector);
    if (steps.size() == times.size() && count > 1) {
        bool increasing = true;
        for (std::size_t f = 1; f < times.size(); ++f) {
            increasing = increasing && steps[f] > 0;
            times[f] = times[f - 1] + steps[f] / 1000.0;
        }
        if (increasing) return times;
    }
    double step = real(dataset, DCM_FrameTime).value_or(0) / 1000.0;
    for (const DcmTagKey& key : {DCM_RecommendedDisplayFrameRate, DCM_CineRate}) {
        const double rate = real(dataset, key).value_or(0);
        if (!(step > 0) && rate > 0) step = 1.0 / rate;
    }
    if (!(step > 0)) return timesOfPhases(dataset, count);
    for (std::size_t f = 0; f < times.size(); ++f)
        times[f] = static_cast<double>(f) * step;
    return times;
}

}  // namespace fleming::viewer
