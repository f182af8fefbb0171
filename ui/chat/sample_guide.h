#pragma once

#include "app/studies/samples.h"
#include "app/workspace.h"

#include <QObject>

#include <optional>

namespace fleming::ui {

class ViewArea;

/// Opens a sample so that the user only has to press Ask: shows it, picks Fleming-VL's default evidence of it, and
/// writes its question. Evidence or text of the user's own is left unchanged.
class SampleGuide : public QObject {
    Q_OBJECT

public:
    SampleGuide(app::Workspace& workspace, ViewArea& views, QObject* parent = nullptr);

    /// Opens a sample, or shows it if it is open: questionWritten() or evidenceKept() may follow.
    void open(const app::Sample& sample);

Q_SIGNALS:
    /// The question of the sample is the draft.
    void questionWritten();
    /// The question is not written, because the evidence is not from a sample.
    void evidenceKept(QString sample);

private:
    void chooseSeries();
    void pickWhenShown();
    void writeQuestion(const app::Sample& sample);
    int seriesOf(const app::Sample& sample) const;
    bool hasOnlySampleEvidence(const app::Sample& sample) const;

    app::Workspace& workspace_;
    ViewArea& views_;
    std::optional<app::Sample> opening_;  ///< being opened; until its series is chosen
    std::optional<app::Sample> toPick_;   ///< chosen; until its evidence is picked
    QString written_;                     ///< the last question that writeQuestion() wrote
};

}  // namespace fleming::ui
