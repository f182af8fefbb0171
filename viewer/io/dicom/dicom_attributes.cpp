#include "viewer/io/dicom/dicom_attributes.h"

#include <dcmtk/dcmdata/dcspchrs.h>

#include <charconv>
#include <cmath>
#include <cstring>

namespace fleming::viewer {

namespace {

std::string_view trimmed(std::string_view value) {
    const auto padding = [](char c) { return c == ' ' || c == '\0' || c == '\t' || c == '\r' || c == '\n'; };
    while (!value.empty() && padding(value.front()))
        value.remove_prefix(1);
    while (!value.empty() && padding(value.back()))
        value.remove_suffix(1);
    return value;
}

std::optional<double> parsed(std::string_view value) {
    value = trimmed(value);
    if (!value.empty() && value.front() == '+') value.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return {};
    return number;
}

DcmElement* element(DcmItem& item, const DcmTagKey& key) {
    DcmElement* found = nullptr;
    return item.findAndGetElement(key, found).good() ? found : nullptr;
}

/// Replaces bytes that are not well-formed UTF-8, and control characters, by '?'.
std::string cleanUtf8(std::string_view value) {
    std::string clean;
    for (std::size_t i = 0; i < value.size();) {
        const auto lead = static_cast<unsigned char>(value[i]);
        std::size_t length = 1;
        if (lead >= 0xc2 && lead < 0xe0) length = 2;
        if (lead >= 0xe0 && lead < 0xf0) length = 3;
        if (lead >= 0xf0 && lead < 0xf5) length = 4;
        bool good = lead >= 0x20 && lead != 0x7f && (lead < 0x80 || length > 1) && i + length <= value.size();
        for (std::size_t k = 1; good && k < length; ++k) {
            good = (static_cast<unsigned char>(value[i + k]) & 0xc0) == 0x80;
        }
        if (good) {
            clean.append(value.substr(i, length));
        } else {
            clean += '?';
            length = 1;
        }
        i += length;
    }
    return clean;
}

}  // namespace

std::string text(DcmItem& item, const DcmTagKey& key) {
    OFString value;
    if (item.findAndGetOFStringArray(key, value).bad()) return {};
    return std::string(trimmed(std::string_view(value.c_str(), value.length())));
}

std::string readable(const std::string& raw, const std::string& characterSet) {
    bool ascii = true;
    for (const char c : raw)
        ascii = ascii && static_cast<unsigned char>(c) < 0x80 && c != '\x1b';
    if (ascii) return cleanUtf8(raw);
    DcmSpecificCharacterSet converter;
    OFString converted;
    if (converter.selectCharacterSet(characterSet.c_str()).good() &&
        converter.convertString(raw.c_str(), converted).good()) {
        return cleanUtf8(std::string_view(converted.c_str(), converted.length()));
    }
    return cleanUtf8(raw);
}

std::string readableText(DcmItem& item, const DcmTagKey& key) {
    return readable(text(item, key), text(item, DCM_SpecificCharacterSet));
}

std::optional<double> real(DcmItem& item, const DcmTagKey& key, unsigned long index) {
    DcmElement* const found = element(item, key);
    OFString value;
    if (found == nullptr || index >= found->getVM() || found->getOFString(value, index).bad()) return {};
    return parsed(std::string_view(value.c_str(), value.length()));
}

std::optional<long> integer(DcmItem& item, const DcmTagKey& key, unsigned long index) {
    const std::optional<double> value = real(item, key, index);
    if (!value || std::abs(*value) > 9e15) return {};
    return static_cast<long>(*value);
}

std::vector<double> reals(DcmItem& item, const DcmTagKey& key) {
    std::vector<double> values;
    for (const std::string& part : splitValues(text(item, key))) {
        const std::optional<double> value = parsed(part);
        if (!value) return {};
        values.push_back(*value);
    }
    return values;
}

std::optional<std::pair<double, double>> spacing(DcmItem& item, const DcmTagKey& key) {
    constexpr double kMostUnequal = 100;
    const std::vector<double> v = reals(item, key);
    if (v.size() != 2 || !(v[0] > 0) || !(v[1] > 0)) return {};
    if (v[0] > kMostUnequal * v[1] || v[1] > kMostUnequal * v[0]) return {};
    return std::pair(v[1], v[0]);
}

std::vector<DcmItem*> items(DcmItem& item, const DcmTagKey& sequence) {
    std::vector<DcmItem*> found;
    DcmSequenceOfItems* list = nullptr;
    if (item.findAndGetSequence(sequence, list).bad() || list == nullptr) return found;
    found.reserve(list->card());
    for (DcmObject* object = list->nextInContainer(nullptr); object != nullptr;
         object = list->nextInContainer(object)) {
        if (auto* const entry = dynamic_cast<DcmItem*>(object)) found.push_back(entry);
    }
    return found;
}

DcmItem* firstItem(DcmItem& item, const DcmTagKey& sequence) {
    DcmSequenceOfItems* list = nullptr;
    if (item.findAndGetSequence(sequence, list).bad() || list == nullptr || list->card() == 0) return nullptr;
    return list->getItem(0);
}

std::vector<std::uint16_t> words(DcmItem& item, const DcmTagKey& key) {
    DcmElement* const found = element(item, key);
    if (found == nullptr) return {};
    const std::size_t count = found->getLength() / 2;
    std::vector<std::uint16_t> values(count);
    Uint16* shorts = nullptr;
    Uint8* bytes = nullptr;
    if (found->getUint16Array(shorts).good() && shorts != nullptr) {
        values.assign(shorts, shorts + count);
    } else if (found->getUint8Array(bytes).good() && bytes != nullptr) {
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = static_cast<std::uint16_t>(bytes[2 * i] | (bytes[2 * i + 1] << 8));
        }
    } else {
        for (std::size_t i = 0; i < found->getVM() && i < count; ++i) {  // signed words with the same bits
            Sint16 value = 0;
            if (found->getSint16(value, static_cast<unsigned long>(i)).bad()) return {};
            values[i] = static_cast<std::uint16_t>(value);
        }
    }
    return values;
}

std::vector<std::string> splitValues(std::string_view joined) {
    std::vector<std::string> parts;
    while (!joined.empty()) {
        const std::size_t end = joined.find('\\');
        parts.emplace_back(trimmed(joined.substr(0, end)));
        if (end == std::string_view::npos) break;
        joined.remove_prefix(end + 1);
    }
    return parts;
}

}  // namespace fleming::viewer
