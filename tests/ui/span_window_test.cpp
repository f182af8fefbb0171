// Words of an answer that are labelled in a real window, mostly without a mouse.
#include "app/session/session.h"
#include "app/settings.h"
#include "tests/ui/labelled_answer.h"
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/highlights.h"
#include "ui/chat/reasoning_block.h"
#include "ui/chat/streaming_text.h"
#include "ui/review/review_form.h"
#include "ui/review/review_panel.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/review/span_editor.h"
#include "ui/review/span_list.h"
#include "ui/review/span_popup.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSettings>
#include <QTextCursor>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <string>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class SpanWindowTest : public QObject, testing::LabelledAnswer {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QSettings().clear(); }

    void labelsWordsByKeyboard() {
        Fixture f;
        const std::string answer = "左上肺 has a 🫁 **12 mm** nodule.";
        QVERIFY(begin(f, {{Channel::answer, answer}}));
        select(f, 0, 3);
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(popup(f)->labels()->count(), static_cast<int>(app::defaultTaxonomy().labels.size()));
        f.press(Qt::Key_3);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_Tab);
        while (!popup(f)->note()->hasFocus())
            f.press(Qt::Key_Tab);
        QTest::keyClicks(popup(f)->note(), QStringLiteral("right lung"));
        f.press(Qt::Key_Return);
        QTRY_VERIFY(!isPopupOpen(f));
        QCOMPARE(draft(f).spans().size(), std::size_t{1});
        QCOMPARE(draft(f).spans()[0],
                 (app::Span{app::Passage::answer, 0, 9, "wrong-location", app::Severity::moderate, "right lung"}));
        QCOMPARE(wordsOf(f, 0), std::string("左上肺"));
        QTRY_VERIFY(card(f)->answer()->text()->hasFocus());  // ready for the next one

        select(f, 10, 6);  // the emoji is one step
        f.press(Qt::Key_L);
        f.press(Qt::Key_8);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{2});
        QCOMPARE(wordsOf(f, 1), std::string("🫁 **12"));
        QCOMPARE(draft(f).spans()[1].label, std::string("right"));

        f.press(Qt::Key_3);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(exchange(f).reviews.size(), std::size_t{1});
        const app::Review& review = exchange(f).reviews[0];
        QCOMPARE(review.spans.size(), std::size_t{2});
        QVERIFY(review.verdict == app::Verdict::wrong);
        QVERIFY(review.taxonomy == app::versionOf(app::defaultTaxonomy()));
        QVERIFY(review.activeMs.value_or(0) > 0);
    }

    void editsAndDeletesByKeyboard() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "A nodule on the left."}}));
        select(f, 4, 2);
        f.press(Qt::Key_L);
        f.press(Qt::Key_1);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        QCOMPARE(wordsOf(f, 0), std::string("nodule"));  // the whole word
        select(f, 16, 4);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!isPopupOpen(f));
        QCOMPARE(draft(f).spans().size(), std::size_t{1});
        f.press(Qt::Key_L);
        f.press(Qt::Key_3);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{2});

        using Part = app::ReviewDraft::Part;
        f.press(Qt::Key_N);
        QVERIFY(draft(f).selected() == (Part{Part::Kind::span, 0}));
        f.press(Qt::Key_N, Qt::ShiftModifier);
        QVERIFY(draft(f).selected() == (Part{Part::Kind::span, 1}));
        f.press(Qt::Key_L);  // without a selection: edits
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(popup(f)->labels()->currentRow(), 2);
        f.press(Qt::Key_9);
        f.press(Qt::Key_Return);
        QCOMPARE(draft(f).spans()[1].label, std::string("unsafe"));
        QCOMPARE(draft(f).spans().size(), std::size_t{2});
        f.press(Qt::Key_Delete);
        QCOMPARE(draft(f).spans().size(), std::size_t{1});
        QCOMPARE(wordsOf(f, 0), std::string("nodule"));
    }

    void editsFromTheList() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "A nodule on the left."}}));
        select(f, 2, 6);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        f.press(Qt::Key_2);  // a verdict
        SpanList* list = card(f)->review()->form()->spans();
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().contains(QLatin1String("nodule")));
        list->setFocus();
        f.press(Qt::Key_Return);
        QTRY_VERIFY(isPopupOpen(f));
        f.press(Qt::Key_2);
        f.press(Qt::Key_Return);
        QCOMPARE(draft(f).spans()[0].label, std::string("missed"));
        QTRY_VERIFY(list->hasFocus());
        f.press(Qt::Key_Delete);
        QVERIFY(draft(f).spans().empty());
        QVERIFY(!list->isVisible());
    }

    void countsBytesOfTheStoredText() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::reasoning, "  Überall 肺.\n"},
                          {Channel::outside, "Before it. "},
                          {Channel::answer, "Yes, 肺."}}));
        QCOMPARE(exchange(f).answer.finalAnswer, std::string("Yes, 肺."));
        select(f, static_cast<int>(card(f)->answer()->text()->text().indexOf(QLatin1String("Yes"))), 3);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        QCOMPARE(draft(f).spans()[0].begin, std::size_t{0});
        QCOMPARE(wordsOf(f, 0), std::string("Yes"));

        StreamingText* reasoning = card(f)->reasoning()->text();
        reasoning->setFocus();
        f.press(Qt::Key_A, Qt::ControlModifier);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{2});
        QVERIFY(draft(f).spans()[1].passage == app::Passage::reasoning);
        QCOMPARE(wordsOf(f, 1), std::string("Überall 肺."));  // without the spaces at its ends
    }

    void keepsTheLabelledWordsInPlace() {
        Fixture f;
        f.window->resize(1024, 600);
        std::string answer = "A nodule on the left.";
        for (int i = 0; i < 12; ++i)
            answer += "\nAnother sentence, so that the answer and the fields of its review do not fit together.";
        QVERIFY(begin(f, {{Channel::answer, answer}}));
        StreamingText* text = card(f)->answer()->text();
        f.press(Qt::Key_Home, Qt::ControlModifier);
        const auto top = [&] { return text->mapTo(f.window.get(), QPoint()).y(); };
        const int before = top();
        select(f, 2, 6);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_VERIFY(card(f)->review()->isExpanded());
        QTest::qWait(50);
        QCOMPARE(top(), before);
    }

    void showsWhoseSpansAreWhose() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "A nodule on the left."}}));
        select(f, 2, 6);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        f.press(Qt::Key_3);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(exchange(f).reviews.size(), std::size_t{1});
        f.workspace->reviews().setReviewer({"Dr. Two", "R2"});
        const auto& shown = card(f)->answer()->text()->highlights().all();
        QTRY_COMPARE(shown.size(), std::size_t{1});
        QVERIFY(!shown[0].isOwn);
        QVERIFY2(shown[0].description.contains(QLatin1String("Dr. One")), qPrintable(shown[0].description));
        QVERIFY(draft(f).spans().empty());
        card(f)->answer()->text()->setFocus();
        select(f, 4, 6);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(shown.size(), std::size_t{2});
        QCOMPARE(card(f)->answer()->text()->highlights().laneCount(), 2);  // they overlap
        f.press(Qt::Key_Home);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_Right);
        f.press(Qt::Key_N);
        f.press(Qt::Key_Delete);
        QCOMPARE(shown.size(), std::size_t{1});
        QVERIFY(!shown[0].isOwn);  // the spans of others stay
    }

    void offersALabelForWordsThatAreSelectedWithTheMouse() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "Nodule on the left."}}));
        StreamingText* text = card(f)->answer()->text();
        const QRect word = text->placeOf(0, 6);
        testing::Mouse mouse(*f.window);
        mouse.drag(*text, word.topLeft() + QPoint(1, 5), QPoint(word.right() + 1, word.center().y()));
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("Nodule"));
        QToolButton* offer = nullptr;
        for (auto* each : f.window->findChildren<QToolButton*>()) {
            if (each->text() == QLatin1String("Label (L)") && each->isVisible()) offer = each;
        }
        QVERIFY(offer != nullptr);
        mouse.click(*offer);
        QTRY_VERIFY(isPopupOpen(f));
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});

        // Pointing at the word lights it up; clicking it selects it, and clicking again edits it.
        using Part = app::ReviewDraft::Part;
        draft(f).setSelected({});
        QVERIFY(!text->highlights().all()[0].isLit);
        const QPoint inside = text->placeOf(0, 6).center();
        mouse.moveTo(*text, inside + QPoint(1, 0));
        QTRY_VERIFY(draft(f).hovered() == (Part{Part::Kind::span, 0}));
        QVERIFY(text->highlights().all()[0].isLit);
        mouse.click(*text, inside);
        QTRY_VERIFY(draft(f).selected() == (Part{Part::Kind::span, 0}));
        QVERIFY(!isPopupOpen(f));
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        mouse.click(*text, inside);
        QTRY_VERIFY(isPopupOpen(f));
    }

    void asksWhoReviewsBeforeTheFirstSubmission() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "Yes."}}));
        f.workspace->reviews().setReviewer({});
        f.press(Qt::Key_1);
        f.press(Qt::Key_Return, Qt::ControlModifier);
        ReviewerDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = f.window->findChild<ReviewerDialog*>()) != nullptr && dialog->isVisible());
        QVERIFY(exchange(f).reviews.empty());
        QTRY_VERIFY(dialog->name()->hasFocus());
        QTest::keyClicks(dialog->name(), QStringLiteral("Dr. New"));
        QVERIFY(!dialog->code()->text().isEmpty());
        const std::string code = dialog->code()->text().toStdString();
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(exchange(f).reviews.size(), std::size_t{1});
        QCOMPARE(exchange(f).reviews[0].reviewer, std::string("Dr. New"));
        QCOMPARE(exchange(f).reviews[0].reviewerCode, code);
    }

    void putsBackADeletedLabel() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "A nodule on the left."}}));
        select(f, 2, 6);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        draft(f).setSelected({{app::ReviewDraft::Part::Kind::span, 0}});
        f.press(Qt::Key_Delete);
        QVERIFY(draft(f).spans().empty());
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(draft(f).spans().size(), std::size_t{1});
    }

    void keepsTheTabKeyInTheForm() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "A nodule on the left."}}));
        select(f, 2, 6);
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        f.press(Qt::Key_3);
        QWidget* const first = f.window->focusWidget();
        int steps = 0;
        do {
            f.press(Qt::Key_Tab);
            QVERIFY(isPopupOpen(f) && ++steps < 10);
        } while (f.window->focusWidget() != first);
        QVERIFY(steps > 2);
        f.press(Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(isPopupOpen(f));
        f.press(Qt::Key_Tab);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
    }

    void leavesATextThatBeginsWithALink() {
        Fixture f;
        QVERIFY(f.askAboutThreeSlices(QStringLiteral("Where?")));
        f.model->say(Channel::answer, "Image-2 shows it.");
        f.model->finish();
        QVERIFY(f.finished());
        StreamingText* text = card(f)->answer()->text();
        text->setFocus();
        f.press(Qt::Key_Tab);
        QVERIFY(text->hasFocus() && text->textCursor().hasSelection());  // on the link
        for (int i = 0; i < 3 && text->hasFocus(); ++i)
            f.press(Qt::Key_Tab, Qt::ShiftModifier);
        QVERIFY(!text->hasFocus());
    }

    void proposesACodeThatNobodyInTheSessionHas() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "Yes."}}));
        app::settings::setReviewers({});
        app::Review other;
        other.reviewer = "Dr. Two";
        other.reviewerCode = "R1";
        f.workspace->session().review(exchange(f).id, other);
        QTRY_COMPARE(exchange(f).reviews.size(), std::size_t{1});
        f.workspace->reviews().setReviewer({});
        askForReviewer(f.workspace->reviews(), f.window.get());
        ReviewerDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = f.window->findChild<ReviewerDialog*>()) != nullptr && dialog->isVisible());
        QCOMPARE(dialog->code()->text(), QStringLiteral("R2"));
        const auto warns = [dialog] {
            return std::ranges::any_of(dialog->findChildren<QLabel*>(), [](const QLabel* label) {
                return label->text().contains(QLatin1String("stands for Dr. Two"));
            });
        };
        QVERIFY(!warns());
        dialog->code()->setText(QStringLiteral("R1"));
        QVERIFY(warns());
        dialog->name()->setText(QStringLiteral("Dr. Two"));
        QVERIFY(!warns());
    }

    void offersTheLabelsOfTheProject() {
        Fixture f;
        QVERIFY(begin(f, {{Channel::answer, "A nodule."}}));
        f.workspace->reviews().setTaxonomy({"Chest CT", "2", {{"size", "Size", {}}, {"side", "Side & level", {}}}});
        select(f, 2, 6);
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(popup(f)->labels()->count(), 2);
        f.press(Qt::Key_2);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        QCOMPARE(draft(f).spans()[0].label, std::string("side"));
        QCOMPARE(draft(f).review().taxonomy.name, std::string("Chest CT"));
    }

    void importsAndExportsTheLabelsOfAProject() {
        Fixture f;
        const auto choose = [&f](const QString& entry, const QString& file) {
            for (QAction* action : f.window->menuBar()->findChildren<QAction*>()) {
                if (action->text() == entry) action->trigger();
            }
            auto* dialog = f.window->findChild<QFileDialog*>();
            QVERIFY(dialog != nullptr && dialog->isVisible());
            Q_EMIT dialog->fileSelected(file);
            delete dialog;
        };
        const app::Taxonomy project{"Chest CT", "2", {{"size", "Size", {{"de", "Größe"}}}}};
        const QString file = f.folder.filePath(QStringLiteral("project.json"));
        app::writeTaxonomy(file, project);
        choose(QStringLiteral("&Import labels…"), file);
        QVERIFY(f.workspace->reviews().taxonomy() == project);
        const QString copy = f.folder.filePath(QStringLiteral("copy.json"));
        choose(QStringLiteral("&Export labels…"), copy);
        QVERIFY(app::readTaxonomy(copy) == project);
        choose(QStringLiteral("&Import labels…"), f.folder.filePath(QStringLiteral("missing.json")));
        QTRY_VERIFY(f.window->messageBar()->message().contains(QLatin1String("missing.json")));
        QVERIFY(f.workspace->reviews().taxonomy() == project);
    }

    void keepsTheLinesOfOverlappingHighlightsApart() {
        const auto range = [](int begin, int end) {
            Highlight highlight;
            highlight.begin = begin;
            highlight.end = end;
            return highlight;
        };
        Highlights highlights;
        highlights.set({range(5, 9), range(0, 10), range(9, 12), range(20, 22)});
        QCOMPARE(highlights.laneCount(), 2);
        QCOMPARE(highlights.at(6).size(), std::size_t{2});
        QCOMPARE(highlights.at(6)[0]->begin, 5);  // the shortest first
        QVERIFY(highlights.at(15).empty());
        QVERIFY(highlights.at(22).empty());
        highlights.set({});
        QCOMPARE(highlights.laneCount(), 0);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::SpanWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "span_window_test.moc"
