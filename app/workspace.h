#pragma once

#include "app/chat/chat.h"
#include "app/chat/drafts.h"
#include "app/chat/question_queue.h"
#include "app/chat/saved_prompts.h"
#include "app/evidence/evidence_list.h"
#include "app/measure/measurement_files.h"
#include "app/measure/measurement_list.h"
#include "app/measure/measurement_recorder.h"
#include "app/models/model_slot.h"
#include "app/replay/session_replay.h"
#include "app/review/review_drafts.h"
#include "app/scans/scan_library.h"
#include "app/session/current_session.h"
#include "app/studies/studies.h"

#include <QObject>
#include <QString>

#include <memory>

namespace fleming::app {

/// The state of the application: owns its parts and connects them. Each part documents itself in its own header. A
/// workspace lives on the GUI thread; slow work runs on the parts' workers and comes back as signals. ui shows a
/// workspace and holds no state of the application itself.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// Creates a workspace whose models are run by `backends`.
    explicit Workspace(ModelBackends backends = modelBackends(), QObject* parent = nullptr);

    /// Stops and joins all work. What was shown is in the session file.
    ~Workspace() override;

    // Each function returns a part. It lives as long as the workspace.

    Studies& studies() const;                          ///< The series that are open, and which one is shown.
    ScanLibrary& scans() const;                        ///< The scans that were opened before.
    MeasurementList& measurements() const;             ///< What was measured, in this session.
    MeasurementFiles& measurementFiles() const;        ///< Writes and reads them.
    MeasurementRecorder& measurementRecorder() const;  ///< Records them in the session.
    EvidenceList& evidence() const;                    ///< The frames that go with the next question.
    ModelSlot& model() const;                          ///< The model that is loaded or being loaded.
    CurrentSession& session() const;                   ///< The session file and its exchanges.
    Chat& chat() const;                                ///< The question under way and its conversation.
    QuestionQueue& questions() const;                  ///< The questions that wait for their turn.
    SessionReplay& replay() const;                     ///< The answers that are being replayed.
    Drafts& drafts() const;                            ///< The text that is written and not asked.
    ReviewDrafts& reviews() const;                     ///< The reviews that are written and not submitted.
    SavedPrompts& prompts() const;                     ///< Questions and system prompts that were saved by name.

Q_SIGNALS:
    /// The notice() of any part: for the user to know; nothing failed.
    void notice(QString message);
    /// The failed() of any part: what the user asked for failed, and why.
    void failed(QString message);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace fleming::app
