// Tests of a workspace: what is measured is recorded in the session, and comes back with it.
#include "app/draft_file.h"
#include "tests/app/random_session.h"
#include "tests/app/session_testing.h"
#include "tests/app/workspace_testing.h"

#include <QFile>
#include <QSignalSpy>

namespace fleming::app {
namespace {

using viewer::Roi;
using viewer::RoiShape;

class AppMeasurements : public AppWorkspace {
protected:
    AppMeasurements() { forgetKept(); }
    ~AppMeasurements() override {
        workspace.reset();
        forgetKept();
    }

    static void forgetKept() { QFile::remove(draftFile({}, "-measurements.json")); }

    MeasurementList& list() const { return workspace->measurements(); }
    const std::vector<RecordedMeasurement>& recorded() const { return workspace->session().measurements(); }
    std::filesystem::path mine() const { return folder / "mine.fleming"; }

    void openMine() {
        QSignalSpy replaced(&workspace->session(), &CurrentSession::replaced);
        workspace->session().open(text(mine()));
        WAIT_FOR(replaced.count() == 1);
    }

    /// Opens the scan and waits for its pixels.
    int openLoadedScan() {
        const int id = openScan();
        workspace->studies().choose(id);
        EXPECT_TRUE(QTest::qWaitFor(
            [&] {
                const OpenSeries* open = workspace->studies().find(id);
                return open != nullptr && open->volume && open->volume->complete();
            },
            kLong));
        return id;
    }

    static Roi boxOn(int slice, double width = 4) {
        return {RoiShape::rectangle, {{0, 0, double(slice)}, {1, 0, 0}, {0, 1, 0}}, {{1.5, 2.5}, {1.5 + width, 7.5}}};
    }

    /// Waits until what is recorded fits.
    template <typename Condition>
    bool isRecorded(Condition&& condition) {
        return QTest::qWaitFor([&] { return condition(recorded()); }, kLong);
    }

    int rows() const { return RawDatabase(mine()).value("SELECT count(*) FROM measurements").toInt(); }
};

TEST_F(AppMeasurements, RecordsEachChangeOnceItHasSettled) {
    openMine();
    const int scan = openLoadedScan();
    const int id = list().add(boxOn(7), scan);
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.size() == 1 && all[0].measured.statistics; }));
    const RecordedMeasurement first = recorded()[0];
    EXPECT_EQ(first.id, id);
    EXPECT_EQ(first.name, "M1");
    EXPECT_EQ(first.roi, boxOn(7));
    EXPECT_EQ(first.measured.statistics->count, 4 * 5);
    EXPECT_EQ(first.source.file, (folder / "scan.npy").string());
    EXPECT_EQ(first.source.index, 7);
    EXPECT_EQ(first.source.count, 32);
    EXPECT_TRUE(first.pixels.empty());  // no DICOM object
    EXPECT_GT(first.timeMs, 1'700'000'000'000);
    EXPECT_EQ(rows(), 1);

    for (int step = 1; step <= 5; ++step)  // as the arrow keys do
        list().change(id, boxOn(7, 4 + step));
    ASSERT_TRUE(isRecorded([](const auto& all) { return all[0].roi == boxOn(7, 9); }));
    EXPECT_EQ(recorded()[0].measured.statistics->count, 9 * 5);
    EXPECT_LE(rows(), 3);
    list().rename(id, "Lesion");
    list().setNote(id, "oben \"links\" 肺");
    list().setColour(id, 3);
    ASSERT_TRUE(isRecorded([](const auto& all) { return all[0].name == "Lesion" && !all[0].note.empty(); }));
    EXPECT_EQ(recorded()[0].note, "oben \"links\" 肺");
    list().undoStack().undo();
    list().undoStack().undo();
    list().undoStack().undo();
    ASSERT_TRUE(isRecorded([](const auto& all) { return all[0].name == "M1"; }));
    list().remove({id});
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.empty(); }));
    list().undoStack().undo();
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.size() == 1; }));
    EXPECT_EQ(recorded()[0].id, id);
    EXPECT_EQ(recorded()[0].roi, boxOn(7, 9));
    const int before = rows();
    QTest::qWait(700);
    EXPECT_EQ(rows(), before);  // nothing has changed
    workspace.reset();
    const Session session(mine(), Session::Access::read);
    EXPECT_FALSE(session.verify()->fault);
    ASSERT_EQ(session.snapshot().measurements.size(), 1U);
}

TEST_F(AppMeasurements, AreRecordedWithTheFirstQuestion) {
    loadModel();
    const int scan = openLoadedScan();
    list().add(boxOn(3), scan, "kept");
    list().remove({list().add(boxOn(4), scan, "removed")});
    askAndWait("How large?");
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.size() == 1; }));
    EXPECT_EQ(recorded()[0].name, "kept");
    EXPECT_TRUE(recorded()[0].measured.statistics);
    EXPECT_EQ(Session(workspace->session().file().toStdString(), Session::Access::read).measurements().size(), 1U);
}

TEST_F(AppMeasurements, AreStoredWhenTheProgramEndsAtOnce) {
    openMine();
    const int scan = openLoadedScan();
    list().add(boxOn(3), scan, "last");
    workspace.reset();
    const Session session(mine(), Session::Access::read);
    ASSERT_EQ(session.measurements().size(), 1U);
    EXPECT_EQ(session.measurements()[0].roi, boxOn(3));
}

TEST_F(AppMeasurements, ComeBackWithTheSession) {
    openMine();
    const int scan = openLoadedScan();
    const int first = list().add(boxOn(3), scan, "first");
    list().remove({list().add(boxOn(5), scan, "removed")});
    list().add({RoiShape::length, boxOn(9).plane, {{1, 1}, {4, 5}}}, scan, "third", 4);
    list().setNote(first, "typed");
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.size() == 2 && all[0].note == "typed"; }));
    const std::vector<RecordedMeasurement> before = recorded();
    const std::vector<ListedMeasurement> listed = list().all();
    const int stored = rows();
    restart();

    openMine();
    EXPECT_EQ(list().all(), listed);
    ASSERT_EQ(recorded().size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        expectSameMeasurement(recorded()[i], before[i]);
    EXPECT_EQ(list().resultOf(first).measured->statistics->mean, before[0].measured.statistics->mean);
    EXPECT_FALSE(list().undoStack().canUndo());
    WAIT_FOR(list().seriesOf(list().all()[0]) != nullptr);  // the scan is opened again
    workspace->studies().choose(workspace->studies().series().back().id);
    const auto pixels = [this] { return workspace->studies().series().back().volume; };
    WAIT_FOR(pixels() && pixels()->complete());
    QTest::qWait(700);
    EXPECT_EQ(rows(), stored);
    list().undoStack().undo();
    EXPECT_EQ(list().all(), listed);
    const int next = list().add(boxOn(8), workspace->studies().series().back().id);
    EXPECT_EQ(next, list().all().back().id);
    EXPECT_EQ(RawDatabase(mine()).value("SELECT max(measurement) + 1 FROM measurements").toInt(), next);
    list().remove({first});
    ASSERT_TRUE(isRecorded([&](const auto& all) { return all.size() == 2 && all[1].id == next; }));
}

TEST_F(AppMeasurements, AreThoseOfTheSessionThatIsOpen) {
    openMine();
    const int scan = openLoadedScan();
    list().add(boxOn(3), scan, "mine");
    workspace->session().startNew();
    EXPECT_TRUE(list().all().empty());
    EXPECT_FALSE(list().undoStack().canUndo());
    list().add(boxOn(4), scan, "of none");
    workspace->session().startNew();  // nothing is lost
    ASSERT_EQ(list().all().size(), 1U);
    EXPECT_EQ(list().all()[0].name, "of none");
    openMine();
    ASSERT_EQ(list().all().size(), 1U);
    EXPECT_EQ(list().all()[0].name, "mine");
    EXPECT_TRUE(notices.last().contains("for the next new session")) << notices.last().toStdString();
    workspace->session().startNew();
    ASSERT_EQ(list().all().size(), 1U);
    EXPECT_EQ(list().all()[0].name, "of none");
    EXPECT_EQ(Session(mine(), Session::Access::read).measurements().size(), 1U);
}

TEST_F(AppMeasurements, OfNoSessionAreThereAtTheNextStart) {
    const auto start = [&] {
        workspace->measurementRecorder().restore();
        QTest::qWait(200);
    };
    start();
    list().add(boxOn(3), openLoadedScan(), "kept");
    restart();
    start();
    ASSERT_EQ(list().all().size(), 1U);
    const int id = list().all()[0].id;
    EXPECT_EQ(list().all()[0].name, "kept");
    EXPECT_EQ(list().all()[0].roi, boxOn(3));
    EXPECT_EQ(list().seriesOf(list().all()[0]), nullptr);
    EXPECT_TRUE(list().resultOf(id).measured);
    loadModel();
    askAndWait("Of another patient?");  // the scan is not open: nobody asks about it
    QTest::qWait(700);
    EXPECT_TRUE(recorded().empty());
    const QString other = workspace->session().file();
    restart();
    start();
    ASSERT_EQ(list().all().size(), 1U);
    openLoadedScan();
    loadModel();
    askAndWait("How large?");
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.size() == 1; }));
    EXPECT_NE(workspace->session().file(), other);
    restart();
    start();
    EXPECT_TRUE(list().all().empty());
    EXPECT_FALSE(QFile::exists(draftFile({}, "-measurements.json")));
}

TEST_F(AppMeasurements, OfAReadOnlySessionAreShownAndNotRecorded) {
    openMine();
    list().add(boxOn(3), openLoadedScan(), "recorded");
    ASSERT_TRUE(isRecorded([](const auto& all) { return all.size() == 1; }));
    Workspace other(fakeBackends(std::make_shared<FakeModelRecord>()));
    QStringList said;
    QObject::connect(&other, &Workspace::notice, [&](const QString& message) { said.append(message); });
    other.session().open(text(mine()));
    WAIT_FOR(!other.session().file().isEmpty() && !other.studies().series().empty());
    ASSERT_TRUE(other.session().isReadOnly());
    ASSERT_EQ(other.measurements().all().size(), 1U);
    said.clear();
    other.measurements().rename(1, "changed");
    other.measurements().add(boxOn(4), other.studies().series().back().id);
    QTest::qWait(1200);
    other.measurements().rename(1, "again");
    other.measurements().remove({1});
    QTest::qWait(700);
    ASSERT_EQ(said.size(), 1) << said.join(" | ").toStdString();
    EXPECT_TRUE(said[0].contains("not recorded"));
    EXPECT_EQ(other.measurements().all().size(), 1U);
    EXPECT_EQ(rows(), 1);
}

TEST_F(AppMeasurements, KeepTheUsersCalibration) {
    openMine();
    workspace->studies().open({text(folder / "picture.png")});
    WAIT_FOR(!workspace->studies().isOpening());
    const int picture = workspace->studies().series().back().id;
    workspace->studies().choose(picture);
    const int id = list().add({RoiShape::length, {}, {{2, 3}, {12, 3}}}, picture);
    WAIT_FOR(list().canCalibrate(id));
    list().calibrate(id, 25);
    ASSERT_TRUE(isRecorded([](const auto& all) {
        return all.size() == 1 && all[0].measured.calibration.source == viewer::CalibrationSource::user;
    }));
    restart();
    openMine();
    EXPECT_TRUE(list().isCalibratedByUser(id));
    EXPECT_DOUBLE_EQ(list().resultOf(id).measured->lengthMm.value(), 25);
    WAIT_FOR(list().seriesOf(list().all()[0]) != nullptr);
    list().removeCalibration(id);
    ASSERT_TRUE(isRecorded([](const auto& all) { return !all[0].measured.lengthMm; }));
}

}  // namespace
}  // namespace fleming::app
