// Tests of frames and their provenance.
#include "app/evidence/frames.h"

#include "app/evidence/evidence.h"
#include "app/evidence/provenance_json.h"
#include "base/error.h"
#include "base/sha256.h"
#include "tests/app/fake_clip.h"
#include "tests/viewer/made_clip.h"
#include "tests/viewer/made_volume.h"
#include "viewer/render/turn.h"

#include <QJsonArray>

#include <gtest/gtest.h>
#include <span>

namespace fleming::app {
namespace {

using namespace viewer;
using namespace viewer::test;

Frame frameOf(const Series& series, const Volume& volume, Plane plane, int index, const Windowing& windowing,
              bool inverted = false) {
    return sliceFrame(series, volume, slicePlane(series.geometry(), plane, index), {windowing, false, inverted});
}

TEST(SliceFrame, HasItsProvenance) {
    Geometry geometry;
    geometry.size = {4, 3, 2};
    geometry.spacing = {1, 2, 5};
    geometry.origin = {-10, 20, 100};
    geometry.oriented = true;
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.uid = "1.2.3";
    series.modality = "CT";
    series.description.words = "Chest";
    series.files = {"/scan/a.dcm", "/scan/b.dcm"};
    const auto volume = filledVolume(series, randomValues<std::uint8_t>(24, 0, 255));
    const Frame frame = frameOf(series, *volume, Plane::axial, 1, Window{40, 400});
    const Provenance& from = frame.provenance;
    EXPECT_EQ(from.kind, SeriesKind::volume);
    EXPECT_EQ(from.file, "/scan/b.dcm");
    EXPECT_EQ(from.seriesUid, "1.2.3");
    EXPECT_EQ(from.seriesDescription, series.description);
    EXPECT_EQ(from.modality, "CT");
    EXPECT_EQ(from.plane, Plane::axial);
    EXPECT_EQ(from.index, 1);
    EXPECT_EQ(from.count, 2);
    EXPECT_EQ(from.positionMm, (Vector3{-8.5, 22, 105}));
    EXPECT_EQ(from.window, (Window{40, 400}));
    EXPECT_FALSE(from.minMax);
    EXPECT_FALSE(from.slab);
    EXPECT_EQ(from.width, 4);
    EXPECT_EQ(from.height, 3);
    EXPECT_EQ(from.pixelsSha256, sha256(std::as_bytes(std::span(frame.image.rgb))));
    EXPECT_EQ(render(*volume, slicePlane(geometry, Plane::axial, 1), {Window{40, 400}}).rgb, frame.image.rgb);
    EXPECT_EQ(frameOf(series, *volume, Plane::coronal, 2, Window{40, 400}).provenance.file, "/scan/a.dcm");
    EXPECT_EQ(frameOf(series, *volume, Plane::coronal, 2, Window{40, 400}).provenance.count, 3);
    EXPECT_EQ(frameOf(series, *volume, Plane::coronal, 2, MinMax{}).provenance.window, std::nullopt);
    EXPECT_TRUE(frameOf(series, *volume, Plane::coronal, 2, MinMax{}).provenance.minMax);
}

TEST(SliceFrame, HasItsSlab) {
    Geometry geometry;
    geometry.size = {4, 3, 5};
    geometry.oriented = true;
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.files = {"/0", "/1", "/2", "/3", "/4"};
    const auto volume = filledVolume(series, randomValues<std::uint8_t>(voxelCount(geometry), 0, 255));
    SlicePlane plane = slicePlane(geometry, Plane::axial, 2);
    const Frame thin = sliceFrame(series, *volume, plane, {});
    plane.slab = Slab{2.0, SlabMode::minimum};
    const Frame slab = sliceFrame(series, *volume, plane, {});
    EXPECT_EQ(slab.provenance.slab, plane.slab);
    EXPECT_EQ(slab.provenance.index, 2);
    EXPECT_EQ(slab.provenance.plane, Plane::axial);
    EXPECT_EQ(slab.provenance.file, "/1");  // the first file that the slab needs
    EXPECT_EQ(thin.provenance.file, "/2");
    EXPECT_FALSE(isSameFrame(thin.provenance, slab.provenance));
    volume->markDamaged(3);
    EXPECT_THROW(sliceFrame(series, *volume, plane, {}), Error);
    plane.slab->mm = 1.4;  // slice 2 alone
    EXPECT_NO_THROW(sliceFrame(series, *volume, plane, {}));
}

TEST(SliceFrame, DiffersIfInverted) {
    Geometry geometry;
    geometry.size = {9, 7, 3};
    const Series series = volumeSeries(geometry, ScalarType::int16);
    const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), -500, 500));
    const Frame usual = frameOf(series, *volume, Plane::axial, 1, Window{40, 400});
    const Frame negative = frameOf(series, *volume, Plane::axial, 1, Window{40, 400}, true);
    EXPECT_FALSE(usual.provenance.inverted);
    EXPECT_TRUE(negative.provenance.inverted);
    EXPECT_FALSE(usual.provenance.plane);  // the volume has no orientation
    EXPECT_NE(usual.provenance.pixelsSha256, negative.provenance.pixelsSha256);
    EXPECT_FALSE(isSameFrame(usual.provenance, negative.provenance));
    EXPECT_TRUE(isSameFrame(usual.provenance, frameOf(series, *volume, Plane::axial, 1, Window{40, 400}).provenance));
}

TEST(SliceFrame, HasNoWindowForAColourVolume) {
    Geometry geometry;
    geometry.size = {3, 2, 1};
    Series series = volumeSeries(geometry, ScalarType::uint8);
    series.image().components = 3;
    const auto volume = filledVolume(series, randomValues<std::uint8_t>(18, 0, 255));
    EXPECT_FALSE(frameOf(series, *volume, Plane::axial, 0, Window{40, 10}).provenance.window);
    EXPECT_FALSE(frameOf(series, *volume, Plane::axial, 0, MinMax{}).provenance.minMax);
}

TEST(SliceFrame, RefusesDamagedSlicesAndOtherPlanes) {
    Geometry geometry;
    geometry.size = {4, 4, 3};
    geometry.oriented = true;
    Series series = volumeSeries(geometry, ScalarType::int16);
    series.files = {"/a/0.dcm", "/a/1.dcm", "/a/2.dcm"};
    const auto volume = filledVolume(series, randomValues<std::int16_t>(voxelCount(geometry), 0, 99));
    const Window window{50, 100};
    EXPECT_NO_THROW(frameOf(series, *volume, Plane::coronal, 0, window));
    volume->markDamaged(1);
    EXPECT_NO_THROW(frameOf(series, *volume, Plane::axial, 0, window));
    EXPECT_THROW(frameOf(series, *volume, Plane::axial, 1, window), Error);
    EXPECT_THROW(frameOf(series, *volume, Plane::coronal, 0, window), Error);
    for (const int outside : {-1, 3, 1000000})
        EXPECT_THROW(frameOf(series, *volume, Plane::axial, outside, window), Error);
    try {
        frameOf(series, *volume, Plane::axial, 1, window);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error, Error("frame.unreadable_slice", "/a/1.dcm", {"1"}));
    }
    SlicePlane between = slicePlane(geometry, Plane::axial, 0);
    between.origin[2] += 0.5;
    EXPECT_THROW(sliceFrame(series, *volume, between, {}), Error);
}

TEST(ClipFrame, HasItsProvenance) {
    Series series;
    series.info = ClipInfo{};
    series.files = {"/clip.mp4"};
    const Frame frame = clipFrame(series, MadeClip(Window{100, 201}), 7);
    EXPECT_EQ(frame.image.rgb[0], windowed(140, {100, 201}));
    EXPECT_EQ(frame.provenance.timeSeconds, 1.4);
    EXPECT_EQ(frame.provenance.index, 7);
    EXPECT_EQ(frame.provenance.count, 10);
    EXPECT_EQ(frame.provenance.width, 4);
    EXPECT_EQ(frame.provenance.kind, SeriesKind::clip);
    EXPECT_EQ(frame.provenance.file, "/clip.mp4");
    EXPECT_EQ(frame.provenance.window, (Window{100, 201}));
    EXPECT_FALSE(frame.provenance.minMax);
}

TEST(ClipFrame, HasTheWindowOfTheScreen) {
    Series series;
    series.info = ClipInfo{};
    const MadeClip grey(Window{100, 201}), colours;
    const Frame chosen = clipFrame(series, grey, 7, {Window{150, 30}});
    EXPECT_EQ(chosen.image.rgb[0], windowed(140, {150, 30}));
    EXPECT_EQ(chosen.provenance.window, (Window{150, 30}));
    EXPECT_FALSE(isSameFrame(chosen.provenance, clipFrame(series, grey, 7).provenance));
    EXPECT_TRUE(
        isSameFrame(clipFrame(series, grey, 7, {Window{100, 201}}).provenance, clipFrame(series, grey, 7).provenance));
    const Frame minMax = clipFrame(series, grey, 7, {MinMax{}});
    EXPECT_TRUE(minMax.provenance.minMax);
    EXPECT_FALSE(minMax.provenance.window);
    const Frame coloured = clipFrame(series, colours, 7, {Window{150, 30}});
    EXPECT_EQ(coloured.image.rgb[0], 140);
    EXPECT_FALSE(coloured.provenance.window);
}

TEST(ClipFrame, IsMadeAnewFromTheProvenanceOfALook) {
    for (const bool isGrey : {true, false}) {
        const Series series = clipSeries(48, 8.0, isGrey);
        const auto clip = series.source->openClip({});
        const Frame plain = clipFrame(series, *clip, 40);
        EXPECT_EQ(plain.provenance.look, Look());
        EXPECT_FALSE(plain.provenance.inverted);
        for (int kind = 0; kind < 32; ++kind) {
            Selection selection;
            selection.indices = {40};
            selection.inverted = (kind & 8) != 0;
            const ColourTable colours = (kind & 16) != 0 ? ColourTable::hotIron : ColourTable::grey;
            selection.look = {{(kind & 4) != 0, kind & 3}, colours, Interpolation::nearest};
            const Frame frame = collectEvidence(series, selection).at(0);
            const Provenance read = provenanceFromJson(toJson(frame.provenance));
            EXPECT_TRUE(isSameFrame(read, frame.provenance));
            EXPECT_FALSE(isSameFrame(plain.provenance, frame.provenance));
            EXPECT_EQ(read.look.colours, isGrey ? colours : ColourTable::grey) << "colours have no table";
            Selection again;
            again.indices = {read.index};
            again.inverted = read.inverted;
            again.look = read.look;
            if (read.window) again.windowing = *read.window;
            EXPECT_EQ(collectEvidence(series, again).at(0).image.rgb, frame.image.rgb);
            EXPECT_EQ(frame.provenance.width, kind % 2 == 0 ? 4 : 2);
            if ((kind & 24) == 8) {
                EXPECT_EQ(frame.image.rgb[0], 255 - 40);
            }
        }
    }
}

TEST(ClipFrame, NamesTheTurnOfItsStoredPixels) {
    Series series;
    series.info = ClipInfo{};
    series.objects = {{"1.2", "1.2.3", 0}};
    const Frame frame = clipFrame(series, MadeClip(Window{100, 201}), 7, {{}, false, {{true, 1}, {}, {}}});
    ASSERT_TRUE(frame.provenance.stored);
    EXPECT_EQ(frame.provenance.stored->object.frame, 8);
    const viewer::StoredImage expected = turned(viewer::StoredImage{}, {true, 1});
    EXPECT_EQ(frame.provenance.stored->transposed, expected.transposed);
    EXPECT_EQ(frame.provenance.stored->mirroredColumns, expected.mirroredColumns);
    EXPECT_EQ(frame.provenance.stored->mirroredRows, expected.mirroredRows);
}

TEST(Provenance, RecordsThePartsOfASeries) {
    Provenance provenance;
    provenance.seriesDescription = {"T2", {{SeriesPartKind::echo, "4.6"}, {SeriesPartKind::segment, ""}}};
    QJsonObject json = toJson(provenance);
    EXPECT_EQ(json["series_description"], "T2 (echo 4.6, segment not given)");
    EXPECT_EQ(json["series_parts"],
              (QJsonArray{QJsonObject{{"kind", "echo"}, {"value", "4.6"}}, QJsonObject{{"kind", "segment"}}}));
    EXPECT_EQ(provenanceFromJson(json).seriesDescription, provenance.seriesDescription);

    // A later version may know other kinds of parts; an earlier one has recorded none.
    for (const QJsonValue& parts : {QJsonValue(QJsonArray{QJsonObject{{"kind", "other"}}}), QJsonValue()}) {
        json["series_parts"] = parts;
        EXPECT_EQ(provenanceFromJson(json).seriesDescription,
                  (SeriesDescription{"T2 (echo 4.6, segment not given)", {}}));
    }

    provenance.seriesDescription = {"a.nii", {{SeriesPartKind::timePoint, "2", 3}}};
    json = toJson(provenance);
    EXPECT_EQ(json["series_description"], "a.nii, time point 2 of 3");
    EXPECT_EQ(json["series_parts"], (QJsonArray{QJsonObject{{"kind", "time point"}, {"value", "2"}, {"count", 3}}}));
    EXPECT_EQ(provenanceFromJson(json).seriesDescription, provenance.seriesDescription);

    provenance.seriesDescription = {"Chest", {}};
    EXPECT_FALSE(toJson(provenance).contains("series_parts"));
}

}  // namespace
}  // namespace fleming::app
