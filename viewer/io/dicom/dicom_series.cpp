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

constexpr double kRateWithoutWord = 10.0;  // frames a second of a clip that names none

/// Modalities whose images are slices of a body even where they do not say where.
bool isCrossSectional(const std::string& modality) {
    constexpr std::array<const char*, 8> kModalities{"CT", "MR", "PT", "NM", "ST", "SEG", "RTDOSE", "OPT"};
    return std::find(kModalities.begin(), kModalities.end(), modality) != kModalities.end();
}

bool isColour(const DicomImage& image) {
    return image.format.samples == 3 || image.palette != nullptr;
}

/// Frames at more than one place in the patient: slices, not moments.
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

/// What to call a series: by its description, else by modality and number, else by its file.
std::string nameOf(const DicomImage& image) {
    if (!image.description.empty()) return image.description;
    if (image.modality.empty() || !image.seriesNumber) return image.path.filename().string();
    return image.modality + " " + std::to_string(*image.seriesNumber);
}

void addNote(Series& series, const std::string& note) {
    if (std::find(series.notes.begin(), series.notes.end(), note) == series.notes.end()) series.notes.push_back(note);
}

Series commonSeries(const DicomImage& image) {
    Series series;
    series.uid = image.seriesUid;
    series.studyUid = image.studyUid;
    series.studyDate = image.studyTime.substr(0, image.studyTime.find(' '));
    if (image.seriesNumber) series.number = static_cast<int>(*image.seriesNumber);
    series.modality = image.modality;
    series.description = nameOf(image);
    series.format = "DICOM";
    series.inverted = image.format.photometric == Photometric::monochrome1;
    if (image.localizer) addNote(series, "This is a localizer: it shows where the slices of other series lie.");
    return series;
}

Series clipSeries(const Image& image) {
    Series series = commonSeries(*image);
    series.kind = SeriesKind::clip;
    series.inverted = false;  // the clip's frames are turned already
    series.files = {image->path};
    for (const std::string& note : image->notes)
        addNote(series, note);
    std::vector<double> times = image->frameTimes;
    if (times.empty()) {
        for (std::size_t f = 0; f < image->frames.size(); ++f)
            times.push_back(static_cast<double>(f) / kRateWithoutWord);
        addNote(series, "The file does not specify a frame rate; 10 frames per second are assumed.");
    }
    series.frameCount = static_cast<int>(times.size());
    series.framesPerSecond = static_cast<double>(times.size() - 1) / times.back();
    series.duration = times.back() + 1.0 / series.framesPerSecond;
    series.width = image->format.columns;
    series.height = image->format.rows;
    const DicomFrame& frame = image->frames[image->frames.size() / 2];
    series.windows = frame.windows;
    series.windowNames = frame.windowNames;
    const std::optional<Window> window = frame.windows.empty() ? std::nullopt : std::optional(frame.windows.front());
    series.source = clipSource(image, std::move(times), series.framesPerSecond, window);
    return series;
}

/// Slices with rescales of their own (PET) become one volume of rescaled floats; else values stay as stored.
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
    // As the volume's floats will have it.
    if (recipe.paddingBecomes) recipe.paddingBecomes = static_cast<double>(static_cast<float>(*recipe.paddingBecomes));
    return recipe;
}

Series stackSeries(DicomStack stack) {
    const DicomSlice& middle = stack.slices[stack.slices.size() / 2];
    const DicomImage& image = *middle.image;
    Series series = commonSeries(image);
    series.kind = stack.slices.size() > 1 ? SeriesKind::volume : SeriesKind::picture;
    if (!stack.label.empty()) series.description += " (" + stack.label + ")";
    for (const DicomSlice& slice : stack.slices) {
        if (series.files.empty() || series.files.back() != slice.image->path) series.files.push_back(slice.image->path);
        for (const std::string& note : slice.image->notes)
            addNote(series, note);
    }
    for (const std::string& note : stack.notes)
        addNote(series, note);
    const SliceRecipe recipe = recipeFor(stack.slices);
    series.geometry = stack.geometry;
    series.type = recipe.type;
    series.components = recipe.components;
    if (!recipe.rescaled && recipe.components == 1 && !image.modalityLut) series.rescale = middle.info().rescale;
    if (recipe.components == 1) {
        series.windows = middle.info().windows;
        series.windowNames = middle.info().windowNames;
        if (!recipe.rescaled && !image.modalityLut) series.padding = image.padding;
        if (recipe.paddingBecomes) series.padding = std::pair(*recipe.paddingBecomes, *recipe.paddingBecomes);
    }
    if (recipe.rescaled)
        addNote(series,
                "Each slice has its own rescale slope and intercept; the values are already "
                "rescaled.");
    series.source = volumeSource(std::move(stack.slices), recipe);
    return series;
}

/// Files that are there more than once (one SOP Instance UID, one place) are taken once.
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

bool samePixels(const DicomSlice& a, const DicomSlice& b) {
    if (!(a.image->format == b.image->format) || !(a.info().rescale == b.info().rescale)) return false;
    try {
        return rawFrame(*a.image, *reopen(*a.image), a.frame) == rawFrame(*b.image, *reopen(*b.image), b.frame);
    } catch (const Error&) {
        return false;  // it will be said when the pixels are read
    }
}

/// Says of stacks that stand at another angle than most of their series that they may be localizers.
void noteMixedOrientations(std::vector<DicomStack>& stacks) {
    const auto placed = [](const DicomStack& stack) { return stack.geometry.oriented; };
    const auto largest = std::max_element(stacks.begin(), stacks.end(), [&](const DicomStack& a, const DicomStack& b) {
        return std::pair(placed(a), a.slices.size()) < std::pair(placed(b), b.slices.size());
    });
    if (largest == stacks.end() || !placed(*largest)) return;
    const Geometry main = largest->geometry;
    const std::size_t most = largest->slices.size();
    bool mixed = false;
    for (DicomStack& stack : stacks) {
        const bool turned = placed(stack) && (dot(stack.geometry.iDirection, main.iDirection) < 0.9999 ||
                                              dot(stack.geometry.jDirection, main.jDirection) < 0.9999);
        if (!turned) continue;
        mixed = true;
        if (stack.slices.size() <= 3 && most >= 4 * stack.slices.size() && !stack.slices.front().image->localizer) {
            stack.notes.push_back(
                "It is at a different angle from most slices of its series and is probably a localizer.");
        }
    }
    if (!mixed) return;
    for (DicomStack& stack : stacks) {
        if (placed(stack)) stack.notes.push_back("The series has slices at several angles; it was split by angle.");
    }
}

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
    std::vector<DicomStack> stacks = sortSlices(std::move(slices), samePixels);
    noteMixedOrientations(stacks);
    std::move(alone.begin(), alone.end(), std::back_inserter(stacks));
    for (DicomStack& stack : stacks)
        result.push_back(stackSeries(std::move(stack)));
    for (std::size_t i = 0; result.size() > 1 && i < result.size(); ++i)
        result[i].uid += "#" + std::to_string(i + 1);
    if (repeats > 0 && !result.empty()) {
        addNote(result.front(), repeats == 1 ? "One file duplicates another file of the series and was skipped."
                                             : std::to_string(repeats) +
                                                   " files duplicate other files of the series "
                                                   "and were skipped.");
    }
    return result;
}

}  // namespace

std::vector<Series> dicomSeries(const std::vector<Image>& images) {
    // Study by study, series number by series number; then as found.
    using Key = std::tuple<std::string, std::string, long>;
    struct Group {
        std::size_t found;
        std::vector<Image> images;
    };
    std::map<std::tuple<std::string, std::string>, Group> groups;
    for (const Image& image : images) {
        const std::string series =
            image->seriesUid.empty() ? "in " + image->path.parent_path().string() : image->seriesUid;
        Group& group = groups.try_emplace({image->studyUid, series}, Group{groups.size(), {}}).first->second;
        group.images.push_back(image);
    }
    std::vector<const Group*> order;
    for (const auto& [key, group] : groups)
        order.push_back(&group);
    const auto keyOf = [](const Group& group) {
        const DicomImage& image = *group.images.front();
        return Key(image.studyTime, image.studyUid, image.seriesNumber.value_or(0));
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
