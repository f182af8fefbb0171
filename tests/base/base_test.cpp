#include "base/error.h"
#include "base/mapped_file.h"
#include "base/sha256.h"

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <sys/stat.h>

namespace fleming {
namespace {

std::span<const std::byte> bytesOf(const std::string& text) {
    return std::as_bytes(std::span(text));
}

class Files : public testing::Test {
protected:
    Files() : folder_(std::filesystem::temp_directory_path() / ("fleming_base_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
    }
    ~Files() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return folder_ / name;
    }

    std::filesystem::path folder_;
};

// The examples of FIPS 180-2, appendix B.
TEST(Sha256Digest, MatchesPublishedDigests) {
    EXPECT_EQ(sha256(bytesOf("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256(bytesOf("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(bytesOf(std::string(1000000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256Digest, GivesTheSameDigestForBytesInParts) {
    Sha256 digest;
    digest.add(bytesOf("ab"));
    digest.add({});
    digest.add(bytesOf("c"));
    EXPECT_EQ(digest.hex(), sha256(bytesOf("abc")));
}

TEST_F(Files, ComputesTheDigestOfAFile) {
    const std::string content(40 << 20, 'x');
    EXPECT_EQ(sha256OfFile(write("big", content)), sha256(bytesOf(content)));
    EXPECT_EQ(sha256OfFile(write("empty", "")), sha256({}));
}

TEST_F(Files, StopsTheDigest) {
    const auto file = write("file", "content");
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(sha256OfFile(file, source.get_token()), Cancelled);
}

TEST_F(Files, MapsContent) {
    MappedFile file(write("file", "content"));
    ASSERT_EQ(file.bytes().size(), 7U);
    EXPECT_EQ(std::memcmp(file.bytes().data(), "content", 7), 0);

    MappedFile moved(std::move(file));
    EXPECT_EQ(moved.bytes().size(), 7U);
    EXPECT_TRUE(MappedFile(write("empty", "")).bytes().empty());
}

TEST_F(Files, RefusesPathsThatAreNotFiles) {
    EXPECT_THROW(MappedFile(folder_ / "missing"), Error);
    EXPECT_THROW(MappedFile{folder_}, Error);
    const auto pipe = folder_ / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THROW(MappedFile{pipe}, Error);  // and does not wait for a writer
    try {
        MappedFile(folder_ / "missing");
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), "file.cannot_open");
        EXPECT_EQ(error.source(), (folder_ / "missing").string());
    }
}

}  // namespace
}  // namespace fleming
