#pragma once

#include "app/studies/priors.h"
#include "app/workspace.h"
#include "ui/window/message_bar.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

class QMenu;

namespace fleming::ui {

class ViewArea;

/// Shows a series beside an earlier (or later) one of the same patient: the series on the left, the other on the right,
/// in one plane and window, at corresponding slices, linked. The message bar says which one it is and why, and offers
/// the other candidates.
class PriorComparison : public QObject {
    Q_OBJECT

public:
    /// All arguments outlive this object.
    PriorComparison(app::Workspace& workspace, ViewArea& views, MessageBar& messages, QObject* parent);

    /// Compares the chosen series with its best prior, or says why there is none.
    void compare();

Q_SIGNALS:
    /// The user wants to look for other studies of a patient in the library of scans, by these words.
    void libraryRequested(QString words);

private:
    void show(int seriesId, const app::Prior& prior, bool areOthers);
    void align();
    void say(int seriesId, const app::Prior& prior, bool areOthers);
    void sayNone(int seriesId);
    void offerCandidates(int seriesId, int shownId);
    MessageBar::Offer lookInLibrary(int seriesId);

    struct Pair {
        int left, right;  ///< OpenSeries::id
    };

    app::Workspace& workspace_;
    ViewArea& views_;
    MessageBar& messages_;
    QPointer<QMenu> menu_;
    std::optional<Pair> awaited_;  ///< to be aligned when both have pixels
};

}  // namespace fleming::ui
