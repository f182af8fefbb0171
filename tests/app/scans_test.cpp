// The library of scans: what the index keeps, and how it follows the files.
#include "app/scans/scan_library.h"
#include "app/scans/scan_update.h"
#include "app/studies/studies.h"
#include "tests/app/test_files.h"
#include "tests/ui/patient_files.h"
#include "viewer/io/open.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace fleming::app {
namespace {

namespace fs = std::filesystem;
using ui::testing::writeSeries;
using ui::testing::writeSlice;

class Scans : public ::testing::Test {
protected:
    /// Returns the path of a folder on the disk, which is made.
    std::string folder(const QString& name) const {
        const QString path = name.isEmpty() ? disk_.path() : disk_.filePath(name);
        QDir().mkpath(path);
        return path.toStdString();
    }

    /// Writes a DICOM series into a folder and returns its files.
    std::vector<std::string> putSeries(const QString& name, const std::string& study, int slices,
                                       const std::string& patient = "Doe^Jane") const {
        const QTemporaryDir made;
        std::vector<std::string> files;
        for (const QString& file : writeSeries(made, study, slices, patient)) {
            files.push_back(folder(name) + '/' + fs::path(file.toStdString()).filename().string());
            fs::copy(file.toStdString(), files.back());
        }
        return files;
    }

    /// Opens paths as the window does.
    ScanRecord open(const std::vector<std::string>& paths) const {
        const std::int64_t started = nowNs();
        const std::vector<fs::path> files(paths.begin(), paths.end());
        return makeRecord(files, started, viewer::open(files).series);
    }

    void rememberAll(const std::vector<std::string>& paths) const { remember(index_, open(paths)); }

    /// Returns the numbers of files of all series, ascending.
    std::vector<int> fileCounts() const {
        std::vector<int> counts;
        for (const KnownSeries& series : index_.series()) {
            EXPECT_EQ(index_.files(series.id).size(), static_cast<std::size_t>(series.fileCount));
            counts.push_back(series.fileCount);
        }
        std::ranges::sort(counts);
        return counts;
    }

    /// Returns "added changed gone".
    static std::string toText(const ScanChanges& changes) {
        return std::to_string(changes.added) + ' ' + std::to_string(changes.changed) + ' ' +
               std::to_string(changes.gone);
    }

    TestFolder home_;
    QTemporaryDir disk_;
    fs::path file_ = home_ / "scans.sqlite";
    ScanIndex index_{file_};
};

TEST_F(Scans, KeepsWhatTheHeadersSay) {
    const std::string path = folder("study");
    putSeries("study", "1.2.3", 4);
    writePng(fs::path(path) / "scan.png", 30, 20);
    const ScanRecord record = open({path});
    ASSERT_EQ(record.series.size(), 2U);
    remember(index_, record);

    const ScanIndex again(file_);
    const std::vector<KnownSeries> series = again.series();
    ASSERT_EQ(series.size(), 2U);
    for (std::size_t i = 0; i < series.size(); ++i) {
        const viewer::Series &stored = series[i].header, &opened = record.series[i].header;
        EXPECT_EQ(stored.study, opened.study);
        EXPECT_EQ(stored.uid, opened.uid);
        EXPECT_EQ(stored.number, opened.number);
        EXPECT_EQ(stored.modality, opened.modality);
        EXPECT_EQ(stored.description, opened.description);
        EXPECT_EQ(stored.format, opened.format);
        EXPECT_EQ(stored.notes, opened.notes);
        EXPECT_EQ(stored.kind(), opened.kind());
        EXPECT_EQ(stored.geometry().size, opened.geometry().size);
        EXPECT_EQ(stored.files, opened.files);
        EXPECT_EQ(again.files(series[i].id), record.series[i].files);
    }
    EXPECT_EQ(series[0].header.study.patient.name, "Doe^Jane");
    const std::vector<ScanRoot> roots = again.roots();
    ASSERT_EQ(roots.size(), 1U);
    EXPECT_EQ(roots[0].path, path);
    EXPECT_TRUE(roots[0].whole);
    EXPECT_EQ(roots[0].files, 5);
    EXPECT_EQ(roots[0].scannedMs, record.startedNs / 1'000'000);
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Scans, KeepsPartsNotesAndClips) {
    RecordedSeries made;
    made.header.description = {"Perfusion", {{viewer::SeriesPartKind::timePoint, "2", 3}}};
    made.header.notes = {{"dicom.localizer", {}}, {"dicom.missing_slices", {"3", "4"}}};
    made.header.info = viewer::ClipInfo{90, 30.0, 3.0, 640, 480};
    made.files = {"/a/clip.mp4"};
    made.header.files = {made.files.front()};
    index_.addSeries(index_.addRoot("/a", true), made);
    const KnownSeries stored = index_.series().at(0);
    EXPECT_EQ(stored.header.description, made.header.description);
    EXPECT_EQ(stored.header.notes, made.header.notes);
    EXPECT_EQ(stored.header.number, std::nullopt);
    EXPECT_EQ(stored.header.clip().frameCount, 90);
    EXPECT_EQ(stored.header.clip().width, 640);
    EXPECT_EQ(stored.header.clip().duration, 3.0);
    EXPECT_TRUE(stored.thumbnail.isEmpty());
    index_.setThumbnail(made.header, "first");
    index_.setThumbnail(made.header, "second");
    made.header.description.parts.clear();
    index_.setThumbnail(made.header, "other");
    EXPECT_EQ(index_.series().at(0).thumbnail, "first");
}

TEST_F(Scans, PacksAnyNames) {
    std::mt19937 random(1);
    const auto below = [&](int n) { return std::uniform_int_distribution(0, n - 1)(random); };
    const std::vector<std::string> folders{"", "/a", "/a b/\xff\xfe", "/a/c"};
    for (int run = 0; run < 100; ++run) {
        std::vector<std::string> files;
        std::vector<StampedFile> stamps;
        for (int i = below(20); i > 0; --i) {
            std::string name = std::to_string(i);
            for (int k = below(9); k > 0; --k)
                name += static_cast<char>(1 + below(46));  // neither '\0' nor '/'
            files.push_back(folders[static_cast<std::size_t>(below(4))] + '/' + name);
            stamps.push_back({name + "\xff", {random(), static_cast<std::int64_t>(random()) << 20}});
        }
        EXPECT_EQ(unpackPaths(packPaths(files)), files);
        EXPECT_EQ(unpackStamps(pack(stamps)), stamps);
        const QByteArray packed = pack(stamps);
        EXPECT_LE(unpackStamps(packed.first(packed.size() * 2 / 3)).size(), stamps.size());
    }
}

TEST_F(Scans, FindsNothingInUnchangedFolders) {
    putSeries("a", "1.2.3", 4);
    std::ofstream(folder("a/notes") + "/readme.txt") << "not an image";
    rememberAll({folder("a")});
    EXPECT_EQ(index_.roots().at(0).files, 5);
    const int id = index_.series().at(0).id;
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");
    EXPECT_EQ(index_.series().at(0).id, id);  // the series was not read again
}

TEST_F(Scans, FindsAddedChangedAndGoneFiles) {
    std::vector<std::string> files = putSeries("a", "1.2.3", 6);
    const std::string spare = home_ / "spare.dcm";
    fs::rename(files.back(), spare);
    putSeries("b", "1.2.4", 3);
    writePng(fs::path(folder("b")) / "picture.png", 30, 20);
    rememberAll({folder("")});
    EXPECT_EQ(fileCounts(), (std::vector{1, 3, 5}));

    fs::rename(spare, files.back());  // a slice of a known series
    putSeries("c", "1.2.5", 2);
    writePng(fs::path(folder("b")) / "picture.png", 60, 20);
    EXPECT_EQ(toText(findChanges(index_)), "3 1 0");
    EXPECT_EQ(fileCounts(), (std::vector{1, 2, 3, 6}));
    const auto isWide = [](const KnownSeries& series) { return series.header.geometry().size[0] == 60; };
    EXPECT_TRUE(std::ranges::any_of(index_.series(), isWide));
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");

    fs::remove(files[2]);
    fs::remove_all(folder("b"));
    EXPECT_EQ(toText(findChanges(index_)), "0 0 5");
    EXPECT_EQ(fileCounts(), (std::vector{2, 5}));
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");
    EXPECT_EQ(index_.roots().at(0).files, 7);
}

TEST_F(Scans, AFileOfSeveralSeriesIsReadOnce) {
    const auto write = [&](std::int16_t times) {
        std::string header(352, '\0');
        const auto put = [&](std::size_t at, auto value) { std::memcpy(header.data() + at, &value, sizeof value); };
        put(0, std::int32_t{348});
        const std::int16_t dimensions[] = {4, 3, 3, 3, times, 1, 1, 1};
        std::memcpy(header.data() + 40, dimensions, sizeof dimensions);
        put(70, std::int16_t{2});  // uint8
        put(72, std::int16_t{8});
        const float spacing[] = {1, 1, 1, 1, 1, 1, 1, 1};
        std::memcpy(header.data() + 76, spacing, sizeof spacing);
        put(108, 352.0F);
        put(344, std::array{'n', '+', '1', '\0'});
        std::ofstream(folder("a") + "/perfusion.nii", std::ios::binary)
            << header << std::string(static_cast<std::size_t>(27 * times), 'x');
    };
    write(3);
    rememberAll({folder("a")});
    EXPECT_EQ(fileCounts(), (std::vector{1, 1, 1}));
    rememberAll({folder("a")});
    EXPECT_EQ(fileCounts(), (std::vector{1, 1, 1}));
    write(2);
    EXPECT_EQ(toText(findChanges(index_)), "0 1 0");
    EXPECT_EQ(fileCounts(), (std::vector{1, 1}));
    write(4);
    rememberAll({folder("a")});
    EXPECT_EQ(fileCounts(), (std::vector{1, 1, 1, 1}));
    EXPECT_EQ(index_.series().at(3).header.description.parts.size(), 1U);
}

TEST_F(Scans, AFileThatChangesWhileItIsReadCountsAsChanged) {
    const std::vector<std::string> files = putSeries("a", "1.2.3", 3);
    const ScanRecord record = open({folder("a")});
    fs::last_write_time(files[1], fs::file_time_type::clock::now());  // after the opening began
    remember(index_, record);
    EXPECT_EQ(toText(findChanges(index_)), "0 1 0");
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");
    fs::last_write_time(files[1], fs::file_time_type::clock::now() + std::chrono::hours(1));  // its clock is wrong
    EXPECT_EQ(toText(findChanges(index_)), "0 1 0");
    EXPECT_EQ(toText(findChanges(index_)), "0 1 0");
}

TEST_F(Scans, ForgetsNothingWhileADiskIsAway) {
    const std::string disk = folder("disk"), away = folder("") + "/away";
    putSeries("disk/a", "1.2.3", 4);
    putSeries("other", "1.2.4", 2);
    rememberAll({disk});
    rememberAll({folder("other")});
    fs::rename(disk, away);
    ScanChanges changes = findChanges(index_);
    EXPECT_EQ(changes.missing, std::vector{disk});
    EXPECT_EQ(toText(changes), "0 0 0");
    fs::create_directory(disk);  // an empty mount point
    changes = findChanges(index_);
    EXPECT_EQ(changes.missing, std::vector{disk});
    EXPECT_EQ(fileCounts(), (std::vector{2, 4}));
    fs::remove(disk);
    fs::rename(away, disk);
    changes = findChanges(index_);
    EXPECT_TRUE(changes.missing.empty());
    EXPECT_EQ(toText(changes), "0 0 0");
}

TEST_F(Scans, FilesOnAnotherDiskAreAwayIfAllOfAFolderIsAbsent) {
    putSeries("a", "1.2.3", 3);
    putSeries("a/mount", "1.2.4", 2);
    rememberAll({folder("a")});
    const qint64 root = index_.roots().at(0).id;
    StampedFolder mounted = index_.stamps(root).at(folder("a/mount"));
    EXPECT_FALSE(mounted.otherDisk);
    mounted.otherDisk = true;
    index_.setStamps(root, folder("a/mount"), mounted);
    fs::rename(folder("a/mount"), home_ / "mount");
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");
    EXPECT_EQ(fileCounts(), (std::vector{2, 3}));
}

TEST_F(Scans, OpeningAPartOfASeriesKeepsTheSeries) {
    std::vector<std::string> files = putSeries("a", "1.2.3", 5);
    const std::string spare = home_ / "spare.dcm";
    fs::rename(files.back(), spare);
    rememberAll({folder("a")});
    rememberAll({files[1]});
    EXPECT_EQ(fileCounts(), (std::vector{4}));
    fs::rename(spare, files.back());
    rememberAll({files.back()});  // belongs to the known ones
    EXPECT_EQ(fileCounts(), (std::vector{5}));
    EXPECT_EQ(index_.roots().size(), 1U);
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");
}

TEST_F(Scans, AFolderTakesTheFoldersInside) {
    putSeries("all/a", "1.2.3", 4);
    putSeries("all/b", "1.2.4", 3);
    putSeries("all/c", "1.2.5", 2);
    rememberAll({folder("all/a")});
    rememberAll({folder("all/b")});
    fs::rename(folder("all/b"), home_ / "b");  // its disk is away
    rememberAll({folder("all") + '/'});
    EXPECT_EQ(index_.roots().size(), 2U);
    EXPECT_EQ(fileCounts(), (std::vector{2, 3, 4}));
    rememberAll({folder("all/c")});
    EXPECT_EQ(index_.roots().size(), 2U);
    fs::remove(folder("all/b"));
    fs::rename(home_ / "b", disk_.filePath("all/b").toStdString());
    findChanges(index_);
    EXPECT_EQ(fileCounts(), (std::vector{2, 3, 4}));  // each once
}

TEST_F(Scans, OpenedFilesAreARootOfTheirOwn) {
    const std::vector<std::string> files = putSeries("a", "1.2.3", 3);
    writePng(fs::path(folder("a")) / "one.png", 30, 20);
    writePng(fs::path(folder("a")) / "two.png", 30, 20);
    rememberAll({folder("a") + "/one.png"});
    EXPECT_FALSE(index_.roots().at(0).whole);
    EXPECT_EQ(index_.roots().at(0).path, folder("a"));
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");  // nobody opened the other files
    rememberAll(files);
    EXPECT_EQ(index_.roots().size(), 1U);
    EXPECT_EQ(fileCounts(), (std::vector{1, 3}));
    fs::remove(folder("a") + "/one.png");
    EXPECT_EQ(toText(findChanges(index_)), "0 0 1");
    EXPECT_EQ(fileCounts(), (std::vector{3}));
    rememberAll({folder("a")});
    EXPECT_TRUE(index_.roots().at(0).whole);
    EXPECT_EQ(fileCounts(), (std::vector{1, 3}));
}

TEST_F(Scans, ARemovedRootLeavesItsFiles) {
    const std::vector<std::string> files = putSeries("a", "1.2.3", 3);
    putSeries("b", "1.2.4", 2);
    rememberAll({folder("a")});
    rememberAll({folder("b")});
    index_.removeRoot(index_.roots().at(0).id);
    EXPECT_EQ(fileCounts(), (std::vector{2}));
    EXPECT_EQ(index_.roots().size(), 1U);
    EXPECT_TRUE(fs::exists(files[0]));
    EXPECT_EQ(toText(findChanges(index_)), "0 0 0");
}

TEST_F(Scans, ACancelledSearchChangesNothing) {
    putSeries("a", "1.2.3", 3);
    rememberAll({folder("a")});
    putSeries("a/b", "1.2.4", 2);
    std::stop_source stop;
    const auto cancel = [&](int, int) { stop.request_stop(); };
    EXPECT_THROW(findChanges(index_, {}, stop.get_token(), cancel), Cancelled);
    EXPECT_EQ(fileCounts(), (std::vector{3}));
    EXPECT_EQ(toText(findChanges(index_)), "2 0 0");
}

TEST_F(Scans, ADamagedFileOrAnotherVersionIsCreatedAnew) {
    putSeries("a", "1.2.3", 3);
    const fs::path other = home_ / "other.sqlite";
    std::ofstream(other) << std::string(5000, 'x');
    EXPECT_TRUE(ScanIndex(other).series().empty());
    EXPECT_EQ(fs::status(other).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    {
        const ScanIndex index(other);
        remember(index, open({folder("a")}));
        EXPECT_EQ(ScanIndex(other).series().size(), 1U);
        index.database().run("PRAGMA user_version = 99");
    }
    EXPECT_TRUE(ScanIndex(other).series().empty());
    {
        const ScanIndex index(other);
        index.database().run("DROP TABLE folders");
        index.database().run("DROP TABLE series");
    }
    EXPECT_TRUE(ScanIndex(other).series().empty());
}

TEST_F(Scans, ALockedFileIsNotReplaced) {
    index_.database().run("PRAGMA locking_mode = EXCLUSIVE");
    index_.addRoot("/a", true);
    try {
        const ScanIndex index(file_);
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "scans.unusable");
    }
    index_.database().run("PRAGMA locking_mode = NORMAL");
    index_.addRoot("/b", true);
    EXPECT_EQ(ScanIndex(file_).roots().size(), 2U);
}

TEST_F(Scans, OneConnectionReadsWhileAnotherWrites) {
    putSeries("a", "1.2.3", 3);
    rememberAll({folder("a")});
    const ScanIndex reader(file_);
    {
        IndexTransaction transaction(index_.database());
        index_.removeRoot(index_.roots().at(0).id);
        EXPECT_EQ(reader.series().size(), 1U);  // what was committed last
    }
    EXPECT_EQ(fileCounts(), (std::vector{3}));  // was rolled back
    reader.addRoot("/elsewhere", true);
    EXPECT_EQ(index_.roots().size(), 2U);
}

TEST_F(Scans, ALibraryOpensASeriesWithoutSearching) {
    putSeries("a", "1.2.3", 4);
    putSeries("a/b", "1.2.4", 3);
    fs::remove(scansFile());
    {
        Studies studies;
        ScanLibrary library(studies);
        QSignalSpy changed(&library, &ScanLibrary::changed);
        studies.open(QStringList{QString::fromStdString(folder("a"))});
        ASSERT_TRUE(changed.wait());
        EXPECT_EQ(studies.series().size(), 2U);
        const auto hasThumbnail = [](const KnownSeries& series) { return !series.thumbnail.isEmpty(); };
        EXPECT_TRUE(QTest::qWaitFor([&] { return std::ranges::all_of(ScanIndex().series(), hasThumbnail); }));
    }
    Studies studies;
    ScanLibrary library(studies);
    std::shared_ptr<const KnownScans> scans;
    QObject::connect(&library, &ScanLibrary::loaded, &library,
                     [&](const std::shared_ptr<const KnownScans>& loaded) { scans = loaded; });
    QSignalSpy missing(&library, &ScanLibrary::missingFound);
    library.load();
    ASSERT_TRUE(missing.wait());
    EXPECT_TRUE(missing.at(0).at(0).value<std::set<int>>().empty());
    ASSERT_TRUE(scans);
    ASSERT_EQ(scans->series.size(), 2U);
    EXPECT_FALSE(scans->series[0].thumbnail.isNull());
    EXPECT_LE(std::max(scans->series[0].thumbnail.width(), scans->series[0].thumbnail.height()), 64);
    EXPECT_EQ(scans->roots.at(scans->rootOf.at(scans->series[0].id)).path, folder("a"));

    int found = 0;
    QObject::connect(&studies, &Studies::openProgress, &studies, [&](int, int files) { found = files; });
    QSignalSpy finished(&studies, &Studies::openFinished);
    library.open({scans->series[0].id});
    ASSERT_TRUE(finished.wait());
    ASSERT_EQ(studies.series().size(), 1U);
    EXPECT_EQ(studies.series()[0].series.files.size(), static_cast<std::size_t>(found));
    EXPECT_EQ(studies.series()[0].series.uid, scans->series[0].series.uid);

    fs::rename(folder("a"), home_ / "away");
    library.load();
    ASSERT_TRUE(missing.wait());
    EXPECT_EQ(missing.back().at(0).value<std::set<int>>().size(), 2U);

    QSignalSpy changes(&library, &ScanLibrary::changesFound);
    library.findChanges();
    EXPECT_TRUE(library.isFindingChanges());
    ASSERT_TRUE(changes.wait());
    EXPECT_FALSE(library.isFindingChanges());
    EXPECT_EQ(changes.at(0).at(0).value<ScanChanges>().missing.size(), 1U);

    QSignalSpy changed(&library, &ScanLibrary::changed);
    library.forget({scans->roots.begin()->first});
    ASSERT_TRUE(changed.wait());
    EXPECT_TRUE(ScanIndex().series().empty());
}

TEST_F(Scans, WhatCannotBeOpenedIsNotRemembered) {
    std::ofstream(folder("a") + "/text.txt") << "not an image";
    fs::remove(scansFile());
    Studies studies;
    ScanLibrary library(studies);
    QSignalSpy finished(&studies, &Studies::openFinished), scanned(&studies, &Studies::scanned);
    studies.open(QStringList{QString::fromStdString(folder("a"))});
    ASSERT_TRUE(finished.wait());
    EXPECT_EQ(scanned.size(), 0);
    EXPECT_TRUE(ScanIndex().roots().empty());
}

}  // namespace
}  // namespace fleming::app
