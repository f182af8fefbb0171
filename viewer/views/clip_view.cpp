#include "viewer/views/clip_view.h"

#include "viewer/render/window_presets.h"
#include "viewer/text/series_part_text.h"
#include "viewer/views/clip_controls.h"
#include "viewer/views/clip_player.h"
#include "viewer/views/clip_screen.h"
#include "viewer/views/frame_decoder.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace fleming::viewer {

namespace {

constexpr int kTickMs = 8;

}  // namespace

struct ClipView::Private {
    explicit Private(ClipView* owner) : view(owner) {}

    ClipView* view;
    std::shared_ptr<const Clip> clip;
    Series series;
    SceneTexts texts;
    ClipPlayer player;
    FrameDecoder decoder;
    std::optional<Windowing> ownWindowing;  ///< of the clip
    FrameDisplay display;                   ///< what the user has chosen
    int shown = -1;
    std::vector<int> due;           ///< the frame on the screen, then those that should have followed it
    double shownAt = 0.0;           ///< since when a frame is due that is not on the screen, s
    std::map<int, QString> faults;  ///< of the frames that could not be decoded
    bool hasToldFault = false;      ///< since the clip plays
    ErrorWords words = whatOf;

    QTimer timer;
    QElapsedTimer clock;
    ClipScreen* screen = nullptr;
    ClipBar* bar = nullptr;

    void build();
    void connectBar();
    double now() const { return static_cast<double>(clock.nsecsElapsed()) * 1e-9; }
    bool hasClip() const { return player.count() > 0; }
    void showFacts();
    void goTo(int frame);
    void request();
    void tick();
    void showDecoded();
    void fail(int frame, const QString& message);
    void tellFault();
    void playingHasChanged();
    void rangeHasChanged();
    void displayHasChanged();
};

void ClipView::Private::build() {
    clock.start();
    screen = new ClipScreen(view);
    bar = new ClipBar(view);
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(screen, 1);
    column->addWidget(bar);
    connectBar();
    connect(screen, &ClipScreen::windowDragged, view, [this](const Window& window) { view->setWindowing(window); });
    connect(screen, &ClipScreen::scrolled, view, [this](int frames) { view->seek(player.frame() + frames); });
    connect(screen, &ClipScreen::displayChanged, view, &ClipView::displayChanged);
    connect(screen, &ClipScreen::activeToolChanged, view, &ClipView::activeToolChanged);
    connect(screen, &ClipScreen::menuRequested, view, &ClipView::menuRequested);
    connect(&decoder, &FrameDecoder::decoded, view, [this] { showDecoded(); });
    connect(&decoder, &FrameDecoder::failed, view,
            [this](int frame, const std::exception_ptr& exception) { fail(frame, words(exception)); });
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(kTickMs);
    connect(&timer, &QTimer::timeout, view, [this] { tick(); });
}

void ClipView::Private::connectBar() {
    connect(bar, &ClipBar::playToggled, view, [this] { view->isPlaying() ? view->pause() : view->play(); });
    connect(bar, &ClipBar::stepped, view, [this](int by) { view->seek(player.frame() + by); });
    connect(bar, &ClipBar::sought, view, &ClipView::seek);
    connect(bar, &ClipBar::inPointWanted, view, &ClipView::setInPointHere);
    connect(bar, &ClipBar::outPointWanted, view, &ClipView::setOutPointHere);
    connect(bar, &ClipBar::clearWanted, view, &ClipView::clearRange);
    connect(bar, &ClipBar::speedPicked, view, [this](double speed) {
        view->setPlayback({speed, player.playback().mode});
    });
    connect(bar, &ClipBar::modePicked, view, [this](PlayMode mode) {
        view->setPlayback({player.playback().speed, mode});
    });
}

void ClipView::Private::showFacts() {
    ClipFacts facts;
    if (hasClip()) {
        facts.modality = series.modality;
        facts.description = seriesDescriptionText(series.description);
        facts.study = series.study;
        facts.frame = view->seenFrame();
        facts.count = player.count();
        facts.framesPerSecond = player.framesPerSecond();
        facts.speed = player.playback().speed;
        facts.texts = texts;
    }
    screen->setFacts(facts);
}

// --- which frame is shown -------------------------------------------------------------------------------------------

/// Makes a frame the one to show, and no other.
void ClipView::Private::goTo(int frame) {
    player.seek(frame, now());
    due = {player.frame()};
    shownAt = now();
    request();
}

void ClipView::Private::request() {
    decoder.want(player.frame(), player.isPlaying() ? player.upcoming(FrameDecoder::kLookAhead) : std::vector<int>{});
    if (!player.isPlaying()) bar->showFrame(player, view->seenFrame());
    showDecoded();
    if (!player.isPlaying()) tellFault();
}

void ClipView::Private::tick() {
    const double time = now();
    // Does not wait for frames that will not come.
    std::erase_if(due, [this](int frame) { return frame != shown && decoder.isUndecodable(frame); });
    const bool waits = std::ranges::any_of(due, [this](int frame) { return frame != shown; });
    if (waits && time - shownAt > ClipPlayer::kLate)
        return player.hold(time);  // the clip plays slower instead of dropping more frames
    const std::vector<int> next = player.advance(time);
    if (!next.empty()) {
        showDecoded();  // before the decoder drops what is late
        if (!waits) shownAt = time;
        due.insert(due.end(), next.begin(), next.end());
        request();
    }
    if (!player.isPlaying()) playingHasChanged();
}

/// Shows the newest frame that is due.
void ClipView::Private::showDecoded() {
    const DecodedFrame frame = decoder.latest(due);
    if (frame.number < 0) return;
    const DecodedFrame& before = screen->frame();
    if (frame.number == shown && before.number == shown && before.display == frame.display) return;
    screen->setFrame(frame);
    shownAt = now();
    const auto last = std::find(due.rbegin(), due.rend(), frame.number);
    due.erase(due.begin(), last.base() - 1);
    if (std::exchange(shown, frame.number) == frame.number) return;
    bar->showFrame(player, shown);
    showFacts();
    Q_EMIT view->frameChanged(shown);
}

void ClipView::Private::fail(int frame, const QString& message) {
    if (!decoder.isUndecodable(frame)) return;  // of an earlier clip
    faults[frame] = message;
    if (!player.isPlaying()) {
        if (frame == player.frame()) tellFault();
        return;
    }
    if (shown < 0) screen->setMessage(message);
    if (!std::exchange(hasToldFault, true)) Q_EMIT view->failed(message);
}

/// Says why there is no image, if the current frame is known to be undecodable.
void ClipView::Private::tellFault() {
    const auto fault = faults.find(player.frame());
    if (fault == faults.end() || !decoder.isUndecodable(fault->first)) return;
    shown = -1;
    screen->setMessage(fault->second);
    bar->showFrame(player, fault->first);
    showFacts();
    Q_EMIT view->frameChanged(fault->first);
    Q_EMIT view->failed(fault->second);
}

void ClipView::Private::playingHasChanged() {
    const bool plays = player.isPlaying();
    hasToldFault = false;
    plays ? timer.start() : timer.stop();
    screen->setMoving(plays);
    bar->setState(player, view->seenFrame());
    Q_EMIT view->playingChanged(plays);
}

void ClipView::Private::rangeHasChanged() {
    bar->setState(player, view->seenFrame());
    Q_EMIT view->rangeChanged();
}

void ClipView::Private::displayHasChanged() {
    decoder.setDisplay(display);
    FrameDisplay shownAs = display;
    shownAs.windowing = view->windowing();
    screen->setDisplay(shownAs, clip && clip->lowestIsWhite());
}

ClipView::ClipView(QWidget* parent) : QWidget(parent), d_(std::make_unique<Private>(this)) {
    d_->build();
    setFocusProxy(d_->screen);
    d_->bar->setState(d_->player, 0);
}

ClipView::~ClipView() {
    d_->timer.stop();
}

void ClipView::setErrorWords(ErrorWords words) {
    d_->words = std::move(words);
}

void ClipView::setClip(std::shared_ptr<const Clip> clip, const Series& series) {
    d_->player.stop();
    if (d_->timer.isActive()) d_->playingHasChanged();
    d_->player = clip ? ClipPlayer(*clip) : ClipPlayer();
    d_->ownWindowing = clip ? clip->windowing() : std::nullopt;
    d_->series = series;
    d_->display = {};
    d_->shown = -1;
    d_->due.clear();
    d_->faults.clear();
    d_->screen->setClip(clip ? QSize(clip->width(), clip->height()) : QSize(), clip ? clip->pixelSize() : PixelSize());
    d_->clip = clip;
    d_->decoder.setClip(std::move(clip));
    d_->displayHasChanged();
    d_->bar->setClip(d_->player);
    d_->rangeHasChanged();
    d_->showFacts();
    Q_EMIT windowChanged();
    if (d_->hasClip()) d_->goTo(0);
}

void ClipView::setSeries(const Series& series) {
    d_->series = series;
    d_->showFacts();
}

void ClipView::setTexts(SceneTexts texts) {
    d_->texts = texts;
    d_->showFacts();
}

void ClipView::play() {
    if (!d_->hasClip() || isPlaying()) return;
    d_->player.start(d_->now());
    if (d_->player.frame() != d_->shown) d_->due = {d_->player.frame()};
    d_->shownAt = d_->now();
    d_->playingHasChanged();
    d_->request();
}

void ClipView::pause() {
    if (!isPlaying()) return;
    d_->player.stop();
    d_->playingHasChanged();
    d_->goTo(d_->shown >= 0 ? d_->shown : d_->player.frame());
}

bool ClipView::isPlaying() const {
    return d_->player.isPlaying();
}

void ClipView::seek(int frame) {
    if (!d_->hasClip()) return;
    const int inside = std::clamp(frame, 0, d_->player.count() - 1);
    if (inside != d_->player.frame()) d_->goTo(inside);
}

int ClipView::frame() const {
    return std::max(0, d_->player.frame());
}

int ClipView::shownFrame() const {
    return d_->shown;
}

int ClipView::seenFrame() const {
    return d_->shown >= 0 ? d_->shown : frame();
}

int ClipView::frameCount() const {
    return d_->player.count();
}

double ClipView::timeOf(int frame) const {
    return d_->player.timeOf(frame);
}

std::optional<int> ClipView::frameAt(double seconds) const {
    const ClipPlayer& player = d_->player;
    const double half = 0.5 / player.framesPerSecond();
    if (!d_->hasClip() || seconds < -half || seconds >= player.duration() + half) return {};
    const int before = player.indexAt(seconds);
    if (before + 1 == player.count()) return before;
    const bool isNextNearer = player.timeOf(before + 1) - seconds < seconds - player.timeOf(before);
    return isNextNearer ? before + 1 : before;
}

// --- range, speed and mode ------------------------------------------------------------------------------------------

void ClipView::setInPoint(double seconds) {
    if (!d_->hasClip()) return;
    d_->player.setInPoint(seconds);
    d_->rangeHasChanged();
}

void ClipView::setOutPoint(double seconds) {
    if (!d_->hasClip()) return;
    d_->player.setOutPoint(seconds);
    d_->rangeHasChanged();
}

void ClipView::setInPointHere() {
    if (d_->hasClip()) setInPoint(d_->player.timeOf(isPlaying() ? seenFrame() : frame()));
}

void ClipView::setOutPointHere() {
    if (d_->hasClip()) setOutPoint(d_->player.timeOf(isPlaying() ? seenFrame() : frame()));
}

void ClipView::clearRange() {
    d_->player.clearRange();
    d_->rangeHasChanged();
}

std::optional<std::pair<double, double>> ClipView::range() const {
    return d_->player.range();
}

void ClipView::setPlayback(const Playback& playback) {
    const Playback before = this->playback();
    d_->player.setSpeed(playback.speed, d_->now());
    if (playback.mode != before.mode) d_->player.setMode(playback.mode);
    if (this->playback() == before) return;
    d_->bar->setState(d_->player, seenFrame());
    d_->showFacts();
    Q_EMIT playbackChanged();
}

Playback ClipView::playback() const {
    return d_->player.playback();
}

// --- window, zoom and tools -----------------------------------------------------------------------------------------

void ClipView::setWindowing(const Windowing& windowing) {
    if (!d_->ownWindowing || this->windowing() == windowing) return;
    d_->display.windowing = windowing;
    d_->displayHasChanged();
    Q_EMIT windowChanged();
}

std::optional<Windowing> ClipView::windowing() const {
    if (!d_->ownWindowing) return {};
    return d_->display.windowing.value_or(*d_->ownWindowing);
}

std::optional<Windowing> ClipView::chosenWindowing() const {
    return d_->display.windowing;
}

std::shared_ptr<const Volume> ClipView::shownValues() const {
    return d_->screen->frame().values;
}

std::vector<NamedWindow> ClipView::fileWindows() const {
    return d_->clip ? d_->clip->windows() : std::vector<NamedWindow>{};
}

void ClipView::setWholeRange() {
    const auto values = shownValues();
    if (const auto all = values ? fullRange(*values) : std::nullopt) setWindowing(*all);
}

/// Sets the window of the key 1 to 9 (keyWindows()).
void ClipView::pickWindow(int number) {
    const auto values = shownValues();
    if (!values) return;
    const std::vector<WindowPreset> windows = keyWindows(d_->series.modality, d_->clip->windows(), *values);
    if (const auto windowing = windowOfKey(windows, number)) setWindowing(*windowing);
}

bool ClipView::isInverted() const {
    return d_->display.inverted;
}

void ClipView::setInverted(bool inverted) {
    if (!d_->hasClip() || inverted == isInverted()) return;
    d_->display.inverted = inverted;
    d_->displayHasChanged();
    Q_EMIT displayChanged();
}

Look ClipView::look() const {
    return d_->display.look;
}

void ClipView::setLook(const Look& look) {
    if (!d_->hasClip() || look == this->look()) return;
    d_->display.look = look;
    d_->displayHasChanged();
    Q_EMIT displayChanged();
}

void ClipView::fit() {
    d_->screen->fit();
}

void ClipView::resetView() {
    const bool hadWindow = d_->display.windowing.has_value();
    d_->display = {};
    d_->displayHasChanged();
    fit();
    if (hadWindow) Q_EMIT windowChanged();
}

void ClipView::setZoom(double zoom) {
    d_->screen->setZoom(zoom);
}

double ClipView::zoom() const {
    return d_->screen->zoom();
}

std::optional<ZoomPan> ClipView::zoomPan() const {
    return d_->screen->zoomPan();
}

void ClipView::setZoomPan(const std::optional<ZoomPan>& place) {
    d_->screen->setZoomPan(place);
}

FrameCamera ClipView::camera() const {
    return d_->screen->camera();
}

void ClipView::setCamera(const FrameCamera& camera) {
    d_->screen->setCamera(camera);
}

void ClipView::setActiveTool(const std::string& id) {
    d_->screen->setActiveTool(id);
}

std::string ClipView::activeTool() const {
    return d_->screen->activeTool();
}

QImage ClipView::grabImage() {
    return grab().toImage();
}

QWidget* ClipView::screen() const {
    return d_->screen;
}

bool ClipView::escape() {
    return d_->screen->escape();
}

}  // namespace fleming::viewer
