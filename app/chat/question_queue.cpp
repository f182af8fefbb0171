#include "app/chat/question_queue.h"

#include "app/chat/chat.h"
#include "app/models/model_slot.h"

#include <utility>

namespace fleming::app {

QuestionQueue::QuestionQueue(Chat& chat, const ModelSlot& model, QObject* parent)
    : QObject(parent), chat_(chat), model_(model) {
    // Queued connections: every other slot sees the end of an answer before the next question is asked.
    connect(&chat, &Chat::answeringChanged, this, &QuestionQueue::askNext, Qt::QueuedConnection);
    connect(&model, &ModelSlot::changed, this, &QuestionQueue::askNext, Qt::QueuedConnection);
    connect(&chat, &Chat::stopping, this, &QuestionQueue::hold);
    connect(&chat, &Chat::questionDropped, this, &QuestionQueue::hold);
}

void QuestionQueue::add(const QString& text) {
    if (text.trimmed().isEmpty()) return;
    texts_.append(text);
    Q_EMIT changed();
    askNext();
}

void QuestionQueue::remove(int index) {
    if (index < 0 || index >= texts_.size()) return;
    texts_.removeAt(index);
    held_ = held_ && !texts_.isEmpty();
    Q_EMIT changed();
}

void QuestionQueue::move(int from, int to) {
    if (from < 0 || from >= texts_.size() || to < 0 || to >= texts_.size() || from == to) return;
    texts_.move(from, to);
    Q_EMIT changed();
}

void QuestionQueue::putBack(const QStringList& texts) {
    if (texts.isEmpty()) return;
    texts_ = texts + texts_;
    held_ = true;
    Q_EMIT changed();
}

QStringList QuestionQueue::takeAll() {
    held_ = false;
    QStringList texts = std::exchange(texts_, {});
    if (!texts.isEmpty()) Q_EMIT changed();
    return texts;
}

void QuestionQueue::hold() {
    setHeld(!texts_.isEmpty());
}

void QuestionQueue::release() {
    setHeld(false);
    askNext();
}

void QuestionQueue::setHeld(bool held) {
    if (held_ == held) return;
    held_ = held;
    Q_EMIT changed();
}

void QuestionQueue::askNext() {
    const bool ready = !held_ && !chat_.isAnswering() && model_.model() && !model_.isLoading();
    if (texts_.isEmpty() || !ready) return;
    const QString text = texts_.takeFirst();
    if (!chat_.ask(text)) {
        putBack({text});  // Chat::failed() has said why
        return;
    }
    Q_EMIT changed();
}

}  // namespace fleming::app
