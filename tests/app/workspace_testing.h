#pragma once

#include "app/workspace.h"
#include "tests/app/fake_answerer.h"
#include "tests/app/test_files.h"

#include <QString>
#include <QStringList>
#include <QTest>

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace fleming::app {

inline constexpr int kLong = 20'000;  // ms; nobody waits that long unless something is wrong

#define WAIT_FOR(condition) ASSERT_TRUE(QTest::qWaitFor([&] { return condition; }, kLong)) << #condition

inline QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// A workspace with a fake model behind it, and a scan to open.
class WorkspaceTest : public ::testing::Test {
protected:
    WorkspaceTest() {
        writeNpy(folder / "scan.npy", 32, 12, 16);
        writePng(folder / "picture.png", 30, 20);
        restart();
    }

    void restart() {
        workspace.reset();
        record = std::make_shared<FakeAnswerer::Record>();
        workspace = std::make_unique<Workspace>(std::make_unique<FakeAnswerer>(record));
        QObject::connect(workspace.get(), &Workspace::failed,
                         [this](const QString& message) { failures.append(message); });
        QObject::connect(workspace.get(), &Workspace::notice,
                         [this](const QString& message) { notices.append(message); });
    }

    void loadModel(const QString& path = "/models/fake") {
        workspace->loadModel(path);
        EXPECT_TRUE(workspace->isLoadingModel());
        WAIT_FOR(!workspace->isLoadingModel());
    }

    int openScan() {
        workspace->open({text(folder / "scan.npy")});
        EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace->isOpening(); }, kLong));
        return workspace->series().empty() ? -1 : workspace->series().back().id;
    }

    void add(std::vector<int> slices) {
        Selection selection;
        selection.indices = std::move(slices);
        workspace->addEvidence(workspace->series().back().id, selection);
        WAIT_FOR(!workspace->isCollecting());
    }

    void askAndWait(const QString& question) {
        ASSERT_TRUE(workspace->ask(question)) << failures.join("; ").toStdString();
        WAIT_FOR(!workspace->isAnswering());
    }

    std::vector<int> shownSlices() const {
        std::vector<int> slices;
        for (const viewer::Frame& frame : workspace->evidence())
            slices.push_back(frame.provenance.index);
        return slices;
    }

    std::vector<int> askedSlices(std::size_t question) const {
        std::vector<int> slices;
        for (const viewer::Frame& frame : record->questions.at(question).evidence)
            slices.push_back(frame.provenance.index);
        return slices;
    }

    TestFolder folder;
    std::shared_ptr<FakeAnswerer::Record> record;
    std::unique_ptr<Workspace> workspace;
    QStringList failures, notices;
};

using Slices = std::vector<int>;

}  // namespace fleming::app
