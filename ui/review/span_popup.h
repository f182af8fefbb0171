#pragma once

#include "app/review/measurement_choice.h"
#include "app/review/taxonomy.h"

#include <QFrame>
#include <QPointer>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace fleming::ui {

/// A small form over the window in which the user gives a span its label, its severity and a note, and ties it to
/// measurements. Digits choose the first nine labels, Up and Down go from label to label, Left and Right change the
/// severity; Space or a click ties the span to a measurement. Enter takes the span over, Esc closes the form. It also
/// closes when the focus leaves it; otherwise the focus returns to where it was.
class SpanPopup : public QFrame {
    Q_OBJECT

public:
    /// `window` is the window over which the form appears.
    explicit SpanPopup(QWidget* window);

    /// Shows the form for a span with the words `words`, below or above `place` (in coordinates of the window).
    void open(const app::Taxonomy& taxonomy, const app::Span& span, const QString& words, bool isNew,
              const QRect& place);

    /// Lists the measurements from which the user can choose; `tied` are those to which the span is tied, also if they
    /// are not among `choices`. Call it before open().
    void setMeasurements(const std::vector<app::MeasurementChoice>& choices, const std::vector<std::int64_t>& tied);

    /// Returns the ids of the chosen measurements.
    std::vector<std::int64_t> measured() const;

    QListWidget* labels() const { return labels_; }
    QLineEdit* note() const { return note_; }
    QListWidget* measurements() const { return measurements_; }  ///< hidden if there are none
    QLabel* severity() const { return severityText_; }

Q_SIGNALS:
    /// The user wants the span as it is entered.
    void accepted(fleming::app::Span span);
    /// The user wants the span removed.
    void removed();
    /// The form was closed without either.
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeSeverity();
    bool takeKey(const QWidget* watched, int key);
    void changeSeverity(int by);
    void showSeverity();
    static void toggle(QListWidgetItem* measurement);
    void accept();
    void close(bool cancel);

    app::Span span_;
    QPointer<QWidget> before_;  // had the focus when the form was opened
    QLabel* words_;
    QListWidget* labels_;
    QLabel* severityText_;
    QPushButton* milder_;
    QPushButton* worse_;
    QLineEdit* note_;
    QLabel* measurementsText_;
    QListWidget* measurements_;
    QPushButton* accept_;
    QPushButton* remove_;
};

}  // namespace fleming::ui
