#pragma once

#include "app/workspace.h"
#include "tests/app/fake_model.h"
#include "tests/app/test_files.h"

#include <QString>
#include <QStringList>
#include <QTest>

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace fleming::app {

inline constexpr int kLong = 20'000;  // ms; the timeout of each wait

#define WAIT_FOR(condition) ASSERT_TRUE(QTest::qWaitFor([&] { return condition; }, kLong)) << #condition

inline QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// A workspace with a fake model, a volume scan.npy and a picture picture.png.
class AppWorkspace : public ::testing::Test {
protected:
    AppWorkspace() {
        writeNpy(folder / "scan.npy", 32, 12, 16);
        writePng(folder / "picture.png", 30, 20);
        restart();
    }

    void restart() {
        workspace.reset();
        record = std::make_shared<FakeModelRecord>();
        workspace = std::make_unique<Workspace>(fakeBackends(record));
        QObject::connect(workspace.get(), &Workspace::failed,
                         [this](const QString& message) { failures.append(message); });
        QObject::connect(workspace.get(), &Workspace::notice,
                         [this](const QString& message) { notices.append(message); });
    }

    void loadModel(const QString& path = "/models/fake") {
        workspace->model().load(LocalCheckpoint{path.toStdString()});
        EXPECT_TRUE(workspace->model().isLoading());
        WAIT_FOR(!workspace->model().isLoading());
    }

    int openScan() {
        workspace->studies().open({text(folder / "scan.npy")});
        EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace->studies().isOpening(); }, kLong));
        return workspace->studies().series().empty() ? -1 : workspace->studies().series().back().id;
    }

    void add(std::vector<int> slices) {
        Selection selection;
        selection.indices = std::move(slices);
        workspace->evidence().add(workspace->studies().series().back(), selection);
        WAIT_FOR(!workspace->evidence().isCollecting());
    }

    void askAndWait(const QString& question) {
        ASSERT_TRUE(workspace->chat().ask(question)) << failures.join("; ").toStdString();
        WAIT_FOR(!workspace->chat().isAnswering());
    }

    /// Returns the id of the open series that a frame of the evidence came from, or -1.
    int findSeriesOf(std::size_t index) const {
        const OpenSeries* open =
            workspace->studies().findByProvenance(workspace->evidence().frames().at(index).provenance);
        return open == nullptr ? -1 : open->id;
    }

    std::vector<int> shownSlices() const {
        std::vector<int> slices;
        for (const viewer::Frame& frame : workspace->evidence().frames())
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
    std::shared_ptr<FakeModelRecord> record;
    std::unique_ptr<Workspace> workspace;
    QStringList failures, notices;
};

using Slices = std::vector<int>;

}  // namespace fleming::app
