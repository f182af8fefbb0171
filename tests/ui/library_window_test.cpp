// The library of sessions in a real window, by keyboard and by mouse; a large session that is made as it is scrolled.
#include "app/session/session.h"
#include "tests/ui/window_test.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/library/session_results.h"
#include "ui/library/sessions_dialog.h"
#include "ui/window/commands.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardPaths>
#include <QtTest>

#include <filesystem>

namespace fleming::ui {

using testing::Fixture;

class LibraryWindowTest : public QObject {
    Q_OBJECT

    static QString folder() {
        const QString path = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/sessions";
        QDir().mkpath(path);
        return path;
    }

    static viewer::Frame frame(int number) {
        viewer::Frame frame;
        frame.image.width = 16;
        frame.image.height = 12;
        frame.image.rgb.assign(16 * 12 * 3, static_cast<std::uint8_t>(number));
        frame.image.rgb[0] = static_cast<std::uint8_t>(number / 256);
        frame.provenance.seriesDescription.words = "Abdomen";
        frame.provenance.index = number;
        return frame;
    }

    /// Writes a session with these questions and one image each, and returns its file.
    static QString write(const QString& name, const QStringList& questions, const QString& answer = "None.") {
        const QString file = folder() + "/" + name + ".fleming";
        app::Session session(file.toStdString());
        app::ModelIdentity model;
        model.info.name = "Scripted";
        const std::int64_t conversation = session.newConversation();
        for (int i = 0; i < questions.size(); ++i) {
            app::Question question;
            question.text = questions[i].toStdString();
            question.evidence = {frame(i)};
            inference::Answer said;
            said.text = said.finalAnswer = answer.toStdString();
            session.finish(session.begin(conversation, question, model).id, said);
        }
        return file;
    }

    /// Opens the dialog with its key.
    static SessionsDialog* openLibrary(Fixture& f) {
        f.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        SessionsDialog* dialog = nullptr;
        const bool came = QTest::qWaitFor([&] {
            dialog = f.window->findChild<SessionsDialog*>();
            return dialog != nullptr && dialog->isActiveWindow() && dialog->results()->count() > 0;
        });
        return came ? dialog : nullptr;
    }

    static QStringList titles(const SessionsDialog* dialog) {
        QStringList shown;
        for (int i = 0; i < dialog->results()->count(); ++i)
            shown << dialog->results()->item(i)->text();
        shown.sort();
        return shown;
    }

    static void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Enters text as an input method does: it has no keys.
    static void commit(const QString& text) {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    static void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

private Q_SLOTS:
    void init() { QDir(folder()).removeRecursively(); }

    void findsAndOpensByKeyboard() {
        write("liver", {"Is the liver normal?"});
        const QString file = write("chest", {"Is there a nodule?", "And 囊肿 there?", "Last?"});
        Fixture f;
        SessionsDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(titles(dialog), (QStringList{"Is the liver normal?", "Is there a nodule?"}));
        QCOMPARE(QApplication::focusWidget(), dialog->text());
        commit("囊肿");
        QTRY_COMPARE(dialog->results()->count(), 1);
        QCOMPARE(dialog->results()->currentHit()->exchange, 2);
        QCOMPARE(dialog->results()->currentHit()->snippet.matches.size(), std::size_t{1});
        key(Qt::Key_Return);
        QTRY_COMPARE(f.workspace->session().file(), file);
        QTRY_VERIFY(f.window->findChild<SessionsDialog*>() == nullptr);
        QTRY_COMPARE(f.window->focusWidget(), f.conversation()->card(2)->question());
        QVERIFY(f.window->windowTitle().startsWith("Is there a nodule?"));
    }

    void theArrowKeysChooseWhileTheTextHasTheFocus() {
        write("one", {"First cyst", "Second cyst", "Third cyst"});
        Fixture f;
        SessionsDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        type("cyst");
        QTRY_VERIFY(dialog->results()->count() >= 3);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        QCOMPARE(dialog->results()->currentRow(), 2);
        QCOMPARE(QApplication::focusWidget(), dialog->text());
        type("x");
        QTRY_COMPARE(dialog->results()->count(), 0);
        QVERIFY(dialog->status()->text().contains("Nothing"));
        key(Qt::Key_Return);  // nothing to open
        QVERIFY(dialog->isVisible());
        key(Qt::Key_Escape);
        QTRY_VERIFY(f.window->findChild<SessionsDialog*>() == nullptr);
    }

    void renamesByKeyboard() {
        const QString file = write("one", {"Is it a cyst?"});
        Fixture f;
        f.workspace->session().open(file);
        QTRY_COMPARE(f.workspace->session().file(), file);
        SessionsDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        key(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), dialog->title());
        type("Livers of June");
        key(Qt::Key_Return);
        QTRY_COMPARE(titles(dialog), QStringList{"Livers of June"});
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(f.window->windowTitle().startsWith("Livers of June"));
        QCOMPARE(app::Session(file.toStdString(), app::Session::Access::read).title(), "Livers of June");
        key(Qt::Key_F2);
        key(Qt::Key_Escape);  // ends the renaming only
        QVERIFY(dialog->isVisible());
    }

    void renamesASessionThatIsNotOpen() {
        const QString file = write("one", {"Is it a cyst?"});
        Fixture f;
        SessionsDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        key(Qt::Key_F2);
        type("Another");
        key(Qt::Key_Return);
        QTRY_COMPARE(titles(dialog), QStringList{"Another"});
        QCOMPARE(app::Session(file.toStdString(), app::Session::Access::read).title(), "Another");
        QVERIFY(f.workspace->session().file().isEmpty());
    }

    void opensByMouse() {
        write("one", {"First?"});
        const QString file = write("two", {"Second?"});
        Fixture f;
        f.window->commands()->showSessions();
        SessionsDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = f.window->findChild<SessionsDialog*>()) != nullptr && dialog->isVisible());
        QTRY_COMPARE(dialog->results()->count(), 2);
        QListWidgetItem* item = nullptr;
        for (int i = 0; i < 2; ++i) {
            if (dialog->results()->item(i)->text() == "Second?") item = dialog->results()->item(i);
        }
        QVERIFY(item != nullptr);
        const QPoint place = dialog->results()->visualItemRect(item).center();
        QTest::mouseClick(dialog->results()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(dialog->results()->viewport(), Qt::LeftButton, {}, place);
        QTRY_COMPARE(f.workspace->session().file(), file);
    }

    void filters() {
        const QString reviewed = write("one", {"Reviewed?"});
        write("two", {"Open?"});
        {
            app::Session session(reviewed.toStdString());
            app::Review review;
            review.verdict = app::Verdict::wrong;
            review.reviewer = "Ann";
            session.review(1, review);
        }
        Fixture f;
        SessionsDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        QTRY_COMPARE(dialog->reviewer()->count(), 2);
        dialog->state()->setFocus();
        QTest::keyClick(dialog->state(), Qt::Key_Down);  // not reviewed
        QTRY_COMPARE(titles(dialog), QStringList{"Open?"});
        QTest::keyClick(dialog->state(), Qt::Key_Down);  // reviewed
        QTRY_COMPARE(titles(dialog), QStringList{"Reviewed?"});
        QTest::keyClick(dialog->state(), Qt::Key_Home);
        QTRY_COMPARE(dialog->results()->count(), 2);
        dialog->reviewer()->setFocus();
        QTest::keyClick(dialog->reviewer(), Qt::Key_Down);
        QTRY_COMPARE(titles(dialog), QStringList{"Reviewed?"});
        QTest::keyClick(dialog->reviewer(), Qt::Key_Home);
        dialog->period()->setCurrentIndex(dialog->period()->count() - 1);
        QVERIFY(dialog->firstDay()->isVisible());
        dialog->firstDay()->setDate(QDate::currentDate().addDays(1));
        QTRY_COMPARE(dialog->results()->count(), 0);
    }

    void namesSessionsThatCannotBeRead() {
        write("one", {"First?"});
        QFile bad(folder() + "/bad.fleming");
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("not a session");
        bad.close();
        Fixture f;
        SessionsDialog* dialog = openLibrary(f);
        QVERIFY(dialog != nullptr);
        const auto named = [&] {
            const auto labels = dialog->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->isVisible() && label->text().contains("bad.fleming");
            });
        };
        QTRY_VERIFY(named());
    }

    void aLargeSessionMakesCardsAsTheyAreScrolled() {
        QStringList questions;
        for (int i = 0; i < 300; ++i)
            questions << QStringLiteral("Question %1?").arg(i + 1);
        const QString file = write("large", questions, QString("A sentence of the answer. ").repeated(20));
        Fixture f;
        f.workspace->session().open(file);
        QTRY_COMPARE(f.conversation()->cardCount(), 300);
        QTRY_VERIFY(f.conversation()->made(300) != nullptr);
        const auto cards = [&] { return f.conversation()->findChildren<ExchangeCard*>().size(); };
        QTest::qWait(50);
        QVERIFY2(cards() < 80, qPrintable(QString::number(cards())));
        QScrollBar* bar = f.conversation()->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(bar->maximum() > 300 * 100);
        // Thumbnails, too: 300 images are evidence, a few are visible.
        QTRY_VERIFY(f.workspace->session().pixels().decoded() > 0);
        QTest::qWait(200);
        QVERIFY2(f.workspace->session().pixels().decoded() < 60,
                 qPrintable(QString::number(f.workspace->session().pixels().decoded())));
        for (int i = 0; i < 60; ++i) {
            const LazyColumn::Place before = f.conversation()->place();
            bar->setValue(bar->value() - 200);
            QCoreApplication::processEvents();
            const LazyColumn::Place after = f.conversation()->place();
            QVERIFY(after.id < before.id || (after.id == before.id && after.offset < before.offset));
            QVERIFY2(before.id - after.id <= 2, qPrintable(QString("%1 %2").arg(before.id).arg(after.id)));
        }
        QVERIFY2(cards() < 80, qPrintable(QString::number(cards())));
        bar->setValue(0);
        QTRY_VERIFY(f.conversation()->made(1) != nullptr);
        QCOMPARE(f.conversation()->made(1)->y(), 6);
        QCOMPARE(f.conversation()->place().id, 1);
        f.conversation()->showExchange(150);
        QCOMPARE(f.conversation()->place().id, 150);
        QCOMPARE(f.conversation()->card(150)->mapTo(f.conversation()->viewport(), QPoint()).y(), 0);
        QVERIFY(f.conversation()->made(1) == nullptr);
    }

    void opensWhereTheReaderLeftIt() {
        QStringList questions;
        for (int i = 0; i < 50; ++i)
            questions << QStringLiteral("Question %1?").arg(i + 1);
        const QString file = write("left", questions, QString("A sentence of the answer. ").repeated(20));
        int top = 0;
        {
            Fixture f;
            f.workspace->session().open(file);
            QTRY_VERIFY(f.conversation()->made(50) != nullptr);
            f.conversation()->showExchange(20);
            QScrollBar* bar = f.conversation()->verticalScrollBar();
            bar->setValue(bar->value() + 33);
            top = f.conversation()->card(20)->mapTo(f.conversation()->viewport(), QPoint()).y();
            QCOMPARE(top, -33);
        }
        Fixture again;
        again.workspace->session().open(file);
        QTRY_VERIFY(again.conversation()->made(20) != nullptr);
        QCOMPARE(again.conversation()->card(20)->mapTo(again.conversation()->viewport(), QPoint()).y(), top);
        QScrollBar* bar = again.conversation()->verticalScrollBar();
        bar->setValue(bar->maximum());
        again.window->close();
        again.window.reset();
        again.workspace.reset();
        Fixture atEnd;
        atEnd.workspace->session().open(file);
        QTRY_VERIFY(atEnd.conversation()->made(50) != nullptr);
        QCOMPARE(atEnd.conversation()->verticalScrollBar()->value(),
                 atEnd.conversation()->verticalScrollBar()->maximum());
    }

    void aResizedWindowKeepsWhatIsRead() {
        QStringList questions;
        for (int i = 0; i < 60; ++i)
            questions << QStringLiteral("Question %1?").arg(i + 1);
        const QString file = write("resized", questions, QString("A sentence of the answer. ").repeated(20));
        Fixture f;
        f.workspace->session().open(file);
        QTRY_VERIFY(f.conversation()->made(60) != nullptr);
        f.conversation()->showExchange(30);
        f.window->resize(1000, 700);
        QTRY_COMPARE(f.window->width(), 1000);
        QCOMPARE(f.conversation()->place().id, 30);
        QCOMPARE(f.conversation()->card(30)->mapTo(f.conversation()->viewport(), QPoint()).y(), 0);
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::LibraryWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "library_window_test.moc"
