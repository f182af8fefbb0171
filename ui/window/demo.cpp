#include "ui/window/demo.h"

#include "app/export/exporters.h"
#include "app/models/model_description.h"
#include "app/studies/samples.h"
#include "ui/chat/composer.h"
#include "ui/views/view_area.h"
#include "ui/views/volume_page.h"
#include "ui/window/commands.h"
#include "ui/window/main_window.h"
#include "viewer/text/number_text.h"

#include <QFile>

#include <cstdio>
#include <utility>

namespace fleming::ui {

namespace {

constexpr int kCheckEvery = 20;       // ms
constexpr int kSettledAfter = 60;     // ms without a change; layouts are complete
constexpr int kPaintedAfter = 700;    // ms without a change; everything is painted, including thumbnails
constexpr int kVolumeWithin = 30000;  // ms; the full resolution takes long on a slow machine

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
    connect(&workspace_.evidence(), &app::EvidenceList::changed, this, [this] { settled_.restart(); });
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, [this] { settled_.restart(); });
    connect(&workspace_.session(), &app::CurrentSession::exchangeFinished, this, [this] {
        answeredAt_ = seconds();
        settled_.restart();
    });
    connect(&workspace_.session(), &app::CurrentSession::tokenArrived, this,
            [this](qint64, const inference::Token& token) {
                if (step_ != Step::answering) return;
                if (!firstTokenAt_) firstTokenAt_ = seconds();
                print(QString::fromStdString(token.text));
            });
    connect(&workspace_.model(), &app::ModelSlot::changed, this, [this] {
        if (workspace_.model().model()) modelAt_ = seconds();
    });
    connect(&workspace_.session(), &app::CurrentSession::exported, this, [this] {
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
    // Replaces the session of an earlier run.
    const QString session = folder_.filePath(QStringLiteral("session.fleming"));
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(session + QLatin1String(suffix));
    workspace_.session().open(session);
    print(tr("Opening %1").arg(paths_.join(QStringLiteral(", "))) + QLatin1Char('\n'));
    settled_.start();
    window_.commands()->openPaths(paths_);
    clock_.start(kCheckEvery);
}

bool Demo::imageIsShown() const {
    const app::OpenSeries* open = workspace_.studies().chosenSeries();
    if (open == nullptr || workspace_.studies().isOpening()) return false;
    if (open->series.kind() == viewer::SeriesKind::clip) return open->clip != nullptr;
    return open->volume && open->volume->complete();
}

void Demo::advance() {
    const bool waitsForPainting = step_ == Step::answering || step_ == Step::reporting;
    if (settled_.elapsed() < (waitsForPainting ? kPaintedAfter : kSettledAfter)) return;
    switch (step_) {
        case Step::opening:
            return pick();
        case Step::picking:
            return write();
        case Step::asking:
            return ask();
        case Step::answering:
            return showAnswer();
        case Step::reporting:
            return report();
        case Step::over:
            return;
    }
}

void Demo::pick() {
    if (!imageIsShown()) return;
    openedAt_ = seconds();
    screenshot(QStringLiteral("1-opened"));
    workspace_.evidence().add(*workspace_.studies().chosenSeries(), window_.viewArea()->flemingPick());
    step_ = Step::picking;
}

void Demo::write() {
    if (workspace_.evidence().isCollecting() || workspace_.evidence().frames().empty()) return;
    pickedAt_ = seconds();
    workspace_.drafts().setText(question_);
    screenshot(QStringLiteral("2-picked"));
    step_ = Step::asking;
}

void Demo::ask() {
    const app::ModelSlot& model = workspace_.model();
    if (model.isLoading() || workspace_.session().file().isEmpty()) return;
    if (!model.model()) {
        fail(tr("There is no model to ask. Specify one with --model."));
        return;
    }
    const std::string& description = model.model()->info.description;
    if (!description.empty()) print(app::shownDescription(description) + QLatin1Char('\n'));
    print(tr("Question: %1").arg(question_) + QLatin1Char('\n'));
    step_ = Step::answering;
    window_.findChild<Composer*>()->ask();
    settled_.restart();
}

void Demo::showAnswer() {
    if (workspace_.chat().isAnswering()) return;
    print(QStringLiteral("\n"));
    const std::vector<app::Exchange>& exchanges = workspace_.session().exchanges();
    if (!exchanges.empty() && exchanges.back().state != app::ExchangeState::done) {
        fail(QString::fromStdString(exchanges.back().failure));
        return;
    }
    printTimes();
    screenshot(QStringLiteral("3-answered"));
    if (window_.viewArea()->hasVolumeTab()) {
        window_.viewArea()->showTab(true);
        settled_.restart();
    }
    step_ = Step::reporting;
}

void Demo::report() {
    if (window_.viewArea()->volumeTabShown()) {
        const viewer::VolumeView* volume = window_.viewArea()->volumePage()->view();
        const bool isDrawn = volume != nullptr && volume->isAtRest();
        if (!isDrawn && settled_.elapsed() < kVolumeWithin) return;
        screenshot(QStringLiteral("4-volume"));
    }
    clock_.stop();
    workspace_.session().exportTo({app::exporters().front(), folder_.filePath(QStringLiteral("report.pdf")), {}, {}});
}

double Demo::seconds() const {
    return static_cast<double>(sinceShown_.elapsed()) / 1000.0;
}

void Demo::printTimes() const {
    const auto text = [](const std::optional<double>& time) {
        return time ? viewer::durationText(*time) : tr("never");
    };
    print(tr("%1 from the first window to the end of the answer (opened after %2, evidence ready %3, model loaded %4, "
             "first token %5).")
              .arg(text(answeredAt_), text(openedAt_), text(pickedAt_), text(modelAt_), text(firstTokenAt_)) +
          QLatin1Char('\n'));
}

/// Takes a screenshot. Files are written at the end, so that writing does not delay the answer.
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
