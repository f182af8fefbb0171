#include "inference/checkpoint/safetensors_header.h"

#include "base/error.h"
#include "inference/text/utf8.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace fleming::inference {

namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr std::size_t kMaxDimensions = 16;
constexpr std::size_t kMaxTensors = 200'000;

/// Returns the bits of one element, or nothing if the format does not have the type.
std::optional<std::uint64_t> elementBits(const std::string& type) {
    static const std::map<std::string, std::uint64_t> kBits{
        {"BOOL", 8},    {"U8", 8},      {"I8", 8},   {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"F4", 4},
        {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"I16", 16}, {"U16", 16},    {"F16", 16},    {"BF16", 16},   {"I32", 32},
        {"U32", 32},    {"F32", 32},    {"I64", 64}, {"U64", 64},    {"F64", 64},    {"C64", 64}};
    const auto at = kBits.find(type);
    return at == kBits.end() ? std::nullopt : std::optional(at->second);
}

/// Receives the JSON of the header event by event and keeps well-formed entries only: hostile JSON (deep nesting, a
/// hundred million numbers) ends at its first wrong event.
class HeaderEvents final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit HeaderEvents(std::filesystem::path file) : file_(std::move(file)) {}

    std::vector<HeaderEntry> entries;

    bool null() override { failUnexpected(); }
    bool boolean(bool) override { failUnexpected(); }
    bool number_integer(number_integer_t) override { failUnexpected(); }
    bool number_float(number_float_t, const string_t&) override { failUnexpected(); }
    bool binary(binary_t&) override { failUnexpected(); }

    bool number_unsigned(number_unsigned_t value) override {
        if (place_ == Place::shape && entry_.shape.size() < kMaxDimensions &&
            value <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
            entry_.shape.push_back(static_cast<std::int64_t>(value));
        } else if (place_ == Place::offsets && offsets_.size() < 2) {
            offsets_.push_back(value);
        } else {
            failUnexpected();
        }
        return true;
    }

    bool string(string_t& value) override {
        if (place_ == Place::metadata) return true;
        if (place_ != Place::entry || key_ != "dtype") failUnexpected();
        entry_.typeName = value;
        return true;
    }

    bool key(string_t& name) override {
        if (place_ == Place::top) {
            if (!names_.insert(name).second) throw Error("safetensors.repeated_tensor", file_, {printable(name)});
            if (names_.size() > kMaxTensors) {
                throw Error("safetensors.too_many_tensors", file_, {std::to_string(kMaxTensors)});
            }
            entry_ = {};
            entry_.name = name;
        } else if (place_ == Place::entry) {
            if (std::ranges::find(kKeys, name) == kKeys.end()) failEntry("safetensors.unknown_key", name);
            if (!keys_.insert(name).second) failEntry("safetensors.repeated_key", name);
        }
        key_ = name;
        return true;
    }

    bool start_object(std::size_t) override {
        if (place_ == Place::outside) {
            place_ = Place::top;
        } else if (place_ == Place::top) {
            place_ = key_ == "__metadata__" ? Place::metadata : Place::entry;
            keys_.clear();
            offsets_.clear();
        } else {
            failUnexpected();
        }
        return true;
    }

    bool end_object() override {
        if (place_ == Place::entry) finishEntry();
        place_ = place_ == Place::top ? Place::outside : Place::top;
        return true;
    }

    bool start_array(std::size_t) override {
        if (place_ == Place::entry && key_ == "shape") {
            place_ = Place::shape;
        } else if (place_ == Place::entry && key_ == "data_offsets") {
            place_ = Place::offsets;
        } else {
            failUnexpected();
        }
        return true;
    }

    bool end_array() override {
        place_ = Place::entry;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        throw Error("safetensors.header_not_json", file_, {std::to_string(kLengthBytes + position)});
    }

private:
    enum class Place { outside, top, metadata, entry, shape, offsets };

    static constexpr std::array<std::string_view, 3> kKeys{"dtype", "shape", "data_offsets"};

    [[noreturn]] void failEntry(const char* code, std::string_view key) const {
        throw Error(code, file_, {printable(entry_.name), printable(key)});
    }

    /// Throws the Error of a value that the format does not allow at this place.
    [[noreturn]] void failUnexpected() const {
        if (place_ == Place::metadata) throw Error("safetensors.bad_metadata", file_);
        if (place_ == Place::top) throw Error("safetensors.entry_not_an_object", file_, {printable(entry_.name)});
        failEntry("safetensors.bad_value", key_);
    }

    void finishEntry() {
        for (const std::string_view key : kKeys) {
            if (!keys_.contains(key)) failEntry("safetensors.missing_key", key);
        }
        if (offsets_.size() != 2 || offsets_[0] > offsets_[1]) failEntry("safetensors.bad_value", "data_offsets");
        entry_.begin = offsets_[0];
        entry_.end = offsets_[1];
        entries.push_back(std::move(entry_));
        entry_ = {};
    }

    std::filesystem::path file_;
    Place place_ = Place::outside;
    std::string key_;
    HeaderEntry entry_;
    std::set<std::string, std::less<>> keys_;
    std::set<std::string> names_;
    std::vector<std::uint64_t> offsets_;
};

/// Returns the bytes of a tensor, or nothing if they overflow or are not a whole number.
std::optional<std::uint64_t> storedBytes(const std::vector<std::int64_t>& shape, std::uint64_t bitsPerElement) {
    // A size of 0 makes the product 0, but must not hide other sizes that no tensor can have.
    std::uint64_t elements = 1;
    bool empty = false;
    for (const std::int64_t size : shape) {
        empty = empty || size == 0;
        if (size == 0) continue;
        constexpr auto kMax = std::uint64_t{std::numeric_limits<std::int64_t>::max()} / 64;
        if (static_cast<std::uint64_t>(size) > kMax / elements) return {};
        elements *= static_cast<std::uint64_t>(size);
    }
    if (empty) return 0;
    const std::uint64_t bits = elements * bitsPerElement;
    return bits % 8 == 0 ? std::optional(bits / 8) : std::nullopt;
}

/// Sorts the entries by their offsets and checks them against the size of the data.
void checkEntries(std::vector<HeaderEntry>& entries, std::uint64_t dataBytes, const std::filesystem::path& file) {
    std::sort(entries.begin(), entries.end(), [](const HeaderEntry& a, const HeaderEntry& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t position = 0;
    for (const HeaderEntry& entry : entries) {
        const std::string name = printable(entry.name);
        const auto bits = elementBits(entry.typeName);
        if (!bits) throw Error("safetensors.unknown_type", file, {name, printable(entry.typeName)});
        const auto bytes = storedBytes(entry.shape, *bits);
        if (!bytes) throw Error("safetensors.shape_too_large", file, {name});
        if (*bytes != entry.end - entry.begin) {
            throw Error("safetensors.size_mismatch", file,
                        {name, std::to_string(*bytes), std::to_string(entry.end - entry.begin)});
        }
        if (entry.begin < position) throw Error("safetensors.overlap", file, {name});
        if (entry.begin > position) throw Error("safetensors.gap", file, {name});
        if (entry.end > dataBytes) {
            throw Error("safetensors.truncated", file, {name, std::to_string(entry.end), std::to_string(dataBytes)});
        }
        position = entry.end;
    }
    if (position != dataBytes) throw Error("safetensors.extra_bytes", file, {std::to_string(dataBytes - position)});
}

}  // namespace

SafetensorsHeader readSafetensorsHeader(std::span<const std::byte> bytes, const std::filesystem::path& file) {
    if (bytes.size() < kLengthBytes) throw Error("safetensors.too_short", file);
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    if (length > kMaxHeaderBytes || length > bytes.size() - kLengthBytes) {
        throw Error("safetensors.header_too_long", file, {std::to_string(length), std::to_string(bytes.size())});
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes.data() + kLengthBytes), length);
    if (!text.starts_with('{')) throw Error("safetensors.not_safetensors", file);

    HeaderEvents events(file);
    nlohmann::json::sax_parse(text, &events);
    SafetensorsHeader header{std::move(events.entries), bytes.subspan(kLengthBytes + length)};
    checkEntries(header.entries, header.data.size(), file);
    return header;
}

}  // namespace fleming::inference
