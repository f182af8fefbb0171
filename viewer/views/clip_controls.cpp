#include "viewer/views/clip_controls.h"

#include "viewer/text/number_text.h"
#include "viewer/views/clip_player.h"
#include "viewer/views/flow_layout.h"
#include "viewer/views/input_actions.h"
#include "viewer/views/view_commands.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace fleming::viewer {

ClipSlider::ClipSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setAccessibleName(tr("Position in the clip"));
}

void ClipSlider::setMarkedRange(std::optional<std::pair<int, int>> frames) {
    marked_ = frames;
    update();
}

double ClipSlider::positionOf(int frame) const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const double fraction = maximum() > 0 ? static_cast<double>(frame) / maximum() : 0.0;
    return handle / 2.0 + fraction * (width() - handle);
}

int ClipSlider::frameAt(double x) const {
    const double first = positionOf(0), last = positionOf(maximum());
    const double fraction = last > first ? std::clamp((x - first) / (last - first), 0.0, 1.0) : 0.0;
    return static_cast<int>(std::lround(fraction * maximum()));
}

void ClipSlider::paintEvent(QPaintEvent* event) {
    if (marked_) {
        QPainter painter(this);
        const double from = positionOf(marked_->first), to = positionOf(marked_->second);
        QColor band = palette().color(QPalette::Highlight);
        painter.fillRect(QRectF(from, 0, std::max(2.0, to - from), 4), band);
        painter.fillRect(QRectF(from - 2, 0, 2, height()), band);
        painter.fillRect(QRectF(to, 0, 2, height()), band);
    }
    QSlider::paintEvent(event);
}

void ClipSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QSlider::mousePressEvent(event);
    setSliderDown(true);
    setSliderPosition(frameAt(event->position().x()));
    setSliderDown(false);
}

void ClipSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) setSliderPosition(frameAt(event->position().x()));
}

// --- icons ----------------------------------------------------------------------------------------------------------

namespace {

constexpr int kIconSide = 64;  // large, to be scaled to the size of the button

/// Returns an arrow head whose tip is at `tip`, pointing along `direction` (1 or -1) in x.
QPainterPath arrowHead(const QPointF& tip, int direction) {
    QPainterPath path(tip);
    path.lineTo(tip - QPointF(16 * direction, 13));
    path.lineTo(tip - QPointF(16 * direction, -13));
    path.closeSubpath();
    return path;
}

/// Returns the shape of play, pause and the steps.
QPainterPath filledShape(ClipIcon icon) {
    QPainterPath path;
    if (icon == ClipIcon::pause) {
        path.addRect(16, 12, 11, 40);
        path.addRect(37, 12, 11, 40);
        return path;
    }
    const double left = icon == ClipIcon::play ? 16 : 22;
    path.moveTo(left, 12);
    path.lineTo(left + 34, 32);
    path.lineTo(left, 52);
    path.closeSubpath();
    if (icon != ClipIcon::play) path.addRect(8, 12, 8, 40);
    return path;
}

/// Draws a circle with an arrow, an arrow to a bar, or arrows to both sides.
void drawMode(QPainter& painter, ClipIcon icon, const QColor& color) {
    painter.setPen(QPen(color, 7, Qt::SolidLine, Qt::FlatCap));
    QPainterPath heads;
    if (icon == ClipIcon::loop) {
        painter.drawArc(QRectF(12, 14, 40, 40), 60 * 16, -300 * 16);
        heads.addPath(arrowHead({38, 15}, -1));
    } else if (icon == ClipIcon::once) {
        painter.drawLine(8, 32, 36, 32);
        painter.drawLine(54, 12, 54, 52);
        heads.addPath(arrowHead({48, 32}, 1));
    } else {
        painter.drawLine(14, 20, 44, 20);
        painter.drawLine(20, 44, 50, 44);
        heads.addPath(arrowHead({58, 20}, 1));
        heads.addPath(arrowHead({6, 44}, -1));
    }
    painter.fillPath(heads, color);
}

}  // namespace

QIcon clipIcon(ClipIcon icon, const QColor& color) {
    QPixmap pixmap(kIconSide, kIconSide);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (icon == ClipIcon::loop || icon == ClipIcon::once || icon == ClipIcon::backAndForth) {
        drawMode(painter, icon, color);
        return QIcon(pixmap);
    }
    if (icon == ClipIcon::stepBack) {  // mirrors stepForward
        painter.translate(kIconSide, 0);
        painter.scale(-1, 1);
    }
    painter.fillPath(filledShape(icon), color);
    return QIcon(pixmap);
}

// --- the row of controls --------------------------------------------------------------------------------------------

namespace {

struct ModeEntry {
    PlayMode mode;
    ClipIcon icon;
    QString name;
};

constexpr PlayMode kModes[] = {PlayMode::loop, PlayMode::once, PlayMode::backAndForth};

ModeEntry modeEntry(PlayMode mode) {
    switch (mode) {
        case PlayMode::once:
            return {mode, ClipIcon::once, ClipBar::tr("Once")};
        case PlayMode::backAndForth:
            return {mode, ClipIcon::backAndForth, ClipBar::tr("Back and forth")};
        case PlayMode::loop:
            break;
    }
    return {PlayMode::loop, ClipIcon::loop, ClipBar::tr("Loop")};
}

QString timesText(const ClipPlayer& player, int frame) {
    return ClipBar::tr("%1   %2 / %3", "time, frame number / number of frames")
        .arg(clipTimeText(player.timeOf(frame)), countText(frame + 1), countText(player.count()));
}

/// The same in words.
QString positionText(const ClipPlayer& player, int frame) {
    return ClipBar::tr("%1 / %2   Frame %3 of %4")
        .arg(clipTimeText(player.timeOf(frame)), clipTimeText(player.duration()))
        .arg(countText(frame + 1), countText(player.count()));
}

QString speedText(double speed) {
    return ClipBar::tr("%1×", "a speed").arg(QLocale().toString(speed));
}

/// Returns what a button does, with keys that do the same.
QString tipText(const QString& tip, QStringList keys) {
    keys.removeAll(QString());
    if (keys.isEmpty()) return tip;
    return ClipBar::tr("%1 (%2)", "what a button does, its key").arg(tip, keys.join(ClipBar::tr(", ", "between keys")));
}

}  // namespace

std::span<const double> clipSpeeds() {
    static constexpr double kSpeeds[] = {0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0};
    return kSpeeds;
}

double nextSpeed(double speed, int by) {
    const auto speeds = clipSpeeds();
    if (by > 0) {
        const auto next = std::ranges::upper_bound(speeds, speed);
        return next == speeds.end() ? speeds.back() : *next;
    }
    const auto same = std::ranges::lower_bound(speeds, speed);
    return same == speeds.begin() ? speeds.front() : *(same - 1);
}

PlayMode nextMode(PlayMode mode) {
    const auto next = std::ranges::find(kModes, mode) + 1;
    return next == std::end(kModes) ? kModes[0] : *next;
}

ClipBar::ClipBar(QWidget* parent) : QWidget(parent) {
    makeControls();
    makeMenus();
    // The slider gets a row of its own if the other controls leave too little room.
    auto* row = new FlowLayout(2);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{back_, play_, forward_, slider_, time_, speed_, mode_, range_})
        row->addWidget(widget);
    row->setStretched(slider_);
    row->setContentsMargins(4, 0, 4, 0);
    setLayout(row);
    const std::initializer_list<QWidget*> order{back_, play_, forward_, slider_, speed_, mode_, in_, out_, clear_};
    for (const auto* each = order.begin(); each + 1 != order.end(); ++each)
        setTabOrder(*each, *(each + 1));
    paintIcons();
    showTips();
    connect(&InputMap::shared(), &InputMap::changed, this, &ClipBar::showTips);
}

QToolButton* ClipBar::button(const QString& name, const QString& text) {
    auto* made = new QToolButton(this);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(name);
    made->setText(text);
    made->setIconSize({18, 18});
    return made;
}

void ClipBar::makeControls() {
    slider_ = new ClipSlider(this);
    slider_->setMinimumWidth(70);
    time_ = new QLabel(this);
    play_ = button(tr("Play or pause"));
    back_ = button(tr("Previous frame"));
    forward_ = button(tr("Next frame"));
    in_ = button(tr("Set the in point"), tr("In"));
    out_ = button(tr("Set the out point"), tr("Out"));
    clear_ = button(tr("Clear the in and out points"), tr("Clear"));
    mode_ = button(tr("At the end of the range"));
    back_->setAutoRepeat(true);
    forward_->setAutoRepeat(true);
    speed_ = button(tr("Speed"), speedText(0.25));
    speed_->setMinimumWidth(speed_->sizeHint().width());  // the longest text: the others do not move
    range_ = new QWidget(this);                           // in one row
    auto* range = new QHBoxLayout(range_);
    range->setContentsMargins(0, 0, 0, 0);
    range->setSpacing(2);
    for (QToolButton* each : {in_, out_, clear_})
        range->addWidget(each);
    connect(play_, &QToolButton::clicked, this, &ClipBar::playToggled);
    connect(back_, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(forward_, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(slider_, &QSlider::valueChanged, this, &ClipBar::sought);
    connect(in_, &QToolButton::clicked, this, &ClipBar::inPointWanted);
    connect(out_, &QToolButton::clicked, this, &ClipBar::outPointWanted);
    connect(clear_, &QToolButton::clicked, this, &ClipBar::clearWanted);
}

/// Says what the buttons do, with the keys in use.
void ClipBar::showTips() {
    const auto key = [](QLatin1String id) { return firstKeyText(id); };
    play_->setToolTip(tipText(isPlaying_ ? tr("Pause") : tr("Play"), {key(kClipPlay)}));
    back_->setToolTip(tipText(tr("Previous frame"), {keyText(ViewCommand::previousSlice)}));
    forward_->setToolTip(tipText(tr("Next frame"), {keyText(ViewCommand::nextSlice)}));
    in_->setToolTip(tipText(tr("Start the range at this frame"), {key(kClipIn)}));
    out_->setToolTip(tipText(tr("End the range at this frame"), {key(kClipOut)}));
    clear_->setToolTip(tr("Reset the range to the whole clip"));
    mode_->setToolTip(tipText(tr("At the end of the range: %1").arg(modeEntry(playback_.mode).name), {key(kClipMode)}));
    speed_->setToolTip(tipText(tr("Speed; at 1× the clip has %1 frames per second").arg(rateText(rate_)),
                               {key(kClipSlower), key(kClipFaster)}));
}

/// Gives a button a menu of choices; the current one is checked.
QMenu* ClipBar::makeMenu(QToolButton* button, const std::function<bool(const QVariant& choice)>& isCurrent) {
    auto* menu = new QMenu(button);
    auto* group = new QActionGroup(menu);
    connect(menu, &QMenu::aboutToShow, this, [menu, group, isCurrent] {
        for (QAction* action : menu->actions()) {
            action->setCheckable(true);
            group->addAction(action);
            action->setChecked(isCurrent(action->data()));
        }
    });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return menu;
}

void ClipBar::makeMenus() {
    QMenu* speeds = makeMenu(speed_, [this](const QVariant& choice) { return choice.toDouble() == playback_.speed; });
    for (const double speed : clipSpeeds()) {
        QAction* action = speeds->addAction(speedText(speed));
        action->setData(speed);
        connect(action, &QAction::triggered, this, [this, speed] { Q_EMIT speedPicked(speed); });
    }
    QMenu* modes =
        makeMenu(mode_, [this](const QVariant& choice) { return choice.toInt() == static_cast<int>(playback_.mode); });
    for (const PlayMode mode : kModes) {
        QAction* action = modes->addAction(modeEntry(mode).name);
        action->setData(static_cast<int>(mode));
        connect(action, &QAction::triggered, this, [this, mode] { Q_EMIT modePicked(mode); });
    }
}

void ClipBar::paintIcons() {
    const QColor color = palette().color(QPalette::WindowText);
    play_->setIcon(clipIcon(isPlaying_ ? ClipIcon::pause : ClipIcon::play, color));
    back_->setIcon(clipIcon(ClipIcon::stepBack, color));
    forward_->setIcon(clipIcon(ClipIcon::stepForward, color));
    mode_->setIcon(clipIcon(modeEntry(playback_.mode).icon, color));
}

void ClipBar::setClip(const ClipPlayer& player) {
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, std::max(0, player.count() - 1));
    slider_->setPageStep(std::max(1, static_cast<int>(std::lround(player.framesPerSecond()))));
    // As wide as the longest text, so that the slider does not move while the clip plays.
    const QString longest = player.count() > 0 ? timesText(player, player.count() - 1) : QString();
    time_->setMinimumWidth(time_->fontMetrics().horizontalAdvance(longest + QLatin1String("  ")));
    setState(player, 0);
    layout()->activate();
}

void ClipBar::setState(const ClipPlayer& player, int seen) {
    const bool hasClip = player.count() > 0;
    isPlaying_ = player.isPlaying();
    playback_ = player.playback();
    rate_ = player.framesPerSecond();
    paintIcons();
    showTips();
    mode_->setAccessibleDescription(modeEntry(playback_.mode).name);
    const QString speed = speedText(playback_.speed);
    speed_->setText(speed);
    speed_->setAccessibleDescription(tr("%1; at 1× the clip has %2 frames per second.").arg(speed, rateText(rate_)));
    for (QWidget* widget : std::initializer_list<QWidget*>{play_, back_, forward_, slider_, speed_, mode_, in_, out_})
        widget->setEnabled(hasClip);
    clear_->setEnabled(player.range().has_value());
    if (hasClip && player.range()) {
        slider_->setMarkedRange(std::pair(player.firstFrame(), player.lastFrame()));
    } else {
        slider_->setMarkedRange({});
    }
    showFrame(player, seen);
}

void ClipBar::showFrame(const ClipPlayer& player, int seen) {
    if (player.count() == 0) return time_->clear();
    const QSignalBlocker quiet(slider_);
    slider_->setValue(player.isPlaying() ? seen : std::max(0, player.frame()));
    time_->setText(timesText(player, seen));
    time_->setToolTip(positionText(player, seen));
    time_->setAccessibleName(positionText(player, seen));
}

void ClipBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) paintIcons();
    QWidget::changeEvent(event);
}

}  // namespace fleming::viewer
