#include "viewer/io/dicom/dicom_tags.h"

#include "base/error.h"
#include "viewer/io/dicom/dicom_attributes.h"
#include "viewer/io/dicom/dicom_file.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace fleming::viewer {

namespace {

constexpr std::size_t kMostElements = 1'000'000;
constexpr unsigned long kMostNumbers = 512;  // of a value; a lookup table can have 65536
constexpr std::uint16_t kItemGroup = 0xfffe, kItemElement = 0xe000;

bool isPlainText(const Uint8* bytes, std::size_t count) {
    return std::all_of(bytes, bytes + count, [](Uint8 byte) { return byte >= 0x20 && byte < 0x7f; });
}

/// Writes the bytes of an unknown or private value: as text if they are text, else the first ones as hexadecimal.
void readBytes(DcmElement& from, DicomElement& to) {
    constexpr std::size_t kShown = 32;
    Uint8* bytes = nullptr;
    if (from.getUint8Array(bytes).bad() || bytes == nullptr) {
        to.isCut = to.bytes > 0;
        return;
    }
    auto count = static_cast<std::size_t>(to.bytes);
    std::size_t text = count;
    while (text > 0 && (bytes[text - 1] == 0 || bytes[text - 1] == ' '))
        --text;
    if (isPlainText(bytes, text)) {
        to.value.assign(reinterpret_cast<const char*>(bytes), text);
        return;
    }
    to.isCut = count > kShown;
    std::array<char, 4> hex{};
    for (std::size_t i = 0; i < std::min(count, kShown); ++i) {
        std::snprintf(hex.data(), hex.size(), i == 0 ? "%02X" : " %02X", bytes[i]);
        to.value += hex.data();
    }
}

void readNumbers(DcmElement& from, DicomElement& to) {
    const unsigned long count = from.getVM();
    for (unsigned long i = 0; i < std::min(count, kMostNumbers); ++i) {
        OFString value;
        if (from.getOFString(value, i).bad()) {
            to.isCut = true;
            return;
        }
        if (i > 0) to.value += '\\';
        to.value.append(value.c_str(), value.length());
    }
    to.isCut = count > kMostNumbers || (count == 0 && to.bytes > 0);
}

void readText(DcmElement& from, const std::string& characterSet, DicomElement& to) {
    OFString value;
    if (from.getOFStringArray(value).bad()) {
        to.isCut = to.bytes > 0;
        return;
    }
    std::string raw(value.c_str(), value.length());
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\0'))
        raw.pop_back();
    std::ranges::replace_if(
        raw, [](char c) { return c == '\r' || c == '\n' || c == '\t' || c == '\f'; }, ' ');
    to.value = readable(raw, characterSet);
}

/// Reads one object after the other into a list.
class Reader {
public:
    explicit Reader(const ByteSource& source) : source_(source) {}

    /// Adds the elements of a data set or an item. `characterSet` is that of the item around it.
    void addAll(DcmItem& item, int parent, int level, std::string characterSet) {
        if (item.tagExists(DCM_SpecificCharacterSet)) characterSet = text(item, DCM_SpecificCharacterSet);
        for (DcmObject* object = item.nextInContainer(nullptr); object != nullptr;
             object = item.nextInContainer(object)) {
            if (auto* element = dynamic_cast<DcmElement*>(object)) addElement(*element, parent, level, characterSet);
        }
    }

    DicomElement& add(DicomElement element) {
        if (elements_.size() >= kMostElements) throw Error("dicom.too_many_elements", source_.name());
        return elements_.emplace_back(std::move(element));
    }

    std::vector<DicomElement> take() { return std::move(elements_); }

private:
    void addElement(DcmElement& from, int parent, int level, const std::string& characterSet) {
        DcmTag tag = from.getTag();
        DicomElement made;
        made.group = tag.getGroup();
        made.element = tag.getElement();
        made.vr = DcmVR(from.getVR()).getValidVRName();
        const std::string name = tag.getTagName();
        const bool inDictionary = name != DcmTag_ERROR_TagName;
        if (inDictionary) made.keyword = name;
        if (const char* creator = tag.getPrivateCreator()) made.creator = readable(creator, characterSet);
        made.parent = parent;
        made.level = level;
        const int index = static_cast<int>(elements_.size());
        auto* sequence = dynamic_cast<DcmSequenceOfItems*>(&from);
        if (sequence != nullptr && from.ident() == EVR_SQ) {
            made.items = static_cast<int>(sequence->card());
            add(std::move(made));
            addItems(*sequence, index, level + 1, characterSet);
            return;
        }
        made.bytes = from.getLength();
        readValue(from, characterSet, made);
        add(std::move(made));
    }

    void addItems(DcmSequenceOfItems& sequence, int parent, int level, const std::string& characterSet) {
        int number = 0;
        for (DcmObject* object = sequence.nextInContainer(nullptr); object != nullptr;
             object = sequence.nextInContainer(object)) {
            auto* item = dynamic_cast<DcmItem*>(object);
            if (item == nullptr) continue;
            DicomElement made;
            made.group = kItemGroup;
            made.element = kItemElement;
            made.number = ++number;
            made.parent = parent;
            made.level = level;
            const int index = static_cast<int>(elements_.size());
            add(std::move(made));
            addAll(*item, index, level + 1, characterSet);
        }
    }

    static void readValue(DcmElement& from, const std::string& characterSet, DicomElement& to) {
        switch (from.ident()) {
            case EVR_OB:
            case EVR_OW:
            case EVR_OD:
            case EVR_OF:
            case EVR_OL:
            case EVR_OV:
            case EVR_UN:
            case EVR_UNKNOWN:
            case EVR_UNKNOWN2B:
                return readBytes(from, to);
            default:
                return from.isaString() ? readText(from, characterSet, to) : readNumbers(from, to);
        }
    }

    const ByteSource& source_;
    std::vector<DicomElement> elements_;
};

const char* vrOfPixels(const DicomHeader& header) {
    if (header.pixelElement == 0x0008) return "OF";
    if (header.pixelElement == 0x0009) return "OD";
    return header.words ? "OW" : "OB";
}

/// Returns the element of the pixels, without its value.
DicomElement pixelElement(const DicomHeader& header, const ByteSource& source) {
    DicomElement pixels;
    pixels.group = 0x7fe0;
    pixels.element = header.pixelElement;
    pixels.vr = std::string(vrOfPixels(header));
    pixels.keyword = DcmTag(DcmTagKey(pixels.group, pixels.element)).getTagName();
    pixels.bytes = header.undefinedLength ? source.size() - header.pixelOffset : header.pixelLength;
    pixels.isCut = true;
    return pixels;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), lower);
    return text;
}

std::string without(std::string text, const char* characters) {
    std::erase_if(text, [&](char c) { return std::string_view(characters).find(c) != std::string_view::npos; });
    return text;
}

}  // namespace

std::string tagText(const DicomElement& element) {
    if (element.isItem()) return {};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "(%04X,%04X)", static_cast<unsigned>(element.group),
                  static_cast<unsigned>(element.element));
    return text.data();
}

std::vector<DicomElement> readDicomElements(const ByteSource& source) {
    prepareDicomLibraries();
    if (!isDicom(source.start(1024))) throw Error("dicom.not_dicom", source.name());
    const DicomHeader header = readDicomHeader(source);
    Reader reader(source);
    if (DcmMetaInfo* meta = header.content->getMetaInfo()) reader.addAll(*meta, -1, 0, {});
    reader.addAll(*header.dataset, -1, 0, {});
    if (header.pixelElement != 0) reader.add(pixelElement(header, source));
    return reader.take();
}

std::vector<int> findElements(const std::vector<DicomElement>& elements, const std::string& text) {
    const std::string wanted = lowered(text);
    const std::string asTag = without(wanted, "(), "), asKeyword = without(wanted, " '");
    std::vector<bool> found(elements.size(), false);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const DicomElement& element = elements[i];
        const std::string tag = lowered(without(tagText(element), "(),"));
        const bool matches = wanted.empty() || (!asTag.empty() && tag.find(asTag) != std::string::npos) ||
                             (!asKeyword.empty() && lowered(element.keyword).find(asKeyword) != std::string::npos) ||
                             lowered(element.value).find(wanted) != std::string::npos ||
                             lowered(element.creator).find(wanted) != std::string::npos;
        if (!matches) continue;
        for (int at = static_cast<int>(i); at >= 0 && !found[static_cast<std::size_t>(at)];
             at = elements[static_cast<std::size_t>(at)].parent)
            found[static_cast<std::size_t>(at)] = true;
    }
    std::vector<int> indices;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) indices.push_back(static_cast<int>(i));
    }
    return indices;
}

ElementPlace placeOf(const std::vector<DicomElement>& elements, int index) {
    ElementPlace place;
    for (int at = index; at >= 0; at = elements[static_cast<std::size_t>(at)].parent) {
        const DicomElement& element = elements[static_cast<std::size_t>(at)];
        const bool hasCreator = element.isPrivate() && !element.creator.empty();
        place.steps.push_back({element.group, element.creator,
                               static_cast<std::uint16_t>(hasCreator ? element.element & 0xff : element.element),
                               element.number});
    }
    std::ranges::reverse(place.steps);
    return place;
}

std::optional<int> findPlace(const std::vector<DicomElement>& elements, const ElementPlace& place) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (elements[i].level + 1 != std::ssize(place.steps)) continue;
        if (placeOf(elements, static_cast<int>(i)) == place) return static_cast<int>(i);
    }
    return {};
}

std::vector<ElementPair> compareElements(const std::vector<DicomElement>& first,
                                         const std::vector<DicomElement>& second) {
    std::map<ElementPlace, ElementPair> pairs;
    for (std::size_t i = 0; i < first.size(); ++i)
        pairs[placeOf(first, static_cast<int>(i))].first = static_cast<int>(i);
    for (std::size_t i = 0; i < second.size(); ++i)
        pairs[placeOf(second, static_cast<int>(i))].second = static_cast<int>(i);
    std::vector<ElementPair> result;
    result.reserve(pairs.size());
    for (auto& [place, pair] : pairs) {
        if (pair.first >= 0 && pair.second >= 0) {
            const DicomElement& a = first[static_cast<std::size_t>(pair.first)];
            const DicomElement& b = second[static_cast<std::size_t>(pair.second)];
            pair.isSame = a.value == b.value && a.bytes == b.bytes && a.items == b.items;
        }
        result.push_back(pair);
    }
    return result;
}

}  // namespace fleming::viewer
