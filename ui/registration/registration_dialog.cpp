#include "ui/registration/registration_dialog.h"

#include "app/errors/error_text.h"
#include "app/pace.h"
#include "base/error.h"
#include "ui/dialogs/scrollable.h"
#include "viewer/text/number_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <exception>

namespace fleming::ui {

namespace {

constexpr int kSmallestTile = 5, kUsualTile = 30, kLargestTile = 120;  // mm

}  // namespace

RegistrationDialog::RegistrationDialog(const DisplayedVolume& fixed, const DisplayedVolume& moving, viewer::Plane plane,
                                       const std::optional<viewer::RigidTransform>& start, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Registration"));
    view_ = new CheckerboardView(fixed, moving, plane, this);
    build();
    this->start(fixed, moving, start);
}

void RegistrationDialog::build() {
    text_ = new QLabel(tr("The series are being registered…"), this);
    text_->setWordWrap(true);
    progress_ = new QProgressBar(this);
    progress_->setAccessibleName(tr("Registration"));
    progress_->setRange(0, 100);
    sliders_ = new QWidget(this);
    slice_ = new QSlider(Qt::Horizontal, sliders_);
    slice_->setObjectName(QStringLiteral("slice"));
    slice_->setRange(0, view_->sliceCount() - 1);
    slice_->setValue(view_->sliceCount() / 2);
    tile_ = new QSlider(Qt::Horizontal, sliders_);
    tile_->setObjectName(QStringLiteral("tile"));
    tile_->setRange(kSmallestTile, kLargestTile);
    tile_->setValue(kUsualTile);
    auto* form = new QFormLayout(sliders_);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Slice:"), slice_);
    form->addRow(tr("Size of the &tiles:"), tile_);
    sliders_->setEnabled(false);
    auto* buttons = new QDialogButtonBox(this);
    use_ = buttons->addButton(tr("&Use for linking"), QDialogButtonBox::AcceptRole);
    discard_ = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    use_->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(view_, 1);
    column->addWidget(sliders_);
    column->addWidget(text_);
    column->addWidget(progress_);
    column->addWidget(buttons);
    connect(slice_, &QSlider::valueChanged, view_, &CheckerboardView::setSlice);
    connect(tile_, &QSlider::valueChanged, view_, &CheckerboardView::setTile);
    connect(view_, &CheckerboardView::scrolled, this, [this](int by) { slice_->setValue(slice_->value() + by); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT used(found_);
        accept();
    });
    fitToScreen(this, 560);
}

void RegistrationDialog::start(const DisplayedVolume& fixed, const DisplayedVolume& moving,
                               const std::optional<viewer::RigidTransform>& start) {
    worker_.post([this, fixed = fixed.volume, moving = moving.volume, start](std::stop_token stop) {
        app::Pace pace;
        const auto onProgress = [&](double part) {
            if (pace.isDue()) app::deliver(this, [this, part] { progress_->setValue(static_cast<int>(100 * part)); });
        };
        try {
            const viewer::Registration result =
                viewer::registerRigidly(*fixed, *moving, start ? &*start : nullptr, onProgress, stop);
            const viewer::Vector3 middle = fixed->geometry().voxelToPatient(viewer::middleVoxel(fixed->geometry()));
            app::deliver(this, [this, result, middle] { showResult(result, middle); });
        } catch (const Cancelled&) {
        } catch (...) {
            const QString message = QString::fromStdString(app::messageOf(std::current_exception()));
            app::deliver(this, [this, message] { showFailure(message); });
        }
    });
}

void RegistrationDialog::showResult(const viewer::Registration& result, const viewer::Vector3& middle) {
    found_ = result.transform;
    const viewer::Vector3 there = found_.apply(middle);
    const double shift = viewer::length(viewer::minus(there, middle));
    const QLocale locale;
    const QString numbers =
        tr("Rotation %1°, shift of the middle %2 mm; similarity %3, overlap %4.")
            .arg(locale.toString(viewer::angleOf(found_), 'f', 1), locale.toString(shift, 'f', 1),
                 locale.toString(result.similarity, 'f', 2), viewer::percentText(result.overlap, 0));
    const QString verdict = result.isPlausible() ? tr("Look at several slices: lines must go on from tile to tile.")
                            : !result.converged
                                ? tr("This result is doubtful: the registration did not converge.")
                                : tr("This result is doubtful: the series have little in common there.");
    text_->setText(numbers + QLatin1Char('\n') + verdict);
    progress_->hide();
    sliders_->setEnabled(true);
    use_->setEnabled(true);
    discard_->setText(tr("&Discard"));
    view_->setTransform(found_);
}

void RegistrationDialog::showFailure(const QString& message) {
    text_->setText(message);
    progress_->hide();
    discard_->setText(tr("Close"));
}

}  // namespace fleming::ui
