#include "viewer/io/volumes/npy_header.h"

#include "base/error.h"

#include <bit>
#include <cstring>
#include <string_view>

namespace fleming::viewer {

namespace {

/// Parses the dictionary that NumPy writes: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
class DictParser {
public:
    DictParser(std::string_view text, const std::string& source) : text_(text), source_(source) {}

    void parse(NpyHeader& header) {
        bool seen[3] = {false, false, false};
        expect('{');
        while (!accept('}')) {
            const std::string key = string();
            expect(':');
            if (key == "descr") {
                once(seen[0]);
                if (next() == '[' || next() == '(') throw Error("npy.records", source_);
                header.descr = string();
            } else if (key == "fortran_order") {
                once(seen[1]);
                header.fortranOrder = boolean();
            } else if (key == "shape") {
                once(seen[2]);
                header.shape = tuple();
            } else {
                bad();
            }
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        skipSpace();
        if (!text_.empty() || !seen[0] || !seen[1] || !seen[2]) bad();
    }

private:
    [[noreturn]] void bad() const { throw Error("npy.damaged_header", source_); }

    void once(bool& seen) const {
        if (seen) bad();
        seen = true;
    }

    void skipSpace() {
        while (!text_.empty() && (text_[0] == ' ' || text_[0] == '\n' || text_[0] == '\t'))
            text_.remove_prefix(1);
    }

    char next() {
        skipSpace();
        return text_.empty() ? '\0' : text_[0];
    }

    bool accept(char c) {
        if (next() != c) return false;
        text_.remove_prefix(1);
        return true;
    }

    void expect(char c) {
        if (!accept(c)) bad();
    }

    std::string string() {
        const char quote = next();
        if (quote != '\'' && quote != '"') bad();
        text_.remove_prefix(1);
        const std::size_t end = text_.find(quote);
        if (end == std::string_view::npos || text_.substr(0, end).find('\\') != std::string_view::npos) bad();
        std::string value(text_.substr(0, end));
        text_.remove_prefix(end + 1);
        return value;
    }

    bool boolean() {
        skipSpace();
        for (const bool value : {true, false}) {
            const std::string_view word = value ? "True" : "False";
            if (!text_.starts_with(word)) continue;
            text_.remove_prefix(word.size());
            return value;
        }
        bad();
    }

    std::uint64_t number() {
        skipSpace();
        std::uint64_t value = 0;
        std::size_t digits = 0;
        for (; digits < text_.size() && text_[digits] >= '0' && text_[digits] <= '9'; ++digits) {
            const auto digit = static_cast<std::uint64_t>(text_[digits] - '0');
            if (__builtin_mul_overflow(value, std::uint64_t{10}, &value) ||
                __builtin_add_overflow(value, digit, &value)) {
                throw Error("npy.impossible_size", source_, {std::string(text_.substr(0, digits + 1))});
            }
        }
        if (digits == 0) bad();
        text_.remove_prefix(digits);
        if (!text_.empty() && text_[0] == 'L') text_.remove_prefix(1);  // a long of Python 2
        return value;
    }

    std::vector<std::uint64_t> tuple() {
        std::vector<std::uint64_t> values;
        expect('(');
        while (!accept(')')) {
            if (values.size() == 32) bad();  // the limit of NumPy
            values.push_back(number());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return values;
    }

    std::string_view text_;
    const std::string& source_;
};

VoxelType typeOf(const std::string& name, const std::string& source) {
    if (name == "b1") return VoxelType::boolean;
    if (name == "u1") return VoxelType::uint8;
    if (name == "i1") return VoxelType::int8;
    if (name == "u2") return VoxelType::uint16;
    if (name == "i2") return VoxelType::int16;
    if (name == "u4") return VoxelType::uint32;
    if (name == "i4") return VoxelType::int32;
    if (name == "u8") return VoxelType::uint64;
    if (name == "i8") return VoxelType::int64;
    if (name == "f2") return VoxelType::float16;
    if (name == "f4") return VoxelType::float32;
    if (name == "f8") return VoxelType::float64;
    if (name.starts_with("O")) throw Error("npy.python_objects", source);
    if (name.starts_with("c")) throw Error("npy.complex", source);
    if (name == "f12" || name == "f16") throw Error("npy.extended_float", source);
    if (name.starts_with("S") || name.starts_with("U") || name.starts_with("a")) throw Error("npy.text", source);
    if (name.starts_with("V")) throw Error("npy.records", source);
    if (name.starts_with("M") || name.starts_with("m")) throw Error("npy.times", source);
    throw Error("npy.unknown_type", source, {name});
}

void readType(NpyHeader& header, const std::string& source) {
    std::string name = header.descr;
    char order = '=';
    if (!name.empty() && std::string_view("<>|=").find(name[0]) != std::string_view::npos) {
        order = name[0];
        name.erase(0, 1);
    }
    header.type = typeOf(name, source);
    const bool little = std::endian::native == std::endian::little;
    header.swapped = bytesOf(header.type) > 1 && ((order == '<' && !little) || (order == '>' && little));
}

}  // namespace

NpyHeader parseNpyHeader(std::span<const std::byte> bytes, const std::string& source) {
    if (bytes.size() < 10 || std::memcmp(bytes.data(), "\x93NUMPY", 6) != 0) throw Error("npy.damaged_header", source);
    const auto byteAt = [&](std::size_t n) { return std::to_integer<std::size_t>(bytes[n]); };
    const std::size_t version = byteAt(6);
    if (version < 1 || version > 3) throw Error("npy.unsupported_version", source, {std::to_string(version)});
    std::size_t start = 10, length = byteAt(8) | byteAt(9) << 8;
    if (version > 1) {
        if (bytes.size() < 12) throw Error("npy.truncated_header", source);
        start = 12;
        length |= byteAt(10) << 16 | byteAt(11) << 24;
    }
    if (length > kNpyHeaderLimit - 12)
        throw Error("npy.header_too_large", source, {std::to_string(kNpyHeaderLimit >> 10)});
    if (bytes.size() < start + length) throw Error("npy.truncated_header", source);
    NpyHeader header;
    header.dataOffset = start + length;
    DictParser({reinterpret_cast<const char*>(bytes.data()) + start, length}, source).parse(header);
    readType(header, source);
    return header;
}

}  // namespace fleming::viewer
