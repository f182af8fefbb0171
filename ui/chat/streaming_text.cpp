#include "ui/chat/streaming_text.h"

#include "app/evidence/references.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>

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
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    timer_.setSingleShot(true);
    timer_.setInterval(kCollectFor);
    connect(&timer_, &QTimer::timeout, this, &StreamingText::flush);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &StreamingText::fitHeight);
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
