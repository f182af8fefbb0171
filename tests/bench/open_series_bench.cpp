// Opening a series of CT slices, headers and all pixels: ours, and ITK's GDCM series reader, on the same files.
//     make_ct_series.py FOLDER; FLEMING_BENCH_SERIES=FOLDER fleming_bench_open
// Each run parses the files anew; they are in the system's file cache after the first. peak: the process's largest
// resident memory while opening, over the volume's bytes. first: seconds until the first slice is there.

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

/// Sets the process's peak memory back to what it uses now (proc(5), clear_refs).
void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

double statusBytes(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kilobytes = 0;
        if (word == key + ":" && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

/// Runs open(first) for each iteration; it returns the volume's bytes and sets `first`.
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
        const fleming::viewer::Study study = fleming::viewer::open({folder()});
        const auto volume = fleming::viewer::loadVolume(study.series.front(), [&](int ready, int) {
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
        first = secondsSince(start);  // it gives no slice before all are there
        const auto size = reader->GetOutput()->GetLargestPossibleRegion().GetNumberOfPixels();
        benchmark::DoNotOptimize(reader->GetOutput()->GetBufferPointer());
        return static_cast<double>(size * sizeof(short));
    });
}

BENCHMARK(fleming)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);
BENCHMARK(itkGdcm)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

}  // namespace

BENCHMARK_MAIN();
