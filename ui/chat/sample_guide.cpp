#include "ui/chat/sample_guide.h"

#include "ui/views/view_area.h"

#include <algorithm>
#include <utility>

namespace fleming::ui {

namespace {

bool liesIn(const std::filesystem::path& file, const std::filesystem::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

bool isShown(const app::OpenSeries& open) {
    return open.clip != nullptr || (open.volume && open.volume->complete());
}

}  // namespace

SampleGuide::SampleGuide(app::Workspace& workspace, ViewArea& views, QObject* parent)
    : QObject(parent), workspace_(workspace), views_(views) {
    connect(&workspace_.studies(), &app::Studies::openFinished, this, &SampleGuide::chooseSeries);
    connect(&workspace_.studies(), &app::Studies::pixelsChanged, this, &SampleGuide::pickWhenShown);
    // The user has chosen another series in the meantime.
    connect(&workspace_.studies(), &app::Studies::chosenChanged, this, [this](int id) {
        if (toPick_ && id != seriesOf(*toPick_)) toPick_.reset();
    });
}

void SampleGuide::open(const app::Sample& sample) {
    opening_ = sample;
    toPick_.reset();
    if (hasOnlySampleEvidence(sample)) {
        writeQuestion(sample);
    } else {
        Q_EMIT evidenceKept(QString::fromStdString(sample.name));
    }
    if (seriesOf(sample) >= 0 && !workspace_.studies().isOpening()) {
        chooseSeries();
    } else {
        workspace_.studies().open({QString::fromStdString(sample.path.string())});
    }
}

void SampleGuide::writeQuestion(const app::Sample& sample) {
    const QString& text = workspace_.drafts().text();
    if (!text.trimmed().isEmpty() && text != written_) return;
    written_ = QString::fromStdString(sample.question);
    workspace_.drafts().setText(written_);
    Q_EMIT questionWritten();
}

/// Returns the id of the open series of a sample, or -1.
int SampleGuide::seriesOf(const app::Sample& sample) const {
    for (const app::OpenSeries& open : workspace_.studies().series()) {
        if (!open.series.files.empty() && liesIn(open.series.files.front(), sample.path)) return open.id;
    }
    return -1;
}

void SampleGuide::chooseSeries() {
    if (!opening_ || workspace_.studies().isOpening()) return;
    const int id = seriesOf(*opening_);
    if (id < 0) {
        opening_.reset();
        return;
    }
    toPick_ = std::exchange(opening_, std::nullopt);
    workspace_.studies().choose(id);
    pickWhenShown();
}

void SampleGuide::pickWhenShown() {
    if (!toPick_) return;
    const app::OpenSeries* open = workspace_.studies().find(seriesOf(*toPick_));
    if (open == nullptr || !isShown(*open) || workspace_.studies().chosen() != open->id) return;
    const bool mayReplace = hasOnlySampleEvidence(*toPick_);
    toPick_.reset();
    if (!mayReplace || workspace_.chat().isAnswering()) return;
    workspace_.chat().newConversation();
    workspace_.evidence().clear();
    workspace_.evidence().add(*open, views_.flemingPick());
}

/// Returns true if all evidence is from samples in the folder of this one, and none is being collected.
bool SampleGuide::hasOnlySampleEvidence(const app::Sample& sample) const {
    const std::filesystem::path folder = sample.path.parent_path();
    const auto& evidence = workspace_.evidence().frames();
    return !workspace_.evidence().isCollecting() &&
           std::all_of(evidence.begin(), evidence.end(),
                       [&](const viewer::Frame& frame) { return liesIn(frame.provenance.file, folder); });
}

}  // namespace fleming::ui
