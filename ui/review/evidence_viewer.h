#pragma once

#include "app/workspace.h"
#include "ui/style/icons.h"

#include <QWidget>

#include <optional>

class QActionGroup;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace fleming::viewer {
class FlowLayout;
class SliceView;
}  // namespace fleming::viewer

namespace fleming::ui {

class DraftMarks;

/// The page that shows an image of the evidence large, exactly as the model got it, with the marks on it. The reviewer
/// at work draws marks and ties them to spans of the answer.
///
/// Keys: Page Up and Page Down go to the image before and the next, L opens the menu of spans, N goes to the note of
/// the selected mark, Esc closes the page if the view has no other use for it. Keys for marks: see viewer::MarkTool.
class EvidenceViewer : public QWidget {
    Q_OBJECT

public:
    explicit EvidenceViewer(app::Workspace& workspace, QWidget* parent = nullptr);
    ~EvidenceViewer() override;

    /// Shows Image-<number> as evidence of an exchange, which becomes the one that is being reviewed. Number 0 means
    /// the image with the selected mark or, without one, the first. Returns false if the exchange has no such image.
    bool showImage(qint64 exchange, int number);

    /// Returns true if the pixels of the image are in the view. Those of a stored session are read first.
    bool showsPixels() const { return shown_; }

    /// Shows nothing.
    void clear();

    qint64 exchange() const { return exchange_; }
    int number() const { return number_; }
    viewer::SliceView* view() const { return view_; }
    DraftMarks* marks() const { return marks_; }
    QLineEdit* note() const { return note_; }
    QMenu* spanMenu() const { return spans_; }

Q_SIGNALS:
    /// The user has closed the page.
    void closed();
    /// The user wants to see where Image-<number> of an exchange comes from.
    void seriesRequested(qint64 exchange, int number);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QToolButton* addButton(viewer::FlowLayout* to, Symbol symbol, const QString& name, const QString& action = {});
    QAction* addKeys(const QString& action);
    void addTools(viewer::FlowLayout* to);
    void showPixels();
    void goTo(int by);
    void refresh();
    void followActive(qint64 exchange);
    void followSelection();
    void submit();
    bool takeUndoKey(QKeyEvent& event) const;
    void fillSpans();

    app::Workspace& workspace_;
    DraftMarks* marks_;
    viewer::SliceView* view_;
    QActionGroup* tools_;
    QLabel* title_;
    QToolButton *previous_, *next_, *remove_, *link_;
    QMenu* spans_;
    QLabel* about_;
    QLineEdit* note_;
    qint64 exchange_ = 0;
    int number_ = 0;
    QString digest_;                                  ///< of the pixels of the image
    bool shown_ = false;                              ///< they are in the view
    bool unreadable_ = false;                         ///< the session has them no longer
    std::optional<app::ReviewDraft::Part> followed_;  ///< what was selected when the page last went to an image
};

}  // namespace fleming::ui
