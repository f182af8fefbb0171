#include "ui/window/banners.h"

#include "app/about.h"
#include "app/models/model_description.h"
#include "ui/style/elided_label.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QVBoxLayout>

namespace fleming::ui {

Banners::Banners(const app::ModelSlot& model, QWidget* parent) : QWidget(parent), model_(model) {
    research_ = new QLabel(QString::fromStdString(app::researchOnlyStatement()), this);
    research_->setObjectName(QStringLiteral("researchBanner"));
    research_->setWordWrap(true);
    modelNotice_ = new ElidedLabel(this);
    modelNotice_->setObjectName(QStringLiteral("modelNotice"));
    QFont bold = modelNotice_->font();
    bold.setWeight(QFont::DemiBold);
    modelNotice_->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QLabel* label : {research_, static_cast<QLabel*>(modelNotice_)}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setAutoFillBackground(true);
        label->setMargin(3);
        column->addWidget(label);
    }
    connect(&model_, &app::ModelSlot::changed, this, &Banners::showModel);
    recolour();
    showModel();
}

void Banners::showModel() {
    const QString text = model_.model() ? app::shownDescription(model_.model()->info.description) : QString();
    modelNotice_->setText(text);
    modelNotice_->setVisible(!text.isEmpty());
}

void Banners::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) recolour();
}

void Banners::recolour() {
    for (QLabel* label : {research_, static_cast<QLabel*>(modelNotice_)}) {
        useWarningColours(label);
    }
}

}  // namespace fleming::ui
