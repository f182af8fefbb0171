#include "ui/chat/context_meter.h"

#include "ui/browser/series_text.h"
#include "ui/style/elided_label.h"
#include "ui/style/relative_font.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>

#include <algorithm>

namespace fleming::ui {

namespace {

using Fit = app::ContextUse::Fit;
constexpr int kSettledAfter = 150;  // ms

QString labelText(const app::ContextUse& use) {
    const QString used = countText(use.total()), window = countText(use.window);
    switch (use.fit()) {
        case Fit::fits:
            return ContextMeter::tr("About %1 of %2 tokens").arg(used, window);
        case Fit::mayNotFit:
            return ContextMeter::tr("A long answer may not fit: about %1 of %2 tokens").arg(used, window);
        case Fit::doesNotFit:
            return ContextMeter::tr("The next question does not fit: about %1 of %2 tokens").arg(used, window);
    }
    return {};
}

QString tipText(const app::ContextUse& use) {
    QStringList lines{ContextMeter::tr("The model's context window: %1 tokens").arg(countText(use.window)),
                      ContextMeter::tr("This conversation so far: %1").arg(countText(use.conversation)),
                      ContextMeter::tr("The next question: about %1").arg(countText(use.question)),
                      ContextMeter::tr("Its images: %1").arg(countText(use.images)),
                      ContextMeter::tr("The longest answer: %1 (see Settings)").arg(countText(use.answer))};
    if (use.fit() != Fit::fits)
        lines << ContextMeter::tr(
            "Beyond its window, the model becomes less reliable and needs more memory. Start a new "
            "conversation, send fewer images, or lower the maximum of new tokens.");
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

ContextMeter::ContextMeter(app::Workspace& workspace, QPlainTextEdit* box, QWidget* parent)
    : QWidget(parent), workspace_(workspace), box_(box) {
    bar_ = new QProgressBar(this);
    bar_->setTextVisible(false);
    bar_->setFixedSize(60, 6);
    bar_->setAccessibleName(tr("Context window"));
    label_ = new ElidedLabel(this);
    setRelativeFontSize(label_, 0.9);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(bar_);
    row->addWidget(label_, 1);
    settled_.setSingleShot(true);
    settled_.setInterval(kSettledAfter);
    connect(&settled_, &QTimer::timeout, this, &ContextMeter::refresh);
    const auto wait = [this] { settled_.start(); };
    using namespace app;
    connect(box_, &QPlainTextEdit::textChanged, this, wait);
    connect(&workspace_.evidence(), &EvidenceList::changed, this, wait);
    connect(&workspace_.chat(), &Chat::conversationChanged, this, wait);
    connect(&workspace_.chat(), &Chat::answeringChanged, this, wait);
    connect(&workspace_.chat(), &Chat::optionsChanged, this, wait);
    connect(&workspace_.session(), &CurrentSession::replaced, this, wait);
    connect(&workspace_.model(), &ModelSlot::changed, this, &ContextMeter::refresh);
    refresh();
}

void ContextMeter::refresh() {
    const std::optional<app::ContextUse> use = workspace_.chat().contextUse(box_->toPlainText());
    setVisible(use.has_value());
    if (!use) return;
    bar_->setRange(0, std::max(1, use->window));
    bar_->setValue(std::min(use->total(), use->window));
    label_->setText(labelText(*use));
    setToolTip(tipText(*use));
    label_->setToolTip(toolTip());
    const QColor colour = use->fit() == Fit::fits        ? mutedText()
                          : use->fit() == Fit::mayNotFit ? partlyColor()
                                                         : badColor();
    QPalette palette = label_->palette();
    palette.setColor(QPalette::WindowText, colour);
    label_->setPalette(palette);
    palette = bar_->palette();
    palette.setColor(QPalette::Highlight,
                     use->fit() == Fit::fits ? this->palette().color(QPalette::Highlight) : colour);
    bar_->setPalette(palette);
}

void ContextMeter::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) settled_.start();
}

}  // namespace fleming::ui
