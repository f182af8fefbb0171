#include "viewer/data/series_part.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace fleming::viewer {

namespace {

constexpr std::pair<SeriesPartKind, const char*> kNames[] = {
    {SeriesPartKind::timePoint, "time point"},
    {SeriesPartKind::volume, "volume"},
    {SeriesPartKind::component, "component"},
    {SeriesPartKind::page, "page"},
    {SeriesPartKind::segment, "segment"},
    {SeriesPartKind::imageType, "image type"},
    {SeriesPartKind::echo, "echo"},
    {SeriesPartKind::inversionTime, "inversion time"},
    {SeriesPartKind::flipAngle, "flip angle"},
    {SeriesPartKind::diffusion, "diffusion"},
    {SeriesPartKind::cardiacPhase, "cardiac phase"},
    {SeriesPartKind::triggerTime, "trigger time"},
    {SeriesPartKind::frameTime, "frame time"},
    {SeriesPartKind::acquisition, "acquisition"},
    {SeriesPartKind::stack, "stack"},
    {SeriesPartKind::acquisitionTime, "acquisition time"},
    {SeriesPartKind::contentTime, "content time"},
    {SeriesPartKind::field, "field"},
    {SeriesPartKind::repeat, "repeat"},
    {SeriesPartKind::straightened, "straightened"},
};

std::string notationOf(const SeriesPart& part) {
    std::string text = toString(part.kind);
    if (part.kind == SeriesPartKind::straightened) return text;
    text += part.value.empty() ? " not given" : " " + part.value;
    if (part.count > 0) text += " of " + std::to_string(part.count);
    return text;
}

}  // namespace

const char* toString(SeriesPartKind kind) {
    for (const auto& [known, name] : kNames) {
        if (known == kind) return name;
    }
    return "";
}

std::optional<SeriesPartKind> seriesPartKind(const std::string& name) {
    for (const auto& [kind, known] : kNames) {
        if (name == known) return kind;
    }
    return {};
}

bool hasPart(const SeriesDescription& description, SeriesPartKind kind) {
    return std::ranges::find(description.parts, kind, &SeriesPart::kind) != description.parts.end();
}

std::string toString(const SeriesDescription& description) {
    std::string text = description.words, inBrackets;
    for (const SeriesPart& part : description.parts) {
        if (part.count > 0) {
            text += ", " + notationOf(part);
        } else {
            inBrackets += (inBrackets.empty() ? "" : ", ") + notationOf(part);
        }
    }
    return inBrackets.empty() ? text : text + " (" + inBrackets + ")";
}

SeriesDescription seriesDescription(const std::string& notation, std::vector<SeriesPart> parts) {
    const std::string ending = toString(SeriesDescription{"", parts});
    if (!std::string_view(notation).ends_with(ending)) return {notation, {}};
    return {notation.substr(0, notation.size() - ending.size()), std::move(parts)};
}

}  // namespace fleming::viewer
