// Evidence in a real window, by mouse and keys: it is added once, names its series, and can be put back.
#include "tests/ui/window_test.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/streaming_text.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/commands.h"
#include "ui/window/message_bar.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;

class EvidenceUseTest : public QObject {
    Q_OBJECT

    static QToolButton* buttonOf(const Fixture& f, QAction* action) {
        for (QToolButton* button : f.evidenceStrip()->findChildren<QToolButton*>()) {
            if (button->defaultAction() == action) return button;
        }
        return nullptr;
    }

    static void click(const Fixture& f, QAction* action) { QTest::mouseClick(buttonOf(f, action), Qt::LeftButton); }

    static bool picked(const Fixture& f, std::size_t count) {
        return QTest::qWaitFor([&] {
            return f.workspace->evidence().frames().size() == count && !f.workspace->evidence().isCollecting();
        });
    }

    static std::vector<int> indices(const Fixture& f) {
        std::vector<int> list;
        for (const viewer::Frame& frame : f.workspace->evidence().frames())
            list.push_back(frame.provenance.index);
        return list;
    }

private Q_SLOTS:
    void addsTheDefaultEvidenceOnce() {
        Fixture f;
        QVERIFY(f.openVolume(30));
        click(f, f.evidenceStrip()->addPresetAction());
        QVERIFY(picked(f, 11));
        QVERIFY(f.window->messageBar()->message().isEmpty());
        click(f, f.evidenceStrip()->addPresetAction());
        QTRY_VERIFY(f.window->messageBar()->isVisible());
        QCOMPARE(f.workspace->evidence().frames().size(), std::size_t{11});
        QVERIFY(f.window->messageBar()->message().contains(QStringLiteral("already")));
    }

    void namesAFrameThatIsInTheListAlready() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        QTest::keyClick(view, Qt::Key_Home);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 1));
        QTest::keyClick(view, Qt::Key_Down);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 2));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(f.window->messageBar()->message().contains(QStringLiteral("Image-2")));
        QCOMPARE(f.workspace->evidence().frames().size(), std::size_t{2});
        // With another window it is another image.
        testing::drag(view, Qt::LeftButton, {50, 30});
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 3));
    }

    void undoesClearingByTheMessageAndByKeys() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        EvidenceStrip* strip = f.evidenceStrip();
        strip->countBox()->setValue(4);
        click(f, strip->addEvenlyAction());
        QVERIFY(picked(f, 4));
        const std::vector<int> before = indices(f);
        QVERIFY(!strip->undoAction()->isEnabled());
        click(f, strip->clearAction());
        QVERIFY(f.workspace->evidence().frames().empty());
        f.clickMessageButton(QStringLiteral("Undo"));
        QCOMPARE(indices(f), before);
        QCOMPARE(strip->list()->count(), 4);

        QTest::mouseClick(strip->list()->viewport(), Qt::LeftButton, {},
                          strip->list()->visualItemRect(strip->list()->item(1)).center());
        QTest::keyClick(strip->list(), Qt::Key_Delete);
        QCOMPARE(indices(f).size(), std::size_t{3});
        // In the question box, Ctrl+Z undoes typing.
        QPlainTextEdit* box = f.composer()->box();
        QTest::mouseClick(box->viewport(), Qt::LeftButton);
        QTest::keyClicks(box, QStringLiteral("abc"));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(indices(f).size(), std::size_t{3});
        QVERIFY(box->toPlainText() != QStringLiteral("abc"));
        QTest::mouseClick(f.window->viewArea()->slicePage()->view(), Qt::LeftButton);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(indices(f), before);
        QVERIFY(!strip->undoAction()->isEnabled());
    }

    void undoesReordering() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        EvidenceStrip* strip = f.evidenceStrip();
        strip->countBox()->setValue(4);
        click(f, strip->addEvenlyAction());
        QVERIFY(picked(f, 4));
        const std::vector<int> before = indices(f);
        QTest::mouseClick(strip->list()->viewport(), Qt::LeftButton, {},
                          strip->list()->visualItemRect(strip->list()->item(1)).center());
        QTest::keyClick(strip->list(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(indices(f), (std::vector<int>{before[0], before[2], before[1], before[3]}));
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(indices(f), before);
        QVERIFY(!strip->undoAction()->isEnabled());
    }

    void keepsSeenEvidenceInPlaceOnUndo() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        EvidenceStrip* strip = f.evidenceStrip();
        QTest::keyClick(f.window->viewArea()->slicePage()->view(), Qt::Key_Home);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 1));
        click(f, strip->clearAction());
        QTest::keyClick(f.window->viewArea()->slicePage()->view(), Qt::Key_End);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 1));
        QVERIFY(f.ask(QStringLiteral("What is this?")));
        f.model->finish();
        QTRY_VERIFY(!f.workspace->chat().isAnswering());
        QTest::mouseClick(f.window->viewArea()->slicePage()->view(), Qt::LeftButton);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(indices(f), (std::vector<int>{11, 0}));
        QCOMPARE(f.workspace->evidence().seen(), 1);
    }

    void namesTheSeriesOfEvidence() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume(12));
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 1));
        f.window->commands()->openPaths({testing::writePicture(f.folder, QStringLiteral("picture.png"))});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        QTRY_VERIFY(f.window->viewArea()->slicePage()->view()->sliceCount() == 1);
        f.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(picked(f, 2));
        const QStringList names{QStringLiteral("volume.nii"), QStringLiteral("picture.png")};
        for (int row = 0; row < 2; ++row) {
            const QListWidgetItem* item = f.evidenceStrip()->list()->item(row);
            QVERIFY2(item->toolTip().contains(names[row]), qPrintable(item->toolTip()));
            QVERIFY(item->data(Qt::AccessibleTextRole).toString().contains(names[row]));
        }
        QVERIFY(f.ask(QStringLiteral("What are these?")));
        QTRY_COMPARE(f.conversation()->cardCount(), 1);
        const ExchangeCard* card = f.conversation()->card(f.workspace->session().exchanges().back().id);
        bool said = false;
        for (const StreamingText* text : card->findChildren<StreamingText*>()) {
            said = said || (text->text().contains(names[0]) && text->text().contains(names[1]));
        }
        QVERIFY(said);
        f.model->finish();
        QTRY_VERIFY(!f.workspace->chat().isAnswering());
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::EvidenceUseTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}
#include "evidence_use_test.moc"
