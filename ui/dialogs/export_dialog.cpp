#include "ui/dialogs/export_dialog.h"

#include "app/export/exporters.h"
#include "app/privacy.h"
#include "app/settings.h"
#include "ui/dialogs/file_dialogs.h"
#include "ui/dialogs/scrollable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr int kPause = 300;  // ms

/// Returns a path with the suffix of a format in place of that of another format; a folder has none.
QString withSuffix(const QString& path, const app::Exporter& exporter) {
    const QFileInfo info(path);
    const bool isOfAFormat = app::findExporterFor(path.toStdString()) != nullptr;
    const QString name = isOfAFormat ? info.completeBaseName() : info.fileName(),
                  suffix = QLatin1String(exporter.suffix);
    return info.dir().filePath(name + (suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix));
}

}  // namespace

ExportDialog::ExportDialog(app::Workspace& workspace, const app::Exporter& exporter, QWidget* parent)
    : QDialog(parent), workspace_(workspace) {
    setWindowTitle(tr("Export session"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    export_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    // Enter exports, and does nothing while that is impossible.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    export_->setDefault(true);
    auto* choices = new QWidget(this);
    auto* column = new QVBoxLayout(choices);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildTarget(exporter));
    column->addWidget(buildSelection());
    column->addWidget(buildContent());
    column->addStretch();
    auto* halves = new QHBoxLayout;
    halves->addWidget(scrollable(choices, this), 2);
    halves->addWidget(buildPreview(), 3);
    auto* rows = new QVBoxLayout(this);
    rows->addLayout(halves, 1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    settled_.setSingleShot(true);
    settled_.setInterval(kPause);
    connect(&settled_, &QTimer::timeout, this, [this] { workspace_.session().previewExport(request()); });
    const app::CurrentSession* session = &workspace_.session();
    connect(session, &app::CurrentSession::exportPreviewed, this, &ExportDialog::showPreview);
    connect(session, &app::CurrentSession::exportPreviewFailed, this, &ExportDialog::refuse);
    changeFormat();
    path_->setFocus();
    fitToScreen(this, 900);
}

ExportDialog::~ExportDialog() {
    workspace_.session().endExportPreviews();
}

QWidget* ExportDialog::buildTarget(const app::Exporter& exporter) {
    auto* box = new QGroupBox(tr("File"), this);
    format_ = new QComboBox(box);
    format_->setObjectName(QStringLiteral("format"));
    for (const app::Exporter* each : app::exporters()) {
        format_->addItem(app::nameOf(*each));
        if (each == &exporter) format_->setCurrentIndex(format_->count() - 1);
    }
    // A session file can be named after the patient.
    const bool hidden = app::Privacy::mode().isOn();
    const QString session = hidden ? QString() : QFileInfo(workspace_.session().file()).completeBaseName();
    path_ = new QLineEdit(QDir::home().filePath(session.isEmpty() ? QStringLiteral("session") : session), box);
    path_->setObjectName(QStringLiteral("path"));
    auto* browse = new QPushButton(tr("Browse…"), box);
    browse->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(path_, 1);
    row->addWidget(browse);
    pathNote_ = new QLabel(box);
    pathNote_->setWordWrap(true);
    pathNote_->setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout(box);
    form->addRow(tr("&Format:"), format_);
    form->addRow(tr("&Save to:"), row);
    form->addRow(pathNote_);
    if (auto* label = qobject_cast<QLabel*>(form->labelForField(row))) label->setBuddy(path_);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(path_, &QLineEdit::textChanged, this, &ExportDialog::changeChoice);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    return box;
}

QWidget* ExportDialog::buildSelection() {
    auto* box = new QGroupBox(tr("Questions"), this);
    all_ = new QRadioButton(tr("&All questions"), box);
    reviewed_ = new QRadioButton(tr("Only questions with a &review"), box);
    reviewed_->setObjectName(QStringLiteral("reviewed"));
    listed_ = new QRadioButton(tr("&These questions:"), box);
    listed_->setObjectName(QStringLiteral("listed"));
    list_ = new QLineEdit(box);
    list_->setObjectName(QStringLiteral("list"));
    list_->setPlaceholderText(QStringLiteral("1,3-5"));
    list_->setAccessibleName(tr("Numbers of questions"));
    all_->setChecked(true);
    auto* row = new QHBoxLayout;
    row->addWidget(listed_);
    row->addWidget(list_, 1);
    auto* column = new QVBoxLayout(box);
    column->addWidget(all_);
    column->addWidget(reviewed_);
    column->addLayout(row);
    for (QRadioButton* button : {all_, reviewed_, listed_})
        connect(button, &QRadioButton::toggled, this, &ExportDialog::changeChoice);
    connect(list_, &QLineEdit::textEdited, this, [this] {
        listed_->setChecked(true);
        changeChoice();
    });
    return box;
}

QWidget* ExportDialog::buildContent() {
    auto* box = new QGroupBox(tr("What may leave"), this);
    paths_ = new QCheckBox(tr("Include the &paths of files"), box);
    paths_->setObjectName(QStringLiteral("paths"));
    paths_->setToolTip(tr("Names of folders and files can contain patients' names"));
    identity_ = new QCheckBox(tr("&Keep dates, UIDs and descriptions"), box);
    identity_->setObjectName(QStringLiteral("identity"));
    identity_->setToolTip(tr("They can identify patients. The names of reviewers are kept as well."));
    names_ = new QCheckBox(tr("&Name the reviewers"), box);
    names_->setObjectName(QStringLiteral("names"));
    names_->setToolTip(tr("Otherwise, only their codes leave"));
    paper_ = new QComboBox(box);
    paper_->addItem(tr("A4"), QStringLiteral("a4"));
    paper_->addItem(tr("Letter"), QStringLiteral("letter"));
    paper_->setCurrentIndex(paper_->findData(app::settings::paper()));
    auto* form = new QFormLayout(box);
    for (QCheckBox* check : {paths_, identity_, names_}) {
        form->addRow(check);
        connect(check, &QCheckBox::toggled, this, &ExportDialog::changeChoice);
    }
    form->addRow(tr("Pap&er:"), paper_);
    return box;
}

QWidget* ExportDialog::buildPreview() {
    auto* box = new QGroupBox(tr("Preview"), this);
    preview_ = new QPlainTextEdit(box);
    preview_->setObjectName(QStringLiteral("preview"));
    preview_->setReadOnly(true);
    preview_->setTabChangesFocus(true);
    preview_->setMinimumWidth(300);
    auto* column = new QVBoxLayout(box);
    column->addWidget(preview_);
    return box;
}

const app::Exporter& ExportDialog::exporter() const {
    return *app::exporters()[static_cast<std::size_t>(format_->currentIndex())];
}

app::ExportRequest ExportDialog::request() const {
    app::ExportRequest request{&exporter(), QDir::fromNativeSeparators(path_->text().trimmed()), {}, {}};
    request.options.includePaths = paths_->isChecked();
    request.options.keepIdentity = identity_->isChecked();
    request.options.reviewerNames = names_->isChecked();
    request.options.paper = paper_->currentData() == QLatin1String("letter") ? app::Paper::letter : app::Paper::a4;
    request.selection.reviewedOnly = reviewed_->isChecked();
    if (listed_->isChecked())
        request.selection.ranges = app::parseExchanges(list_->text().trimmed().toStdString())
                                       .value_or(std::vector<app::ExchangeSelection::Range>());
    return request;
}

void ExportDialog::browse() {
    QFileDialog* dialog = makeSaveDialog(this, tr("Export session"), path_->text());
    dialog->setDefaultSuffix(QLatin1String(exporter().suffix));
    connect(dialog, &QFileDialog::fileSelected, path_,
            [this](const QString& file) { path_->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void ExportDialog::changeFormat() {
    path_->setText(QDir::toNativeSeparators(withSuffix(QDir::fromNativeSeparators(path_->text()), exporter())));
    changeChoice();
}

/// Waits for a preview of the changed choice before it can be exported.
void ExportDialog::changeChoice() {
    const QString path = request().path;
    const bool exists = QFileInfo::exists(path);
    pathNote_->setText(!exists                 ? QString()
                       : exporter().isFolder() ? tr("This folder exists. It is replaced if it is an unchanged export.")
                                               : tr("This file exists and will be replaced."));
    export_->setEnabled(false);
    if (listed_->isChecked() && !app::parseExchanges(list_->text().trimmed().toStdString())) {
        settled_.stop();
        return refuse(tr("Enter the numbers of questions, such as 1,3-5."));
    }
    settled_.start();
}

void ExportDialog::showPreview(const app::ExportPreview& preview) {
    if (settled_.isActive()) return;  // of an earlier choice
    preview_->setPlainText(app::textOf(preview));
    export_->setEnabled(!request().path.isEmpty());
}

void ExportDialog::refuse(const QString& message) {
    preview_->setPlainText(message);
    export_->setEnabled(false);
}

void ExportDialog::write() {
    app::settings::setPaper(paper_->currentData().toString());
    workspace_.session().exportTo(request());
    accept();
}

}  // namespace fleming::ui
