#include "ui/measure/measurement_commands.h"

#include "app/privacy.h"
#include "ui/browser/series_text.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/measure/measured_views.h"
#include "ui/measure/measurement_icon.h"
#include "ui/review/review_words.h"
#include "ui/views/pane.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "viewer/rois/roi_slice.h"
#include "viewer/text/measurement_text.h"
#include "viewer/text/name_text.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace fleming::ui {

MeasurementCommands::MeasurementCommands(app::Workspace& workspace, ViewArea& views, QObject* parent)
    : QObject(parent), workspace_(workspace), list_(workspace.measurements()), views_(views) {}

void MeasurementCommands::goTo(int id) {
    const app::ListedMeasurement* found = list_.find(id);
    const app::OpenSeries* open = found != nullptr ? list_.seriesOf(*found) : nullptr;
    if (open == nullptr || open->series.kind() == viewer::SeriesKind::clip) return;
    const viewer::SliceNumber slice = viewer::sliceOf(open->series.geometry(), found->roi);
    viewer::Provenance place;
    if (open->series.geometry().oriented) place.plane = slice.plane;
    place.index = slice.index;
    const viewer::Roi roi = found->roi;
    views_.goTo(open->id, place);
    views_.measuredViews().board().select(id);
    views_.slicePage()->view()->bringIntoView(roi);
}

QString MeasurementCommands::sliceText(const app::ListedMeasurement& measurement) const {
    const app::OpenSeries* open = list_.seriesOf(measurement);
    if (open == nullptr || open->series.kind() != viewer::SeriesKind::volume) return {};
    const viewer::Geometry& geometry = open->series.geometry();
    const viewer::SliceNumber slice = viewer::sliceOf(geometry, measurement.roi);
    const QString number = countText(slice.index + 1), count = countText(viewer::sliceCount(geometry, slice.plane));
    if (!geometry.oriented) return tr("Slice %1 of %2").arg(number, count);
    return tr("%1 %2 of %3", "plane, slice number, number of slices")
        .arg(viewer::planeName(slice.plane), number, count);
}

QString MeasurementCommands::seriesText(const app::ListedMeasurement& measurement) const {
    const app::OpenSeries* open = list_.seriesOf(measurement);
    return open != nullptr ? seriesTitle(app::shown(open->series)) : tr("not open", "a series");
}

// --- commands -------------------------------------------------------------------------------------------------------

void MeasurementCommands::copyToSlice(int slices) {
    if (const auto id = views_.measuredViews().board().current()) copyToSlice(*id, slices);
}

void MeasurementCommands::copyToSlice(int id, int slices) {
    if (const auto copy = list_.copyToSlice(id, slices)) goTo(*copy);
}

void MeasurementCommands::calibrate(int id) {
    const app::ListedMeasurement* found = list_.find(id);
    if (found == nullptr || !list_.canCalibrate(id)) return;
    const viewer::Measurement& measured = *list_.resultOf(id).measured;
    auto* dialog = new QInputDialog(views_.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::DoubleInput);
    dialog->setWindowTitle(tr("Calibrate the image"));
    dialog->setLabelText(tr("%1 is %2 pixels long. Its true length in mm:", "a measurement, its length")
                             .arg(found->name, viewer::positionText(*measured.lengthPx)));
    dialog->setDoubleDecimals(2);
    dialog->setDoubleRange(0.01, 100000);
    dialog->setDoubleValue(measured.lengthMm.value_or(*measured.lengthPx));
    connect(dialog, &QInputDialog::doubleValueSelected, &list_, [this, id](double mm) { list_.calibrate(id, mm); });
    dialog->open();
}

/// Returns the number of the image of the evidence that shows the slice of a measurement.
std::optional<int> MeasurementCommands::imageOf(const app::ListedMeasurement& measurement) const {
    const app::OpenSeries* open = list_.seriesOf(measurement);
    if (open == nullptr) return {};
    const viewer::SliceNumber slice = viewer::sliceOf(open->series.geometry(), measurement.roi);
    const app::EvidenceList& evidence = workspace_.evidence();
    for (std::size_t i = 0; i < evidence.frames().size(); ++i) {
        const viewer::Provenance& from = evidence.frames()[i].provenance;
        if (from.oblique) continue;
        const bool isPlane = !open->series.geometry().oriented || from.plane.value_or(slice.plane) == slice.plane;
        const int number = static_cast<int>(i);
        if (evidence.seriesOf(number) == open->id && isPlane && from.index == slice.index) return number + 1;
    }
    return {};
}

void MeasurementCommands::insertIntoQuestion(int id) {
    const app::ListedMeasurement* found = list_.find(id);
    if (found == nullptr || !list_.resultOf(id).measured) return;
    const QString& name = found->title();
    QStringList values = viewer::measurementLines(found->roi.shape, *list_.resultOf(id).measured);
    QString text = values.isEmpty()
                       ? name
                       : tr("%1 (%2)", "a measurement, its values").arg(name, values.join(QStringLiteral(", ")));
    if (const auto image = imageOf(*found))
        text = tr("%1 on %2", "a measurement, Image-3").arg(text, frameTitle(*image));
    QString question = workspace_.drafts().text();
    if (!question.isEmpty() && !question.back().isSpace()) question += QLatin1Char(' ');
    workspace_.drafts().setText(question + text);
}

void MeasurementCommands::copyTable(const std::vector<int>& ids) const {
    QStringList rows{QStringList{tr("Name"), tr("Shape"), tr("Text"), tr("Values"), tr("Series"), tr("Slice")}.join(
        QLatin1Char('\t'))};
    for (const int id : ids) {
        const app::ListedMeasurement* found = list_.find(id);
        if (found == nullptr) continue;
        const auto& measured = list_.resultOf(id).measured;
        const QString values =
            measured ? viewer::measurementLines(found->roi.shape, *measured).join(QStringLiteral("; ")) : QString();
        QStringList cells{found->name,        viewer::shapeName(found->roi.shape),
                          found->note,        values,
                          seriesText(*found), sliceText(*found)};
        for (QString& cell : cells)
            cell = cell.simplified();
        rows << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
}

void MeasurementCommands::exportAll() {
    QFileDialog* dialog = makeSaveDialog(views_.window(), tr("Export measurements"),
                                         QDir::home().filePath(QStringLiteral("measurements.json")),
                                         tr("Measurements (*.json);;3D Slicer markups (*.mrk.json);;Table (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, &workspace_.measurementFiles(), &app::MeasurementFiles::save);
    dialog->open();
}

void MeasurementCommands::import() {
    QFileDialog* dialog = makeFileDialog(views_.window(), tr("Import measurements"), QDir::homePath(),
                                         QFileDialog::ExistingFile, tr("Measurements (*.json);;All files (*)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { workspace_.measurementFiles().load(file, workspace_.studies().chosen()); });
    dialog->open();
}

// --- the menu of a measurement --------------------------------------------------------------------------------------

void MeasurementCommands::fill(QMenu* menu, int id) {
    const app::ListedMeasurement* found = list_.find(id);
    if (found == nullptr) return;
    const auto add = [menu, this](const QString& text, const auto& slot) {
        QAction* action = menu->addAction(text);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    viewer::SliceView* view = views_.slicePage()->view();
    add(tr("&Rename %1…", "a measurement").arg(found->name),
        [this, id, view] { views_.measuredViews().editName(id, view); });
    add(tr("&Text…"), [this, id, view] { views_.measuredViews().editNote(id, view); });
    fillColours(menu->addMenu(tr("C&olour")), id);
    const app::OpenSeries* open = list_.seriesOf(*found);
    if (open != nullptr && open->series.kind() == viewer::SeriesKind::volume) {
        add(tr("Copy to the &next slice"), [this, id] { copyToSlice(id, 1); });
        add(tr("Copy to the &previous slice"), [this, id] { copyToSlice(id, -1); });
    }
    if (list_.resultOf(id).measured) add(tr("Insert into the &question"), [this, id] { insertIntoQuestion(id); });
    addTie(menu, *found);
    if (list_.canCalibrate(id)) add(tr("&Calibrate with this length…"), [this, id] { calibrate(id); });
    if (list_.canAcceptDetector(id)) add(tr("&Measure at the detector"), [this, id] { list_.acceptDetector(id); });
    if (list_.isCalibratedByUser(id)) add(tr("Remo&ve the calibration"), [this, id] { list_.removeCalibration(id); });
    add(tr("&Delete %1", "a measurement").arg(found->name), [this, id] { list_.remove({id}); });
}

/// Adds an entry that ties a measurement to the words which are selected in the review at hand, or unties it.
void MeasurementCommands::addTie(QMenu* menu, const app::ListedMeasurement& measurement) {
    app::ReviewDrafts& reviews = workspace_.reviews();
    const app::Exchange* exchange = workspace_.session().find(reviews.active());
    const QPointer<app::ReviewDraft> draft = exchange != nullptr ? reviews.draft(exchange->id) : nullptr;
    if (!draft || !reviews.canReview(exchange->id)) return;
    const std::optional<app::ReviewDraft::Part> selected = draft->selected();
    if (!selected || selected->kind != app::ReviewDraft::Part::Kind::span) return;
    const int span = selected->index;
    const std::int64_t id = measurement.id;
    const std::string_view words = app::textOf(exchange->answer, draft->spans()[static_cast<std::size_t>(span)]);
    QString shown = quoted(QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())));
    QAction* tie = menu->addAction(
        tr("T&ie to %1", "words of an answer").arg(shown.replace(QLatin1Char('&'), QLatin1String("&&"))));
    tie->setCheckable(true);
    const std::vector<std::int64_t> tied = app::measuredWith(draft->review(), span);
    tie->setChecked(std::ranges::find(tied, id) != tied.end());
    connect(tie, &QAction::triggered, this, [draft, span, id](bool on) {
        if (!draft || span >= std::ssize(draft->spans())) return;
        std::vector<std::int64_t> ids = app::measuredWith(draft->review(), span);
        std::erase(ids, id);
        if (on) ids.push_back(id);
        draft->setMeasured(span, ids);
    });
}

void MeasurementCommands::fillColours(QMenu* menu, int id) {
    const QStringList names{tr("Yellow"), tr("Blue"), tr("Pink"), tr("Green"), tr("Orange"), tr("Violet")};
    auto* group = new QActionGroup(menu);
    for (int colour = 0; colour < static_cast<int>(names.size()); ++colour) {
        QAction* action = menu->addAction(colourIcon(colour), names[colour]);
        action->setCheckable(true);
        action->setChecked(list_.find(id)->colour == colour);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id, colour] { list_.setColour(id, colour); });
    }
}

}  // namespace fleming::ui
