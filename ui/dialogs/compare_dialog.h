#pragma once

#include "app/chat/word_diff.h"
#include "app/worker.h"
#include "app/workspace.h"

#include <QDialog>

#include <array>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace fleming::ui {

/// Two exchanges of the session side by side, with the words marked that differ: first their questions and verdicts,
/// then the reasoning and the answer. It does not block the window, and texts are compared on a worker.
class CompareDialog : public QDialog {
    Q_OBJECT

public:
    CompareDialog(app::Workspace& workspace, qint64 left, qint64 right, QWidget* parent);
    ~CompareDialog() override;  // cancels the comparison

    /// Shows a new dialog.
    static void showFor(app::Workspace& workspace, qint64 left, qint64 right, QWidget* parent);

    enum Part { reasoning, answer };

    QComboBox* choice(int side) const { return sides_[static_cast<std::size_t>(side)].choice; }
    QLabel* facts(int side) const { return sides_[static_cast<std::size_t>(side)].facts; }
    QPlainTextEdit* text(int side, Part part) const { return sides_[static_cast<std::size_t>(side)].texts[part]; }
    QLabel* summary() const { return summary_; }

    /// Goes to the next difference, or to the previous one if `by` is -1.
    void step(int by);

private:
    struct Side {
        QComboBox* choice;
        QLabel* facts;
        std::array<QPlainTextEdit*, 2> texts;
    };
    /// Where the texts of both sides differ, in UTF-16 code units.
    struct Difference {
        Part part;
        std::array<int, 2> begin, end;
    };
    using Parts = std::array<std::vector<app::DiffPart>, 2>;

    void build();
    Side buildSide(QWidget* parent);
    void fillChoices(qint64 left, qint64 right);
    void compare();
    void showFacts(int side);
    void showParts(const Parts& parts);
    void showPart(Part part, const std::vector<app::DiffPart>& parts);
    void showSelections();
    void changeEvent(QEvent* event) override;

    app::Workspace& workspace_;
    std::array<Side, 2> sides_;
    QLabel* summary_;
    QPushButton* previous_;
    QPushButton* next_;
    std::vector<Difference> differences_;
    int current_ = -1;  // of differences_
    int serial_ = 0;    // of the latest comparison
    app::Worker worker_;
};

}  // namespace fleming::ui
