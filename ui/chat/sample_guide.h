#pragma once

#include "app/studies/samples.h"
#include "app/workspace.h"

#include <QObject>

#include <optional>

namespace fleming::ui {

class ChatPanel;
class ViewArea;

/// Makes a sample that is being opened ready to ask about: shows it, picks Fleming-VL's default evidence of it and
/// writes its question into the box. What the user has picked or written is left as it is.
class SampleGuide : public QObject {
    Q_OBJECT

public:
    SampleGuide(app::Workspace& workspace, ViewArea& views, ChatPanel& chat, QObject* parent = nullptr);

    void open(const app::Sample& sample);

Q_SIGNALS:
    /// The sample is opened, but its question is not written: the evidence that is picked is none of a sample, and
    /// stays.
    void evidenceKept(QString sample);

private:
    void chooseSeries();
    void pickWhenShown();
    void writeQuestion(const app::Sample& sample);
    int seriesOf(const app::Sample& sample) const;  ///< -1: none is open
    /// Whether all evidence is of samples that lie beside this one; also where there is none.
    bool evidenceIsOf(const app::Sample& sample) const;

    app::Workspace& workspace_;
    ViewArea& views_;
    ChatPanel& chat_;
    std::optional<app::Sample> opening_;  ///< until its series is chosen
    std::optional<app::Sample> toPick_;   ///< until its evidence is picked
    QString written_;                     ///< the question that was written last
};

}  // namespace fleming::ui
