#include "ui/chat/streaming_text.h"

#include "app/evidence/references.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace fleming::ui {

namespace {
constexpr int kCollectFor = 30;        // ms
constexpr int kLongestReference = 48;  // characters; a reference may begin so far before new text
const QString kScheme = QStringLiteral("evidence:");
}  // namespace

StreamingText::StreamingText(QWidget* parent) : QTextBrowser(parent) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard | Qt::LinksAccessibleByMouse |
                            Qt::LinksAccessibleByKeyboard);
    setTabChangesFocus(false);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    timer_.setSingleShot(true);
    timer_.setInterval(kCollectFor);
    connect(&timer_, &QTimer::timeout, this, &StreamingText::flush);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &StreamingText::fitHeight);
    connect(this, &QTextEdit::cursorPositionChanged, this, &StreamingText::followCursor);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        bool isNumber = false;
        const int number = url.path().toInt(&isNumber);
        if (isNumber) Q_EMIT referenceClicked(number);
    });
}

void StreamingText::setImageCount(int count) {
    if (count == imageCount_) return;
    imageCount_ = count;
    linkFrom(0);
}

void StreamingText::append(const QString& text) {
    pending_ += text;
    if (!timer_.isActive()) timer_.start();
}

void StreamingText::setText(const QString& text) {
    pending_.clear();
    document()->clear();
    pending_ = text;
    flush();
}

QString StreamingText::text() const {
    return toPlainText() + pending_;
}

void StreamingText::flush() {
    timer_.stop();
    if (pending_.isEmpty()) return;
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    const int before = end.position();
    unlinkBefore(before);
    end.insertText(pending_, QTextCharFormat());
    pending_.clear();
    linkFrom(qMax(0, before - kLongestReference));
}

void StreamingText::unlinkBefore(int position) {
    // Removes a link at the end of the text: "Image-1" may become "Image-12".
    QTextCursor link(document());
    int start = position;
    for (; start > 0; --start) {
        link.setPosition(start);
        if (!link.charFormat().isAnchor()) break;
    }
    if (start == position) return;
    link.setPosition(start);
    link.setPosition(position, QTextCursor::KeepAnchor);
    link.setCharFormat(QTextCharFormat());
}

void StreamingText::linkFrom(int position) {
    if (imageCount_ == 0) return;
    // Begins at the start of a word, because the end of a word may look like a reference.
    QTextCursor from(document());
    from.setPosition(position);
    from.movePosition(QTextCursor::StartOfWord);
    const int start = from.position();
    from.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    const QString tail = from.selectedText();
    for (const app::Reference& reference : app::findReferences(tail, imageCount_)) {
        QTextCharFormat link;
        link.setAnchor(true);
        link.setAnchorHref(kScheme + QString::number(reference.number));
        link.setForeground(palette().link());
        link.setFontUnderline(true);
        QTextCursor place(document());
        place.setPosition(start + static_cast<int>(reference.start));
        place.setPosition(start + static_cast<int>(reference.start + reference.length), QTextCursor::KeepAnchor);
        place.setCharFormat(link);
    }
}

QString StreamingText::countedText() const {
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void StreamingText::followCursor() {
    if (!hasFocus()) return;
    constexpr int kMargin = 24;  // pixels that stay visible around the cursor
    for (QWidget* around = parentWidget(); around != nullptr; around = around->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(around);
        if (area == nullptr || area->widget() == nullptr) continue;
        const QPoint place = viewport()->mapTo(area->widget(), cursorRect().center());
        area->ensureVisible(place.x(), place.y(), 0, kMargin);
        return;
    }
}

// --- highlights -----------------------------------------------------------------------------------------------------

void StreamingText::setHighlights(std::vector<Highlight> highlights) {
    const int lanes = highlights_.laneCount();
    highlights_.set(std::move(highlights));
    if (highlights_.laneCount() != lanes) {
        // Makes room below each line of the text.
        QTextBlockFormat format;
        format.setLineHeight(highlights_.laneCount() * Highlights::kLaneHeight, QTextBlockFormat::LineDistanceHeight);
        QTextCursor all(document());
        all.select(QTextCursor::Document);
        all.mergeBlockFormat(format);
    }
    viewport()->update();
}

QRect StreamingText::placeOf(int begin, int end) const {
    const std::vector<QRectF> rectangles = rectanglesOf(*document(), begin, end);
    if (rectangles.empty()) return {viewport()->pos(), QSize(1, height())};
    return rectangles.back().toAlignedRect().translated(viewport()->pos());
}

std::vector<const Highlight*> StreamingText::highlightsAt(const QPoint& place) const {
    const int position = document()->documentLayout()->hitTest(place, Qt::ExactHit);
    return position < 0 ? std::vector<const Highlight*>() : highlights_.at(position);
}

std::vector<int> StreamingText::idsAt(const QPoint& place) const {
    std::vector<int> ids;
    for (const Highlight* each : highlightsAt(place))
        ids.push_back(each->id);
    return ids;
}

void StreamingText::hover(const std::vector<int>& ids) {
    if (std::exchange(hovered_, ids) != ids) Q_EMIT highlightsHovered(ids);
}

/// Goes from link to link, and then on. Qt finds a link at which the text begins again and again on the way back.
bool StreamingText::focusNextPrevChild(bool next) {
    const QTextCursor before = textCursor();
    if (!QTextBrowser::focusNextPrevChild(next)) return false;
    const QTextCursor now = textCursor();
    const bool isSameLink = hasFocus() && before.hasSelection() && now.selectionStart() == before.selectionStart() &&
                            now.selectionEnd() == before.selectionEnd();
    return !isSameLink || QTextEdit::focusNextPrevChild(next);  // NOLINT(bugprone-parent-virtual-call): past the links
}

bool StreamingText::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) hover({});
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QStringList lines;
        for (const Highlight* each : highlightsAt(help->pos()))
            lines << each->description.toHtmlEscaped();
        if (lines.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>"))),
                               viewport());
        }
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void StreamingText::paintEvent(QPaintEvent* event) {
    if (!highlights_.all().empty()) {
        QPainter behind(viewport());
        highlights_.paintTints(behind, *document());
    }
    QTextBrowser::paintEvent(event);
    if (highlights_.all().empty()) return;
    QPainter over(viewport());
    highlights_.paintLines(over, *document());
}

void StreamingText::mouseMoveEvent(QMouseEvent* event) {
    QTextBrowser::mouseMoveEvent(event);
    hover(idsAt(event->position().toPoint()));
}

void StreamingText::mouseReleaseEvent(QMouseEvent* event) {
    QTextBrowser::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton) return;
    if (textCursor().hasSelection()) {
        Q_EMIT selectedByMouse();
    } else {
        Q_EMIT highlightsClicked(idsAt(event->position().toPoint()));
    }
}

void StreamingText::fitHeight() {
    const int height = static_cast<int>(std::ceil(document()->size().height()));
    if (height == height_) return;
    height_ = height;
    setFixedHeight(height_);
}

QSize StreamingText::sizeHint() const {
    return {200, height_};
}
QSize StreamingText::minimumSizeHint() const {
    return {60, height_};
}

void StreamingText::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void StreamingText::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void StreamingText::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) linkFrom(0);
}

}  // namespace fleming::ui
