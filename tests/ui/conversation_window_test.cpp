// In a real window: ask, stream, stop, follow up, fail, judge, report, close; links from the text to the slices.
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/reasoning_block.h"
#include "ui/chat/streaming_text.h"
#include "ui/chat/waiting_questions.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QtTest>

namespace fleming::ui {

using inference::Channel;
using testing::Fixture;

class ConversationTest : public QObject {
    Q_OBJECT

    static qint64 lastId(const Fixture& f) { return f.workspace->exchanges().back().id; }
    static ExchangeCard* lastCard(const Fixture& f) { return f.window->chatPanel()->card(lastId(f)); }
    static bool finished(const Fixture& f) { return f.finished(); }
    static bool askAboutThreeSlices(Fixture& f, const QString& question) { return f.askAboutThreeSlices(question); }

    static void clickLink(StreamingText* text, const QString& link) {
        QTextCursor cursor = text->document()->find(link);
        QVERIFY(!cursor.isNull());
        cursor.setPosition(cursor.selectionStart() + 2);
        QTest::mouseClick(text->viewport(), Qt::LeftButton, Qt::NoModifier, text->cursorRect(cursor).center());
    }

private Q_SLOTS:
    void asksStreamsAndFollowsUp() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("What is <b>this</b>?")));
        QCOMPARE(f.answerer->questions.back().text, std::string("What is <b>this</b>?"));
        QCOMPARE(f.answerer->questions.back().evidence.size(), std::size_t{3});
        QVERIFY(f.window->chatPanel()->questionBox()->toPlainText().isEmpty());
        QVERIFY(f.window->chatPanel()->stopButton()->isVisible());
        QVERIFY(f.window->chatPanel()->askButton()->isVisible());  // a question can wait for its turn
        QCOMPARE(lastCard(f)->question()->text(), QStringLiteral("What is <b>this</b>?"));

        f.answerer->say(Channel::markup, "<think>");
        f.answerer->say(Channel::reasoning, "I look ");
        f.answerer->say(Channel::reasoning, "at Image-2.");
        f.answerer->stream();
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look at Image-2.|"));
        QVERIFY(lastCard(f)->reasoning()->isVisible());
        QVERIFY(f.workspace->isAnswering());
        f.answerer->say(Channel::markup, "</think><answer>");
        f.answerer->say(Channel::answer, "A ramp.");
        f.answerer->finish();
        QVERIFY(finished(f));
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("I look at Image-2.|A ramp."));
        const QString facts = lastCard(f)->answer()->facts()->text();
        for (const char* part : {"Scripted", "5 token", "2.5 tokens/s", "2.8 s", "Complete"}) {
            QVERIFY2(facts.contains(QLatin1String(part)), qPrintable(facts));
        }
        QVERIFY(f.window->chatPanel()->askButton()->isVisible());

        QVERIFY(f.ask(QStringLiteral("And why?")));
        QCOMPARE(f.answerer->questions.back().evidence.size(), std::size_t{0});
        QCOMPARE(f.answerer->conversations, 1);
        f.answerer->say(Channel::outside, "Because.");
        f.answerer->finish();
        QVERIFY(finished(f));
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("|Because."));
        QCOMPARE(f.window->chatPanel()->cardCount(), 2);
    }

    void questionsWaitForTheirTurn() {
        Fixture f;
        ChatPanel* panel = f.window->chatPanel();
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("First?")));
        QVERIFY(!panel->waiting()->isVisible());
        for (const char* text : {"Second?", "Third?"}) {
            panel->questionBox()->setPlainText(QLatin1String(text));
            QTest::keyClick(panel->questionBox(), Qt::Key_Return);
            QVERIFY(panel->questionBox()->toPlainText().isEmpty());
        }
        QVERIFY(panel->waiting()->isVisible());
        QCOMPARE(panel->waiting()->count(), 2);
        QCOMPARE(panel->waiting()->item(1)->text(), QStringLiteral("2. Third?"));

        QTest::mouseClick(panel->waiting()->viewport(), Qt::LeftButton, {},
                          panel->waiting()->visualItemRect(panel->waiting()->item(0)).center());
        QTest::mouseDClick(panel->waiting()->viewport(), Qt::LeftButton, {},
                           panel->waiting()->visualItemRect(panel->waiting()->item(0)).center());
        QCOMPARE(panel->questionBox()->toPlainText(), QStringLiteral("Second?"));
        QCOMPARE(f.workspace->waitingQuestions(), QStringList{QStringLiteral("Third?")});
        QTest::mouseClick(panel->askButton(), Qt::LeftButton);
        QCOMPARE(f.workspace->waitingQuestions(), (QStringList{QStringLiteral("Third?"), QStringLiteral("Second?")}));
        panel->waiting()->setCurrentRow(1);
        QTest::keyClick(panel->waiting(), Qt::Key_Delete);
        QCOMPARE(f.workspace->waitingQuestions(), QStringList{QStringLiteral("Third?")});

        f.answerer->say(Channel::answer, "One.");
        f.answerer->finish();
        QTRY_COMPARE(panel->cardCount(), 2);
        QCOMPARE(f.answerer->questions.back().text, std::string("Third?"));
        QVERIFY(!panel->waiting()->isVisible());
        f.answerer->say(Channel::answer, "Three.");
        f.answerer->finish();
        QVERIFY(finished(f));
    }

    void linksLeadToTheirSlices() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Where?")));
        f.answerer->say(Channel::reasoning, "First Ima");
        f.answerer->say(Channel::reasoning, "ge-3, then slice 2");
        f.answerer->say(Channel::reasoning, "; there is no Image-9.");
        f.answerer->finish();
        QVERIFY(finished(f));
        SlicePage* page = f.window->viewArea()->slicePage();
        page->goTo(viewer::Plane::coronal, 3);
        StreamingText* text = lastCard(f)->reasoning()->text();
        QTRY_VERIFY(text->text().endsWith(QLatin1String("Image-9.")));
        clickLink(text, QStringLiteral("Image-3"));
        QTRY_COMPARE(page->view()->slice(), 11);
        QCOMPARE(page->view()->plane(), viewer::Plane::axial);
        clickLink(text, QStringLiteral("slice 2"));
        QTRY_COMPARE(page->view()->slice(), 5);
        clickLink(text, QStringLiteral("Image-9"));
        QCOMPARE(page->view()->slice(), 5);
    }

    void aLinkToASeriesThatIsClosedOffersToOpenIt() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Where?")));
        f.answerer->say(Channel::reasoning, "Image-3");
        f.answerer->finish();
        QVERIFY(finished(f));
        f.workspace->closeAll();
        clickLink(lastCard(f)->reasoning()->text(), QStringLiteral("Image-3"));
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("Image-3")));
        // Opened, it is at the slice of the link, not in its middle.
        f.clickMessageButton(QStringLiteral("Open"));
        QTRY_COMPARE(f.workspace->series().size(), std::size_t{1});
        const SlicePage* page = f.window->viewArea()->slicePage();
        QTRY_COMPARE(page->view()->sliceCount(), 12);
        QTRY_COMPARE(page->view()->slice(), 11);
    }

    void stopEndsTheAnswer() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Go on")));
        f.answerer->say(Channel::answer, "Half");
        f.answerer->stream();
        QTest::mouseClick(f.window->chatPanel()->stopButton(), Qt::LeftButton);
        QVERIFY(finished(f));
        QVERIFY(f.answerer->stopped);
        QTRY_COMPARE(f.shownText(lastId(f)), QStringLiteral("|Half"));
        QVERIFY(lastCard(f)->answer()->facts()->text().contains(QStringLiteral("Stopped")));
    }

    void aFailureIsShownWhereTheAnswerWouldBe() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Fail")));
        f.answerer->fail("The memory ran out.");
        QVERIFY(finished(f));
        bool said = false;
        for (const QLabel* label : lastCard(f)->findChildren<QLabel*>())
            said |= label->isVisible() && label->text() == QStringLiteral("The memory ran out.");
        QVERIFY(said);
    }

    void aModelThatCannotBeLoadedIsSaid() {
        Fixture f;
        f.answerer->loadFailure = "config.json: is missing.";
        f.workspace->loadModel(f.folder.path());
        QTRY_COMPARE(f.window->messageBar()->message(), QStringLiteral("config.json: is missing."));
        QVERIFY(!f.window->chatPanel()->askButton()->isEnabled());
    }

    void whatAModelSaysOfItselfIsShown() {
        Fixture f;
        f.answerer->description = "Random weights: its words mean nothing.";
        f.loadModel();
        const auto* notice = f.window->findChild<QLabel*>(QStringLiteral("modelNotice"));
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(notice->text(), QStringLiteral("Random weights: its words mean nothing."));
    }

    void theTextScrollsOnlyForAReaderAtItsEnd() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("Long")));
        QScrollBar* bar = f.window->chatPanel()->scrollArea()->verticalScrollBar();
        for (int line = 0; line < 80; ++line)
            f.answerer->say(Channel::reasoning, "One more line of the reasoning.\n");
        f.answerer->stream();
        QTRY_VERIFY(bar->maximum() > 200);
        QTRY_COMPARE(bar->value(), bar->maximum());
        bar->setValue(40);
        const int before = bar->maximum();
        for (int line = 0; line < 80; ++line)
            f.answerer->say(Channel::reasoning, "And more.\n");
        f.answerer->stream();
        QTRY_VERIFY(bar->maximum() > before);
        QCOMPARE(bar->value(), 40);
        f.answerer->finish();
        QVERIFY(finished(f));
    }

    void stopHoldsTheQuestionsThatWait() {
        Fixture f;
        ChatPanel* panel = f.window->chatPanel();
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("First?")));
        panel->questionBox()->setPlainText(QStringLiteral("Second?"));
        QTest::keyClick(panel->questionBox(), Qt::Key_Return);
        QTest::mouseClick(panel->stopButton(), Qt::LeftButton);
        QVERIFY(finished(f));
        QTest::qWait(50);
        QCOMPARE(f.answerer->questions.size(), std::size_t{1});
        QVERIFY(panel->waiting()->isVisible());
        QPushButton* release = nullptr;
        for (auto* each : panel->findChildren<QPushButton*>()) {
            if (each->text() == QLatin1String("Continue")) release = each;
        }
        QVERIFY(release != nullptr && release->isVisible());
        QTest::mouseClick(release, Qt::LeftButton);
        QTRY_COMPARE(f.answerer->questions.size(), std::size_t{2});
        QCOMPARE(f.answerer->questions.back().text, std::string("Second?"));
        QVERIFY(!panel->waiting()->isVisible());
        f.answerer->finish();
        QVERIFY(finished(f));
    }

    void aNewConversationBegins() {
        Fixture f;
        QVERIFY(askAboutThreeSlices(f, QStringLiteral("One")));
        f.answerer->finish();
        QVERIFY(finished(f));
        f.workspace->newConversation();
        QVERIFY(f.ask(QStringLiteral("Two")));
        QCOMPARE(f.answerer->questions.back().evidence.size(), std::size_t{3});
        QCOMPARE(f.answerer->conversations, 2);
        f.answerer->finish();
        QVERIFY(finished(f));
    }

    void theKeyboardIsEnough() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTest::keyClick(f.window.get(), Qt::Key_D, Qt::ControlModifier);  // Fleming-VL's pick
        QTRY_COMPARE(f.workspace->evidence().size(), std::size_t{11});
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);  // to the question
        QTRY_VERIFY(f.window->chatPanel()->questionBox()->hasFocus());
        QTest::keyClicks(f.window->chatPanel()->questionBox(), QStringLiteral("why"));
        QTest::keyClick(f.window->chatPanel()->questionBox(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(f.window->chatPanel()->questionBox(), QStringLiteral("how"));
        QTest::keyClick(f.window->chatPanel()->questionBox(), Qt::Key_Return);
        QTRY_COMPARE(f.answerer->questions.size(), std::size_t{1});
        QCOMPARE(f.answerer->questions.back().text, std::string("why\nhow"));
        QTest::keyClick(f.window.get(), Qt::Key_Escape);  // stop
        QVERIFY(finished(f));
        QVERIFY(f.answerer->stopped);
        QTest::keyClick(f.window.get(), Qt::Key_F6);
        QVERIFY(!f.window->chatPanel()->questionBox()->hasFocus());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::ConversationTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "conversation_window_test.moc"
