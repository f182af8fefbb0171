#pragma once

#include "app/models/model_backends.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QTranslator>
#include <QWidget>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fleming::ui {
class Pane;
}

namespace fleming::ui::testing {

/// A model with scripted answers. The test appends tokens with say() and streams them, from another thread, with
/// stream() or finish(). Loading succeeds immediately unless `loadFailure` is set.
class ScriptedModel : public std::enable_shared_from_this<ScriptedModel> {
public:
    /// Returns backends that load this model.
    app::ModelBackends backends();

    // Called by the chat of the model.
    void ask(app::Question question, app::AnswerCallbacks callbacks);
    void cancel();

    /// Appends a token to the answer.
    void say(inference::Channel channel, std::string text);
    /// Appends one token whose text belongs to several channels.
    void say(std::vector<inference::TextPart> parts);
    /// Streams the remaining tokens from another thread and waits until it is done.
    void stream();
    /// Streams the remaining tokens and ends the answer.
    void finish(inference::Finish finish = inference::Finish::stop);
    /// Ends the question with an error.
    void fail(const std::string& message);

    std::vector<app::Question> questions;  ///< in the order of asking
    int conversations = 0;                 ///< number of opened conversations
    bool stopped = false;                  ///< the last question was cancelled
    std::string loadFailure;               ///< if not empty, the Error code of load()
    std::string description;
    app::Capabilities capabilities{.logProbabilities = true};

private:
    void run(const std::function<void()>& work);

    std::vector<std::vector<inference::TextPart>> pieces_;
    std::size_t streamed_ = 0;
    app::AnswerCallbacks callbacks_;
    inference::Answer answer_;
};

/// While it exists, counted words have their English plurals: "2 files" for "%n file(s)".
class EnglishPlurals {
public:
    EnglishPlurals();
    ~EnglishPlurals();
    EnglishPlurals(const EnglishPlurals&) = delete;
    EnglishPlurals& operator=(const EnglishPlurals&) = delete;

private:
    QTranslator words_;
};

/// Drags with a mouse button from the centre of a widget by the vector `by`.
void drag(QWidget* on, Qt::MouseButton button, const QPoint& by, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// Drops a series of the list on a pane.
void dropSeries(Pane& on, int seriesId);

/// Writes a volume of axial slices (NIfTI-1, int16, 32 x 24 x slices, 1 x 1 x 3 mm) and returns its path. The value at
/// (i, j, k) is valueOf(i, j, k), or 100 * k + i by default.
QString writeVolume(const QTemporaryDir& folder, const QString& name, int slices,
                    const std::function<int(int i, int j, int k)>& valueOf = {});

/// Writes a picture of 40 x 30 pixels and returns its path.
QString writePicture(const QTemporaryDir& folder, const QString& name);

}  // namespace fleming::ui::testing
