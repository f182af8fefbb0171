#include "ui/window/demo.h"

#include "app/models/model_description.h"
#include "app/studies/samples.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/exchange_card.h"
#include "ui/views/view_area.h"
#include "ui/views/volume_page.h"
#include "ui/window/main_window.h"
#include "viewer/text/number_text.h"

#include <QFile>
#include <QPlainTextEdit>

#include <cstdio>
#include <utility>

namespace fleming::ui {

namespace {

constexpr int kLookEvery = 20;        // ms
constexpr int kSettledAfter = 60;     // ms without a change: layouts are made
constexpr int kPaintedAfter = 700;    // ms until everything, thumbnails too, has been painted
constexpr int kVolumeWithin = 30000;  // ms; a slow machine takes long for the fine one

void print(const QString& text) {
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

}  // namespace

Demo::Demo(app::Workspace& workspace, MainWindow& window, const CommandLine& line, QObject* parent)
    : QObject(parent),
      workspace_(workspace),
      window_(window),
      folder_(QDir(line.demoOutput).absolutePath()),
      paths_(line.paths),
      question_(line.question) {
    sinceShown_.start();
    if (paths_.isEmpty()) takeSample(line.sample.isEmpty() ? QString::fromLatin1(app::kFirstSample) : line.sample);
    if (question_.isEmpty()) question_ = tr("Describe these images. Is there anything abnormal?");
    connect(&clock_, &QTimer::timeout, this, &Demo::advance);
    connect(&workspace_, &app::Workspace::failed, this, &Demo::fail);
    connect(&workspace_, &app::Workspace::evidenceChanged, this, [this] { settled_.restart(); });
    connect(&workspace_, &app::Workspace::chosenChanged, this, [this] { settled_.restart(); });
    connect(&workspace_, &app::Workspace::exchangeFinished, this, [this] {
        answeredAt_ = seconds();
        settled_.restart();
    });
    connect(&workspace_, &app::Workspace::tokenArrived, this, [this](qint64, const inference::Token& token) {
        if (step_ != Step::answering) return;
        if (!firstTokenAt_) firstTokenAt_ = seconds();
        print(QString::fromStdString(token.text));
    });
    connect(&workspace_, &app::Workspace::modelChanged, this, [this] {
        if (workspace_.model()) modelAt_ = seconds();
    });
    connect(&workspace_, &app::Workspace::reportWritten, this, [this] {
        if (step_ != Step::reporting) return;
        screenshot(QStringLiteral("5-reported"));
        saveScreenshots();
        if (step_ == Step::over) return;
        step_ = Step::over;
        print(tr("Screenshots, report and session were saved in %1.").arg(folder_.path()) + QLatin1Char('\n'));
        Q_EMIT finished(0);
    });
}

void Demo::takeSample(const QString& name) {
    const auto sample = app::findSample(name.toStdString());
    if (!sample) return;
    paths_ << QString::fromStdString(sample->path.string());
    if (question_.isEmpty()) question_ = QString::fromStdString(sample->question);
}

void Demo::start() {
    if (step_ == Step::over) return;  // the model has failed already
    if (!folder_.mkpath(QStringLiteral("."))) {
        fail(tr("%1: the folder could not be created.").arg(folder_.path()));
        return;
    }
    if (paths_.isEmpty()) {
        fail(tr("The sample that comes with the program was not found. Specify a file to open."));
        return;
    }
    // A session of its own; an older demonstration's is replaced.
    const QString session = folder_.filePath(QStringLiteral("session.fleming"));
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(session + QLatin1String(suffix));
    workspace_.openSession(session);
    print(tr("Opening %1").arg(paths_.join(QStringLiteral(", "))) + QLatin1Char('\n'));
    settled_.start();
    window_.openPaths(paths_);
    clock_.start(kLookEvery);
}

bool Demo::imageIsShown() const {
    const auto* open = workspace_.find(workspace_.chosen());
    if (open == nullptr || workspace_.isOpening()) return false;
    if (open->series.kind == viewer::SeriesKind::clip) return open->clip != nullptr;
    return open->volume && open->volume->complete();
}

void Demo::advance() {
    if (settled_.elapsed() < (step_ == Step::answering || step_ == Step::reporting ? kPaintedAfter : kSettledAfter))
        return;
    switch (step_) {
        case Step::opening:
            if (!imageIsShown()) return;
            openedAt_ = seconds();
            screenshot(QStringLiteral("1-opened"));
            workspace_.addEvidence(workspace_.chosen(), window_.viewArea()->flemingPick());
            step_ = Step::picking;
            break;
        case Step::picking:
            if (workspace_.isCollecting() || workspace_.evidence().empty()) return;
            pickedAt_ = seconds();
            window_.chatPanel()->questionBox()->setPlainText(question_);
            screenshot(QStringLiteral("2-picked"));
            step_ = Step::asking;
            break;
        case Step::asking:
            if (workspace_.isLoadingModel() || workspace_.sessionFile().isEmpty()) return;
            if (!workspace_.model()) {
                fail(tr("There is no model to ask. Specify one with --model."));
                return;
            }
            if (!workspace_.model()->info.description.empty()) {
                print(app::shownDescription(workspace_.model()->info.description) + QLatin1Char('\n'));
            }
            print(tr("Question: %1").arg(question_) + QLatin1Char('\n'));
            step_ = Step::answering;
            window_.chatPanel()->ask();
            settled_.restart();
            break;
        case Step::answering:
            if (workspace_.isAnswering()) return;
            print(QStringLiteral("\n"));
            if (!workspace_.exchanges().empty() && workspace_.exchanges().back().state != app::ExchangeState::done) {
                fail(QString::fromStdString(workspace_.exchanges().back().failure));
                return;
            }
            sayTimes();
            screenshot(QStringLiteral("3-answered"));
            if (window_.viewArea()->hasVolumeTab()) {
                window_.viewArea()->showTab(true);
                settled_.restart();
            }
            step_ = Step::reporting;
            break;
        case Step::reporting:
            if (window_.viewArea()->volumeTabShown()) {
                const viewer::VolumeView* volume = window_.viewArea()->volumePage()->view();
                const bool drawn = volume != nullptr && volume->isAtRest();
                if (!drawn && settled_.elapsed() < kVolumeWithin) return;
                screenshot(QStringLiteral("4-volume"));
            }
            clock_.stop();
            workspace_.exportReport(folder_.filePath(QStringLiteral("report.pdf")));
            break;
        case Step::over:
            break;
    }
}

double Demo::seconds() const {
    return static_cast<double>(sinceShown_.elapsed()) / 1000.0;
}

void Demo::sayTimes() const {
    const auto text = [](const std::optional<double>& time) {
        return time ? viewer::durationText(*time) : tr("never");
    };
    print(tr("%1 from the first window to the end of the answer (opened after %2, evidence ready %3, model loaded %4, "
             "first token %5).")
              .arg(text(answeredAt_), text(openedAt_), text(pickedAt_), text(modelAt_), text(firstTokenAt_)) +
          QLatin1Char('\n'));
}

/// Files are written at the end: nobody waits for them before the answer.
void Demo::screenshot(const QString& name) {
    screenshots_.emplace_back(name, window_.grab());
}

void Demo::saveScreenshots() {
    for (const auto& [name, picture] : std::exchange(screenshots_, {})) {
        const QString file = folder_.filePath(name + QStringLiteral(".png"));
        if (!picture.save(file)) fail(tr("%1: the file could not be written.").arg(file));
    }
}

void Demo::fail(const QString& message) {
    if (step_ == Step::over) return;
    step_ = Step::over;
    clock_.stop();
    saveScreenshots();
    std::fprintf(stderr, "%s\n", qPrintable(message));
    Q_EMIT finished(1);
}

}  // namespace fleming::ui
