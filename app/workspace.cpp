#include "app/workspace.h"

#include "app/review/shown_marks.h"
#include "app/session/activity_log.h"

#include <set>
#include <string>
#include <utility>

namespace fleming::app {

struct Workspace::Parts {
    explicit Parts(ModelBackends backends) : model(std::move(backends)), chat(model, evidence, session) {}

    Studies studies;
    ScanLibrary scans{studies};
    MeasurementList measurements{studies};
    MeasurementFiles measurementFiles{measurements, studies};
    EvidenceList evidence;
    CurrentSession session;
    MeasurementRecorder measurementRecorder{measurements, studies, session};
    ModelSlot model;
    Chat chat;
    QuestionQueue questions{chat, model};
    SessionReplay replay{model, session};
    Drafts drafts{session, questions};
    ReviewDrafts reviews{session};
    SavedPrompts prompts;
};

Workspace::Workspace(ModelBackends backends, QObject* parent)
    : QObject(parent), parts_(std::make_unique<Parts>(std::move(backends))) {
    // Opens the series of a session that was opened.
    connect(&session(), &CurrentSession::replaced, this, [this] {
        std::vector<viewer::Provenance> frames;
        for (const Exchange& exchange : session().exchanges()) {
            for (const viewer::Frame& frame : exchange.evidence)
                frames.push_back(frame.provenance);
        }
        for (const RecordedMeasurement& measurement : session().measurements())
            frames.push_back(measurement.source);
        studies().reopen(std::move(frames));
    });

    connect(&model(), &ModelSlot::changed, this, [this] {
        const std::optional<ModelIdentity>& loaded = model().model();
        if (!model().isLoading()) session().noteSettings(modelSettings(loaded ? &*loaded : nullptr));
    });

    reviews().setMeasurements([this](qint64 exchange) {
        std::set<std::string> series;
        for (const auto& [number, frame] : imagesOf(session().exchanges(), exchange)) {
            const OpenSeries* open = studies().findByProvenance(frame->provenance);
            if (open != nullptr) series.insert(seriesKey(open->series));
        }
        return measurementChoices(measurements(), series);
    });
    connect(&measurements(), &MeasurementList::changed, &reviews(), &ReviewDrafts::measurementsChanged);

    connect(&studies(), &Studies::notice, this, &Workspace::notice);
    connect(&evidence(), &EvidenceList::notice, this, &Workspace::notice);
    connect(&session(), &CurrentSession::notice, this, &Workspace::notice);
    connect(&chat(), &Chat::notice, this, &Workspace::notice);
    connect(&studies(), &Studies::failed, this, &Workspace::failed);
    connect(&scans(), &ScanLibrary::failed, this, &Workspace::failed);
    connect(&measurementFiles(), &MeasurementFiles::failed, this, &Workspace::failed);
    connect(&measurementFiles(), &MeasurementFiles::notice, this, &Workspace::notice);
    connect(&measurementRecorder(), &MeasurementRecorder::failed, this, &Workspace::failed);
    connect(&measurementRecorder(), &MeasurementRecorder::notice, this, &Workspace::notice);
    connect(&evidence(), &EvidenceList::failed, this, &Workspace::failed);
    connect(&model(), &ModelSlot::failed, this, &Workspace::failed);
    connect(&session(), &CurrentSession::failed, this, &Workspace::failed);
    connect(&chat(), &Chat::failed, this, &Workspace::failed);
    connect(&replay(), &SessionReplay::failed, this, &Workspace::failed);
    connect(&drafts(), &Drafts::failed, this, &Workspace::failed);
    connect(&reviews(), &ReviewDrafts::failed, this, &Workspace::failed);
    connect(&prompts(), &SavedPrompts::failed, this, &Workspace::failed);
}

Workspace::~Workspace() = default;

Studies& Workspace::studies() const {
    return parts_->studies;
}
ScanLibrary& Workspace::scans() const {
    return parts_->scans;
}
MeasurementList& Workspace::measurements() const {
    return parts_->measurements;
}
MeasurementFiles& Workspace::measurementFiles() const {
    return parts_->measurementFiles;
}
MeasurementRecorder& Workspace::measurementRecorder() const {
    return parts_->measurementRecorder;
}
EvidenceList& Workspace::evidence() const {
    return parts_->evidence;
}
ModelSlot& Workspace::model() const {
    return parts_->model;
}
CurrentSession& Workspace::session() const {
    return parts_->session;
}
Chat& Workspace::chat() const {
    return parts_->chat;
}
QuestionQueue& Workspace::questions() const {
    return parts_->questions;
}
SessionReplay& Workspace::replay() const {
    return parts_->replay;
}
Drafts& Workspace::drafts() const {
    return parts_->drafts;
}
ReviewDrafts& Workspace::reviews() const {
    return parts_->reviews;
}

SavedPrompts& Workspace::prompts() const {
    return parts_->prompts;
}

}  // namespace fleming::app
