// Measures the library of scans: opening it with many known files, the filter, and the search for changes.
// usage: fleming_bench_scans [FILES] [SERIES] [FOLDER] [SCANS]
// FOLDER is where the small files of the search are written: /dev/shm by default. SCANS is a folder with scans that is
// opened, and the first of its series opened again from the library. Needs no display:
// QT_QPA_PLATFORM=offscreen fleming_bench_scans
#include "app/scans/scan_library.h"
#include "app/scans/scan_update.h"
#include "app/studies/studies.h"
#include "ui/library/scan_tree.h"
#include "ui/library/scans_dialog.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace fleming;

namespace {

namespace fs = std::filesystem;

void report(const char* what, qint64 ns) {
    std::printf("%-66s %9.1f ms\n", what, static_cast<double>(ns) / 1e6);
}

/// Makes a series of a CT with files that do not exist.
app::RecordedSeries makeSeries(int number, int slices) {
    const std::string id = std::to_string(number);
    app::RecordedSeries made;
    viewer::Series& header = made.header;
    header.study.patient = {"Family" + std::to_string(number / 5) + "^Given", "P-" + std::to_string(number / 5),
                            "19560314", "F"};
    header.study.uid = "1.2.826.0.1.3680043.8.498." + std::to_string(number / 3);
    header.study.date = "2024050" + std::to_string(1 + number % 9);
    header.study.description = "Chest CT with contrast";
    header.study.accessionNumber = "A" + id;
    header.uid = header.study.uid + "." + id;
    header.number = number % 3 + 1;
    header.modality = "CT";
    header.description.words = "Axial 1.0 mm lung kernel";
    header.format = "DICOM";
    viewer::ImageInfo image;
    image.geometry.size = {512, 512, slices};
    header.info = viewer::volumeOrPicture(image);
    const std::string folder = "/archive/patients/" + std::to_string(number / 5) + "/study/" + id + "/";
    for (int k = 0; k < slices; ++k)
        made.files.push_back(folder + "1.2.826.0.1.3680043.8.498.100200300400." + std::to_string(k) + ".dcm");
    header.files = {made.files.front()};
    return made;
}

/// Returns the time of `work` in ns.
template <typename Work>
qint64 timeOf(const Work& work) {
    QElapsedTimer clock;
    clock.start();
    work();
    return clock.nsecsElapsed();
}

template <typename Condition>
void waitFor(const Condition& condition) {
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void fillIndex(int files, int series) {
    const app::ScanIndex index;
    QImage thumbnail(64, 64, QImage::Format_Grayscale8);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            thumbnail.scanLine(y)[x] = static_cast<uchar>((x * x + y * y + x * y) % 251);
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    thumbnail.save(&buffer, "PNG");
    const qint64 root = index.addRoot("/archive", true);
    report(
        "storing the series", timeOf([&] {
            app::IndexTransaction transaction(index.database());
            app::StampedFolders stamps;
            for (int i = 0; i < series; ++i) {
                const app::RecordedSeries made = makeSeries(i, files / series);
                index.addSeries(root, made);
                index.setThumbnail(made.header, png);
                app::StampedFolder folder;
                for (const std::string& file : made.files)
                    folder.files.push_back({fs::path(file).filename().string(), {526'000, 1'700'000'000'000'000'000}});
                index.setStamps(root, fs::path(made.files.front()).parent_path().string(), folder);
            }
            transaction.commit();
        }));
}

void measureWindow(int series) {
    app::Studies studies;
    app::ScanLibrary library(studies);
    QElapsedTimer clock;
    clock.start();
    ui::ScansDialog dialog(library);
    dialog.show();
    waitFor([&] { return dialog.tree()->topLevelItemCount() > 0; });
    dialog.grab();
    report("opening the library to its painted window (wanted: 1 s)", clock.nsecsElapsed());
    std::vector<qint64> keys;
    for (const char* text : {"f", "fa", "family7", "family77 lung", "", "2024-05-03", "nobody", ""}) {
        keys.push_back(timeOf([&] {
            dialog.filter()->setText(QString::fromLatin1(text));
            dialog.grab();
        }));
    }
    report("a key in the filter to the painted window, worst", *std::ranges::max_element(keys));
    if (dialog.tree()->matchCount() != series) std::printf("not all series are shown\n");
}

/// Opens the series of a folder, which are in the index already.
void measureOpening(const fs::path& folder) {
    const app::ScanIndex index;
    index.removeRoot(index.roots().back().id);
    app::Studies studies;
    app::ScanLibrary library(studies);
    bool isFinished = false, isRemembered = false;
    QObject::connect(&studies, &app::Studies::openFinished, &studies, [&] { isFinished = true; });
    QObject::connect(&library, &app::ScanLibrary::changed, &library, [&] { isRemembered = true; });
    report("opening the folder", timeOf([&] {
               studies.open(QStringList{QString::fromStdString(folder.string())});
               waitFor([&] { return isFinished; });
           }));
    waitFor([&] { return isRemembered; });
    const std::string path = app::absolutePath(folder);
    std::vector<int> ids;
    for (const app::KnownSeries& series : index.series()) {
        if (app::isWithin(series.header.files.front().string(), path)) ids.push_back(series.id);
    }
    studies.closeAll();
    isFinished = false;
    report("opening its series from the library", timeOf([&] {
               library.open({ids.front()});
               waitFor([&] { return isFinished; });
           }));
    std::printf("%zu series, %zu files opened\n", ids.size(), studies.series().front().series.files.size());
}

void measureChanges(int files, const fs::path& folder) {
    const fs::path root = folder / ("fleming_bench_scans." + std::to_string(QCoreApplication::applicationPid()));
    constexpr int kPerFolder = 1000;
    for (int i = 0; i < files; ++i) {
        const fs::path place = root / std::to_string(i / kPerFolder);
        if (i % kPerFolder == 0) fs::create_directories(place);
        std::ofstream(place / ("image" + std::to_string(i) + ".txt")) << i;
    }
    const app::ScanIndex index;
    const auto record = [&] { app::remember(index, {{root.string()}, app::nowNs(), {}}); };
    report("storing the names, sizes and times of the small files", timeOf(record));
    qint64 ours = 0, find = 0;
    for (int run = 0; run < 3; ++run) {
        app::ScanChanges changes;
        const qint64 time = timeOf([&] { changes = app::findChanges(index, {index.roots().back().id}); });
        if (changes.added + changes.changed + changes.gone != 0) std::printf("changes were found\n");
        ours = run == 0 ? time : std::min(ours, time);
        const std::string command = "find '" + root.string() + "' -type f -printf '%s %T@\\n' > /dev/null";
        const qint64 peer = timeOf([&] {
            if (std::system(command.c_str()) != 0) std::printf("find failed\n");
        });
        find = run == 0 ? peer : std::min(find, peer);
    }
    report("finding that nothing has changed, best of 3", ours);
    report("find -printf '%s %T@', best of 3", find);
    fs::remove_all(root);
}

}  // namespace

int main(int argc, char** argv) {
    const int files = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const int series = argc > 2 ? std::atoi(argv[2]) : 500;
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QApplication application(argc, argv);
    ui::applyAppearance(QStringLiteral("dark"));
    std::printf("%d files, %d series\n", files, series);
    fillIndex(files, series);
    std::printf("%-66s %9.1f MB\n", "size of the index", static_cast<double>(fs::file_size(app::scansFile())) / 1e6);
    measureWindow(series);
    measureChanges(files, argc > 3 ? argv[3] : "/dev/shm");
    if (argc > 4) measureOpening(argv[4]);
    return 0;
}
