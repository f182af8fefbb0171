#include "app/evidence/evidence.h"

#include "app/evidence/numpy_rule.h"
#include "app/evidence/provenance_json.h"
#include "app/studies/open_series.h"
#include "base/error.h"
#include "base/sha256.h"
#include "tests/app/fake_clip.h"
#include "tests/app/test_files.h"
#include "viewer/io/open.h"
#include "viewer/render/colour_table.h"

#include <atomic>
#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <span>

namespace fleming::app {
namespace {

using viewer::Frame;
using viewer::MinMax;
using viewer::Plane;
using viewer::Series;
using viewer::Volume;
using viewer::Window;

/// A volume of one file per slice whose voxel (i, j, k) is 100 * k + 10 * j + i. Counts the slices that are read.
class CountingSource : public viewer::PixelSource {
public:
    void read(Volume& into, std::span<const int> slices, const viewer::SliceCallback& onSlice,
              std::stop_token stop) const override {
        const viewer::Index3 size = into.geometry().size;
        for (const int k : slices) {
            if (stop.stop_requested()) throw Cancelled();
            if (k == damaged) throw Error("/scan/" + std::to_string(k) + ": damaged.");
            auto* out = reinterpret_cast<std::int16_t*>(into.writableSlice(k).data());
            for (int j = 0; j < size[1]; ++j) {
                for (int i = 0; i < size[0]; ++i)
                    *out++ = static_cast<std::int16_t>(100 * k + 10 * j + i);
            }
            ++slicesRead;
            into.markReady(k);
            if (onSlice) onSlice(into.readyCount(), size[2]);
        }
    }
    mutable std::atomic<int> slicesRead{0};
    int damaged = -1;
};

struct TestSeries {
    std::shared_ptr<CountingSource> source = std::make_shared<CountingSource>();
    Series series;
};

TestSeries volumeSeries(int slices, bool oriented = true) {
    TestSeries test;
    Series& series = test.series;
    series.uid = "1.2.3";
    series.modality = "CT";
    viewer::ImageInfo image;
    image.geometry.size = {8, 6, slices};
    image.geometry.spacing = {1, 1, 2};
    image.geometry.oriented = oriented;
    image.type = viewer::ScalarType::int16;
    series.info = viewer::volumeOrPicture(image);
    for (int k = 0; k < slices; ++k)
        series.files.push_back("/nowhere/" + std::to_string(k));
    series.source = test.source;
    return test;
}

Series pictureSeries() {
    return volumeSeries(1).series;
}

Selection picks(std::vector<int> indices) {
    Selection selection;
    selection.indices = std::move(indices);
    return selection;
}

Selection counted(int count) {
    Selection selection;
    selection.count = count;
    return selection;
}

std::string refusal(const Series& series, const Selection& selection) {
    try {
        selectedIndices(series, selection);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

using Indices = std::vector<int>;

TEST(Selection, SelectsSlicesOfAVolumeByFlemingsRule) {
    const Series series = volumeSeries(32).series;
    EXPECT_EQ(selectedIndices(series, {}), (Indices{0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 31}));
    EXPECT_EQ(selectedIndices(series, counted(3)), (Indices{0, 15, 31}));
    EXPECT_EQ(selectedIndices(series, counted(1)), (Indices{0}));
    EXPECT_EQ(selectedIndices(series, picks({9, 3, 3, 31})), (Indices{9, 3, 3, 31}));
    Selection coronal;
    coronal.plane = Plane::coronal;
    coronal.count = 2;
    EXPECT_EQ(selectedIndices(series, coronal), (Indices{0, 5}));
}

TEST(Selection, SelectsFramesOfAClipByFlemingsRule) {
    const Series series = clipSeries(48, 8.0);
    EXPECT_EQ(selectedIndices(series, {}), (Indices{3, 11, 19, 27, 34, 42}));
    Selection everySecond;
    everySecond.everySeconds = 1.0;
    EXPECT_EQ(selectedIndices(series, everySecond), selectedIndices(series, {}));
    Selection everyThree;
    everyThree.everySeconds = 3.0;
    EXPECT_EQ(selectedIndices(series, everyThree), selectedIndices(series, counted(2)));
    Selection longInterval;
    longInterval.everySeconds = 100.0;
    EXPECT_EQ(selectedIndices(series, longInterval).size(), 1U);
    Selection times;
    times.times = {0.5, 0.124, 5.9, 0.0, 6.0};
    EXPECT_EQ(selectedIndices(series, times), (Indices{4, 0, 47, 0, 47}));
    Selection ranged = counted(4);
    ranged.clipRange = {2.0, 4.0};
    for (const int index : selectedIndices(series, ranged)) {
        EXPECT_GE(index, 16);
        EXPECT_LE(index, 32);
    }
    EXPECT_EQ(selectedIndices(series, ranged).size(), 4U);
    EXPECT_EQ(selectedIndices(series, picks({47, 0})), (Indices{47, 0}));
}

TEST(Selection, SelectsTheWholePicture) {
    EXPECT_EQ(selectedIndices(pictureSeries(), {}), Indices{0});
    EXPECT_EQ(selectedIndices(pictureSeries(), counted(1)), Indices{0});
}

TEST(Selection, RefusesWhatDoesNotFitTheSeries) {
    const Series volume = volumeSeries(32).series, clip = clipSeries(48, 8.0), picture = pictureSeries();
    EXPECT_EQ(refusal(volume, picks({3, 32})), "selection.no_such_frame: 32, 31");
    EXPECT_EQ(refusal(volume, picks({-1})), "selection.no_such_frame: -1, 31");
    EXPECT_EQ(refusal(clip, picks({48})), "selection.no_such_frame: 48, 47");
    EXPECT_NE(refusal(picture, picks({1})), "");
    EXPECT_NE(refusal(picture, counted(2)), "");
    for (const int count : {0, -1, kMaximumFrames + 1}) {
        EXPECT_NE(refusal(volume, counted(count)), "") << count;
        EXPECT_NE(refusal(clip, counted(count)), "") << count;
    }
    EXPECT_NE(refusal(volume, picks(Indices(kMaximumFrames + 1, 0))), "");
    EXPECT_NE(refusal(clipSeries(100'000, 8.0), {}).find(std::to_string(kMaximumFrames)), std::string::npos);

    Selection times;
    times.times = {1.0};
    EXPECT_NE(refusal(volume, times).find("clip"), std::string::npos);
    EXPECT_NE(refusal(picture, times), "");
    for (const double time : {-0.1, 6.1, std::nan("")}) {
        times.times = {time};
        EXPECT_NE(refusal(clip, times).find("6.000"), std::string::npos);
    }
    Selection every;
    every.everySeconds = 0.0;
    EXPECT_NE(refusal(clip, every), "");
    every.everySeconds = 1e-9;
    EXPECT_NE(refusal(clip, every), "");
    EXPECT_NE(refusal(volume, every), "");
    for (const auto& range : {std::pair(2.0, 2.0), std::pair(3.0, 2.0), std::pair(-1.0, 2.0), std::pair(6.5, 7.0)}) {
        Selection selection;
        selection.clipRange = range;
        EXPECT_NE(refusal(clip, selection), "") << range.first;
    }
    Selection plane;
    plane.plane = Plane::sagittal;
    EXPECT_NE(refusal(clip, plane), "");
    EXPECT_NE(refusal(picture, plane), "");
    EXPECT_NE(refusal(volumeSeries(5, false).series, plane), "");
    Selection slab;
    slab.slab = viewer::Slab{5.0, viewer::SlabMode::maximum};
    EXPECT_NE(refusal(clip, slab), "");
    EXPECT_NE(refusal(picture, slab), "");
    Selection two = counted(3);
    two.indices = {1};
    EXPECT_NE(refusal(volume, two), "");
}

TEST(Evidence, RendersSlicesOfALoadedVolume) {
    TestSeries test = volumeSeries(5);
    test.series.files.clear();  // no file to hash
    Selection selection = picks({4, 1});
    selection.windowing = Window{200.0, 1000.0};
    const std::vector<Frame> frames = collectEvidence(test.series, selection);
    ASSERT_EQ(frames.size(), 2U);
    for (const auto& [frame, k] : {std::pair(frames[0], 4), std::pair(frames[1], 1)}) {
        EXPECT_EQ(frame.provenance.index, k);
        EXPECT_EQ(frame.provenance.count, 5);
        EXPECT_EQ(frame.provenance.window, (Window{200.0, 1000.0}));
        EXPECT_FALSE(frame.provenance.minMax || frame.provenance.cover);
        EXPECT_EQ(frame.provenance.pixelsSha256, sha256(std::as_bytes(std::span(frame.image.rgb))));
        ASSERT_EQ(frame.image.rgb.size(), 8U * 6U * 3U);
        for (std::size_t v = 0; v < 48; ++v) {
            const double value = 100.0 * k + 10.0 * static_cast<double>(v / 8) + static_cast<double>(v % 8);
            const double grey = ((value - 199.5) / 999.0 + 0.5) * 255.0;
            EXPECT_EQ(frame.image.rgb[3 * v], static_cast<int>(std::floor(grey + 0.5)));
        }
    }
}

TEST(Evidence, CombinesTheSlicesOfASlab) {
    TestSeries test = volumeSeries(9);
    test.series.files.clear();
    const double spacing = test.series.geometry().spacing[2];
    Selection selection = picks({3, 8});
    selection.windowing = Window{200.0, 1000.0};
    for (const viewer::SlabMode mode : {viewer::SlabMode::maximum, viewer::SlabMode::mean, viewer::SlabMode::minimum}) {
        selection.slab = viewer::Slab{4.5 * spacing, mode};  // two slices on each side
        const std::vector<Frame> frames = collectEvidence(test.series, selection);
        ASSERT_EQ(frames.size(), 2U);
        for (const Frame& frame : frames) {
            const int index = frame.provenance.index;
            // Slice k has values of 100 k and more, so the extremes are in the outer slices.
            const int first = index - 2, last = std::min(index + 2, 8);
            const double k = mode == viewer::SlabMode::maximum   ? last
                             : mode == viewer::SlabMode::minimum ? first
                                                                 : (first + last) / 2.0;
            ASSERT_EQ(frame.image.rgb.size(), 8U * 6U * 3U);
            for (std::size_t v = 0; v < 48; ++v) {
                const double value = 100.0 * k + 10.0 * static_cast<double>(v / 8) + static_cast<double>(v % 8);
                const double grey = ((value - 199.5) / 999.0 + 0.5) * 255.0;
                ASSERT_EQ(frame.image.rgb[3 * v], static_cast<int>(std::floor(std::clamp(grey, 0.0, 255.0) + 0.5)));
            }
            EXPECT_EQ(frame.provenance.slab, selection.slab);
            const QJsonObject json = toJson(frame.provenance);
            EXPECT_EQ(json["slab_mm"].toDouble(), 4.5 * spacing);
            EXPECT_EQ(json["slab_mode"].toString().toStdString(), toString(mode));
            EXPECT_EQ(json["slab_slices"].toInt(), last - first + 1);
            EXPECT_EQ(provenanceFromJson(json).slabSlices, last - first + 1);
            EXPECT_TRUE(isSameFrame(provenanceFromJson(json), frame.provenance));
        }
    }
    selection.slab.reset();
    const QJsonObject thin = toJson(collectEvidence(test.series, selection).front().provenance);
    EXPECT_FALSE(thin.contains("slab_mm") || thin.contains("slab_mode") || thin.contains("slab_slices"));
}

TEST(Evidence, ReadsNoMoreSlicesThanItNeeds) {
    TestSeries test = volumeSeries(100);
    for (auto& file : test.series.files)
        file = FLEMING_TEST_FILE;
    collectEvidence(test.series, picks({90, 10}));
    EXPECT_EQ(test.source->slicesRead, 2);

    test.source->damaged = 50;  // not a selected slice
    EXPECT_EQ(collectEvidence(test.series, picks({90, 10})).size(), 2U);
    EXPECT_THROW(collectEvidence(test.series, picks({50})), Error);

    test.source->damaged = -1;
    test.source->slicesRead = 0;
    Selection slab = picks({90, 91});
    slab.slab = viewer::Slab{2.0 * test.series.geometry().spacing[2], viewer::SlabMode::mean};
    collectEvidence(test.series, slab);
    EXPECT_EQ(test.source->slicesRead, 4);  // 89 to 92

    test.source->slicesRead = 0;
    test.series.modality = "MR";  // the default window of MR needs all values
    collectEvidence(test.series, picks({90}));
    EXPECT_EQ(test.source->slicesRead, 100);
}

TEST(Evidence, UsesLoadedSlicesUnchanged) {
    TestSeries test = volumeSeries(10);
    for (auto& file : test.series.files)
        file = FLEMING_TEST_FILE;
    const auto volume = viewer::loadVolume(test.series);
    test.source->slicesRead = 0;
    collectEvidence(test.series, picks({1, 2}), volume);
    EXPECT_EQ(test.source->slicesRead, 0);
    collectEvidence(test.series, picks({1, 2}), viewer::allocate(test.series));  // no slice is loaded
    EXPECT_EQ(test.source->slicesRead, 2);
}

TEST(Evidence, RendersNumpyVolumesByFlemingsRule) {
    const TestFolder folder;
    writeNpy(folder / "scan.npy", 32, 12, 16);
    const viewer::OpenResult opened = viewer::open({folder / "scan.npy"});
    ASSERT_EQ(opened.series.size(), 1U);
    std::vector<int> progress;
    const std::vector<Frame> frames = collectEvidence(opened.series[0], {}, {}, {}, [&](int done, int total) {
        EXPECT_EQ(total, 11);
        progress.push_back(done);
    });
    ASSERT_EQ(frames.size(), 11U);
    EXPECT_EQ(progress.front(), 0);
    EXPECT_EQ(progress.back(), 11);
    const std::vector<std::uint8_t> voxels = testVoxels(32, 12, 16);
    const int slices[] = {0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 31};
    for (std::size_t n = 0; n < 11; ++n) {
        const Frame& frame = frames[n];
        EXPECT_EQ(frame.provenance.index, slices[n]);
        EXPECT_TRUE(frame.provenance.minMax && frame.provenance.cover);
        EXPECT_FALSE(frame.provenance.window || frame.provenance.plane);
        EXPECT_EQ(frame.provenance.file, (folder / "scan.npy").string());
        EXPECT_EQ(frame.provenance.fileSha256, sha256OfFile(folder / "scan.npy"));
        const auto first = voxels.begin() + slices[n] * 12 * 16;
        const auto [low, high] = std::minmax_element(first, first + 12 * 16);
        for (int v = 0; v < 12 * 16; ++v) {
            const double scaled = double(*(first + v) - *low) / double(*high - *low) * 255.0;
            EXPECT_EQ(frame.image.rgb[static_cast<std::size_t>(3 * v)], static_cast<int>(scaled));
        }
    }
    Selection windowed;
    windowed.windowing = Window{128.0, 256.0};
    EXPECT_FALSE(collectEvidence(opened.series[0], windowed)[0].provenance.minMax);
}

TEST(Evidence, CropsByTheNumpyRuleOnlyForNumpyVolumes) {
    TestSeries test = volumeSeries(5);
    test.series.files.clear();
    Selection selection = picks({2});
    selection.windowing = MinMax{};
    EXPECT_FALSE(followsNumpyRule(test.series));
    EXPECT_FALSE(windowingOfModel(test.series));
    Frame frame = collectEvidence(test.series, selection).at(0);
    EXPECT_TRUE(frame.provenance.minMax);
    EXPECT_FALSE(frame.provenance.cover);

    test.series.format = "NPY";
    EXPECT_TRUE(followsNumpyRule(test.series));
    EXPECT_TRUE(collectEvidence(test.series, selection).at(0).provenance.cover);
    EXPECT_TRUE(collectEvidence(test.series, picks({2})).at(0).provenance.minMax);

    Series colour = pictureSeries();
    colour.format = "NPY";
    EXPECT_FALSE(followsNumpyRule(colour));
}

TEST(Evidence, TakesThePixelsOfAPicture) {
    const TestFolder folder;
    writePng(folder / "a.png", 30, 20);
    const viewer::OpenResult opened = viewer::open({folder / "a.png"});
    const std::vector<Frame> frames = collectEvidence(opened.series.at(0), {});
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].image.width, 30);
    EXPECT_EQ(frames[0].image.height, 20);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 30; ++x) {
            const std::uint8_t* pixel = &frames[0].image.rgb[static_cast<std::size_t>(3 * (y * 30 + x))];
            EXPECT_EQ(pixel[0], x);
            EXPECT_EQ(pixel[1], y);
            EXPECT_EQ(pixel[2], x + y);
        }
    }
    EXPECT_FALSE(frames[0].provenance.fileSha256.empty());
}

TEST(Evidence, TakesFramesAndTimesOfAClip) {
    const std::vector<Frame> frames = collectEvidence(clipSeries(48, 8.0), counted(2));
    ASSERT_EQ(frames.size(), 2U);
    for (const Frame& frame : frames) {
        EXPECT_EQ(frame.image.rgb[0], frame.provenance.index);
        EXPECT_EQ(frame.provenance.timeSeconds, frame.provenance.index / 8.0);
        EXPECT_EQ(frame.provenance.window, (Window{128.0, 256.0}));
    }
}

TEST(Evidence, WindowsGreyClipsOnly) {
    const Series grey = clipSeries(48, 8.0), colours = clipSeries(48, 8.0, false);
    Selection windowed = picks({40, 3});
    windowed.windowing = Window{20.0, 30.0};
    for (const Frame& frame : collectEvidence(grey, windowed)) {
        EXPECT_EQ(frame.image.rgb[0], viewer::windowed(frame.provenance.index, {20.0, 30.0}));
        EXPECT_EQ(frame.provenance.window, (Window{20.0, 30.0}));
    }
    EXPECT_EQ(refusal(colours, windowed).substr(0, 27), "selection.window_of_colours");
    Selection minMax = picks({40});
    minMax.windowing = MinMax{};
    EXPECT_TRUE(collectEvidence(grey, minMax).at(0).provenance.minMax);
    EXPECT_NE(refusal(colours, minMax), "");
    Selection named = picks({40});
    named.windowName = "vessel";
    EXPECT_EQ(collectEvidence(grey, named).at(0).provenance.window, (Window{7.0, 9.0}));
    EXPECT_NE(refusal(colours, named), "");
    EXPECT_EQ(collectEvidence(colours, picks({40})).at(0).image.rgb[0], 40);
    Selection narrow = picks({40});
    narrow.windowing = Window{20.0, 0.0};
    EXPECT_THROW(collectEvidence(grey, narrow), Error);
}

TEST(Evidence, InvertsAnInvertedSelection) {
    TestSeries test = volumeSeries(5);
    test.series.files.clear();
    Selection selection = picks({2});
    selection.windowing = Window{200.0, 1000.0};
    const Frame usual = collectEvidence(test.series, selection).at(0);
    selection.inverted = true;
    const Frame negative = collectEvidence(test.series, selection).at(0);
    for (std::size_t i = 0; i < usual.image.rgb.size(); ++i)
        EXPECT_EQ(usual.image.rgb[i] + negative.image.rgb[i], 255);
    EXPECT_TRUE(negative.provenance.inverted);
    EXPECT_EQ(negative.provenance.pixelsSha256, sha256(std::as_bytes(std::span(negative.image.rgb))));
}

TEST(Evidence, IsMadeAnewFromTheProvenanceOfALook) {
    TestSeries test = volumeSeries(5);
    test.series.files.clear();
    const Frame plain = collectEvidence(test.series, picks({2})).at(0);
    EXPECT_EQ(plain.provenance.look, viewer::Look());
    for (const viewer::ColourTable colours : viewer::colourTables()) {
        for (int turn = 0; turn < 8; ++turn) {
            Selection selection = picks({2});
            selection.look = {{turn >= 4, turn % 4},
                              colours,
                              turn % 2 == 0 ? viewer::Interpolation::linear : viewer::Interpolation::nearest};
            const Frame frame = collectEvidence(test.series, selection).at(0);
            const viewer::Provenance read = provenanceFromJson(toJson(frame.provenance));
            EXPECT_EQ(read.look, selection.look);
            EXPECT_EQ(read.index, 2);
            EXPECT_TRUE(isSameFrame(read, frame.provenance));
            EXPECT_EQ(isSameFrame(plain.provenance, frame.provenance), selection.look == viewer::Look());
            Selection again = picks({read.index});
            again.look = read.look;
            EXPECT_EQ(collectEvidence(test.series, again).at(0).image.rgb, frame.image.rgb);
            EXPECT_EQ(frame.provenance.width, turn % 2 == 0 ? plain.image.width : plain.image.height);
        }
    }
}

TEST(Provenance, KeepsTheFunctionOfAWindow) {
    for (const auto function :
         {viewer::WindowFunction::linear, viewer::WindowFunction::linearExact, viewer::WindowFunction::sigmoid}) {
        TestSeries test = volumeSeries(3);
        test.series.files.clear();
        Selection selection = picks({1});
        selection.windowing = Window{200.0, 300.0, function};
        const viewer::Provenance provenance = collectEvidence(test.series, selection).at(0).provenance;
        EXPECT_EQ(provenance.window, (Window{200.0, 300.0, function}));
        EXPECT_EQ(provenanceFromJson(toJson(provenance)).window, provenance.window);
        EXPECT_EQ(toJson(provenance)["window"].toObject().contains("function"),
                  function != viewer::WindowFunction::linear);
    }
    EXPECT_THROW(windowFromJson({{"center", 1.0}, {"width", 2.0}, {"function", "cubic"}}), Error);
}

TEST(Evidence, StopsWhenCancelled) {
    std::stop_source stop;
    const Series series = clipSeries(48, 8.0);
    EXPECT_THROW(collectEvidence(
                     series, {}, {}, {},
                     [&](int done, int) {
                         if (done == 2) stop.request_stop();
                     },
                     stop.get_token()),
                 Cancelled);
}

TEST(Evidence, KnowsNamedWindowsAndRefusesOthers) {
    TestSeries test = volumeSeries(3);
    for (auto& file : test.series.files)
        file = FLEMING_TEST_FILE;
    Selection selection;
    selection.windowName = "lung";
    EXPECT_TRUE(collectEvidence(test.series, selection)[0].provenance.window);
    selection.windowName = "no such window";
    EXPECT_THROW(collectEvidence(test.series, selection), Error);
    Selection flat;
    flat.windowing = Window{0.0, 0.0};
    EXPECT_THROW(collectEvidence(test.series, flat), Error);
}

TEST(View, SelectsWhatTheScreenShows) {
    TestSeries test = volumeSeries(9);
    View view;
    view.plane = Plane::sagittal;
    view.index = 3;
    view.windowing = MinMax{};
    view.inverted = true;
    view.look = {{true, 3}, viewer::ColourTable::pet, viewer::Interpolation::nearest};
    const Selection selection = selectionOf(test.series, view);
    EXPECT_EQ(selection.look, view.look);
    EXPECT_EQ(selection.indices, Indices{3});
    EXPECT_EQ(selection.plane, Plane::sagittal);
    EXPECT_TRUE(selection.inverted);
    EXPECT_TRUE(canBeEvidence(view));
    view.volumeShown = true;
    EXPECT_FALSE(canBeEvidence(view));  // it is not drawn yet
    view.rendering = viewer::VolumeRendering{{}, {"bone"}, 300, 200};
    EXPECT_TRUE(canBeEvidence(view));
    const Selection rendered = selectionOf(test.series, view);
    ASSERT_TRUE(rendered.rendering && rendered.indices.empty());
    EXPECT_EQ(rendered.rendering->look.preset, "bone");
    EXPECT_EQ(rendered.rendering->width, kRenderingSide);
    EXPECT_EQ(rendered.rendering->height, 683);
    EXPECT_FALSE(evenSelectionOf(test.series, view, 4).rendering);
    view.volumeShown = false;
    EXPECT_TRUE(selection.windowing && std::holds_alternative<MinMax>(*selection.windowing));
    EXPECT_EQ(selectedIndices(clipSeries(48, 8.0), selectionOf(clipSeries(48, 8.0), view)), Indices{3});
    EXPECT_EQ(selectedIndices(pictureSeries(), selectionOf(pictureSeries(), view)), Indices{0});
}

TEST(Evidence, RendersAVolume) {
    TestSeries test = volumeSeries(5);
    test.series.files.clear();
    Selection selection;
    selection.rendering = viewer::VolumeRendering{viewer::frontCamera(test.series.geometry(), 2.0), {"mip"}, 80, 40};
    selection.rendering->look.window = viewer::windowOfRange(0.0, 500.0);
    selection.rendering->look.crop = viewer::VolumeCrop{{-0.5, -0.5, 1.5}, {6.5, 5.5, 4.5}};
    const std::vector<Frame> frames = collectEvidence(test.series, selection);
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(test.source->slicesRead, 5);
    const viewer::Provenance& provenance = frames[0].provenance;
    EXPECT_EQ(provenance.rendering, selection.rendering);
    EXPECT_EQ(provenance.width, 80);
    EXPECT_EQ(frames[0].image.rgb.size(), std::size_t{80 * 40 * 3});
    EXPECT_EQ(provenance.pixelsSha256, sha256(std::as_bytes(std::span(frames[0].image.rgb))));
    // The middle of the picture is inside the crop, its lower part is cropped.
    EXPECT_GT(frames[0].image.rgb[3 * (12 * 80 + 40)], 100);
    EXPECT_EQ(frames[0].image.rgb[3 * (32 * 80 + 40)], 0);
    // The record makes the same picture.
    const viewer::Provenance read = provenanceFromJson(toJson(provenance));
    EXPECT_TRUE(isSameFrame(read, provenance));
    Selection again;
    again.rendering = read.rendering;
    EXPECT_EQ(collectEvidence(test.series, again)[0].provenance.pixelsSha256, provenance.pixelsSha256);
    selection.rendering->look.preset = "no-such-look";
    EXPECT_THROW(collectEvidence(test.series, selection), Error);
    EXPECT_THROW(selectedIndices(clipSeries(48, 8.0), again), Error);
}

TEST(Evidence, RendersNoVolumeWithGaps) {
    const TestSeries test = volumeSeries(5);
    test.source->damaged = 2;
    Selection selection;
    selection.rendering = viewer::VolumeRendering{viewer::frontCamera(test.series.geometry(), 1.0), {"mip"}, 40, 40};
    EXPECT_THROW(collectEvidence(test.series, selection), Error);
    const TestSeries single = volumeSeries(1);
    EXPECT_THROW(collectEvidence(single.series, selection), Error);
}

}  // namespace
}  // namespace fleming::app
