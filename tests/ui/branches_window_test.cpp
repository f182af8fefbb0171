// Branches of the conversation in a real window: editing and regenerating by keyboard and mouse, going back and forth,
// comparing answers.
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/chat/branch_bar.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/dialogs/ask_again_dialog.h"
#include "ui/dialogs/compare_dialog.h"
#include "ui/dialogs/generation_form.h"
#include "ui/review/review_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;
using testing::Mouse;

class BranchesTest : public QObject {
    Q_OBJECT

    static const std::vector<app::Exchange>& exchanges(const Fixture& f) { return f.workspace->session().exchanges(); }
    static qint64 lastId(const Fixture& f) { return exchanges(f).back().id; }

    static bool answer(Fixture& f, const std::string& reasoning, const std::string& text) {
        f.model->say(Channel::reasoning, reasoning);
        f.model->say(Channel::answer, text);
        f.model->finish();
        return f.finished();
    }

    /// Has "First?" and "Second?" answered.
    static bool haveTwoAnswers(Fixture& f) {
        return f.askAboutThreeSlices(QStringLiteral("First?")) && answer(f, "Look at Image-1.", "A small nodule.") &&
               f.ask(QStringLiteral("Second?")) && answer(f, "Look again.", "On the left.");
    }

    static BranchBar* bar(const Fixture& f, qint64 exchange) {
        const ExchangeCard* card = f.conversation()->card(exchange);
        return card == nullptr ? nullptr : card->branchBar();
    }

    /// Waits for a dialog of the window that is visible.
    template <typename Dialog>
    static Dialog* shownDialog(const Fixture& f) {
        Dialog* dialog = nullptr;
        const auto find = [&] {
            for (Dialog* each : f.window->findChildren<Dialog*>()) {
                if (each->isVisible()) dialog = each;
            }
            return dialog != nullptr;
        };
        if (!QTest::qWaitFor(find)) return nullptr;
        dialog->activateWindow();
        return QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
    }

private Q_SLOTS:
    void editsAQuestionWithTheKeyboard() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        const qint64 first = exchanges(f)[0].id, second = exchanges(f)[1].id;
        QVERIFY(!bar(f, second)->next()->isVisible());
        f.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = shownDialog<AskAgainDialog>(f);
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->focusWidget() == dialog->question());
        QCOMPARE(dialog->question()->toPlainText(), QStringLiteral("Second?"));
        QTest::keyClick(dialog->question(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(dialog->question(), QStringLiteral("Edited?"));
        QTest::keyClick(dialog->question(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        QCOMPARE(f.model->questions.back().text, std::string("Edited?"));
        QVERIFY(f.model->questions.back().evidence.empty());
        const qint64 edited = lastId(f);
        QCOMPARE(exchanges(f).back().follows, first);
        QVERIFY(!bar(f, edited)->previous()->isEnabled());  // while the model answers
        QVERIFY(answer(f, "Once more.", "On the right."));

        QCOMPARE(f.conversation()->cardCount(), 2);
        QVERIFY(f.conversation()->card(second) == nullptr);
        QTRY_VERIFY(bar(f, edited)->previous()->isVisible());
        QCOMPARE(bar(f, edited)->position()->text(), QStringLiteral("2 of 2"));
        f.press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(f.conversation()->card(second) != nullptr);
        QVERIFY(f.conversation()->card(edited) == nullptr);
        QCOMPARE(f.shownText(second), QStringLiteral("Look again.|On the left."));
        QCOMPARE(f.workspace->chat().lastExchange(), second);
        f.press(Qt::Key_Left, Qt::AltModifier);  // there is none before it
        QCOMPARE(f.workspace->chat().lastExchange(), second);

        QVERIFY(f.ask(QStringLiteral("Third?")));
        QCOMPARE(exchanges(f).back().follows, second);
        QVERIFY(answer(f, "", "Yes."));
        QCOMPARE(f.conversation()->cardCount(), 3);
        bar(f, second)->next()->setFocus();
        QTest::keyClick(bar(f, second)->next(), Qt::Key_Space);
        QTRY_COMPARE(f.conversation()->cardCount(), 2);
        QTRY_VERIFY(bar(f, edited)->previous()->hasFocus());  // the keyboard can go on from here
        QCOMPARE(f.workspace->chat().lastExchange(), edited);
        QTest::keyClick(bar(f, edited)->previous(), Qt::Key_Space);
        QTRY_COMPARE(f.conversation()->cardCount(), 3);
        QCOMPARE(f.workspace->chat().lastExchange(), lastId(f));
    }

    void regeneratesAndPagesWithTheMouse() {
        Fixture f;
        f.workspace->chat().setGenerationOptions({64, 0.8, 0, 1.0, 5});
        QVERIFY(haveTwoAnswers(f));
        const qint64 first = exchanges(f)[0].id, second = exchanges(f)[1].id;
        Mouse mouse(*f.window);
        f.conversation()->ensureWidgetVisible(bar(f, second)->again());
        QTest::qWait(50);
        mouse.click(*bar(f, second)->again(), QPoint(6, bar(f, second)->again()->height() / 2));
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        QCOMPARE(f.model->questions.back().text, std::string("Second?"));
        QCOMPARE(f.model->questions.back().options.temperature, 0.8);
        QVERIFY(f.model->questions.back().options.seed != 5U);
        QVERIFY(answer(f, "Sampled.", "Both."));
        const qint64 again = lastId(f);
        QTRY_VERIFY(bar(f, again)->previous()->isEnabled());
        f.conversation()->ensureWidgetVisible(bar(f, again));
        QTest::qWait(50);
        mouse.click(*bar(f, again)->previous());
        QTRY_VERIFY(f.conversation()->card(second) != nullptr);
        QCOMPARE(f.workspace->chat().lastExchange(), second);
        QTest::qWait(50);
        mouse.click(*bar(f, second)->next());
        QTRY_VERIFY(f.conversation()->card(again) != nullptr);

        // The first question, edited: its branch shows neither of the others.
        f.conversation()->ensureWidgetVisible(bar(f, first));
        QTest::qWait(50);
        mouse.click(*bar(f, first)->edit());
        auto* dialog = shownDialog<AskAgainDialog>(f);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->form()->systemBox()->isEnabled());
        dialog->question()->setPlainText(QStringLiteral("First, edited?"));
        const auto open = f.window->findChildren<AskAgainDialog*>().size();
        AskAgainDialog::showFor(*f.workspace, first, AskAgainDialog::Part::question, f.window.get());
        QCOMPARE(f.window->findChildren<AskAgainDialog*>().size(), open);  // the open one, with the edited text
        QTest::mouseClick(dialog->askButton(), Qt::LeftButton);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{4});
        QCOMPARE(f.model->questions.back().evidence.size(), std::size_t{3});
        QCOMPARE(f.model->questions.back().options.seed, std::uint64_t{5});
        QVERIFY(answer(f, "", "None."));
        QCOMPARE(f.conversation()->cardCount(), 1);
        f.conversation()->showExchange(second);
        QCOMPARE(f.conversation()->cardCount(), 2);
        QVERIFY(f.conversation()->card(second) != nullptr);
        QCOMPARE(f.workspace->chat().lastExchange(), second);
        QCOMPARE(f.conversation()->currentExchange(), second);
    }

    void offersParametersWhenTheAnswerWouldBeTheSame() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        f.press(Qt::Key_G, Qt::ControlModifier);
        auto* dialog = shownDialog<AskAgainDialog>(f);
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->focusWidget() == dialog->form()->temperature());
        QVERIFY(dialog->hint()->isVisible());
        QVERIFY(!dialog->form()->systemBox()->isEnabled());
        dialog->form()->temperature()->setValue(0.5);
        QVERIFY(!dialog->hint()->isVisible());
        dialog->form()->seed()->setValue(77);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        QCOMPARE(f.model->questions.back().options.temperature, 0.5);
        QCOMPARE(f.model->questions.back().options.seed, std::uint64_t{77});
        QCOMPARE(f.workspace->chat().generationOptions().temperature, 0.0);  // the settings stay
        QVERIFY(answer(f, "", "Other."));
    }

    void asksAboutTheCurrentEvidence() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        app::Selection selection;
        selection.indices = {0, 1};
        f.workspace->evidence().add(*f.workspace->studies().chosenSeries(), selection);
        QTRY_COMPARE(f.workspace->evidence().frames().size(), std::size_t{4});  // slice 0 was there
        f.conversation()->showExchange(exchanges(f)[0].id);
        f.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = shownDialog<AskAgainDialog>(f);
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->currentEvidence()->text().contains(QLatin1Char('4')));
        f.workspace->evidence().remove(3);  // the window stays usable
        QTRY_VERIFY(dialog->currentEvidence()->text().contains(QLatin1Char('3')));
        f.workspace->evidence().undo();
        dialog->currentEvidence()->setChecked(true);
        dialog->askButton()->click();
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        QCOMPARE(f.model->questions.back().text, std::string("First?"));
        QCOMPARE(f.model->questions.back().evidence.size(), std::size_t{4});
        QVERIFY(answer(f, "", "Other."));
        QCOMPARE(f.conversation()->cardCount(), 1);
    }

    void keepsAFailedBranchBesideTheOthers() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        const qint64 second = exchanges(f)[1].id;
        QVERIFY(f.workspace->chat().askAgain(second, app::toAskAgain(exchanges(f)[1])));
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        f.model->fail("The memory ran out.");
        QVERIFY(f.finished());
        const qint64 failed = lastId(f);
        QTRY_VERIFY(f.conversation()->card(failed) != nullptr);
        QCOMPARE(bar(f, failed)->position()->text(), QStringLiteral("2 of 2"));
        f.press(Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(f.conversation()->card(second) != nullptr);
        QCOMPARE(f.workspace->chat().lastExchange(), second);
    }

    void keepsAReviewThatIsBeingWrittenOnAnotherBranch() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        const qint64 second = exchanges(f)[1].id;
        QVERIFY(f.workspace->chat().askAgain(second, app::toAskAgain(exchanges(f)[1])));
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        QVERIFY(answer(f, "", "Third."));
        f.conversation()->card(lastId(f))->review()->verdicts()->button(0)->click();
        f.conversation()->stepBranch(lastId(f), -1);
        QVERIFY(exchanges(f).back().reviews.empty());  // it is a draft
        f.conversation()->stepBranch(second, 1);
        QTRY_VERIFY(f.conversation()->card(lastId(f)) != nullptr);
        QVERIFY(f.conversation()->card(lastId(f))->review()->verdicts()->button(0)->isChecked());
    }

    void comparesTwoAnswers() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        const qint64 second = exchanges(f)[1].id;
        QVERIFY(f.workspace->chat().askAgain(second, app::toAskAgain(exchanges(f)[1])));
        QTRY_COMPARE(f.model->questions.size(), std::size_t{3});
        QVERIFY(answer(f, "Look again.", "On the right, and large."));
        app::Review review;
        review.verdict = app::Verdict::wrong;
        review.reviewer = "R. Reader";
        f.workspace->session().review(second, review);
        f.press(Qt::Key_B, Qt::ControlModifier);
        auto* dialog = shownDialog<CompareDialog>(f);
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->summary()->text().contains(QLatin1Char('1')));
        QCOMPARE(dialog->text(0, CompareDialog::answer)->toPlainText(), QStringLiteral("On the left."));
        QCOMPARE(dialog->text(1, CompareDialog::answer)->toPlainText(), QStringLiteral("On the right, and large."));
        QVERIFY(dialog->text(0, CompareDialog::reasoning)->extraSelections().isEmpty());
        const auto marked = [&](int side) {
            QStringList words;
            for (const auto& mark : dialog->text(side, CompareDialog::answer)->extraSelections())
                words << mark.cursor.selectedText();
            return words;
        };
        QCOMPARE(marked(0), QStringList{QStringLiteral("left")});
        QCOMPARE(marked(1), (QStringList{QStringLiteral("right, and large")}));
        QTRY_VERIFY(dialog->facts(0)->text().contains(QStringLiteral("R. Reader")));
        QVERIFY(dialog->facts(1)->text().contains(QStringLiteral("No verdict")));
        QTest::keyClick(dialog, Qt::Key_F3);
        QTRY_VERIFY(dialog->summary()->text().contains(QLatin1Char('1')));
        // Any two exchanges can be chosen.
        dialog->choice(0)->setCurrentIndex(0);
        QTRY_COMPARE(dialog->text(0, CompareDialog::answer)->toPlainText(), QStringLiteral("A small nodule."));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(f.window->findChildren<CompareDialog*>().isEmpty());
    }

    void continuesAnEarlierConversation() {
        Fixture f;
        QVERIFY(haveTwoAnswers(f));
        const qint64 second = exchanges(f)[1].id, conversation = exchanges(f)[1].conversation;
        f.workspace->chat().newConversation();
        QVERIFY(f.ask(QStringLiteral("New?")));
        QVERIFY(answer(f, "", "New."));
        QCOMPARE(f.conversation()->cardCount(), 3);
        bar(f, second)->edit()->setFocus();
        for (QAction* action : f.chatPanel()->menu()->actions()) {
            if (action->text().contains(QStringLiteral("Continue this"))) action->trigger();
        }
        QCOMPARE(f.workspace->chat().conversation(), conversation);
        QCOMPARE(f.workspace->chat().lastExchange(), second);
        QVERIFY(f.ask(QStringLiteral("Third?")));
        QVERIFY(f.model->questions.back().evidence.empty());
        QVERIFY(answer(f, "", "Third."));
        QCOMPARE(exchanges(f).back().follows, second);
        QCOMPARE(f.conversation()->cardCount(), 4);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::BranchesTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "branches_window_test.moc"
