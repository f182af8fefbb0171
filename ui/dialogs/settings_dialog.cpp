#include "ui/dialogs/settings_dialog.h"

#include "app/settings.h"
#include "app/translations.h"
#include "ui/dialogs/generation_form.h"
#include "ui/dialogs/keys_page.h"
#include "ui/dialogs/scrollable.h"
#include "ui/window/window_keys.h"
#include "viewer/text/number_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fleming::ui {

SettingsDialog::SettingsDialog(app::Workspace& workspace, QWidget* parent) : QDialog(parent), workspace_(workspace) {
    setWindowTitle(tr("Settings"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* column = new QVBoxLayout(this);
    auto* page = new QWidget(this);
    auto* groups = new QVBoxLayout(page);
    groups->setContentsMargins(0, 0, 0, 0);
    groups->addWidget(buildLook());
    groups->addWidget(buildGeneration(), 1);
    pages_ = new QTabWidget(this);
    pages_->addTab(scrollable(page, this), tr("General"));
    if (const auto* window = qobject_cast<QMainWindow*>(parent)) {
        keys_ = new KeysPage(WindowKeys::of(*window).actions(), viewer::InputMap::shared().choices(), this);
        pages_->addTab(keys_, tr("Keys and mouse"));
    }
    column->addWidget(pages_, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fitToScreen(this, 640);
}

QWidget* SettingsDialog::buildLook() {
    auto* box = new QGroupBox(tr("General"), this);
    appearance_ = new QComboBox(box);
    appearance_->addItem(tr("Same as system"), QStringLiteral("system"));
    appearance_->addItem(tr("Light"), QStringLiteral("light"));
    appearance_->addItem(tr("Dark"), QStringLiteral("dark"));
    appearance_->setCurrentIndex(appearance_->findData(app::settings::appearance()));
    fontSize_ = new QSpinBox(box);
    fontSize_->setObjectName(QStringLiteral("fontSize"));
    // The value below the smallest size means that of the system.
    fontSize_->setRange(app::settings::kSmallestFontSize - 1, app::settings::kLargestFontSize);
    fontSize_->setSpecialValueText(tr("Same as system"));
    fontSize_->setSuffix(tr(" pt", "suffix of a font size in points"));
    fontSize_->setValue(app::settings::fontSize());
    language_ = new QComboBox(box);
    language_->addItem(tr("Same as system"), QString());
    for (const app::Language& language : app::languages())
        language_->addItem(language.name, language.code);
    language_->setCurrentIndex(qMax(0, language_->findData(app::settings::language())));
    language_->setToolTip(tr("Takes effect after a restart"));
    auto* form = new QFormLayout(box);
    form->addRow(tr("&Appearance:"), appearance_);
    form->addRow(tr("&Font size:"), fontSize_);
    form->addRow(tr("&Language (after a restart):"), language_);
    form->addRow(tr("&Memory for images:"), buildMemory());
    form->addRow(tr("&Witness file:"), buildWitness());
    arrangesStudies_ = new QCheckBox(tr("Show the series of a study side &by side when it is opened"), box);
    arrangesStudies_->setChecked(app::settings::arrangesStudies());
    form->addRow(arrangesStudies_);
    return box;
}

QWidget* SettingsDialog::buildMemory() {
    memory_ = new QDoubleSpinBox(this);
    memory_->setObjectName(QStringLiteral("imageMemory"));
    memory_->setDecimals(1);
    memory_->setRange(0, app::settings::kMostImageMemory);
    memory_->setSuffix(tr(" GB", "suffix of a size in gigabytes"));
    memory_->setSpecialValueText(tr("Half of what is free (%1)", "a size").arg(viewer::bytesText(app::memoryLimit(0))));
    memory_->setValue(app::settings::imageMemory());
    memory_->setToolTip(
        tr("Series that were shown stay in memory up to this size. Those that were not shown for the longest time are "
           "freed first, those on the screen never."));
    return memory_;
}

QWidget* SettingsDialog::buildWitness() {
    auto* row = new QWidget(this);
    witness_ = new QLineEdit(QString::fromStdString(app::settings::witnessFile().string()), row);
    witness_->setObjectName(QStringLiteral("witness"));
    witness_->setAccessibleName(tr("Witness file"));
    witness_->setToolTip(
        tr("Each export appends the hash of the session's last event to this file. Keep it where the sessions are not: "
           "it shows later whether a session was cut or replaced."));
    row->setFocusProxy(witness_);
    auto* browse = new QPushButton(tr("Browse…"), row);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(this, tr("Choose the witness file"), witness_->text(), {},
                                                          nullptr, QFileDialog::DontConfirmOverwrite);
        if (!file.isEmpty()) witness_->setText(file);
    });
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(witness_, 1);
    columns->addWidget(browse);
    return row;
}

QWidget* SettingsDialog::buildGeneration() {
    auto* box = new QGroupBox(tr("Answers"), this);
    generation_ = new GenerationForm(workspace_.prompts(), box);
    generation_->setOptions(app::settings::generationOptions());
    generation_->setReasoningPrompt(app::settings::reasoningPrompt());
    generation_->setSystemText(app::settings::systemText());
    auto* column = new QVBoxLayout(box);
    column->addWidget(generation_);
    return box;
}

/// Takes the keys. Returns false, and shows why, if two actions want the same.
bool SettingsDialog::saveKeys() {
    if (keys_ == nullptr) return true;
    if (!keys_->problem().isEmpty()) {
        pages_->setCurrentWidget(keys_);
        keys_->showProblem();
        return false;
    }
    app::settings::setInputChoices(toJson(keys_->choices()));
    viewer::InputMap::shared().setChoices(keys_->choices());
    return true;
}

void SettingsDialog::save() {
    namespace settings = app::settings;
    if (!saveKeys()) return;
    const QString appearance = appearance_->currentData().toString();
    if (appearance != settings::appearance()) {
        settings::setAppearance(appearance);
        Q_EMIT appearanceChanged(appearance);
    }
    const int fontSize = fontSize_->value() < settings::kSmallestFontSize ? 0 : fontSize_->value();
    if (fontSize != settings::fontSize()) {
        settings::setFontSize(fontSize);
        Q_EMIT fontSizeChanged(fontSize);
    }
    settings::setImageMemory(memory_->value());
    workspace_.studies().setMemoryLimit(app::memoryLimit(memory_->value()));
    settings::setArrangesStudies(arrangesStudies_->isChecked());
    settings::setLanguage(language_->currentData().toString());
    const QString witness = witness_->text().trimmed();
    if (witness != QString::fromStdString(settings::witnessFile().string())) settings::setWitnessFile(witness);
    settings::setGenerationOptions(generation_->options());
    settings::setReasoningPrompt(generation_->reasoningPrompt());
    settings::setSystemText(generation_->systemText());
    applyGenerationSettings(workspace_);
    accept();
}

void applyGenerationSettings(app::Workspace& workspace) {
    workspace.chat().setGenerationOptions(app::settings::generationOptions());
    workspace.chat().setReasoningPrompt(app::settings::reasoningPrompt());
    workspace.chat().setSystemText(app::settings::systemText());
}

}  // namespace fleming::ui
