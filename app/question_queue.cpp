#include "app/question_queue.h"

#include "app/dialogue.h"
#include "app/model_slot.h"

namespace fleming::app {

QuestionQueue::QuestionQueue(Dialogue& dialogue, const ModelSlot& model, QObject* parent)
    : QObject(parent), dialogue_(dialogue), model_(model) {
    // Queued: who listens to the end of an answer sees it before the next begins.
    connect(&dialogue, &Dialogue::answeringChanged, this, &QuestionQueue::askNext, Qt::QueuedConnection);
    connect(&model, &ModelSlot::changed, this, &QuestionQueue::askNext, Qt::QueuedConnection);
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
    Q_EMIT changed();
}

void QuestionQueue::move(int from, int to) {
    if (from < 0 || from >= texts_.size() || to < 0 || to >= texts_.size() || from == to) return;
    texts_.move(from, to);
    Q_EMIT changed();
}

void QuestionQueue::askNext() {
    const bool ready = !dialogue_.isAnswering() && model_.model() && !model_.isLoading();
    if (texts_.isEmpty() || !ready) return;
    const QString text = texts_.takeFirst();
    if (!dialogue_.ask(text)) texts_.prepend(text);  // it has said why
    Q_EMIT changed();
}

}  // namespace fleming::app
