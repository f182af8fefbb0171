// Saved prompts and the context meter in a real window.
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/context_meter.h"
#include "ui/chat/prompt_picker.h"
#include "ui/dialogs/generation_form.h"
#include "ui/dialogs/prompts_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/window/commands.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;
using testing::Mouse;
using Kind = app::SavedPrompts::Kind;

class PromptsTest : public QObject {
    Q_OBJECT

    template <typename Widget>
    static Widget* shown() {
        Widget* found = nullptr;
        const auto find = [&] {
            for (QWidget* each : QApplication::allWidgets()) {
                auto* widget = qobject_cast<Widget*>(each);
                if (widget != nullptr && widget->isVisible()) found = widget;
            }
            return found != nullptr;
        };
        return QTest::qWaitFor(find) ? found : nullptr;
    }

    static bool save(Fixture& f, Kind kind, const QString& name, const QString& text) {
        const std::size_t before = f.workspace->prompts().of(kind).size();
        f.workspace->prompts().save(kind, {name, text});
        return QTest::qWaitFor([&] { return f.workspace->prompts().of(kind).size() == before + 1; });
    }

    static void removeAll(Fixture& f) {
        QTest::qWait(50);
        for (const Kind kind : {Kind::question, Kind::system}) {
            for (const app::SavedPrompt& prompt : std::vector(f.workspace->prompts().of(kind)))
                f.workspace->prompts().remove(kind, prompt.name);
            QTRY_VERIFY(f.workspace->prompts().of(kind).empty());
        }
    }

private Q_SLOTS:
    void savesAndInsertsAPromptWithTheKeyboard() {
        Fixture f;
        removeAll(f);
        QPlainTextEdit* box = f.composer()->box();
        f.press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(box->hasFocus());
        QTest::keyClicks(box, QStringLiteral("Is there a nodule?"));
        f.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto* dialog = shown<PromptsDialog>();
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(dialog->focusWidget() == dialog->name());
        QCOMPARE(dialog->text()->toPlainText(), QStringLiteral("Is there a nodule?"));
        QTest::keyClicks(dialog->name(), QStringLiteral("Nodule"));  // replaces the proposed name
        QTest::keyClick(dialog->name(), Qt::Key_Return);
        QTRY_COMPARE(f.workspace->prompts().of(Kind::question).size(), std::size_t{1});
        QCOMPARE(f.workspace->prompts().of(Kind::question)[0], (app::SavedPrompt{"Nodule", "Is there a nodule?"}));
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(save(f, Kind::question, "Fracture", "Is there a fracture?"));

        box->setPlainText(QStringLiteral("In Image-1: "));
        box->moveCursor(QTextCursor::End);
        f.press(Qt::Key_P, Qt::ControlModifier);
        auto* picker = shown<PromptPicker>();
        QVERIFY(picker != nullptr);
        QCOMPARE(picker->list()->count(), 2);
        QTest::keyClicks(picker->filter(), QStringLiteral("odul"));
        QCOMPARE(picker->list()->count(), 1);
        QTest::keyClick(picker->filter(), Qt::Key_Return);
        QCOMPARE(box->toPlainText(), QStringLiteral("In Image-1: Is there a nodule?"));
        QTRY_VERIFY(box->hasFocus());

        f.press(Qt::Key_P, Qt::ControlModifier);
        picker = shown<PromptPicker>();
        QVERIFY(picker != nullptr);
        QTest::keyClick(picker->filter(), Qt::Key_Down);
        QCOMPARE(picker->list()->currentItem()->text(), QStringLiteral("Nodule"));
        QTest::keyClick(picker->filter(), Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        QCOMPARE(box->toPlainText(), QStringLiteral("In Image-1: Is there a nodule?"));
    }

    void picksAPromptWithTheMouse() {
        Fixture f;
        removeAll(f);
        QVERIFY(save(f, Kind::question, "Nodule", "Is there a nodule?"));
        f.composer()->box()->clear();
        Mouse(*f.window).click(*f.composer()->promptButton());
        auto* picker = shown<PromptPicker>();
        QVERIFY(picker != nullptr);
        const QRect item = picker->list()->visualItemRect(picker->list()->item(0));
        QTest::mouseClick(picker->list()->viewport(), Qt::LeftButton, {}, item.center());
        QCOMPARE(f.composer()->box()->toPlainText(), QStringLiteral("Is there a nodule?"));
    }

    void managesPrompts() {
        Fixture f;
        removeAll(f);
        QVERIFY(save(f, Kind::question, "A", "text a"));
        QVERIFY(save(f, Kind::question, "B", "text b"));
        QVERIFY(save(f, Kind::system, "S", "text s"));
        PromptsDialog::showFor(f.workspace->prompts(), Kind::question, {}, f.window.get());
        auto* dialog = shown<PromptsDialog>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->name()->text(), QStringLiteral("A"));
        dialog->list()->setCurrentRow(1);
        dialog->name()->setText(QStringLiteral("A"));
        QVERIFY(dialog->saveButton()->text().contains(QStringLiteral("place")));  // it would replace another one
        dialog->name()->setText(QStringLiteral("C"));
        dialog->text()->setPlainText(QStringLiteral("text c"));
        dialog->saveButton()->click();
        QTRY_COMPARE(f.workspace->prompts().of(Kind::question)[1], (app::SavedPrompt{"C", "text c"}));
        QCOMPARE(f.workspace->prompts().of(Kind::question).size(), std::size_t{2});
        QTRY_COMPARE(dialog->list()->currentRow(), 1);
        QTest::keyClick(dialog->list(), Qt::Key_Delete);
        QTRY_COMPARE(f.workspace->prompts().of(Kind::question).size(), std::size_t{1});
        QCOMPARE(dialog->text()->toPlainText(), QStringLiteral("text c"));  // can be saved again
        QVERIFY(!dialog->deleteButton()->isEnabled());
        dialog->saveButton()->click();
        QTRY_COMPARE(f.workspace->prompts().of(Kind::question).size(), std::size_t{2});
        dialog->kind()->setCurrentIndex(1);
        QCOMPARE(dialog->name()->text(), QStringLiteral("S"));
        QCOMPARE(dialog->list()->count(), 1);
    }

    void discardsChangesOnlyIfAskedTwice() {
        Fixture f;
        removeAll(f);
        QVERIFY(save(f, Kind::question, "A", "text a"));
        QVERIFY(save(f, Kind::question, "B", "text b"));
        PromptsDialog::showFor(f.workspace->prompts(), Kind::question, {}, f.window.get());
        auto* dialog = shown<PromptsDialog>();
        QVERIFY(dialog != nullptr);
        QTest::keyClicks(dialog->text(), QStringLiteral("more "));
        dialog->list()->setCurrentRow(1);
        QCOMPARE(dialog->list()->currentRow(), 0);
        QCOMPARE(dialog->text()->toPlainText(), QStringLiteral("more text a"));
        dialog->list()->setCurrentRow(1);
        QCOMPARE(dialog->text()->toPlainText(), QStringLiteral("text b"));
        QTest::keyClicks(dialog->text(), QStringLiteral("more "));
        dialog->close();
        QVERIFY(dialog->isVisible());
        dialog->saveButton()->click();
        QTRY_COMPARE(f.workspace->prompts().of(Kind::question)[1], (app::SavedPrompt{"B", "more text b"}));
        dialog->close();
        QVERIFY(!dialog->isVisible());
    }

    void usesASavedSystemPrompt() {
        Fixture f;
        removeAll(f);
        QVERIFY(save(f, Kind::system, "Strict", "Answer in one word."));
        f.window->commands()->showSettings();
        auto* dialog = shown<SettingsDialog>();
        QVERIFY(dialog != nullptr);
        auto* form = dialog->findChild<GenerationForm*>();
        form->setSystemText(QStringLiteral("Before."));
        form->findChild<QToolButton*>()->click();
        auto* picker = shown<PromptPicker>();
        QVERIFY(picker != nullptr);
        QTest::keyClick(picker->filter(), Qt::Key_Return);
        QCOMPARE(form->systemText(), QStringLiteral("Answer in one word."));
        dialog->reject();
    }

    void showsHowMuchOfTheContextIsUsed() {
        Fixture f;
        const ContextMeter* meter = f.composer()->contextMeter();
        QVERIFY(!meter->isVisible());  // no model
        QVERIFY(f.askAboutThreeSlices(QStringLiteral("First?")));
        f.model->say(inference::Channel::answer, "Yes.");
        f.model->finish();
        QVERIFY(f.finished());
        QTRY_VERIFY(meter->isVisible());
        QCOMPARE(meter->bar()->maximum(), 32768);
        QTRY_VERIFY(meter->bar()->value() > 303);  // 300 tokens of the prompt, 1 of the answer, its end
        QTRY_VERIFY(meter->bar()->value() < 600);
        const int before = meter->bar()->value();
        f.composer()->box()->setPlainText(QString(4000, QLatin1Char('x')));
        QTRY_COMPARE(meter->bar()->value(), before + 1000);
        QVERIFY(!meter->label()->text().contains(QStringLiteral("not fit")));
        f.workspace->chat().setGenerationOptions({32000, 0.0, 0, 1.0, 0});
        QTRY_VERIFY(meter->label()->text().contains(QStringLiteral("may not fit")));
        f.composer()->box()->setPlainText(QString(140'000, QLatin1Char('x')));
        QTRY_VERIFY(meter->label()->text().contains(QStringLiteral("does not fit")));
        QVERIFY(meter->toolTip().contains(QStringLiteral("context window")));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::PromptsTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "prompts_window_test.moc"
