#pragma once

#include "app/worker.h"

#include <QObject>
#include <QString>

#include <array>
#include <functional>
#include <vector>

namespace fleming::app {

/// A text with a name.
struct SavedPrompt {
    QString name;
    QString text;

    bool operator==(const SavedPrompt&) const = default;
};

/// The prompts that the user has saved by name: questions and system prompts. They are in the file "prompts.json" of
/// the program's data folder, which the programs that run share: a change is applied to what the file has then.
///
/// All functions are called on the GUI thread, on which all signals are emitted. The file is read and written on a
/// worker.
class SavedPrompts : public QObject {
    Q_OBJECT

public:
    enum class Kind { question, system };

    /// Reads the file: changed() or failed() follows if it exists.
    explicit SavedPrompts(QObject* parent = nullptr);
    ~SavedPrompts() override;  // joins the worker

    /// Returns the prompts of a kind, sorted by name without regard to case. No two have the same name.
    const std::vector<SavedPrompt>& of(Kind kind) const { return prompts_[static_cast<std::size_t>(kind)]; }

    /// Saves a prompt in place of the one of the same name, and of the one with the name `before`: changed() or
    /// failed() follows. Name and text must not be blank.
    void save(Kind kind, const SavedPrompt& prompt, const QString& before = {});

    /// Removes the prompt of this name: changed() or failed() follows.
    void remove(Kind kind, const QString& name);

Q_SIGNALS:
    /// of() has changed.
    void changed();
    /// The file cannot be read or written; it stays as it was.
    void failed(QString message);

private:
    using Lists = std::array<std::vector<SavedPrompt>, 2>;

    void post(std::function<void(Lists&)> change);

    Lists prompts_;
    Worker worker_{Worker::AtEnd::finish};
};

}  // namespace fleming::app
