#include "ui/dialogs/model_dialog.h"

#include "app/models/model_description.h"
#include "app/settings.h"
#include "ui/browser/series_text.h"
#include "ui/dialogs/scrollable.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr int kTypingPause = 350;  // ms

QString parametersText(std::int64_t parameters) {
    const double count = static_cast<double>(parameters);
    if (count >= 1e9) return ModelDialog::tr("%1 billion parameters").arg(viewer::rateText(count / 1e9));
    if (count >= 1e6) return ModelDialog::tr("%1 million parameters").arg(viewer::rateText(count / 1e6));
    return ModelDialog::tr("%1 parameters").arg(countText(parameters));
}

void setColour(QLabel* label, const QColor& colour) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

}  // namespace

ModelDialog::ModelDialog(app::Workspace& workspace, QWidget* parent) : QDialog(parent), workspace_(workspace) {
    setWindowTitle(tr("Choose a model"));
    folder_ = new QComboBox(this);
    folder_->setEditable(true);
    folder_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    folder_->setMinimumContentsLength(20);
    for (const QString& recent : app::settings::recentModels())
        folder_->addItem(recent);
    folder_->setAccessibleName(tr("Checkpoint folder"));
    auto* browseButton = new QPushButton(tr("Browse…"), this);
    device_ = new QComboBox(this);
    device_->setEditable(true);
    device_->addItems({QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda:0")});
    device_->setToolTip(tr("auto uses a CUDA device if there is one, otherwise the CPU"));
    dtype_ = new QComboBox(this);
    for (const auto type : {inference::DataType::automatic, inference::DataType::float32, inference::DataType::bfloat16,
                            inference::DataType::float16}) {
        dtype_->addItem(QString::fromLatin1(inference::toString(type)), static_cast<int>(type));
    }
    quantization_ = new QComboBox(this);
    quantization_->addItem(tr("Not quantized"), static_cast<int>(inference::Quantization::none));
    quantization_->addItem(tr("int8: half the memory of bfloat16"), static_cast<int>(inference::Quantization::int8));
    quantization_->addItem(tr("int4: a third of the memory of bfloat16, slightly less accurate"),
                           static_cast<int>(inference::Quantization::int4));
    quantization_->setToolTip(tr("Quantize the language model's weights: less memory, faster answers"));
    const inference::EngineOptions used = app::settings::engineOptions();
    device_->setCurrentText(QString::fromStdString(used.device));
    dtype_->setCurrentIndex(dtype_->findData(static_cast<int>(used.dtype)));
    quantization_->setCurrentIndex(quantization_->findData(static_cast<int>(used.quantization)));
    findings_ = new QLabel(this);
    memory_ = new QLabel(this);
    for (QLabel* label : {findings_, memory_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    findings_->setMinimumHeight(fontMetrics().lineSpacing() * 5);
    findings_->setAlignment(Qt::AlignTop);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    load_ = buttons_->addButton(tr("Load"), QDialogButtonBox::AcceptRole);
    load_->setDefault(true);
    load_->setEnabled(false);

    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(folder_, 1);
    folderRow->addWidget(browseButton);
    auto* form = new QFormLayout;
    auto* folderLabel = new QLabel(tr("&Folder:"), this);
    folderLabel->setBuddy(folder_);
    form->addRow(folderLabel, folderRow);
    form->addRow(tr("&Device:"), device_);
    form->addRow(tr("Data &type:"), dtype_);
    form->addRow(tr("&Weights:"), quantization_);
    auto* page = new QWidget(this);
    auto* content = new QVBoxLayout(page);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(10);
    content->addLayout(form);
    content->addWidget(findings_, 1);
    content->addWidget(memory_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scrollable(page, this), 1);
    column->addWidget(buttons_);
    fitToScreen(this, 600);

    typing_.setSingleShot(true);
    typing_.setInterval(kTypingPause);
    connect(&typing_, &QTimer::timeout, this, &ModelDialog::inspect);
    for (QComboBox* box : {folder_, device_, dtype_, quantization_}) {
        connect(box, &QComboBox::currentTextChanged, this, [this] {
            load_->setEnabled(false);
            typing_.start();
        });
    }
    connect(browseButton, &QPushButton::clicked, this, &ModelDialog::browse);
    connect(&workspace_.model(), &app::ModelSlot::inspected, this, &ModelDialog::inspected);
    connect(&workspace_.model(), &app::ModelSlot::refused, this, &ModelDialog::refused);
    connect(buttons_, &QDialogButtonBox::accepted, this, &ModelDialog::load);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (workspace_.model().model()) {
        setFolder(QString::fromStdString(workspace_.model().model()->info.path.string()));
    } else {
        inspect();
    }
}

QString ModelDialog::folder() const {
    return folder_->currentText().trimmed();
}

inference::EngineOptions ModelDialog::options() const {
    inference::EngineOptions options;
    options.device = device_->currentText().trimmed().toStdString();
    options.dtype = static_cast<inference::DataType>(dtype_->currentData().toInt());
    options.quantization = static_cast<inference::Quantization>(quantization_->currentData().toInt());
    return options;
}

app::ModelRef ModelDialog::ref() const {
    return app::modelNamed(folder().toStdString(), options());
}

void ModelDialog::setFolder(const QString& folder) {
    folder_->setCurrentText(QDir::toNativeSeparators(folder));
    inspect();
}

void ModelDialog::browse() {
    auto* dialog = new QFileDialog(this, tr("Choose checkpoint folder"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ModelDialog::setFolder);
    dialog->open();
}

void ModelDialog::inspect() {
    typing_.stop();
    load_->setEnabled(false);
    memory_->clear();
    setColour(findings_, palette().color(QPalette::WindowText));
    if (folder().isEmpty()) {
        findings_->setText(
            tr("Choose the folder of a Fleming-VL or InternVL3 checkpoint. It contains config.json, the "
               "*.safetensors files and the tokenizer files."));
        return;
    }
    findings_->setText(tr("Checking the folder…"));
    workspace_.model().inspect(ref());
}

void ModelDialog::inspected(const app::ModelSummary& summary) {
    if (typing_.isActive()) return;  // the folder has changed since
    const inference::ModelInfo& info = summary.info;
    QStringList lines{QString::fromStdString(info.name)};
    if (!info.description.empty()) lines << app::shownDescription(info.description);
    lines << tr("%1, %2").arg(QString::fromStdString(info.architecture), parametersText(info.parameters));
    lines << tr("Checkpoint size: %1; runs in %2 on %3.")
                 .arg(bytesText(info.checkpointBytes), QString::fromStdString(info.typeName()),
                      QString::fromStdString(info.device));
    lines << tr("Images: %1 × %1 pixels, %2 tokens each. Context length: %3 tokens.")
                 .arg(info.imageSize)
                 .arg(info.tokensPerImage)
                 .arg(QLocale().toString(info.contextLength));
    lines << app::privacyText(summary.capabilities);
    findings_->setText(lines.join(QLatin1Char('\n')));
    const bool fits = info.requiredBytes <= info.availableBytes;
    memory_->setText(fits ? tr("Requires about %1 of memory; %2 is free.")
                                .arg(bytesText(info.requiredBytes), bytesText(info.availableBytes))
                          : tr("Requires about %1 of memory, but only %2 is free. Close other programs, or choose "
                               "fewer bits per weight or a smaller model.")
                                .arg(bytesText(info.requiredBytes), bytesText(info.availableBytes)));
    setColour(memory_, fits ? palette().color(QPalette::WindowText) : badColor());
    load_->setEnabled(fits);
}

void ModelDialog::refused(const QString& message) {
    if (typing_.isActive()) return;
    findings_->setText(message);
    setColour(findings_, badColor());
}

void ModelDialog::load() {
    app::settings::addRecentModel(folder());
    app::settings::setEngineOptions(options());
    workspace_.model().load(ref());
    accept();
}

}  // namespace fleming::ui
