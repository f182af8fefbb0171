#include "inference/checkpoint/safetensors_header.h"

#include "base/error.h"
#include "inference/text/json_file.h"

#include <algorithm>
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

/// Bits of one element; nothing for a type that the format does not know.
std::optional<std::uint64_t> bitsOf(const std::string& type) {
    static const std::map<std::string, std::uint64_t> kBits{
        {"BOOL", 8},    {"U8", 8},      {"I8", 8},   {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8}, {"F4", 4},
        {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"I16", 16}, {"U16", 16},    {"F16", 16},    {"BF16", 16},   {"I32", 32},
        {"U32", 32},    {"F32", 32},    {"I64", 64}, {"U64", 64},    {"F64", 64},    {"C64", 64}};
    const auto at = kBits.find(type);
    return at == kBits.end() ? std::nullopt : std::optional(at->second);
}

/// Takes the header's JSON event by event, so that nothing but well-formed entries is ever kept: hostile JSON (deep
/// nesting, a hundred million numbers) ends at its first wrong event.
class HeaderEvents final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit HeaderEvents(std::filesystem::path file) : file_(std::move(file)) {}

    std::vector<HeaderEntry> entries;

    bool null() override { fail("holds a null"); }
    bool boolean(bool) override { fail("holds true or false"); }
    bool number_integer(number_integer_t) override { fail("holds a negative number"); }
    bool number_float(number_float_t, const string_t&) override { fail("holds a number that is not whole"); }
    bool binary(binary_t&) override { fail("holds binary data"); }

    bool number_unsigned(number_unsigned_t value) override {
        if (place_ == Place::shape) {
            if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) fail("holds a size that is too large");
            if (entry_.shape.size() == kMaxDimensions) fail("holds a shape with too many dimensions");
            entry_.shape.push_back(static_cast<std::int64_t>(value));
        } else if (place_ == Place::offsets) {
            if (offsets_.size() == 2) fail("holds more than two offsets");
            offsets_.push_back(value);
        } else {
            fail("has an unexpected number");
        }
        return true;
    }

    bool string(string_t& value) override {
        if (place_ == Place::metadata) return true;
        if (place_ != Place::entry || key_ != "dtype") fail("has unexpected text");
        entry_.typeName = value;
        return true;
    }

    bool key(string_t& name) override {
        if (place_ == Place::top) {
            if (!names_.insert(name).second)
                throw Error(file_.string() + ": names " + inQuotes(name) + " twice in its header.");
            if (names_.size() > kMaxTensors) fail("names too many tensors");
            entry_ = {};
            entry_.name = name;
        } else if (place_ == Place::entry) {
            const bool known = name == "dtype" || name == "shape" || name == "data_offsets";
            if (!known) fail("holds the unknown key " + inQuotes(name));
            if (!keys_.insert(name).second) fail("holds " + inQuotes(name) + " twice");
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
            fail("has an unexpected object");
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
            fail("has an unexpected list");
        }
        return true;
    }

    bool end_array() override {
        place_ = Place::entry;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        throw Error(file_.string() + ": its header is not valid JSON (at byte " +
                    std::to_string(kLengthBytes + position) + "); the file is damaged or not a safetensors file.");
    }

private:
    enum class Place { outside, top, metadata, entry, shape, offsets };

    [[noreturn]] void fail(const std::string& fault) const {
        const std::string of = entry_.name.empty() ? "" : " for " + inQuotes(entry_.name);
        throw Error(file_.string() + ": its header " + fault + of + ".");
    }

    void finishEntry() {
        if (keys_.size() != 3) fail("lacks \"dtype\", \"shape\" or \"data_offsets\"");
        if (offsets_.size() != 2) fail("lacks an offset");
        if (offsets_[0] > offsets_[1]) fail("holds an end that lies before the beginning");
        entry_.begin = offsets_[0];
        entry_.end = offsets_[1];
        entries.push_back(std::move(entry_));
        entry_ = {};
    }

    std::filesystem::path file_;
    Place place_ = Place::outside;
    std::string key_;
    HeaderEntry entry_;
    std::set<std::string> keys_;
    std::set<std::string> names_;
    std::vector<std::uint64_t> offsets_;
};

/// shape x type in bytes; nothing where that overflows or is no whole number of bytes.
std::optional<std::uint64_t> bytesOf(const std::vector<std::int64_t>& shape, std::uint64_t bits) {
    // A zero makes the product zero, but must not hide sizes that no tensor can have.
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
    return elements * bits % 8 == 0 ? std::optional(elements * bits / 8) : std::nullopt;
}

void checkEntries(std::vector<HeaderEntry>& entries, std::uint64_t dataBytes, const std::filesystem::path& file) {
    const auto fail = [&](const HeaderEntry& entry, const std::string& fault) {
        throw Error(file.string() + ": the tensor " + inQuotes(entry.name) + " " + fault);
    };
    std::sort(entries.begin(), entries.end(), [](const HeaderEntry& a, const HeaderEntry& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::uint64_t position = 0;
    for (const HeaderEntry& entry : entries) {
        const auto bits = bitsOf(entry.typeName);
        if (!bits) fail(entry, "is of the unknown type " + inQuotes(entry.typeName) + ".");
        const auto bytes = bytesOf(entry.shape, *bits);
        if (!bytes) fail(entry, "has a shape that is too large.");
        if (*bytes != entry.end - entry.begin) {
            fail(entry, "needs " + std::to_string(*bytes) + " bytes by its shape and type, but its offsets give it " +
                            std::to_string(entry.end - entry.begin) + ".");
        }
        if (entry.begin < position) fail(entry, "overlaps the tensor before it.");
        if (entry.begin > position) fail(entry, "leaves unused bytes before it; the file is damaged.");
        if (entry.end > dataBytes) {
            fail(entry, "ends at byte " + std::to_string(entry.end) + " of the data, of which the file holds " +
                            std::to_string(dataBytes) + "; the file is truncated, fetch it again.");
        }
        position = entry.end;
    }
    if (position != dataBytes) {
        throw Error(file.string() + ": has " + std::to_string(dataBytes - position) +
                    " bytes after its last tensor that belong to no tensor; the file is damaged.");
    }
}

}  // namespace

SafetensorsHeader readSafetensorsHeader(std::span<const std::byte> bytes, const std::filesystem::path& file) {
    if (bytes.size() < kLengthBytes) throw Error(file.string() + ": is too short to be a safetensors file.");
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    if (length > kMaxHeaderBytes || length > bytes.size() - kLengthBytes) {
        throw Error(file.string() + ": says that its header is " + std::to_string(length) +
                    " bytes long, but the file has " + std::to_string(bytes.size()) +
                    "; it is truncated, damaged or not a safetensors file.");
    }
    const std::string_view text(reinterpret_cast<const char*>(bytes.data() + kLengthBytes), length);
    if (!text.starts_with('{'))
        throw Error(file.string() + ": its header does not begin with a brace; it is not a safetensors file.");

    HeaderEvents events(file);
    nlohmann::json::sax_parse(text, &events);
    SafetensorsHeader header{std::move(events.entries), bytes.subspan(kLengthBytes + length)};
    checkEntries(header.entries, header.data.size(), file);
    return header;
}

}  // namespace fleming::inference
