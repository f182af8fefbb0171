#include "ui/dialogs/generation_form.h"

#include "ui/chat/prompt_picker.h"
#include "ui/style/text_box.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace fleming::ui {

namespace {

constexpr int kLargestSeed = std::numeric_limits<int>::max();

/// Returns a seed as the box can show it.
int shownSeed(std::uint64_t seed) {
    return static_cast<int>(std::min<std::uint64_t>(seed, kLargestSeed));
}

}  // namespace

GenerationForm::GenerationForm(app::SavedPrompts& prompts, QWidget* parent) : QWidget(parent) {
    maxTokens_ = new QSpinBox(this);
    maxTokens_->setRange(1, 32768);
    temperature_ = new QDoubleSpinBox(this);
    temperature_->setRange(0, 5);
    temperature_->setSingleStep(0.1);
    temperature_->setSpecialValueText(tr("0 (greedy decoding)"));
    topP_ = new QDoubleSpinBox(this);
    topP_->setRange(0.01, 1);
    topP_->setSingleStep(0.05);
    topK_ = new QSpinBox(this);
    topK_->setRange(0, 100000);
    topK_->setSpecialValueText(tr("0 (all)"));
    seed_ = new QSpinBox(this);
    seed_->setRange(0, kLargestSeed);
    reasoningPrompt_ = new QCheckBox(tr("Ask the model to reason before it answers"), this);
    systemRow_ = buildSystemText(prompts);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Maximum new tokens:"), maxTokens_);
    form->addRow(tr("&Temperature:"), temperature_);
    form->addRow(tr("Top-&p:"), topP_);
    form->addRow(tr("Top-&k:"), topK_);
    form->addRow(tr("S&eed:"), seed_);
    form->addRow(reasoningPrompt_);
    form->addRow(tr("&System prompt:"), systemRow_);
    connect(temperature_, &QDoubleSpinBox::valueChanged, this, &GenerationForm::enableSampling);
    for (QSpinBox* box : {maxTokens_, topK_, seed_})
        connect(box, &QSpinBox::valueChanged, this, &GenerationForm::changed);
    for (QDoubleSpinBox* box : {temperature_, topP_})
        connect(box, &QDoubleSpinBox::valueChanged, this, &GenerationForm::changed);
    connect(reasoningPrompt_, &QCheckBox::toggled, this, &GenerationForm::changed);
    connect(systemText_, &QPlainTextEdit::textChanged, this, &GenerationForm::changed);
    setOptions({});
}

QWidget* GenerationForm::buildSystemText(app::SavedPrompts& prompts) {
    auto* row = new QWidget(this);
    systemText_ = new TextBox(row);
    systemText_->setAccessibleName(tr("System prompt"));
    systemText_->setPlaceholderText(tr("Leave empty to use Fleming-VL's default"));
    systemText_->setTabChangesFocus(true);
    systemText_->setMaximumHeight(90);
    row->setFocusProxy(systemText_);
    QToolButton* saved = makePromptButton(prompts, app::SavedPrompts::Kind::system, systemText_, row);
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(systemText_, 1);
    columns->addWidget(saved, 0, Qt::AlignTop);
    return row;
}

void GenerationForm::setOptions(const inference::GenerationOptions& options) {
    options_ = options;
    maxTokens_->setValue(options.maxNewTokens);
    temperature_->setValue(options.temperature);
    topP_->setValue(options.topP);
    topK_->setValue(options.topK);
    seed_->setValue(shownSeed(options.seed));
    enableSampling();
}

inference::GenerationOptions GenerationForm::options() const {
    inference::GenerationOptions options = options_;
    options.maxNewTokens = maxTokens_->value();
    // A box shows rounded values: it changes an option only if the user has changed the box.
    QDoubleSpinBox rounding;
    rounding.setRange(0, 5);
    const auto isChanged = [&](const QDoubleSpinBox* box, double value) {
        rounding.setValue(value);
        return box->value() != rounding.value();
    };
    if (isChanged(temperature_, options_.temperature)) options.temperature = temperature_->value();
    if (isChanged(topP_, options_.topP)) options.topP = topP_->value();
    options.topK = topK_->value();
    if (seed_->value() != shownSeed(options_.seed)) options.seed = static_cast<std::uint64_t>(seed_->value());
    return options;
}

void GenerationForm::setReasoningPrompt(bool on) {
    reasoningPrompt_->setChecked(on);
}
bool GenerationForm::reasoningPrompt() const {
    return reasoningPrompt_->isChecked();
}
void GenerationForm::setSystemText(const QString& text) {
    systemText_->setPlainText(text);
}
QString GenerationForm::systemText() const {
    return systemText_->toPlainText().trimmed();
}

void GenerationForm::fixSystemText(const QString& why) {
    systemRow_->setEnabled(false);
    systemRow_->setToolTip(why);
}

void GenerationForm::enableSampling() {
    const bool sampled = temperature_->value() > 0;
    topP_->setEnabled(sampled);
    topK_->setEnabled(sampled);
    seed_->setEnabled(sampled);
}

}  // namespace fleming::ui
