#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Values out of DCMTK's data sets as plain C++: missing, empty and unreadable values are all "not there".
namespace fleming::viewer {

/// Values of all kinds as text, several joined by '\\', without padding.
std::string text(DcmItem& item, const DcmTagKey& key);

/// Text for people, from the data set's character set to UTF-8; what cannot be converted becomes '?'.
std::string readableText(DcmItem& item, const DcmTagKey& key);

/// The value at `index` of a number's element. Finite.
std::optional<double> real(DcmItem& item, const DcmTagKey& key, unsigned long index = 0);
std::optional<long> integer(DcmItem& item, const DcmTagKey& key, unsigned long index = 0);

/// All values; empty where one of them is no number.
std::vector<double> reals(DcmItem& item, const DcmTagKey& key);

/// Items of a sequence; none where there is none.
std::vector<DcmItem*> items(DcmItem& item, const DcmTagKey& sequence);
/// The first of them, or null.
DcmItem* firstItem(DcmItem& item, const DcmTagKey& sequence);

/// The 16-bit words of a table (lookup table data); bytes are paired up, low byte first. Empty where there is none.
std::vector<std::uint16_t> words(DcmItem& item, const DcmTagKey& key);

/// The parts of a value with several: "A\\B" gives A, B.
std::vector<std::string> splitValues(std::string_view joined);

}  // namespace fleming::viewer
