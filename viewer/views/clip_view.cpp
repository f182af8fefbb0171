#include "viewer/views/clip_view.h"

#include "viewer/text/number_text.h"
#include "viewer/views/clip_controls.h"
#include "viewer/views/flow_layout.h"
#include "viewer/views/frame_decoder.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr int kTickMs = 8;
constexpr double kLateSeconds = 0.25;  // further behind, the clip plays slower instead of dropping more frames

/// The times of a clip. They are read once, because the calls of a clip wait for each other while it decodes.
struct Timeline {
    std::vector<double> times;  ///< s, by frame
    double duration = 0.0, framesPerSecond = 1.0;

    int count() const { return static_cast<int>(times.size()); }
    double timeOf(int frame) const { return times[static_cast<std::size_t>(frame)]; }
    int indexAt(double seconds) const {
        const auto after = std::upper_bound(times.begin(), times.end(), seconds);
        return std::max(0, static_cast<int>(after - times.begin()) - 1);
    }
};

Timeline timelineOf(const Clip& clip) {
    Timeline timeline;
    for (int frame = 0; frame < clip.frameCount(); ++frame)
        timeline.times.push_back(clip.timeOf(frame));
    timeline.framesPerSecond = clip.framesPerSecond() > 0 ? clip.framesPerSecond() : 1.0;
    timeline.duration = clip.duration();
    return timeline;
}

}  // namespace

struct ClipView::Private {
    explicit Private(ClipView* owner) : view(owner) {}

    ClipView* view;
    Timeline clip;
    FrameDecoder decoder;
    int wanted = -1, shown = -1;
    std::optional<double> in, out;  ///< s
    ErrorWords words = whatOf;

    QTimer timer;
    QElapsedTimer clock;
    double clockStart = 0.0;  ///< time in the clip when the clock was started, s

    ClipScreen* screen = nullptr;
    ClipSlider* slider = nullptr;
    QLabel* time = nullptr;
    QToolButton *play = nullptr, *back = nullptr, *forward = nullptr;
    QToolButton *setIn = nullptr, *setOut = nullptr, *clear = nullptr;

    void build();
    QToolButton* button(const QString& name, const QString& text);
    void updateControls();
    QString positionText(int frame) const;
    void updateTime();
    int firstFrame() const { return in ? clip.indexAt(*in) : 0; }
    int lastFrame() const { return out ? clip.indexAt(*out) : clip.count() - 1; }
    void startClock(double seconds);
    void tick();
    void want(int frame, bool lookAhead);
    void showDecoded();
    void fail(int frame, const QString& message);
    void rangeHasChanged();
};

QToolButton* ClipView::Private::button(const QString& name, const QString& text) {
    auto* made = new QToolButton(view);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(name);
    made->setText(text);
    made->setIconSize({18, 18});
    return made;
}

void ClipView::Private::build() {
    screen = new ClipScreen(view);
    slider = new ClipSlider(view);
    time = new QLabel(view);
    play = button(tr("Play or pause"), {});
    back = button(tr("Previous frame"), {});
    forward = button(tr("Next frame"), {});
    setIn = button(tr("Set the in point"), tr("In"));
    setOut = button(tr("Set the out point"), tr("Out"));
    clear = button(tr("Clear the in and out points"), tr("Clear"));
    back->setToolTip(tr("Previous frame (Left)"));
    forward->setToolTip(tr("Next frame (Right)"));
    setIn->setToolTip(tr("Start the range at this frame (I)"));
    setOut->setToolTip(tr("End the range at this frame (O)"));
    clear->setToolTip(tr("Reset the range to the whole clip"));
    back->setAutoRepeat(true);
    forward->setAutoRepeat(true);

    // The slider gets a row of its own if the other controls leave too little room.
    slider->setMinimumWidth(100);
    auto* row = new FlowLayout(2);
    for (QWidget* widget : std::initializer_list<QWidget*>{back, play, forward, slider, time, setIn, setOut, clear}) {
        row->addWidget(widget);
    }
    row->setStretched(slider);
    row->setContentsMargins(4, 0, 4, 0);
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(screen, 1);
    column->addLayout(row);

    connect(play, &QToolButton::clicked, view, [this] { view->isPlaying() ? view->pause() : view->play(); });
    connect(back, &QToolButton::clicked, view, [this] { view->seek(wanted - 1); });
    connect(forward, &QToolButton::clicked, view, [this] { view->seek(wanted + 1); });
    connect(slider, &QSlider::valueChanged, view, [this](int frame) { view->seek(frame); });
    connect(setIn, &QToolButton::clicked, view, [this] { view->setInPoint(clip.timeOf(wanted)); });
    connect(setOut, &QToolButton::clicked, view, [this] { view->setOutPoint(clip.timeOf(wanted)); });
    connect(clear, &QToolButton::clicked, view, [this] { view->clearRange(); });
    connect(&decoder, &FrameDecoder::decoded, view, [this] { showDecoded(); });
    connect(&decoder, &FrameDecoder::failed, view,
            [this](int frame, const std::exception_ptr& exception) { fail(frame, words(exception)); });
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(kTickMs);
    connect(&timer, &QTimer::timeout, view, [this] { tick(); });
}

void ClipView::Private::updateControls() {
    const QColor color = view->palette().color(QPalette::WindowText);
    const bool playing = view->isPlaying();
    play->setIcon(clipIcon(playing ? ClipIcon::pause : ClipIcon::play, color));
    play->setToolTip(playing ? tr("Pause (Space)") : tr("Play (Space)"));
    back->setIcon(clipIcon(ClipIcon::stepBack, color));
    forward->setIcon(clipIcon(ClipIcon::stepForward, color));
    for (QWidget* widget : std::initializer_list<QWidget*>{play, back, forward, slider, setIn, setOut}) {
        widget->setEnabled(clip.count() > 0);
    }
    clear->setEnabled(in || out);
}

QString ClipView::Private::positionText(int frame) const {
    return tr("%1 / %2   Frame %3 of %4")
        .arg(clipTimeText(clip.timeOf(frame)), clipTimeText(clip.duration))
        .arg(countText(frame + 1), countText(clip.count()));
}

void ClipView::Private::updateTime() {
    if (clip.count() == 0) return time->clear();
    time->setText(positionText(std::max(0, wanted)));
}

void ClipView::Private::startClock(double seconds) {
    clockStart = seconds;
    clock.start();
}

void ClipView::Private::tick() {
    const int first = firstFrame(), last = lastFrame();
    double now = clockStart + static_cast<double>(clock.nsecsElapsed()) * 1e-9;
    if (shown >= 0 && shown <= wanted && clip.timeOf(wanted) - clip.timeOf(shown) > kLateSeconds) {
        now = clip.timeOf(shown) + 1.0 / clip.framesPerSecond;
        startClock(now);
    }
    if (now < clip.timeOf(first) || now > clip.timeOf(last) + 1.0 / clip.framesPerSecond) {
        now = clip.timeOf(first);
        startClock(now);
        shown = -1;  // frames before the one on the screen are new again
    }
    const int frame = std::clamp(clip.indexAt(now), first, last);
    if (frame != wanted) want(frame, true);
}

void ClipView::Private::want(int frame, bool lookAhead) {
    wanted = frame;
    decoder.want(frame, lookAhead, lastFrame());
    const QSignalBlocker quiet(slider);
    slider->setValue(frame);
    updateTime();
    showDecoded();
}

/// Shows the newest frame that is due; while the clip plays, also a late one.
void ClipView::Private::showDecoded() {
    if (clip.count() == 0 || wanted < 0) return;
    const auto [frame, image] = decoder.newest(timer.isActive() ? std::min(shown + 1, wanted) : wanted, wanted);
    if (frame < 0 || frame == shown) return;
    shown = frame;
    screen->setImage(image);
    Q_EMIT view->frameChanged(frame);
}

void ClipView::Private::fail(int frame, const QString& message) {
    if (frame != wanted || !decoder.isUndecodable(frame)) return;
    view->pause();
    shown = -1;
    screen->setMessage(message);
    Q_EMIT view->failed(message);
}

void ClipView::Private::rangeHasChanged() {
    if (clip.count() > 0 && (in || out)) {
        slider->setMarkedRange(std::pair(firstFrame(), lastFrame()));
    } else {
        slider->setMarkedRange({});
    }
    updateControls();
    Q_EMIT view->rangeChanged();
}

ClipView::ClipView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(this)) {
    d_->build();
    setFocusProxy(d_->screen);
    d_->updateControls();
}

ClipView::~ClipView() {
    d_->timer.stop();
}

void ClipView::setErrorWords(ErrorWords words) {
    d_->words = std::move(words);
}

void ClipView::setClip(std::shared_ptr<const Clip> clip) {
    pause();
    d_->clip = clip ? timelineOf(*clip) : Timeline{};
    d_->decoder.setClip(std::move(clip));
    d_->wanted = d_->shown = -1;
    d_->in.reset();
    d_->out.reset();
    d_->screen->setImage({});
    {
        const QSignalBlocker quiet(d_->slider);
        d_->slider->setRange(0, std::max(0, d_->clip.count() - 1));
        d_->slider->setPageStep(std::max(1, static_cast<int>(std::lround(d_->clip.framesPerSecond))));
    }
    d_->rangeHasChanged();
    d_->updateTime();
    // As wide as the longest text, so that the slider does not move while the clip plays.
    const QString longest = d_->clip.count() > 0 ? d_->positionText(d_->clip.count() - 1) : QString();
    d_->time->setMinimumWidth(d_->time->fontMetrics().horizontalAdvance(longest + QLatin1String("  ")));
    layout()->activate();
    if (d_->clip.count() > 0) seek(0);
}

void ClipView::play() {
    if (d_->clip.count() == 0 || isPlaying()) return;
    if (d_->wanted < d_->firstFrame() || d_->wanted >= d_->lastFrame()) d_->want(d_->firstFrame(), true);
    d_->startClock(d_->clip.timeOf(d_->wanted));
    d_->timer.start();
    d_->updateControls();
    Q_EMIT playingChanged(true);
}

void ClipView::pause() {
    if (!isPlaying()) return;
    d_->timer.stop();
    d_->updateControls();
    if (d_->shown >= 0 && d_->shown != d_->wanted) d_->want(d_->shown, false);
    Q_EMIT playingChanged(false);
}

bool ClipView::isPlaying() const {
    return d_->timer.isActive();
}

void ClipView::seek(int frame) {
    if (d_->clip.count() == 0) return;
    const int inside = std::clamp(frame, 0, d_->clip.count() - 1);
    if (isPlaying()) {
        d_->startClock(d_->clip.timeOf(inside));
        d_->shown = -1;
    }
    if (inside != d_->wanted) d_->want(inside, isPlaying());
}

int ClipView::frame() const {
    return std::max(0, d_->wanted);
}

int ClipView::shownFrame() const {
    return d_->shown;
}

void ClipView::setInPoint(double seconds) {
    if (d_->clip.count() == 0) return;
    d_->in = std::clamp(seconds, 0.0, d_->clip.duration);
    if (d_->out && *d_->out < *d_->in) d_->out.reset();
    d_->rangeHasChanged();
}

void ClipView::setOutPoint(double seconds) {
    if (d_->clip.count() == 0) return;
    d_->out = std::clamp(seconds, 0.0, d_->clip.duration);
    if (d_->in && *d_->in > *d_->out) d_->in.reset();
    d_->rangeHasChanged();
}

void ClipView::clearRange() {
    d_->in.reset();
    d_->out.reset();
    d_->rangeHasChanged();
}

std::optional<std::pair<double, double>> ClipView::range() const {
    if (d_->clip.count() == 0 || (!d_->in && !d_->out)) return {};
    return std::pair(d_->in.value_or(0.0), d_->out.value_or(d_->clip.duration));
}

QImage ClipView::grabImage() {
    return grab().toImage();
}

void ClipView::keyPressEvent(QKeyEvent* event) {
    if (d_->clip.count() == 0) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Space:
            isPlaying() ? pause() : play();
            break;
        case Qt::Key_Left:
            seek(d_->wanted - 1);
            break;
        case Qt::Key_Right:
            seek(d_->wanted + 1);
            break;
        case Qt::Key_Home:
            seek(0);
            break;
        case Qt::Key_End:
            seek(d_->clip.count() - 1);
            break;
        case Qt::Key_I:
            setInPoint(d_->clip.timeOf(d_->wanted));
            break;
        case Qt::Key_O:
            setOutPoint(d_->clip.timeOf(d_->wanted));
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ClipView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) d_->updateControls();
    QWidget::changeEvent(event);
}

}  // namespace fleming::viewer
