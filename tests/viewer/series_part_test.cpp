// Tests the notation of series and their parts, and their words for display, untranslated.
#include "viewer/data/series_part.h"

#include "viewer/text/series_part_text.h"

#include <gtest/gtest.h>
#include <utility>

namespace fleming::viewer {
namespace {

/// The names in sessions and JSON. A change makes the series of stored sessions unknown.
constexpr std::pair<SeriesPartKind, const char*> kKinds[] = {
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
};

TEST(SeriesPart, HasANotationForEachKind) {
    for (const auto& [kind, name] : kKinds) {
        const std::string word = name;
        EXPECT_EQ(toString(kind), word);
        EXPECT_EQ(seriesPartKind(word), kind);
        EXPECT_EQ(toString(SeriesDescription{"T2", {{kind, "4.6"}}}), "T2 (" + word + " 4.6)");
        EXPECT_EQ(toString(SeriesDescription{"T2", {{kind, ""}}}), "T2 (" + word + " not given)");
        EXPECT_EQ(toString(SeriesDescription{"a.nii", {{kind, "2", 3}}}), "a.nii, " + word + " 2 of 3");
    }
    EXPECT_EQ(static_cast<std::size_t>(SeriesPartKind::straightened), std::size(kKinds)) << "all kinds are tested";
    EXPECT_STREQ(toString(SeriesPartKind::straightened), "straightened");
    EXPECT_EQ(seriesPartKind("straightened"), SeriesPartKind::straightened);
    EXPECT_FALSE(seriesPartKind("Echo"));
    EXPECT_FALSE(seriesPartKind(""));
}

TEST(SeriesPart, HasANotationForSeveralParts) {
    EXPECT_EQ(toString(SeriesDescription{}), "");
    EXPECT_EQ(toString(SeriesDescription{"Chest  1.0 ", {}}), "Chest  1.0 ");
    EXPECT_EQ(toString(SeriesDescription{"a.nrrd",
                                         {{SeriesPartKind::timePoint, "1", 2}, {SeriesPartKind::component, "3", 3}}}),
              "a.nrrd, time point 1 of 2, component 3 of 3");
    EXPECT_EQ(toString(SeriesDescription{"T2", {{SeriesPartKind::echo, "4.6"}, {SeriesPartKind::segment, ""}}}),
              "T2 (echo 4.6, segment not given)");
    EXPECT_EQ(toString(SeriesDescription{"T2", {{SeriesPartKind::echo, "4.6"}, {SeriesPartKind::straightened, ""}}}),
              "T2 (echo 4.6, straightened)");
}

TEST(SeriesPart, IsFoundInTheNotation) {
    for (const SeriesDescription& description :
         {SeriesDescription{"a.nrrd", {{SeriesPartKind::timePoint, "1", 2}, {SeriesPartKind::component, "3", 3}}},
          SeriesDescription{"T2 (echo 4.6)", {{SeriesPartKind::echo, "4.6"}}}, SeriesDescription{"Chest", {}}})
        EXPECT_EQ(seriesDescription(toString(description), description.parts), description);
    const std::string other = "T2 (echo 12)";
    EXPECT_EQ(seriesDescription(other, {{SeriesPartKind::echo, "4.6"}}), (SeriesDescription{other, {}}));
    EXPECT_EQ(seriesDescription(other, {}), (SeriesDescription{other, {}}));
}

TEST(SeriesPartText, IsTheNotationInEnglish) {
    const SeriesDescription straightened{"T2", {{SeriesPartKind::echo, "4.6"}, {SeriesPartKind::straightened, ""}}};
    EXPECT_EQ(seriesDescriptionText(straightened).toStdString(), toString(straightened));
    for (const auto& [kind, name] : kKinds) {
        for (const SeriesPart& part : {SeriesPart{kind, "4.6"}, SeriesPart{kind, ""}, SeriesPart{kind, "2", 3}}) {
            const SeriesDescription description{"Schädel", {part, part}};
            EXPECT_EQ(seriesDescriptionText(description).toStdString(), toString(description));
        }
    }
}

TEST(SeriesPartText, IsOnOneLine) {
    EXPECT_EQ(seriesDescriptionText({" a\n  b ", {}}), "a b");
    EXPECT_EQ(seriesDescriptionText({}), "");
}

TEST(SeriesPartText, ShowsTheWordsOfTheFileUnchanged) {
    EXPECT_EQ(seriesDescriptionText({"%1 %2", {{SeriesPartKind::page, "%3", 2}}}), "%1 %2, page %3 of 2");
    EXPECT_EQ(seriesDescriptionText({"%2", {{SeriesPartKind::echo, "%1"}}}), "%2 (echo %1)");
}

}  // namespace
}  // namespace fleming::viewer
