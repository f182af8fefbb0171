#include "ui/window/commands.h"

#include "app/errors/error_text.h"
#include "app/export/exporters.h"
#include "app/settings.h"
#include "app/studies/samples.h"
#include "ui/chat/sample_guide.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/library/scans_dialog.h"
#include "ui/library/sessions_dialog.h"
#include "ui/registration/registration_dialog.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/style/theme.h"
#include "ui/tags/tags_dialog.h"
#include "ui/views/pane.h"
#include "ui/views/pane_links.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"
#include "ui/window/prior_comparison.h"
#include "ui/window/straightening.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace fleming::ui {

namespace {

/// The topics of the offers to cancel an export and a replay; see MessageBar::withdraw().
const QString kExportTopic = QStringLiteral("export");
const QString kReplayTopic = QStringLiteral("replay");

/// Returns the path that was opened last, or an empty string.
QString recentPath() {
    const QStringList recent = app::settings::recentPaths();
    return recent.isEmpty() ? QString() : recent.front();
}

}  // namespace

Commands::Commands(app::Workspace& workspace, ViewArea& views, MessageBar& messages, QWidget* window)
    : QObject(window),
      workspace_(workspace),
      views_(views),
      messages_(messages),
      window_(window),
      guide_(new SampleGuide(workspace, views, this)),
      comparison_(new PriorComparison(workspace, views, messages, this)),
      straightening_(new Straightening(workspace, views, messages, this)) {
    connect(comparison_, &PriorComparison::libraryRequested, this, &Commands::findScans);
    connect(guide_, &SampleGuide::questionWritten, this, &Commands::questionWritten);
    connect(guide_, &SampleGuide::evidenceKept, this, &Commands::offerToReplaceEvidence);
    const app::CurrentSession* session = &workspace_.session();
    connect(session, &app::CurrentSession::exchangesChanged, this, [this, session] {
        if (wantedFile_.isEmpty() || session->file() != wantedFile_) return;
        wantedFile_.clear();
        if (wantedExchange_ != 0) Q_EMIT exchangeWanted(wantedExchange_);
    });
    connect(session, &app::CurrentSession::exportBecameSlow, this, &Commands::offerToCancelExport);
    connect(session, &app::CurrentSession::exportCancelled, this, [this] { messages_.withdraw(kExportTopic); });
    connectReplay();
}

void Commands::connectReplay() {
    app::SessionReplay* replay = &workspace_.replay();
    connect(replay, &app::SessionReplay::runningChanged, this, [this, replay] {
        messages_.withdraw(kReplayTopic);
        if (!replay->isRunning()) return;
        messages_.say(MessageBar::Kind::notice, tr("The model is generating again what it has answered."),
                      {tr("Cancel"), [replay] { replay->cancel(); }, kReplayTopic});
    });
    connect(replay, &app::SessionReplay::finished, this,
            [this](const QString& result) { messages_.say(MessageBar::Kind::notice, result); });
}

void Commands::openPaths(const QStringList& paths) {
    if (paths.isEmpty()) return;
    messages_.dismiss();
    app::settings::addRecentPath(paths.size() == 1 ? paths.front() : QFileInfo(paths.front()).absolutePath());
    workspace_.studies().open(paths);
}

void Commands::openFiles() {
    const QString recent = recentPath();
    const QString folder = recent.isEmpty() ? QString() : QFileInfo(recent).absolutePath();
    QFileDialog* dialog = makeFileDialog(window_, tr("Open files"), folder, QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &Commands::openPaths);
    dialog->open();
}

void Commands::openFolder() {
    QFileDialog* dialog = makeFileDialog(window_, tr("Open folder"), recentPath(), QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &Commands::openPaths);
    dialog->open();
}

void Commands::openSample(const QString& name) {
    const auto sample = app::findSample(name.toStdString());
    if (!sample) {
        messages_.say(MessageBar::Kind::error, tr("There is no sample named \"%1\".").arg(name));
        return;
    }
    messages_.dismiss();
    guide_->open(*sample);
}

void Commands::offerToReplaceEvidence(const QString& sample) {
    const auto replace = [this, sample] {
        workspace_.evidence().clear();
        openSample(sample);
    };
    messages_.say(MessageBar::Kind::notice,
                  tr("Your evidence was kept, so the sample's question was not entered: it would be asked about "
                     "other images."),
                  {tr("Clear evidence and use the sample"), replace, {}});
}

void Commands::openSession() {
    QFileDialog* dialog =
        makeFileDialog(window_, tr("Open session"), QFileInfo(app::newSessionFile()).absolutePath(),
                       QFileDialog::ExistingFile, tr("Sessions (*.fleming *.sqlite *.db);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, &workspace_.session(), &app::CurrentSession::open);
    dialog->open();
}

void Commands::showTags(int seriesId) {
    const app::OpenSeries* open = workspace_.studies().find(seriesId);
    if (open == nullptr || open->series.format != "DICOM") {
        messages_.say(MessageBar::Kind::notice,
                      open == nullptr ? tr("Open a DICOM series first.") : tr("Only DICOM files have tags."));
        return;
    }
    TagsDialog::showFor(workspace_.studies(), seriesId, app::shownSlice(*open), window_);
}

void Commands::compareWithPrior() {
    comparison_->compare();
}

void Commands::straighten() {
    straightening_->straighten();
}

void Commands::linkPanes() {
    const int count = views_.links().linkHere(views_.activePane());
    if (count > 0) {
        messages_.say(MessageBar::Kind::notice,
                      tr("Scrolling is now linked with %n other pane(s), until you unlink them.", nullptr, count));
        return;
    }
    messages_.say(MessageBar::Kind::notice,
                  views_.activePane()->showsClip()
                      ? tr("No other pane shows another clip. Panes of one clip are linked already.")
                      : tr("No other pane shows parallel slices of another frame of reference. Panes of one frame "
                           "of reference are linked already."));
}

void Commands::registerPanes() {
    Pane* one = views_.activePane();
    Pane* other = views_.links().otherSpace(one);
    if (other == nullptr) {
        messages_.say(MessageBar::Kind::notice,
                      tr("Show slices of two frames of reference in two panes first. Series of one frame of reference "
                         "have the same positions."));
        return;
    }
    const auto displayed = [this](const Pane* pane) {
        const app::OpenSeries* open = workspace_.studies().find(pane->seriesId());
        const viewer::SliceView* view = pane->slicePage()->view();
        return DisplayedVolume{open->volume, {view->windowing(), open->series.image().inverted, view->isInverted()}};
    };
    const DisplayedVolume fixed = displayed(one), moving = displayed(other);
    for (const DisplayedVolume& each : {fixed, moving}) {
        if (each.volume && each.volume->complete() && each.volume->components() == 1 &&
            each.volume->geometry().size[2] > 3)
            continue;
        messages_.say(MessageBar::Kind::notice,
                      tr("Only greyscale volumes of several slices can be registered, and they must be loaded."));
        return;
    }
    auto* dialog = new RegistrationDialog(fixed, moving, one->slicePage()->view()->plane(),
                                          views_.links().between(one, other), window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RegistrationDialog::used, this,
            [this, from = QPointer(one), to = QPointer(other)](const viewer::RigidTransform& transform) {
                if (from && to) views_.links().link(from, to, transform);
            });
    dialog->open();
}

void Commands::unlinkPanes() {
    views_.links().unlink(views_.activePane());
    messages_.say(MessageBar::Kind::notice, tr("This series scrolls alone again."));
}

void Commands::findScans(const QString& words) {
    auto* dialog = new ScansDialog(workspace_.scans(), window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScansDialog::chosen, this, [this](const std::vector<int>& series) {
        messages_.dismiss();
        workspace_.scans().open(series);
    });
    dialog->filter()->setText(words);
    dialog->open();
}

void Commands::showSessions() {
    auto* dialog = new SessionsDialog(workspace_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SessionsDialog::chosen, this, &Commands::openExchange);
    dialog->open();
}

void Commands::openExchange(const QString& file, qint64 exchange) {
    app::CurrentSession& session = workspace_.session();
    if (session.file() == file) {
        if (exchange != 0) Q_EMIT exchangeWanted(exchange);
        return;
    }
    wantedFile_ = file;
    wantedExchange_ = exchange;
    session.open(file);
}

void Commands::exportSession(const app::Exporter& exporter) {
    if (workspace_.session().exchanges().empty()) {
        messages_.say(MessageBar::Kind::notice, tr("There is nothing to report yet: ask a question first."));
        return;
    }
    auto* dialog = new ExportDialog(workspace_, exporter, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Commands::importSession() {
    QFileDialog* dialog = makeFileDialog(window_, tr("Import session"), QDir::homePath(), QFileDialog::ExistingFile,
                                         tr("Exported sessions (*.json);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, &workspace_.session(), &app::CurrentSession::openExported);
    dialog->open();
}

void Commands::offerToCancelExport() {
    messages_.say(MessageBar::Kind::notice, tr("The session is being exported."),
                  {tr("Cancel"), [this] { workspace_.session().cancelExport(); }, kExportTopic});
}

void Commands::chooseModel() {
    auto* dialog = new ModelDialog(workspace_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Commands::chooseReviewer() {
    askForReviewer(workspace_.reviews(), window_);
}

void Commands::importTaxonomy() {
    QFileDialog* dialog = makeFileDialog(window_, tr("Import labels"), QDir::homePath(), QFileDialog::ExistingFile,
                                         tr("Labels (*.json);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        try {
            const app::Taxonomy taxonomy = app::readTaxonomy(file);
            workspace_.reviews().setTaxonomy(taxonomy);
            messages_.say(MessageBar::Kind::notice,
                          tr("New reviews use the labels %1, version %2.")
                              .arg(QString::fromStdString(taxonomy.name), QString::fromStdString(taxonomy.version)));
        } catch (const Error& error) {
            messages_.say(MessageBar::Kind::error, app::messageOf(error));
        }
    });
    dialog->open();
}

void Commands::exportTaxonomy() {
    QFileDialog* dialog =
        makeSaveDialog(window_, tr("Export labels"), QDir::home().filePath(QStringLiteral("labels.json")),
                       tr("Labels (*.json);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        try {
            app::writeTaxonomy(file, workspace_.reviews().taxonomy());
        } catch (const Error& error) {
            messages_.say(MessageBar::Kind::error, app::messageOf(error));
        }
    });
    dialog->open();
}

void Commands::showSettings() {
    auto* dialog = new SettingsDialog(workspace_, window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::appearanceChanged, this, [](const QString& name) { applyAppearance(name); });
    connect(dialog, &SettingsDialog::fontSizeChanged, this, [](int points) { applyFontSize(points); });
    dialog->open();
}

}  // namespace fleming::ui
