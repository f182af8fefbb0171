#pragma once

#include "app/export/exporter.h"
#include "tests/app/test_files.h"

#include <QJsonObject>

#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <string>

namespace fleming::app {

/// What `fleming import` needs.
inline constexpr ExportOptions kWhole{.includePaths = true, .keepIdentity = true};

/// Reads a session file whole.
SessionSnapshot snapshotOf(const std::filesystem::path& file);

/// Expects the same title, exchanges and measurements, in every field.
void expectSame(const SessionSnapshot& a, const SessionSnapshot& b);

/// Tests of imports of `json`, the export of the session `file`.
class Import : public ::testing::Test {
protected:
    /// Makes a session of random content that uses every field, and exports it whole.
    void makeSession(unsigned seed);

    /// Returns the code with which the import of a changed export fails; empty if it succeeds.
    std::string codeWith(const std::function<void(QJsonObject&)>& change);

    const TestFolder folder;
    const std::filesystem::path file = folder / "a.fleming", json = folder / "a.json", other = folder / "b.json",
                                imported = folder / "b.fleming";
};

}  // namespace fleming::app
