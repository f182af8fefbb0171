#include "ui/window/message_bar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace fleming::ui {

namespace {

constexpr int kShownLength = 220;
constexpr int kNoticeTime = 10000;   // ms
constexpr int kOfferTime = 60000;    // ms
constexpr int kSmallestWidth = 460;  // device-independent pixels
constexpr int kLargestWidth = 760;
constexpr int kMargin = 10;
constexpr int kAboveEnd = 44;  // pixels; does not cover the slider below the image

QToolButton* flatButton(const QString& text, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

MessageBar::MessageBar(QWidget& over, QWidget* parent) : QFrame(parent), over_(over) {
    setObjectName(QStringLiteral("messageBar"));
    over.installEventFilter(this);
    parent->installEventFilter(this);
    closing_.setSingleShot(true);
    connect(&closing_, &QTimer::timeout, this, &MessageBar::closeUnlessRead);
    makeText();
    makeButtons();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(picture_);
    row->addWidget(text_, 1);
    row->addWidget(offerButton_);
    row->addWidget(detailsButton_);
    row->addWidget(closeButton_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 5, 6, 5);
    column->addLayout(row);
    column->addWidget(details_);
    setVisible(false);
}

void MessageBar::makeText() {
    picture_ = new QLabel(this);
    text_ = new QLabel(this);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void MessageBar::makeButtons() {
    offerButton_ = flatButton({}, this);
    offerButton_->setAutoRaise(false);
    detailsButton_ = flatButton(tr("Details"), this);
    detailsButton_->setCheckable(true);
    closeButton_ = flatButton({}, this);
    closeButton_->setIcon(icon(Symbol::close));
    closeButton_->setToolTip(tr("Close this message"));
    closeButton_->setAccessibleName(tr("Close this message"));
    details_ = new QPlainTextEdit(this);
    details_->setReadOnly(true);
    details_->setMaximumHeight(110);
    details_->setAccessibleName(tr("All messages"));
    details_->hide();
    connect(detailsButton_, &QToolButton::toggled, this, [this](bool on) {
        details_->setVisible(on);
        place();
    });
    connect(closeButton_, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(offerButton_, &QToolButton::clicked, this, [this] {
        const Offer offer = offer_;
        dismiss();
        offer.accept();
    });
}

void MessageBar::closeUnlessRead() {
    const bool isRead = underMouse() || detailsButton_->isChecked() || isAncestorOf(QApplication::focusWidget());
    if (isRead) {
        closing_.start();
    } else {
        dismiss();
    }
}

void MessageBar::say(Kind kind, const QString& message, const Offer& offer) {
    if (kind == Kind::notice && kind_ == Kind::error && !messages_.isEmpty()) {
        messages_.prepend(message);  // the error stays visible
    } else {
        kind_ = kind;
        messages_.append(message);
        offerButton_->setText(offer.text);
        offer_ = offer;
    }
    refresh();
    setVisible(true);
    closeLater();
    raise();
    place();
}

void MessageBar::closeLater() {
    if (kind_ == Kind::notice) {
        closing_.start(offer_.text.isEmpty() ? kNoticeTime : kOfferTime);
    } else {
        closing_.stop();
    }
}

void MessageBar::place() {
    if (isHidden()) return;
    layout()->activate();
    const QRect room = parentWidget()->rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QRect over(over_.mapTo(parentWidget(), QPoint()), over_.size());
    const int width = qMin(qBound(kSmallestWidth, over.width() - 2 * kMargin, kLargestWidth), room.width());
    const int height =
        qMin(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height(), room.height());
    const int left = qBound(room.left(), over.center().x() - width / 2, room.right() + 1 - width);
    setGeometry(left, qMax(room.top(), over.bottom() - height - kAboveEnd), width, height);
}

bool MessageBar::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) place();
    return QFrame::event(event);
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) place();
    if (watched == parentWidget() && event->type() == QEvent::ChildAdded) raise();
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::message() const {
    return messages_.isEmpty() ? QString() : messages_.last();
}

void MessageBar::dismiss() {
    messages_.clear();
    kind_ = Kind::notice;
    offer_ = {};
    closing_.stop();
    detailsButton_->setChecked(false);
    refresh();
    setVisible(false);
}

void MessageBar::withdraw(const QString& topic) {
    if (!offer_.text.isEmpty() && offer_.topic == topic) dismiss();
}

void MessageBar::refresh() {
    const QString last = message();
    const QString firstLine = last.section(QLatin1Char('\n'), 0, 0);
    const bool cut = firstLine.size() > kShownLength || firstLine.size() < last.size();
    text_->setText(firstLine.size() > kShownLength ? firstLine.left(kShownLength) + QStringLiteral("…") : firstLine);
    setAccessibleName(last);
    picture_->setPixmap(icon(kind_ == Kind::error ? Symbol::error : Symbol::info).pixmap(18, 18));
    offerButton_->setVisible(!offerButton_->text().isEmpty());
    detailsButton_->setVisible(cut || messages_.size() > 1);
    detailsButton_->setText(messages_.size() > 1
                                ? tr("Details (%n message(s))", nullptr, static_cast<int>(messages_.size()))
                                : tr("Details"));
    details_->setPlainText(messages_.join(QStringLiteral("\n\n")));
    const QColor colour = kind_ == Kind::error ? errorText() : palette().color(QPalette::WindowText);
    QPalette changed = text_->palette();
    changed.setColor(QPalette::WindowText, colour);
    text_->setPalette(changed);
    update();
}

void MessageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(kind_ == Kind::error ? errorBackground() : palette().color(QPalette::AlternateBase));
    painter.setPen(kind_ == Kind::error ? badColor() : controlBorder());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !messages_.isEmpty()) refresh();
}

}  // namespace fleming::ui
