#pragma once

#include "viewer/io/bytes/byte_source.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fleming::viewer {

/// A data element of a DICOM object (PS3.5 7.1), or an item of a sequence. Values identify people: they are for the
/// user who asks for them, never for logs.
struct DicomElement {
    std::uint16_t group = 0, element = 0;  ///< FFFE,E000 for an item
    std::string vr;                        ///< "PN"; empty for an item
    std::string keyword;                   ///< PS3.6: "PatientName"; empty if it is not in the dictionary
    std::string creator;                   ///< of a private element: the value of its Private Creator
    std::string value;                     ///< UTF-8, values separated by '\\'; empty if it is not text or numbers
    std::uint64_t bytes =
        0;  ///< length of the stored value; 0 for sequences and items; of compressed pixels: up to the end of the file
    bool isCut = false;  ///< `value` is only the beginning, or was left out
    int items = 0;       ///< of a sequence: the number of its items
    int number = 0;      ///< of an item: its number in the sequence, from 1
    int parent = -1;     ///< index of the item or sequence that holds it; -1 at the top
    int level = 0;       ///< number of its parents

    bool isItem() const { return number > 0; }
    bool isPrivate() const { return group % 2 != 0; }
};

/// Returns "(0010,0010)" with capital hexadecimal digits; an empty text for an item.
std::string tagText(const DicomElement& element);

/// Reads all elements of a DICOM file, those of the file meta information first, in the order of the file; each parent
/// comes before its children. The pixel data are the last element, without their value. Values of more than 256 KiB are
/// left out. Throws Error (file.empty, dicom.damaged_header, dicom.header_too_large, dicom.nested_too_deeply,
/// dicom.not_dicom).
std::vector<DicomElement> readDicomElements(const ByteSource& source);

/// Returns the indices of the elements that have `text` in their tag ("0010,0010", "00100010"), keyword (also with
/// spaces: "patient name"), value or private creator, and of all their parents, in ascending order. Ignores the case of
/// ASCII letters. An empty text matches all.
std::vector<int> findElements(const std::vector<DicomElement>& elements, const std::string& text);

/// Where an element is in its object: tags and numbers of items from the top down. The blocks that private creators
/// reserve (PS3.5 7.8.1) may differ between objects, so a private element is placed by its creator.
struct ElementPlace {
    struct Step {
        std::uint16_t group = 0;
        std::string creator;
        std::uint16_t element = 0;  ///< of a private element with a creator: the last two digits only
        int item = 0;               ///< of an item: its number
        auto operator<=>(const Step&) const = default;
    };
    std::vector<Step> steps;
    auto operator<=>(const ElementPlace&) const = default;
};

/// Returns the place of element `index`.
ElementPlace placeOf(const std::vector<DicomElement>& elements, int index);

/// Returns the index of the element at a place, or nothing.
std::optional<int> findPlace(const std::vector<DicomElement>& elements, const ElementPlace& place);

/// An element of one or both of two objects: indices, or -1.
struct ElementPair {
    int first = -1, second = -1;
    bool isSame = false;  ///< both have it, with the same value
};

/// Pairs the elements of two objects by their places, in the order of the places. Parents that differ only in what they
/// hold are the same.
std::vector<ElementPair> compareElements(const std::vector<DicomElement>& first,
                                         const std::vector<DicomElement>& second);

}  // namespace fleming::viewer
