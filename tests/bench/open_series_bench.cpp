// Measures opening a series of CT slices, headers and all pixels, with our reader and with ITK's GDCM series reader:
//     make_ct_series.py FOLDER; FLEMING_BENCH_SERIES=FOLDER fleming_bench_open
// Each run parses the files again; after the first run they are in the page cache. peak: the maximum resident memory
// while opening, relative to the size of the volume. first: the seconds until the first slice is available.

#include "viewer/io/open.h"

#include <itkGDCMImageIO.h>
#include <itkGDCMSeriesFileNames.h>
#include <itkImageSeriesReader.h>

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

std::string folder() {
    const char* const path = std::getenv("FLEMING_BENCH_SERIES");
    return path != nullptr ? path : "";
}

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Resets the peak resident memory (VmHWM) of this process to its current value (proc(5), clear_refs).
void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

/// Returns a value of /proc/self/status in bytes.
double statusBytes(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == key + ":" && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

/// Runs open(first) in each iteration. It returns the bytes of the volume and sets `first`, in seconds.
template <typename Open>
void measure(benchmark::State& state, Open open) {
    if (folder().empty()) {
        state.SkipWithError("FLEMING_BENCH_SERIES names no folder");
        return;
    }
    double first = 0, peak = 0;
    for ([[maybe_unused]] auto _ : state) {
        resetPeak();
        const double before = statusBytes("VmRSS");
        const double bytes = open(first);
        peak = (statusBytes("VmHWM") - before) / bytes;
    }
    state.counters["first"] = first;
    state.counters["peak"] = peak;
}

void fleming(benchmark::State& state) {
    measure(state, [](double& first) {
        const Clock::time_point start = Clock::now();
        const fleming::viewer::OpenResult opened = fleming::viewer::open({folder()});
        const auto volume = fleming::viewer::loadVolume(opened.series.front(), [&](int ready, int) {
            if (ready == 1) first = secondsSince(start);
        });
        benchmark::DoNotOptimize(volume->data().data());
        return static_cast<double>(volume->data().size());
    });
}

void itkGdcm(benchmark::State& state) {
    measure(state, [](double& first) {
        const Clock::time_point start = Clock::now();
        using Image = itk::Image<short, 3>;
        const auto names = itk::GDCMSeriesFileNames::New();
        names->SetUseSeriesDetails(true);
        names->SetInputDirectory(folder());
        const auto reader = itk::ImageSeriesReader<Image>::New();
        reader->SetImageIO(itk::GDCMImageIO::New());
        reader->SetFileNames(names->GetFileNames(names->GetSeriesUIDs().front()));
        reader->Update();
        first = secondsSince(start);  // the reader returns all slices at once
        const auto size = reader->GetOutput()->GetLargestPossibleRegion().GetNumberOfPixels();
        benchmark::DoNotOptimize(reader->GetOutput()->GetBufferPointer());
        return static_cast<double>(size * sizeof(short));
    });
}

BENCHMARK(fleming)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);
BENCHMARK(itkGdcm)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace

BENCHMARK_MAIN();
