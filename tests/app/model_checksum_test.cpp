// Tests of checkpointChecksum() and ChecksumCache.
#include "app/models/model_checksum.h"

#include "app/studies/checksum_cache.h"
#include "base/error.h"
#include "base/file_identity.h"
#include "base/sha256.h"
#include "tests/app/test_files.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>

namespace fleming::app {
namespace {

std::string sha256Of(const std::string& text) {
    return sha256(std::as_bytes(std::span(text)));
}

void write(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

TEST(CheckpointChecksum, HashesTheLinesThatSha256sumPrints) {
    const TestFolder folder;
    write(folder / "model.safetensors", "weights");
    write(folder / "config.json", "{}");
    write(folder / "README.md", "not read by the engine");
    const std::string lines = sha256Of("{}") + "  config.json\n" + sha256Of("weights") + "  model.safetensors\n";
    EXPECT_EQ(checkpointChecksum(folder / ""), sha256Of(lines));
    // The digest of an empty string. Source: test values of FIPS 180-4.
    EXPECT_EQ(sha256Of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(CheckpointChecksum, ChangesWithTheFilesThatTheEngineReads) {
    const TestFolder folder;
    write(folder / "model.safetensors", "weights");
    const std::string before = checkpointChecksum(folder / "");
    write(folder / "notes.txt", "anything");
    EXPECT_EQ(checkpointChecksum(folder / ""), before);
    write(folder / "model.safetensors", "weightz");
    EXPECT_NE(checkpointChecksum(folder / ""), before);
}

TEST(CheckpointChecksum, ThrowsOnAStopRequestOrAMissingFolder) {
    const TestFolder folder;
    write(folder / "model.safetensors", "weights");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(checkpointChecksum(folder / "", stop.get_token()), Cancelled);
    EXPECT_THROW(checkpointChecksum(folder / "none"), Error);
}

TEST(ChecksumCache, RemembersAFileUntilItChanges) {
    const TestFolder folder;
    const auto file = folder / "large";
    write(file, "one");
    const std::string identity = fileIdentity(file);
    ChecksumCache cache;
    EXPECT_FALSE(cache.find(identity));
    cache.remember(identity, sha256Of("one"));
    cache.save();
    EXPECT_EQ(ChecksumCache().find(fileIdentity(file)), sha256Of("one"));

    // Another file of the same size and modification time.
    const auto time = std::filesystem::last_write_time(file);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    write(file, "two");
    std::filesystem::last_write_time(file, time);
    EXPECT_FALSE(ChecksumCache().find(fileIdentity(file)));
    EXPECT_EQ(fileIdentity(folder / "none"), "");
}

TEST(ChecksumCache, IgnoresADamagedFile) {
    const QString path =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/fleming-viewer/checksums.json";
    std::filesystem::create_directories(QFileInfo(path).path().toStdString());
    for (const char* text : {"", "{", "[1, 2]", "{\"a\": 5, \"b\": \"not a digest\"}"}) {
        write(path.toStdString(), text);
        ChecksumCache cache;
        EXPECT_FALSE(cache.find("a"));
        EXPECT_FALSE(cache.find("b"));
    }
}

}  // namespace
}  // namespace fleming::app
