// The window used at random: it does not crash, warn, hang, grow, or lose the keyboard.
//
// FLEMING_MONKEY_SEED repeats what a run did (not exactly: files load on other threads). FLEMING_MONKEY_SECONDS is how
// long it runs, 60 by default. FLEMING_MONKEY_LOG names the file that gets what it does, line by line.
#include "tests/ui/monkey.h"

#include "app/settings.h"
#include "app/studies/samples.h"
#include "app/translations.h"
#include "tests/ui/patient_files.h"
#include "tests/ui/talking_model.h"
#include "tests/ui/ui_testing.h"
#include "tests/ui/watched_application.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/style/theme.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "viewer/views/slice_view.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QSurfaceFormat>
#include <QtTest>

#include <malloc.h>
#include <memory>
#include <random>

namespace fleming::ui {

using namespace testing;

namespace {

constexpr double kLongestStall = 5.0;     // s, times FLEMING_MONKEY_SLOWNESS; machines of tests are noisy
constexpr double kMemoryGrowth = 250.0;   // MiB, from the first third to the end
constexpr double kSecondsOfAWindow = 12;  // then it is closed, and another one is opened
constexpr int kActsBetweenChecks = 40;

double numberFrom(const char* variable, double otherwise) {
    bool isNumber = false;
    const double number = qEnvironmentVariable(variable).toDouble(&isNumber);
    return isNumber ? number : otherwise;
}

/// A window with its workspace, as main() makes them.
struct Program {
    explicit Program(bool withEngine) {
        app::installTranslations(*qApp);
        applyAppearance(app::settings::appearance());
        applyFontSize(app::settings::fontSize());
        workspace = withEngine ? std::make_unique<app::Workspace>()
                               : std::make_unique<app::Workspace>(TalkingModel::backends());
        window = std::make_unique<MainWindow>(*workspace);
        window->show();
        window->activateWindow();
        applyGenerationSettings(*workspace);
        workspace->drafts().restore();
        workspace->session().offerLast();
        workspace->model().load(
            app::LocalCheckpoint{withEngine ? FLEMING_BUILD_DIR "/random_model" : FLEMING_FIXTURES});
    }

    std::unique_ptr<app::Workspace> workspace;
    std::unique_ptr<MainWindow> window;
};

}  // namespace

class MonkeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        random_.seed(seed_);
        qInfo("FLEMING_MONKEY_SEED=%u, for %.0f s", seed_, seconds_);
        log_.setFileName(qEnvironmentVariable("FLEMING_MONKEY_LOG", QStringLiteral(FLEMING_BUILD_DIR "/monkey.log")));
        QVERIFY(log_.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered));
        inference::GenerationOptions options;
        options.maxNewTokens = 30;
        app::settings::setGenerationOptions(options);
        files_ << writeSeries(folder_, "1.1", 12) << writeSeries(folder_, "1.2", 7, "Roe^Richard", "9.8")
               << writeSeries(folder_, "1.3", 5, "Doe^Jane", "9.9", 4.0)
               << writePicture(folder_, QStringLiteral("a.png"))
               << writeVolume(folder_, QStringLiteral("volume.nii"), 9) << folder_.path() << folder_.path()
               << QStringLiteral(FLEMING_FIXTURES "/videos/b_frames.mp4")
               << QStringLiteral(FLEMING_FIXTURES "/videos/no_times.avi") << folder_.filePath(QStringLiteral("none"));
        for (const char* name : {"chest_volume.npy", "ct_chest"}) {
            if (const auto sample = app::findSample(name)) files_ << QString::fromStdString(sample->path.string());
        }
    }

    void usesTheWindowAtRandom() {
        const WatchedWarnings warnings;
        std::vector<double> memory;
        QElapsedTimer clock;
        clock.start();
        const auto elapsed = [&] { return static_cast<double>(clock.elapsed()) / 1000; };
        double slowestEnd = 0.0;
        for (int windows = 0; windows == 0 || elapsed() < seconds_; ++windows) {
            say(QStringLiteral("--- window %1").arg(windows));
            {
                Program program(windows % 2 == 0);
                useAtRandom(program, [&, until = std::min(elapsed() + kSecondsOfAWindow, seconds_)] {
                    return elapsed() < until;
                });
                if (QTest::currentTestFailed()) return;
                say(QStringLiteral("--- closes the window"));
                const double begin = elapsed();
                program.window.reset();
                program.workspace.reset();
                slowestEnd = std::max(slowestEnd, elapsed() - begin);
            }
            QTest::qWait(100);
            malloc_trim(0);
            memory.push_back(residentMemory());
        }
        qInfo("%d actions; closing took up to %.2f s", acts_, slowestEnd);
        reportStalls();
        QVERIFY2(warnings.all().isEmpty(), qPrintable(warnings.all().join(QLatin1Char('\n'))));
        checkMemory(memory);
    }

private:
    void say(const QString& what) {
        log_.write((what + QLatin1Char('\n')).toUtf8());
        static_cast<WatchedApplication*>(qApp)->setCause(what);
    }

    void useAtRandom(Program& program, const std::function<bool()>& goesOn) {
        Monkey monkey(random_, *program.window, *program.workspace, files_, [this](const QString& what) { say(what); });
        const auto check = [&] {
            say(QStringLiteral("--- check"));
            const QString open = monkey.closeDialogs();
            QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("Esc does not close ") + open));
            QVERIFY2(monkey.hasFocus(), "no widget has the focus");
        };
        while (goesOn()) {
            monkey.act();
            if (++acts_ % kActsBetweenChecks == 0) check();
            if (QTest::currentTestFailed()) return;
        }
        check();
        if (!QTest::currentTestFailed() && acts_ % 2 == 0) scrolls(program);
    }

    /// Opens a volume in the window as it was left, and scrolls with a key.
    void scrolls(Program& program) {
        say(QStringLiteral("--- scrolls"));
        ViewArea* views = program.window->viewArea();
        program.workspace->studies().closeAll();
        program.window->commands()->openPaths({folder_.filePath(QStringLiteral("volume.nii"))});
        QTRY_VERIFY_WITH_TIMEOUT(program.workspace->studies().chosenSeries() != nullptr, 20000);
        views->showTab(false);
        views->closeImage();
        QTRY_VERIFY_WITH_TIMEOUT(views->slicePage()->showsPixels(), 20000);
        viewer::SliceView* view = views->slicePage()->view();
        view->setFocus();
        QTest::keyClick(program.window->windowHandle(), Qt::Key_Home);
        QTest::keyClick(program.window->windowHandle(), Qt::Key_Down);
        QCOMPARE(view->slice(), 1);
    }

    void reportStalls() {
        const std::vector<Stall> stalls = static_cast<WatchedApplication*>(qApp)->stalls();
        qInfo("%zu events over 100 ms; the longest:", stalls.size());
        for (std::size_t i = 0; i < std::min<std::size_t>(10, stalls.size()); ++i) {
            const Stall& stall = stalls[i];
            qInfo("%5.0f ms, %5.0f ms on the CPU: %s (%s)", 1000 * stall.seconds, 1000 * stall.cpuSeconds,
                  qPrintable(stall.event), qPrintable(stall.cause.trimmed()));
        }
        if (!stalls.empty()) {
            QVERIFY2(stalls.front().seconds < kLongestStall * numberFrom("FLEMING_MONKEY_SLOWNESS", 1),
                     qPrintable(stalls.front().event));
        }
    }

    static void checkMemory(const std::vector<double>& memory) {
        QString list;
        for (const double mib : memory)
            list += QStringLiteral(" %1").arg(mib, 0, 'f', 0);
        const double growth = memory.back() - memory[memory.size() / 3];
        qInfo("MiB in memory after each window:%s; growth %.0f", qPrintable(list), growth);
        QVERIFY2(growth < kMemoryGrowth, qPrintable(list));
    }

    const unsigned seed_ =
        static_cast<unsigned>(numberFrom("FLEMING_MONKEY_SEED", static_cast<double>(std::random_device()())));
    const double seconds_ = numberFrom("FLEMING_MONKEY_SECONDS", 60);
    std::mt19937 random_;
    QTemporaryDir folder_;
    QStringList files_;
    QFile log_;
    int acts_ = 0;
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    // Nothing is read or written in the folders of the user.
    const QTemporaryDir home;
    for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        qputenv(name, home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    fleming::ui::testing::WatchedApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("fleming-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("fleming-ui-test"));
    fleming::ui::MonkeyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "monkey_test.moc"
