// Marks on the images of an exchange, in a real window: drawn, moved, resized and deleted with the mouse and with the
// keyboard, tied to spans, and those of other reviewers.
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/draft_marks.h"
#include "ui/review/evidence_row.h"
#include "ui/review/evidence_viewer.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "viewer/views/slice_view.h"

#include <QLineEdit>
#include <QMenu>
#include <QtTest>

#include <cmath>

namespace fleming::ui {

using app::MarkShape;
using Part = app::ReviewDraft::Part;

namespace {

constexpr Part kSpan{Part::Kind::span, 0};
constexpr Part kMark{Part::Kind::mark, 0};

/// A window with an answered question about three images of 32 x 24 pixels.
struct Answered : testing::Fixture {
    Answered() {
        if (!askAboutThreeSlices(QStringLiteral("Is there a nodule?"))) qFatal("the question did not come");
        model->say(inference::Channel::reasoning, "Image-2 shows a nodule.");
        model->say(inference::Channel::answer, "There is a nodule.");
        model->finish();
        if (!finished()) qFatal("the answer did not come");
        id = workspace->session().exchanges().front().id;
    }

    EvidenceViewer* viewer() const { return window->viewArea()->evidenceViewer(); }
    viewer::SliceView* view() const { return viewer()->view(); }
    app::ReviewDraft& draft() const { return *workspace->reviews().draft(id); }
    EvidenceRow* row() const { return conversation()->card(id)->images(); }
    testing::Mouse mouse() const { return testing::Mouse(*window); }

    /// Opens an image by a click on its thumbnail.
    void open(int number) {
        QTRY_VERIFY(row()->visibleRegion().contains(row()->placeOf(number).center()));
        QCoreApplication::processEvents();
        mouse().click(*row(), row()->placeOf(number).center());
        QTRY_VERIFY(view()->isVisible());
        QCOMPARE(viewer()->number(), number);
        QTRY_VERIFY(view()->width() > 200);
    }

    /// Returns where a point of the image, in pixels, lies in the view, which fits the image.
    QPoint at(double x, double y) const {
        const double zoom = view()->zoom();
        const QPointF corner = QPointF(view()->width() / 2.0, view()->height() / 2.0) - QPointF(16, 12) * zoom;
        return (QPointF(std::round(corner.x()), std::round(corner.y())) + QPointF(x, y) * zoom).toPoint();
    }

    void pick(Qt::Key tool) {
        view()->setFocus();
        press(tool);
    }

    /// Draws with the picked tool.
    void draw(double x1, double y1, double x2, double y2) { mouse().drag(*view(), at(x1, y1), at(x2, y2)); }

    qint64 id = 0;
};

/// Compares a mark with its expected place, to the precision of the mouse in pixels of the image.
void compare(const app::Mark& mark, MarkShape shape, double x1, double y1, double x2, double y2) {
    constexpr double kPrecision = 0.15;
    QCOMPARE(mark.shape, shape);
    QVERIFY2(std::abs(mark.x1 - x1) < kPrecision, qPrintable(QString::number(mark.x1)));
    QVERIFY2(std::abs(mark.y1 - y1) < kPrecision, qPrintable(QString::number(mark.y1)));
    QVERIFY2(std::abs(mark.x2 - x2) < kPrecision, qPrintable(QString::number(mark.x2)));
    QVERIFY2(std::abs(mark.y2 - y2) < kPrecision, qPrintable(QString::number(mark.y2)));
}

}  // namespace

class EvidenceMarksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAnImageOfTheCard() {
        Answered f;
        f.open(2);
        QCOMPARE(f.workspace->reviews().active(), f.id);
        QVERIFY(!f.window->viewArea()->slicePage()->isVisible());
        f.press(Qt::Key_PageDown);
        QCOMPARE(f.viewer()->number(), 3);
        f.press(Qt::Key_PageDown);
        QCOMPARE(f.viewer()->number(), 3);
        f.press(Qt::Key_PageUp);
        QCOMPARE(f.viewer()->number(), 2);
        f.press(Qt::Key_Escape);
        QVERIFY(f.window->viewArea()->slicePage()->isVisible());
        QVERIFY(!f.viewer()->isVisible());
    }

    void followsTheAnswerThatIsReviewed() {
        Answered f;
        f.open(2);
        QVERIFY(f.ask(QStringLiteral("And now?")));
        f.model->say(inference::Channel::answer, "Nothing.");
        f.model->finish();
        QVERIFY(f.finished());
        const qint64 second = f.workspace->session().exchanges().back().id;
        QVERIFY(second != f.id);
        f.conversation()->goTo(second);
        QCOMPARE(f.viewer()->exchange(), second);
        QCOMPARE(f.viewer()->number(), 2);  // the same image, which the conversation goes on about
        f.conversation()->goTo(f.id);
        QCOMPARE(f.viewer()->exchange(), f.id);
        QVERIFY(f.viewer()->isVisible());
    }

    void submitsFromTheImage() {
        Answered f;
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        f.open(2);
        f.view()->setFocus();
        f.draft().setComment("Draft");
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.draft().marks().empty());
        QVERIFY(f.workspace->session().find(f.id)->reviews.empty());  // the verdict is missing
        f.draft().setVerdict(app::Verdict::wrong);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.workspace->session().find(f.id)->reviews.size(), std::size_t{1});
    }

    void putsBackADeletedMark() {
        Answered f;
        f.open(2);
        f.pick(Qt::Key_B);
        f.press(Qt::Key_Return);
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        f.press(Qt::Key_Delete);
        QVERIFY(f.draft().marks().empty());
        const auto evidence = f.workspace->evidence().frames().size();
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        QCOMPARE(f.workspace->evidence().frames().size(), evidence);
    }

    void keepsTheImageWhileANoteIsWritten() {
        Answered f;
        f.open(2);
        f.pick(Qt::Key_B);
        f.press(Qt::Key_Return);
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        f.press(Qt::Key_N);
        f.press(Qt::Key_PageDown);
        QCOMPARE(f.viewer()->number(), 2);
        QCOMPARE(f.draft().selected(), kMark);
    }

    void opensTheImageThatASpanNames() {
        Answered f;
        f.draft().addSpan({app::Passage::reasoning, 0, 7, "missed", {}, ""});  // "Image-2"
        f.draft().setSelected(kSpan);
        f.press(Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(f.viewer()->isVisible());
        QCOMPARE(f.viewer()->number(), 2);
    }

    void goesToTheSeriesOfTheImage() {
        Answered f;
        f.open(1);
        Q_EMIT f.viewer()->seriesRequested(f.id, 1);
        QVERIFY(f.window->viewArea()->slicePage()->isVisible());
        QCOMPARE(f.window->viewArea()->slicePage()->view()->slice(),
                 f.workspace->session().find(f.id)->evidence.front().provenance.index);
    }

    void drawsEveryShapeWithTheMouse() {
        Answered f;
        f.open(2);
        f.pick(Qt::Key_B);
        f.draw(4, 4, 12, 10);
        f.pick(Qt::Key_E);
        f.draw(28, 20, 18, 14);  // from the lower right
        f.pick(Qt::Key_A);
        f.draw(5, 20, 10, 14);
        QCOMPARE(f.draft().marks().size(), std::size_t{3});
        compare(f.draft().marks()[0], MarkShape::box, 4, 4, 12, 10);
        compare(f.draft().marks()[1], MarkShape::ellipse, 18, 14, 28, 20);
        compare(f.draft().marks()[2], MarkShape::arrow, 5, 20, 10, 14);
        for (const app::Mark& mark : f.draft().marks())
            QCOMPARE(mark.image, 2);
        QCOMPARE(f.draft().selected(), (Part{Part::Kind::mark, 2}));
        // Another image has none of them.
        f.press(Qt::Key_PageUp);
        QCOMPARE(f.viewer()->number(), 1);
        QVERIFY(f.viewer()->marks()->board()->marks().empty());
        f.draw(2, 2, 6, 6);
        QCOMPARE(f.draft().marks().back().image, 1);
    }

    void keepsPixelsOfTheImageWhenZoomed() {
        Answered f;
        f.open(1);
        f.view()->setZoom(f.view()->zoom() * 2);
        f.pick(Qt::Key_B);
        f.draw(14, 10, 18, 14);
        const app::Mark drawn = f.draft().marks().at(0);
        compare(drawn, MarkShape::box, 14, 10, 18, 14);
        f.press(Qt::Key_F);
        QVERIFY(f.draft().marks().at(0) == drawn);
        // Its corner is where the same pixel is now.
        f.mouse().drag(*f.view(), f.at(18, 14), f.at(20, 16));
        compare(f.draft().marks().at(0), MarkShape::box, 14, 10, 20, 16);
    }

    void movesResizesAndCancelsWithTheMouse() {
        Answered f;
        f.open(1);
        f.draft().addMark({1, MarkShape::box, 4, 4, 12, 10, ""});
        f.draw(8, 7, 10, 9);  // the default tool moves what the pointer is in
        compare(f.draft().marks().at(0), MarkShape::box, 6, 6, 14, 12);
        QCOMPARE(f.draft().selected(), kMark);
        f.draw(10, 6, 10, 2);  // the middle of the upper side
        compare(f.draft().marks().at(0), MarkShape::box, 6, 2, 14, 12);
        f.draw(8, 5, 40, 5);  // stays on the image
        compare(f.draft().marks().at(0), MarkShape::box, 24, 2, 32, 12);

        const app::Mark before = f.draft().marks().at(0);
        f.mouse().press(*f.view(), f.at(28, 7));
        f.mouse().moveTo(*f.view(), f.at(20, 7));
        QVERIFY(f.viewer()->marks()->board()->isChanging());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.viewer()->marks()->board()->isChanging());
        f.mouse().release(*f.view(), f.at(20, 7));
        QVERIFY(f.draft().marks().at(0) == before);
        QVERIFY(f.viewer()->isVisible());

        f.pick(Qt::Key_B);
        f.mouse().click(*f.view(), f.at(5, 18));  // a click draws nothing
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        QVERIFY(!f.draft().selected());
    }

    void worksWithoutAMouse() {
        Answered f;
        f.press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(f.viewer()->isVisible());
        QVERIFY(f.view()->hasFocus());
        f.press(Qt::Key_E);
        f.press(Qt::Key_Return);
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        const app::Mark placed = f.draft().marks().at(0);
        QCOMPARE(placed.shape, MarkShape::ellipse);
        QVERIFY(placed.x1 >= 0 && placed.x2 <= 32 && placed.x2 - placed.x1 > 2);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_Up);
        compare(f.draft().marks().at(0), MarkShape::ellipse, placed.x1 + 1, placed.y1 - 1, placed.x2 + 1,
                placed.y2 - 1);
        f.press(Qt::Key_Right, Qt::ShiftModifier);
        f.press(Qt::Key_Down, Qt::ShiftModifier);
        compare(f.draft().marks().at(0), MarkShape::ellipse, placed.x1 + 1, placed.y1 - 1, placed.x2 + 2, placed.y2);
        f.press(Qt::Key_A);
        f.press(Qt::Key_Return);
        QCOMPARE(f.draft().selected(), (Part{Part::Kind::mark, 1}));
        f.press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(f.draft().selected(), kMark);
        f.press(Qt::Key_N);
        QVERIFY(f.viewer()->note()->hasFocus());
        QTest::keyClicks(f.viewer()->note(), QStringLiteral("blurred"));
        f.press(Qt::Key_Return);
        QCOMPARE(f.draft().marks().at(0).note, std::string("blurred"));
        QVERIFY(f.view()->hasFocus());
        f.press(Qt::Key_Tab);
        QCOMPARE(f.draft().selected(), (Part{Part::Kind::mark, 1}));
        f.press(Qt::Key_Delete);
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        f.press(Qt::Key_Tab);
        QCOMPARE(f.draft().selected(), kMark);
        f.press(Qt::Key_Tab);  // leaves the image after its last mark
        QVERIFY(!f.draft().selected());
        QVERIFY(!f.view()->hasFocus());
        f.view()->setFocus();
        f.press(Qt::Key_Escape);  // back to the first tool
        QVERIFY(f.viewer()->isVisible());
        f.press(Qt::Key_Escape);
        QVERIFY(!f.viewer()->isVisible());
    }

    void tiesMarksToSpans() {
        Answered f;
        f.draft().addSpan({app::Passage::answer, 11, 17, "missed", {}, ""});
        f.draft().addSpan({app::Passage::answer, 0, 5, "unsafe", {}, ""});
        f.open(2);
        f.draft().setSelected(kSpan);
        f.pick(Qt::Key_B);
        f.draw(4, 4, 12, 10);
        QCOMPARE(f.draft().review().links, (std::vector<std::pair<int, int>>{{0, 0}}));
        QVERIFY(f.draft().lit().contains(kSpan));

        // The other span is linked by the menu, and unlinked again.
        for (const std::size_t links : {2, 1}) {
            Q_EMIT f.viewer()->spanMenu()->aboutToShow();
            f.viewer()->spanMenu()->actions().back()->trigger();
            QCOMPARE(f.draft().review().links.size(), links);
        }
        QCOMPARE(f.draft().review().links, (std::vector<std::pair<int, int>>{{0, 0}}));
    }

    void lightsUpBothWays() {
        Answered f;
        f.draft().addSpan({app::Passage::answer, 11, 17, "missed", {}, ""});
        f.draft().addMark({2, MarkShape::box, 4, 4, 12, 10, "dense"});
        f.draft().link(0, 0);
        f.open(2);
        f.draft().setHovered(kSpan);
        QVERIFY(f.viewer()->marks()->board()->marks().at(0).isLit);
        QCOMPARE(f.row()->lit(), std::vector<int>{2});
        f.draft().setHovered({});
        QVERIFY(!f.viewer()->marks()->board()->marks().at(0).isLit);
        QVERIFY(f.row()->lit().empty());

        f.mouse().moveTo(*f.view(), f.at(8, 7));
        QCOMPARE(f.draft().hovered(), kMark);
        QVERIFY(f.draft().lit().contains(kSpan));
        QVERIFY(f.viewer()->marks()->hoveredText().contains(QStringLiteral("dense")));
        f.mouse().moveTo(*f.view(), f.at(25, 20));
        QVERIFY(!f.draft().hovered());

        // A span that is selected brings the image of its mark.
        f.press(Qt::Key_PageUp);
        QCOMPARE(f.viewer()->number(), 1);
        f.draft().setSelected(kSpan);
        QCOMPARE(f.viewer()->number(), 2);
        f.press(Qt::Key_PageUp);
        QCOMPARE(f.viewer()->number(), 1);
    }

    void showsMarksOfOthersUnchanged() {
        Answered f;
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        app::Review other;
        other.verdict = app::Verdict::wrong;
        other.reviewer = "Dr. Two";
        other.reviewerCode = "R2";
        other.spans = {{app::Passage::answer, 11, 17, "missed", {}, ""}};
        other.marks = {{1, MarkShape::ellipse, 4, 4, 20, 16, "not mine"}};
        other.links = {{0, 0}};
        f.workspace->session().review(f.id, other);
        QTRY_COMPARE(f.workspace->session().find(f.id)->reviews.size(), std::size_t{1});
        f.draft().addMark({1, MarkShape::box, 22, 4, 30, 10, ""});
        f.open(1);
        const auto& shown = f.viewer()->marks()->board()->marks();
        QCOMPARE(shown.size(), std::size_t{2});
        QVERIFY(shown[0].isOwn && !shown[1].isOwn);
        QVERIFY(shown[1].caption.contains(QStringLiteral("R2")));
        QVERIFY(shown[0].colour != shown[1].colour);
        f.mouse().moveTo(*f.view(), f.at(12, 10));
        QVERIFY(f.viewer()->marks()->hoveredText().contains(QStringLiteral("not mine")));
        QVERIFY(shown[1].isLit && !shown[0].isLit);
        QVERIFY(std::ranges::any_of(f.conversation()->card(f.id)->answer()->text()->highlights().all(),
                                    &Highlight::isLit));  // the span that is linked with it
        f.mouse().moveTo(*f.view(), f.at(1, 1));
        QVERIFY(!f.viewer()->marks()->board()->marks()[1].isLit);
        f.draw(12, 10, 16, 12);
        QVERIFY(f.workspace->session().find(f.id)->reviews.at(0).marks == other.marks);
        QCOMPARE(f.draft().marks().size(), std::size_t{1});
        QVERIFY(!f.draft().selected());
    }

    void cannotDrawWhileTheModelAnswers() {
        Answered f;
        QVERIFY(f.ask(QStringLiteral("And now?")));
        const qint64 asked = f.workspace->session().exchanges().back().id;
        f.window->viewArea()->showImage(asked, 1);
        QVERIFY(!f.viewer()->marks()->board()->isEditable());
        f.pick(Qt::Key_B);
        f.draw(4, 4, 12, 10);
        QVERIFY(f.workspace->reviews().draft(asked)->marks().empty());
        f.model->say(inference::Channel::answer, "Yes.");
        f.model->finish();
        QVERIFY(f.finished());
        QTRY_VERIFY(f.viewer()->marks()->board()->isEditable());
    }

    void closesWithTheSession() {
        Answered f;
        f.open(1);
        f.workspace->session().startNew();
        QTRY_VERIFY(!f.viewer()->isVisible());
        QCOMPARE(f.viewer()->exchange(), 0);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::EvidenceMarksTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "evidence_marks_test.moc"
