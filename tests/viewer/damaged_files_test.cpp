// Reads randomly damaged files of every format from memory. A reader must return a series or throw an Error. Set
// FLEMING_FUZZ_SECONDS to a duration to fuzz a build of the asan preset.

#include "dicom_maker.h"
#include "file_helpers.h"
#include "viewer/io/open.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>

namespace fleming::viewer {
namespace {

using testing::inMemory;
using testing::readFile;
using testing::TemporaryFolder;

const std::filesystem::path kFixtures = FLEMING_FIXTURES;
const std::filesystem::path kSamples = kFixtures.parent_path().parent_path() / "resources/samples";

struct Seed {
    std::string name;
    std::string bytes;
};

/// Returns DICOM files in every encoding that DCMTK writes.
void addDicom(std::vector<Seed>& seeds) {
    const TemporaryFolder folder;
    forEachEncoding([&](E_TransferSyntax syntax, const DcmRepresentationParameter* parameter) {
        MadeDicom made(16, 12);
        made.remove(DCM_ImagePositionPatient).set(DCM_NumberOfFrames, "3").set(DCM_Modality, "NM");
        std::vector<std::uint16_t> values(std::size_t{3} * 16 * 12);
        for (std::size_t n = 0; n < values.size(); ++n)
            values[n] = static_cast<std::uint16_t>(n * 97);
        made.pixels(values);
        seeds.push_back({"dicom " + std::to_string(syntax), readFile(made.save(folder / "file", syntax, parameter))});
    });
}

std::vector<Seed> makeSeeds() {
    std::vector<Seed> seeds;
    for (const char* folder : {"pictures", "videos", "dicom"}) {
        for (const auto& entry : std::filesystem::directory_iterator(kFixtures / folder)) {
            const std::string extension = entry.path().extension();
            if (extension != ".rgb" && extension != ".txt")
                seeds.push_back({entry.path().filename(), readFile(entry.path())});
        }
    }
    addDicom(seeds);
    const std::string size = "sizes: 2 2 2\n", eight = "12345678";
    seeds.push_back({"a.nrrd", "NRRD0004\ntype: uchar\ndimension: 3\n" + size + "encoding: raw\n\n" + eight});
    seeds.push_back(
        {"text.nrrd", "NRRD0004\ntype: uchar\ndimension: 3\n" + size + "encoding: ascii\n\n1 2 3 4 5 6 7 8\n"});
    seeds.push_back({"a.mha",
                     "ObjectType = Image\nNDims = 3\nDimSize = 2 2 2\nElementType = MET_UCHAR\nElementDataFile = "
                     "LOCAL\n" +
                         eight});
    const std::string dict = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 2, 2), }     \n";
    seeds.push_back({"a.npy", std::string("\x93NUMPY\1\0", 8) + static_cast<char>(dict.size()) + '\0' + dict + eight});
    std::string nifti(352, '\0');
    nifti.replace(0, 4, testing::bytesOfNumber(std::int32_t{348}));
    for (int n = 0; n < 8; ++n)
        nifti.replace(static_cast<std::size_t>(40 + 2 * n), 2, testing::bytesOfNumber<std::int16_t>(n == 0 ? 3 : 2));
    nifti.replace(70, 2, testing::bytesOfNumber(std::int16_t{2}));
    nifti.replace(108, 4, testing::bytesOfNumber(352.0F));
    nifti.replace(344, 3, "n+1");
    seeds.push_back({"a.nii", nifti + eight});
    seeds.push_back({"mr_head.nii.gz", readFile(kSamples / "mr_head.nii.gz")});
    std::sort(seeds.begin(), seeds.end(), [](const Seed& a, const Seed& b) { return a.name < b.name; });
    return seeds;
}

/// Changes bytes, truncates the file, or moves a block.
std::string damaged(std::string bytes, std::mt19937& random) {
    const auto upTo = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    // Most damage is in the first bytes, which contain the header.
    const auto place = [&] {
        return upTo(random() % 2 == 0 ? std::min<std::size_t>(bytes.size(), 600) : bytes.size());
    };
    for (std::size_t n = 1 + upTo(4); n > 0 && !bytes.empty(); --n) {
        switch (upTo(5)) {
            case 0:
                bytes.resize(upTo(bytes.size()));
                break;
            case 1:
                bytes[place()] = static_cast<char>(random() % 2 == 0 ? 0xff : 0);
                break;
            case 2:
                bytes.insert(place(), bytes.substr(place(), 1 + upTo(16)));
                break;
            default:
                bytes[place()] = static_cast<char>(random());
        }
    }
    return bytes;
}

/// Opens a source and reads all its pixels.
void readAll(const ByteSourcePtr& source) {
    for (const Series& series : openSources({source}).series) {
        try {
            if (series.kind() == SeriesKind::clip) {
                const auto clip = series.source->openClip({});
                for (const int frame : {0, clip->frameCount() / 2, clip->frameCount() - 1})
                    clip->frame(frame);
            } else {
                loadVolume(series);
            }
        } catch (const Error&) {
        } catch (const std::bad_alloc&) {
        }
    }
}

TEST(DamagedFiles, GiveASeriesOrAnError) {
    const char* const seconds = std::getenv("FLEMING_FUZZ_SECONDS");
    const auto end =
        std::chrono::steady_clock::now() + std::chrono::seconds(seconds != nullptr ? std::atoi(seconds) : 0);
    const std::vector<Seed> seeds = makeSeeds();
    ASSERT_GT(seeds.size(), 50U);
    std::mt19937 random(1);
    std::size_t files = 0;
    do {
        for (const Seed& seed : seeds) {
            for (int n = 0; n < 5; ++n, ++files) {
                const std::string bytes = damaged(seed.bytes, random);
                EXPECT_NO_THROW(readAll(inMemory(bytes, seed.name))) << seed.name << " " << files;
            }
        }
    } while (std::chrono::steady_clock::now() < end);
    std::printf("%zu damaged files\n", files);
}

}  // namespace
}  // namespace fleming::viewer
