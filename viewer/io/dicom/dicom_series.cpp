#include "viewer/io/dicom/dicom_series.h"

#include "base/error.h"
#include "viewer/io/dicom/dicom_geometry.h"
#include "viewer/io/dicom/dicom_pixels.h"
#include "viewer/io/dicom/dicom_sort.h"
#include "viewer/io/dicom/dicom_source.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace fleming::viewer {

namespace {

using Image = std::shared_ptr<const DicomImage>;

constexpr double kAssumedRate = 10.0;  // frames per second of a clip that does not specify a rate

/// Returns true for the modalities whose images are slices, even without a position in the patient.
bool isCrossSectional(const std::string& modality) {
    constexpr std::array<const char*, 8> kModalities{"CT", "MR", "PT", "NM", "ST", "SEG", "RTDOSE", "OPT"};
    return std::find(kModalities.begin(), kModalities.end(), modality) != kModalities.end();
}

bool isColour(const DicomImage& image) {
    return image.format.samples == 3 || image.palette != nullptr;
}

/// Returns true if the frames have several positions in the patient: they are slices and not frames over time.
bool framesAreSlices(const DicomImage& image) {
    std::set<Vector3> positions;
    for (const DicomFrame& frame : image.frames) {
        if (!frame.position || !frame.orientation) return false;
        positions.insert(*frame.position);
    }
    return positions.size() > 1;
}

bool isClip(const DicomImage& image) {
    if (image.frames.size() < 2 || framesAreSlices(image)) return false;
    const bool placed = image.frames.front().position && image.frames.front().orientation;
    return placed || isColour(image) || !image.frameTimes.empty() || !isCrossSectional(image.modality);
}

/// Returns the description of a series, else its modality and number, else its file name.
std::string nameOf(const DicomImage& image) {
    if (!image.description.empty()) return image.description;
    if (image.modality.empty() || !image.seriesNumber) return image.source->fileName();
    return image.modality + " " + std::to_string(*image.seriesNumber);
}

/// Adds `note` unless the series has it.
void addNote(Series& series, const Note& note) {
    if (std::find(series.notes.begin(), series.notes.end(), note) == series.notes.end()) series.notes.push_back(note);
}

/// Returns the name of the object that holds frame `frame` (from 0) of a file.
DicomReference referenceTo(const DicomImage& image, int frame) {
    return {image.sopClassUid, image.sopUid, image.frames.size() > 1 ? frame + 1 : 0};
}

/// Returns the facts that clips, volumes and pictures share.
Series commonSeries(const DicomImage& image) {
    Series series;
    series.uid = image.seriesUid;
    series.study = image.study;
    series.frameOfReference = image.frameOfReference;
    if (image.seriesNumber) series.number = static_cast<int>(*image.seriesNumber);
    series.modality = image.modality;
    series.bodyPart = image.bodyPart;
    series.contrastAgent = image.contrastAgent;
    series.description.words = nameOf(image);
    series.format = "DICOM";
    if (image.localizer) addNote(series, {"dicom.localizer", {}});
    return series;
}

Series clipSeries(const Image& image) {
    Series series = commonSeries(*image);
    series.files = {image->source->name()};
    series.objects = {referenceTo(*image, 0)};
    for (const Note& note : image->notes)
        addNote(series, note);
    std::vector<double> times = image->frameTimes;
    if (times.empty()) {
        for (std::size_t f = 0; f < image->frames.size(); ++f)
            times.push_back(static_cast<double>(f) / kAssumedRate);
        addNote(series, {"dicom.assumed_frame_rate", {std::to_string(static_cast<int>(kAssumedRate))}});
    }
    ClipInfo clip;
    clip.frameCount = static_cast<int>(times.size());
    clip.framesPerSecond = static_cast<double>(times.size() - 1) / times.back();
    clip.duration = times.back() + 1.0 / clip.framesPerSecond;
    clip.width = image->format.columns;
    clip.height = image->format.rows;
    clip.calibration = image->calibration;
    if (!isColour(*image)) clip.unit = image->unit;
    series.info = clip;
    series.source = clipSource(image, std::move(times), clip.framesPerSecond);
    return series;
}

/// Returns the recipe for a volume: the stored values, or rescaled floats if the slices have different rescales (PET).
SliceRecipe recipeFor(const std::vector<DicomSlice>& slices) {
    const DicomImage& image = *slices.front().image;
    SliceRecipe recipe;
    recipe.type = storedType(image);
    recipe.components = isColour(image) ? 3 : 1;
    const bool alike = std::all_of(slices.begin(), slices.end(), [&](const DicomSlice& slice) {
        return slice.info().rescale == slices.front().info().rescale;
    });
    if (alike || recipe.components == 3 || image.modalityLut) return recipe;
    recipe.rescaled = true;
    recipe.type = ScalarType::float32;
    for (const DicomSlice& slice : slices) {
        if (!slice.image->padding) continue;
        const Rescale& rescale = slice.info().rescale;
        const double value = slice.image->padding->first * rescale.slope + rescale.intercept;
        recipe.paddingBecomes = std::min(value, recipe.paddingBecomes.value_or(value));
    }
    // The exact value that the volume stores.
    if (recipe.paddingBecomes) recipe.paddingBecomes = static_cast<double>(static_cast<float>(*recipe.paddingBecomes));
    return recipe;
}

ImageInfo imageInfo(const DicomStack& stack, const SliceRecipe& recipe) {
    const DicomSlice& middle = stack.slices[stack.slices.size() / 2];
    const DicomImage& image = *middle.image;
    ImageInfo info;
    info.geometry = stack.geometry;
    info.slicePositions = truePositions(stack.notes, stack.slices);
    info.type = recipe.type;
    info.components = recipe.components;
    info.inverted = image.format.photometric == Photometric::monochrome1;
    info.calibration = image.calibration;
    if (recipe.components != 1) return info;
    info.windows = middle.info().windows;
    info.unit = image.unit;
    if (!recipe.rescaled && !image.modalityLut) {
        info.rescale = middle.info().rescale;
        info.padding = image.padding;
    }
    if (recipe.paddingBecomes) info.padding = std::pair(*recipe.paddingBecomes, *recipe.paddingBecomes);
    return info;
}

Series stackSeries(DicomStack stack) {
    const DicomSlice& middle = stack.slices[stack.slices.size() / 2];
    const DicomImage& image = *middle.image;
    Series series = commonSeries(image);
    series.description.parts = stack.parts;
    for (const DicomSlice& slice : stack.slices) {
        series.objects.push_back(referenceTo(*slice.image, slice.frame));
        const std::string& name = slice.image->source->name();
        if (series.files.empty() || series.files.back() != name) series.files.push_back(name);
        for (const Note& note : slice.image->notes)
            addNote(series, note);
    }
    for (const Note& note : stack.notes)
        addNote(series, note);
    const SliceRecipe recipe = recipeFor(stack.slices);
    series.info = volumeOrPicture(imageInfo(stack, recipe));
    if (recipe.rescaled) addNote(series, {"dicom.rescaled", {}});
    series.source = volumeSource(std::move(stack.slices), recipe);
    return series;
}

/// Removes copies of a file: the same SOP Instance UID and position.
std::vector<Image> withoutRepeats(const std::vector<Image>& images, std::size_t& repeats) {
    std::set<std::tuple<std::string, std::optional<long>, std::optional<Vector3>>> seen;
    std::vector<Image> kept;
    for (const Image& image : images) {
        const auto key = std::tuple(image->sopUid, image->instanceNumber, image->frames.front().position);
        if (image->sopUid.empty() || seen.insert(key).second) kept.push_back(image);
    }
    repeats = images.size() - kept.size();
    return kept;
}

/// Compares the stored pixels of two slices.
bool samePixels(const DicomSlice& a, const DicomSlice& b) {
    if (!(a.image->format == b.image->format) || !(a.info().rescale == b.info().rescale)) return false;
    try {
        return rawFrame(*a.image, a.frame) == rawFrame(*b.image, b.frame);
    } catch (const Error&) {
        return false;  // loading the pixels will report the error
    }
}

/// Returns true if the stacks of a series look like a localizer whose header does not say so: a few slices in each, in
/// similar numbers, at least one stack perpendicular to the largest.
bool looksLikeLocalizer(const std::vector<DicomStack>& stacks, const Geometry& main, std::size_t most) {
    constexpr std::size_t kMostSlices = 15;
    constexpr double kPerpendicular = 0.1;  // cosine
    const Vector3 normal = cross(main.iDirection, main.jDirection);
    bool isPerpendicular = false;
    for (const DicomStack& stack : stacks) {
        if (most > kMostSlices || 3 * stack.slices.size() < most || !stack.geometry.oriented) return false;
        const Vector3 other = cross(stack.geometry.iDirection, stack.geometry.jDirection);
        isPerpendicular = isPerpendicular || std::abs(dot(normal, other)) < kPerpendicular;
    }
    return isPerpendicular;
}

/// Adds notes to stacks at a different angle than most of their series: they may be localizers.
void noteMixedOrientations(std::vector<DicomStack>& stacks) {
    const auto placed = [](const DicomStack& stack) { return stack.geometry.oriented; };
    const auto largest = std::max_element(stacks.begin(), stacks.end(), [&](const DicomStack& a, const DicomStack& b) {
        return std::pair(placed(a), a.slices.size()) < std::pair(placed(b), b.slices.size());
    });
    if (largest == stacks.end() || !placed(*largest)) return;
    const Geometry main = largest->geometry;
    const std::size_t most = largest->slices.size();
    if (looksLikeLocalizer(stacks, main, most)) {
        for (DicomStack& stack : stacks) {
            if (!stack.slices.front().image->localizer) stack.notes.push_back({"dicom.perpendicular_localizer", {}});
        }
    }
    bool mixed = false;
    for (DicomStack& stack : stacks) {
        const bool turned = placed(stack) && (dot(stack.geometry.iDirection, main.iDirection) < 0.9999 ||
                                              dot(stack.geometry.jDirection, main.jDirection) < 0.9999);
        if (!turned) continue;
        mixed = true;
        if (stack.slices.size() <= 3 && most >= 4 * stack.slices.size() && !stack.slices.front().image->localizer) {
            stack.notes.push_back({"dicom.probably_localizer", {}});
        }
    }
    if (!mixed) return;
    for (DicomStack& stack : stacks) {
        if (placed(stack)) stack.notes.push_back({"dicom.several_angles", {}});
    }
}

/// Returns the series of the files with one Series Instance UID.
std::vector<Series> seriesOfOneUid(const std::vector<Image>& all) {
    std::size_t repeats = 0;
    const std::vector<Image> images = withoutRepeats(all, repeats);
    std::vector<Series> result;
    std::vector<DicomSlice> slices;
    std::vector<DicomStack> alone;
    for (const Image& image : images) {
        if (isClip(*image)) {
            result.push_back(clipSeries(image));
            continue;
        }
        const bool placed = image->frames.front().position && image->frames.front().orientation;
        const bool stackable = placed || image->frames.size() > 1 ||
                               (isCrossSectional(image->modality) && !isColour(*image) && !image->localizer);
        if (!stackable) alone.push_back({{{image, 0}}, unplacedGeometry({{image, 0}}), {}, {}});
        for (int f = 0; stackable && f < static_cast<int>(image->frames.size()); ++f)
            slices.push_back({image, f});
    }
    std::vector<DicomStack> stacks = sortSlices(slices, samePixels);
    noteMixedOrientations(stacks);
    std::move(alone.begin(), alone.end(), std::back_inserter(stacks));
    for (DicomStack& stack : stacks)
        result.push_back(stackSeries(std::move(stack)));
    for (std::size_t i = 0; result.size() > 1 && i < result.size(); ++i)
        result[i].uid += "#" + std::to_string(i + 1);
    if (repeats > 0 && !result.empty()) {
        addNote(result.front(), repeats == 1 ? Note{"dicom.duplicate_file", {}}
                                             : Note{"dicom.duplicate_files", {std::to_string(repeats)}});
    }
    return result;
}

}  // namespace

std::vector<Series> dicomSeries(const std::vector<Image>& images) {
    // Sorts by study, then by series number, then in the order of `images`.
    using Key = std::tuple<std::string, std::string, long>;
    struct Group {
        std::size_t found;
        std::vector<Image> images;
    };
    std::map<std::tuple<std::string, std::string>, Group> groups;
    for (const Image& image : images) {
        const std::string series = image->seriesUid.empty()
                                       ? "in " + std::filesystem::path(image->source->name()).parent_path().string()
                                       : image->seriesUid;
        Group& group = groups.try_emplace({image->study.uid, series}, Group{groups.size(), {}}).first->second;
        group.images.push_back(image);
    }
    std::vector<const Group*> order;
    order.reserve(groups.size());
    for (const auto& [key, group] : groups)
        order.push_back(&group);
    const auto keyOf = [](const Group& group) {
        const DicomImage& image = *group.images.front();
        return Key(image.study.date + " " + image.study.time, image.study.uid, image.seriesNumber.value_or(0));
    };
    std::sort(order.begin(), order.end(), [&](const Group* a, const Group* b) {
        return std::pair(keyOf(*a), a->found) < std::pair(keyOf(*b), b->found);
    });
    std::vector<Series> result;
    for (const Group* group : order) {
        for (Series& series : seriesOfOneUid(group->images))
            result.push_back(std::move(series));
    }
    return result;
}

}  // namespace fleming::viewer
