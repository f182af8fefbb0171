#include "ui/chat/reasoning_block.h"

#include "ui/chat/streaming_text.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

ReasoningBlock::ReasoningBlock(QWidget* parent) : QWidget(parent) {
    heading_ = new QToolButton(this);
    heading_->setCheckable(true);
    heading_->setChecked(true);
    heading_->setAutoRaise(true);
    heading_->setFocusPolicy(Qt::StrongFocus);
    heading_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading_->setToolTip(tr("Show or hide the reasoning"));
    text_ = new StreamingText(this);
    text_->setAccessibleName(tr("Reasoning"));
    body_ = new QWidget(this);
    auto* inner = new QHBoxLayout(body_);
    inner->setContentsMargins(10, 2, 4, 4);
    inner->addWidget(text_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(heading_, 0, Qt::AlignLeft);
    column->addWidget(body_);
    connect(heading_, &QToolButton::toggled, this, &ReasoningBlock::refresh);
    refresh();
}

void ReasoningBlock::setStreaming(bool on) {
    streaming_ = on;
    refresh();
}

void ReasoningBlock::setExpanded(bool on) {
    heading_->setChecked(on);
}
bool ReasoningBlock::isExpanded() const {
    return heading_->isChecked();
}

void ReasoningBlock::refresh() {
    const bool open = heading_->isChecked();
    body_->setVisible(open);
    heading_->setIcon(icon(open ? Symbol::collapse : Symbol::expand));
    heading_->setText(streaming_ ? tr("Reasoning…") : tr("Reasoning"));
}

}  // namespace fleming::ui
