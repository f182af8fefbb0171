#pragma once

#include "app/models/answerer.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace fleming::ui::testing {

/// An answerer whose answers the test writes: it answers on a thread of its own, token by token, when told to.
/// Loading succeeds at once unless `loadFailure` is set.
class ScriptedAnswerer : public app::Answerer {
public:
    ~ScriptedAnswerer() override;

    void load(const std::filesystem::path& folder, const inference::EngineOptions& options,
              app::LoadCallbacks callbacks) override;
    void startConversation(std::string systemText, std::vector<inference::PastTurn> history) override;
    void ask(app::Question question, app::AnswerCallbacks callbacks) override;
    void prepare(app::Question, bool) override {}
    void stop() override;

    /// The answer to come: pieces of text with their channels.
    void say(inference::Channel channel, std::string text);
    /// One token whose text stands in several channels.
    void say(std::vector<inference::TextPart> parts);
    /// Gives the pieces that were said and are not out yet, from another thread, and waits until they are.
    void stream();
    void finish(inference::Finish finish = inference::Finish::stop);  ///< streams what is left, then ends the answer
    void fail(const std::string& message);

    std::vector<app::Question> questions;  ///< all that were asked
    int conversations = 0;                 ///< how many were started
    bool stopped = false;
    std::string loadFailure;
    std::string description;

private:
    void run(const std::function<void()>& work);

    std::vector<std::vector<inference::TextPart>> pieces_;
    std::size_t streamed_ = 0;
    app::AnswerCallbacks callbacks_;
    inference::Answer answer_;
};

/// Presses a mouse button in the middle of a widget, moves by `by`, releases.
void drag(QWidget* on, Qt::MouseButton button, const QPoint& by, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

// Files to open, made in a folder of the test.

/// A volume of `slices` axial slices (NIfTI-1, 32 x 24 x slices, 1 x 1 x 3 mm): value = 100 * k + i.
QString writeVolume(const QTemporaryDir& folder, const QString& name, int slices);
/// A picture, 40 x 30.
QString writePicture(const QTemporaryDir& folder, const QString& name);

}  // namespace fleming::ui::testing
