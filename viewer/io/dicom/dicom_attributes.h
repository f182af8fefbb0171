#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reads the values of DCMTK's data sets. A value that is missing, empty or malformed counts as absent.
namespace fleming::viewer {

/// Returns the value of any element as text without padding; several values are joined by '\\'. "" if absent.
std::string text(DcmItem& item, const DcmTagKey& key);

/// Converts text from a character set (PS3.3 C.12.1.1.2: the value of Specific Character Set) to UTF-8. Characters that
/// cannot be converted, and control characters, become '?'.
std::string readable(const std::string& raw, const std::string& characterSet);

/// Returns the value of a text element converted from the character set of the data set to UTF-8. Characters that
/// cannot be converted, and control characters, become '?'.
std::string readableText(DcmItem& item, const DcmTagKey& key);

/// Returns the value at `index` of a numeric element. It is finite.
std::optional<double> real(DcmItem& item, const DcmTagKey& key, unsigned long index = 0);
/// Returns the same, truncated to an integer.
std::optional<long> integer(DcmItem& item, const DcmTagKey& key, unsigned long index = 0);

/// Returns all values of a numeric element; empty if one of them is not a number.
std::vector<double> reals(DcmItem& item, const DcmTagKey& key);

/// Returns the distances between columns and between rows of an element that has that between rows first, such as Pixel
/// Spacing. Absent if one of them is not positive, or they are so unequal that the file is damaged.
std::optional<std::pair<double, double>> spacing(DcmItem& item, const DcmTagKey& key);

/// Returns the items of a sequence; empty if absent.
std::vector<DcmItem*> items(DcmItem& item, const DcmTagKey& sequence);
/// Returns the first item of a sequence, or null.
DcmItem* firstItem(DcmItem& item, const DcmTagKey& sequence);

/// Returns the 16-bit words of lookup table data; bytes are combined in pairs, low byte first. Empty if absent.
std::vector<std::uint16_t> words(DcmItem& item, const DcmTagKey& key);

/// Splits a value with several parts: "A\\B" gives A, B.
std::vector<std::string> splitValues(std::string_view joined);

}  // namespace fleming::viewer
