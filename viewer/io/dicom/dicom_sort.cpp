#include "viewer/io/dicom/dicom_sort.h"

#include "viewer/io/dicom/dicom_geometry.h"
#include "viewer/io/dicom/dicom_pixels.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace fleming::viewer {

namespace {

using Slices = std::vector<DicomSlice>;

/// A part of a series after a split.
struct Part {
    std::vector<SeriesPart> parts;  // how it differs from the others
    Slices slices;
    std::vector<Note> notes;
};

constexpr double kSamePlace = 1e-3;        // mm
constexpr double kSameDirection = 3.8e-5;  // 1 - cos(0.5 degrees)

SeriesPartKind partKind(SplitKey key) {
    switch (key) {
        case SplitKey::segment:
            return SeriesPartKind::segment;
        case SplitKey::frameType:
            return SeriesPartKind::imageType;
        case SplitKey::echo:
            return SeriesPartKind::echo;
        case SplitKey::inversion:
            return SeriesPartKind::inversionTime;
        case SplitKey::flipAngle:
            return SeriesPartKind::flipAngle;
        case SplitKey::diffusion:
            return SeriesPartKind::diffusion;
        case SplitKey::temporalPosition:
            return SeriesPartKind::timePoint;
        case SplitKey::cardiacPhase:
            return SeriesPartKind::cardiacPhase;
        case SplitKey::triggerTime:
            return SeriesPartKind::triggerTime;
        case SplitKey::frameTime:
            return SeriesPartKind::frameTime;
        case SplitKey::acquisition:
            return SeriesPartKind::acquisition;
        case SplitKey::stack:
            return SeriesPartKind::stack;
        case SplitKey::acquisitionTime:
            return SeriesPartKind::acquisitionTime;
        case SplitKey::contentTime:
            return SeriesPartKind::contentTime;
        case SplitKey::count:
            break;
    }
    throw std::logic_error("not an attribute");
}

/// Groups the slices for which `same` is true, in the order of the first slice of each group.
template <typename Same>
std::vector<Slices> grouped(const Slices& slices, Same same) {
    std::vector<Slices> groups;
    for (const DicomSlice& slice : slices) {
        // Searches from the back: a slice mostly equals the one before it.
        const auto group =
            std::find_if(groups.rbegin(), groups.rend(), [&](const Slices& g) { return same(g.front(), slice); });
        if (group == groups.rend()) {
            groups.push_back({slice});
        } else {
            group->push_back(slice);
        }
    }
    return groups;
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-3 * std::max(std::abs(a), std::abs(b));
}

bool sameShape(const DicomSlice& a, const DicomSlice& b) {
    const PixelFormat& f = a.image->format;
    const PixelFormat& g = b.image->format;
    const auto& s = a.info().spacing;
    const auto& t = b.info().spacing;
    const bool sameSpacing =
        s.has_value() == t.has_value() && (!s || (near(s->first, t->first) && near(s->second, t->second)));
    const bool colourA = f.samples == 3 || a.image->palette, colourB = g.samples == 3 || b.image->palette;
    const bool sameColour = colourA == colourB && (colourA || f.photometric == g.photometric);
    return sameSpacing && sameColour && f.rows == g.rows && f.columns == g.columns &&
           storedType(*a.image) == storedType(*b.image) && a.image->localizer == b.image->localizer &&
           isPlaced(a) == isPlaced(b);
}

bool sameOrientation(const DicomSlice& a, const DicomSlice& b) {
    if (!isPlaced(a) || !isPlaced(b)) return isPlaced(a) == isPlaced(b);
    const auto& [row, column] = *a.info().orientation;
    const auto& [otherRow, otherColumn] = *b.info().orientation;
    return dot(row, otherRow) > 1 - kSameDirection && dot(column, otherColumn) > 1 - kSameDirection;
}

/// Returns the indices of the slices at each position, sorted by position along the normal.
std::vector<std::vector<std::size_t>> places(const Slices& slices) {
    const Vector3 normal = normalOf(slices.front());
    std::vector<std::size_t> order(slices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> along;
    for (const DicomSlice& slice : slices)
        along.push_back(dot(*slice.info().position, normal));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return along[a] < along[b]; });
    std::vector<std::vector<std::size_t>> found;
    double last = 0;
    for (const std::size_t index : order) {
        if (found.empty() || along[index] - last > kSamePlace) found.emplace_back();
        found.back().push_back(index);
        last = along[index];
    }
    return found;
}

/// Returns the largest number of slices at one position.
std::size_t mostRepeats(const Slices& slices) {
    std::size_t most = 0;
    for (const auto& place : places(slices))
        most = std::max(most, place.size());
    return most;
}

/// Sorts numbers by value and before text.
bool keyBefore(const std::string& a, const std::string& b) {
    double x = 0, y = 0;
    const bool isX = std::from_chars(a.data(), a.data() + a.size(), x).ec == std::errc();
    const bool isY = std::from_chars(b.data(), b.data() + b.size(), y).ec == std::errc();
    if (isX != isY) return isX;
    if (isX && x != y) return x < y;
    return a < b;
}

/// Splits the slices by the value of `key`.
std::vector<Part> splitBy(const Slices& slices, SplitKey key) {
    std::map<std::string, Slices, decltype(&keyBefore)> parts(&keyBefore);
    for (const DicomSlice& slice : slices)
        parts[slice.info().splitKeys[static_cast<std::size_t>(key)]].push_back(slice);
    std::vector<Part> result;
    for (auto& [value, part] : parts) {
        std::string readable = value;
        std::replace(readable.begin(), readable.end(), '\\', '/');
        // Dates and times are patient data: a number is used instead.
        const bool time = key == SplitKey::acquisitionTime || key == SplitKey::contentTime;
        if (time) readable = std::to_string(result.size() + 1);
        result.push_back({{{partKind(key), std::move(readable)}}, std::move(part), {}});
    }
    return result;
}

/// Splits slices that are side by side in one plane (tiles, several fields).
std::vector<Part> splitByField(const Slices& slices) {
    const Vector3 normal = normalOf(slices.front());
    const auto field = [&](const DicomSlice& a, const DicomSlice& b) {
        Vector3 d{};
        for (std::size_t c = 0; c < 3; ++c)
            d[c] = (*a.info().position)[c] - (*b.info().position)[c];
        const double along = dot(d, normal);
        for (std::size_t c = 0; c < 3; ++c)
            d[c] -= along * normal[c];
        const double pixel = a.info().spacing ? std::min(a.info().spacing->first, a.info().spacing->second) : 1.0;
        return length(d) < 0.5 * pixel;
    };
    std::vector<Part> parts;
    for (Slices& group : grouped(slices, field)) {
        parts.push_back({{{SeriesPartKind::field, std::to_string(parts.size() + 1)}}, std::move(group), {}});
    }
    return parts;
}

/// The quality of a split: all positions are unique afterwards, fewer slices share one, or nothing has improved.
enum class Split { complete, partial, none };

/// Returns how well `parts` separate slices at the same position; one position has at most `repeats` slices.
Split qualityOf(const std::vector<Part>& parts, std::size_t repeats) {
    if (parts.size() < 2 || parts.size() > repeats) return Split::none;
    std::size_t most = 0;
    for (const Part& part : parts)
        most = std::max(most, mostRepeats(part.slices));
    if (most == 1) return Split::complete;
    return most < repeats ? Split::partial : Split::none;
}

/// Keeps one of the slices at each position that have the same pixels.
Slices withoutCopies(const Slices& slices, const SamePixels& samePixels, std::size_t& copies) {
    Slices kept;
    for (const auto& place : places(slices)) {
        const std::size_t begin = kept.size();
        for (const std::size_t index : place) {
            const bool copy = std::any_of(kept.begin() + static_cast<std::ptrdiff_t>(begin), kept.end(),
                                          [&](const DicomSlice& other) { return samePixels(other, slices[index]); });
            if (!copy) kept.push_back(slices[index]);
        }
    }
    copies += slices.size() - kept.size();
    return kept;
}

/// Splits by instance number: the first slice of each position, the second of each position, ...
std::vector<Part> splitByInstance(const Slices& slices, std::size_t repeats) {
    std::vector<Part> parts(repeats);
    for (const auto& place : places(slices)) {
        std::vector<std::size_t> turn = place;
        std::stable_sort(turn.begin(), turn.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(slices[a].image->instanceNumber.value_or(0), slices[a].frame) <
                   std::pair(slices[b].image->instanceNumber.value_or(0), slices[b].frame);
        });
        for (std::size_t i = 0; i < turn.size(); ++i)
            parts[i].slices.push_back(slices[turn[i]]);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].parts = {{SeriesPartKind::repeat, std::to_string(i + 1)}};
        parts[i].notes.push_back({"dicom.indistinguishable_slices", {}});
    }
    return parts;
}

std::vector<Part> splitRepeats(const Slices& slices, const SamePixels& samePixels);

/// Splits each part further if its positions still repeat.
std::vector<Part> refined(const std::vector<Part>& parts, const SamePixels& samePixels) {
    std::vector<Part> result;
    for (const Part& part : parts) {
        for (Part& piece : splitRepeats(part.slices, samePixels)) {
            piece.parts.insert(piece.parts.begin(), part.parts.begin(), part.parts.end());
            result.push_back(std::move(piece));
        }
    }
    return result;
}

/// Returns the first complete split, else the first partial one; empty if there is none.
std::vector<Part> splitByKeys(const Slices& slices, std::size_t repeats, const SamePixels& samePixels) {
    std::vector<std::vector<Part>> ways;
    for (std::size_t k = 0; k < kSplitKeys; ++k)
        ways.push_back(splitBy(slices, static_cast<SplitKey>(k)));
    ways.push_back(splitByField(slices));
    for (const Split wanted : {Split::complete, Split::partial}) {
        for (const std::vector<Part>& way : ways) {
            if (qualityOf(way, repeats) == wanted) return refined(way, samePixels);
        }
    }
    return {};
}

std::vector<Part> splitRepeats(const Slices& all, const SamePixels& samePixels) {
    Slices slices = all;
    std::size_t copies = 0;
    const auto repeats = [&] { return mostRepeats(slices); };
    // Compares pixels, which reads files, only if copies are likely: few repeats, or repeats that no key separates.
    const std::size_t extra = slices.size() - places(slices).size();
    if (extra > 0 && extra <= std::max<std::size_t>(3, slices.size() / 10)) {
        slices = withoutCopies(slices, samePixels, copies);
    }
    std::vector<Part> parts;
    if (repeats() > 1) parts = splitByKeys(slices, repeats(), samePixels);
    if (parts.empty() && repeats() > 1 && repeats() <= 3) slices = withoutCopies(slices, samePixels, copies);
    if (parts.empty() && repeats() > 1) parts = splitByInstance(slices, repeats());
    if (parts.empty()) parts.push_back({{}, slices, {}});
    if (copies > 0) {
        parts.front().notes.push_back(copies == 1 ? Note{"dicom.duplicate_slice", {}}
                                                  : Note{"dicom.duplicate_slices", {std::to_string(copies)}});
    }
    return parts;
}

DicomStack stackOf(Part part) {
    DicomStack stack;
    stack.parts = std::move(part.parts);
    stack.notes = std::move(part.notes);
    const Vector3 normal = normalOf(part.slices.front());
    std::stable_sort(part.slices.begin(), part.slices.end(), [&](const DicomSlice& a, const DicomSlice& b) {
        return dot(*a.info().position, normal) < dot(*b.info().position, normal);
    });
    stack.slices = std::move(part.slices);
    stack.geometry = placedGeometry(stack.slices, stack.notes);
    return stack;
}

/// Sorts slices without a position in the patient by slice location, else by instance number, else as in the file.
DicomStack unplacedStack(Slices slices) {
    DicomStack stack;
    const auto all = [&](auto has) { return std::all_of(slices.begin(), slices.end(), has); };
    const bool severalFiles = slices.size() > 1 && slices.front().image != slices.back().image;
    if (severalFiles && all([](const DicomSlice& s) { return s.image->sliceLocation.has_value(); })) {
        std::stable_sort(slices.begin(), slices.end(), [](const DicomSlice& a, const DicomSlice& b) {
            return *a.image->sliceLocation < *b.image->sliceLocation;
        });
        stack.notes.push_back({"dicom.sorted_by_location", {}});
    } else if (severalFiles) {
        std::stable_sort(slices.begin(), slices.end(), [](const DicomSlice& a, const DicomSlice& b) {
            return std::pair(a.image->instanceNumber.value_or(0), a.frame) <
                   std::pair(b.image->instanceNumber.value_or(0), b.frame);
        });
        stack.notes.push_back({"dicom.sorted_by_instance", {}});
    } else if (slices.size() > 1) {
        stack.notes.push_back({"dicom.order_of_file", {}});
    }
    stack.slices = std::move(slices);
    stack.geometry = unplacedGeometry(stack.slices);
    return stack;
}

}  // namespace

std::vector<DicomStack> sortSlices(const std::vector<DicomSlice>& slices, const SamePixels& samePixels) {
    std::vector<DicomStack> stacks;
    for (const Slices& shape : grouped(slices, sameShape)) {
        const std::vector<Slices> orientations = grouped(shape, sameOrientation);
        for (const Slices& parallel : orientations) {
            if (!isPlaced(parallel.front())) {
                stacks.push_back(unplacedStack(parallel));
                continue;
            }
            for (Part& part : splitRepeats(parallel, samePixels))
                stacks.push_back(stackOf(std::move(part)));
        }
    }
    return stacks;
}

}  // namespace fleming::viewer
