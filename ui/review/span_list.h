#pragma once

#include "app/review/measurement_choice.h"
#include "app/review/review_draft.h"
#include "inference/types.h"

#include <QListWidget>

#include <vector>

namespace fleming::ui {

/// The spans of a draft, one a row. The current row is the selected span. Enter or a double click edits it, Delete
/// removes it. Hidden if there are none.
class SpanList : public QListWidget {
    Q_OBJECT

public:
    explicit SpanList(QWidget* parent = nullptr);

    /// Shows the spans; `answer` is what they lie in, `measurements` are those to which they can be tied.
    void refresh(const app::ReviewDraft& draft, const inference::Answer& answer,
                 const std::vector<app::MeasurementChoice>& measurements);

Q_SIGNALS:
    void selected(int span);
    void editRequested(int span);
    void removeRequested(int span);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

}  // namespace fleming::ui
