// The parts of the window: rows dragged with the mouse, panels dragged shut, messages over the view, small screens,
// large fonts, full screen.
#include "app/settings.h"
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/browser/study_panel.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/composer.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/waiting_questions.h"
#include "ui/evidence/evidence_strip.h"
#include "ui/review/review_panel.h"
#include "ui/style/theme.h"
#include "ui/views/slice_page.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"
#include "ui/window/panel_layout.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QSplitterHandle>
#include <QtTest>

namespace fleming::ui {

using testing::Fixture;
using testing::Mouse;

namespace {

/// Returns what each row of the strip shows.
QStringList shownSlices(const QListWidget& list) {
    QStringList shown;
    for (int row = 0; row < list.count(); ++row)
        shown << list.item(row)->text() + QLatin1Char(' ') + list.item(row)->toolTip();
    return shown;
}

std::vector<int> heldSlices(const app::Workspace& workspace) {
    std::vector<int> held;
    for (const viewer::Frame& frame : workspace.evidence().frames())
        held.push_back(frame.provenance.index);
    return held;
}

bool pick(Fixture& f, int count) {
    app::Selection selection;
    for (int i = 0; i < count; ++i)
        selection.indices.push_back(2 * i);
    f.workspace->evidence().add(*f.workspace->studies().chosenSeries(), selection);
    return QTest::qWaitFor([&] { return f.evidenceStrip()->list()->count() == count; });
}

QSplitter* splitterOf(QWidget* widget) {
    return qobject_cast<QSplitter*>(widget->parentWidget());
}

}  // namespace

class LayoutWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void reordersEvidenceByDragging_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("to the right") << 0 << 2;
        QTest::newRow("to the left") << 3 << 1;
        QTest::newRow("to the end") << 1 << 4;
        QTest::newRow("to the start") << 4 << 0;
        QTest::newRow("to its own place") << 2 << 2;
    }

    void reordersEvidenceByDragging() {
        QFETCH(int, from);
        QFETCH(int, to);
        Fixture f;
        f.window->resize(1580, 860);  // shows all five thumbnails
        QVERIFY(f.openVolume(12));
        QVERIFY(pick(f, 5));
        QListWidget* list = f.evidenceStrip()->list();
        std::vector<int> expected = heldSlices(*f.workspace);
        QCOMPARE(expected, (std::vector<int>{0, 2, 4, 6, 8}));
        const int moved = expected[static_cast<std::size_t>(from)];
        expected.erase(expected.begin() + from);
        expected.insert(expected.begin() + to, moved);

        const QPoint start = list->visualItemRect(list->item(from)).center();
        const QRect target = list->visualItemRect(list->item(to));
        Mouse(*f.window).drag(*list->viewport(), start,
                              QPoint(to > from   ? target.right() - 4
                                     : to < from ? target.left() + 4
                                                 : start.x() + 20,
                                     start.y()));
        QTest::qWait(50);
        QCOMPARE(heldSlices(*f.workspace), expected);
        QCOMPARE(list->count(), 5);
        for (int row = 0; row < 5; ++row) {
            QCOMPARE(list->item(row)->text(), QStringLiteral("Image-%1").arg(row + 1));
            QVERIFY2(list->item(row)->toolTip().contains(
                         QStringLiteral("%1 of 12").arg(expected[static_cast<std::size_t>(row)] + 1)),
                     qPrintable(shownSlices(*list).join(QLatin1Char('\n'))));
        }
        QCOMPARE(list->currentRow(), to);
        // Delete removes the selected row.
        QTest::keyClick(list, Qt::Key_Delete);
        expected.erase(expected.begin() + to);
        QCOMPARE(heldSlices(*f.workspace), expected);
    }

    void movesNothingWhenADragIsCancelled() {
        Fixture f;
        QVERIFY(f.openVolume(12));
        QVERIFY(pick(f, 4));
        QListWidget* list = f.evidenceStrip()->list();
        Mouse mouse(*f.window);
        const QPoint start = list->visualItemRect(list->item(0)).center();
        const QPoint end = list->visualItemRect(list->item(3)).center() + QPoint(30, 0);
        mouse.press(*list->viewport(), start);
        mouse.moveTo(*list->viewport(), (start + end) / 2);
        mouse.moveTo(*list->viewport(), end);
        QTest::keyClick(list, Qt::Key_Escape);
        mouse.release(*list->viewport(), end);
        QCOMPARE(heldSlices(*f.workspace), (std::vector<int>{0, 2, 4, 6}));
    }

    void reordersQueuedQuestionsByDragging() {
        Fixture f;
        f.loadModel();
        QVERIFY(f.openVolume());
        QVERIFY(f.ask(QStringLiteral("first")));
        for (const char* text : {"second", "third", "fourth"})
            f.workspace->questions().add(QString::fromLatin1(text));
        WaitingQuestions* list = f.composer()->waiting();
        QTRY_COMPARE(list->count(), 3);
        QTRY_VERIFY(list->isVisible() && list->height() > 2 * list->sizeHintForRow(0));
        QTest::qWait(50);  // until the layout has settled
        const QPoint start = list->visualItemRect(list->item(0)).center();
        const QRect last = list->visualItemRect(list->item(2));
        Mouse(*f.window).drag(*list->viewport(), start, QPoint(start.x(), last.bottom() - 1));
        QCOMPARE(f.workspace->questions().texts(), (QStringList{"third", "fourth", "second"}));
        QVERIFY(list->item(2)->text().endsWith(QStringLiteral("second")));
    }

    void showsAPanelAgainThatWasDraggedShut() {
        Fixture f;
        QAction* evidence = f.window->panelLayout()->toggle(QStringLiteral("evidence"));
        QAction* conversation = f.window->panelLayout()->toggle(QStringLiteral("conversation"));
        QWidget* chat = f.chatPanel();
        QSplitter* across = splitterOf(chat);
        const int before = chat->width();
        QSplitterHandle* handle = across->handle(2);
        Mouse(*f.window).drag(*handle, handle->rect().center(), handle->rect().center() + QPoint(before - 5, 0));
        QCOMPARE(across->sizes().at(2), 0);
        QVERIFY(!conversation->isChecked());
        evidence->trigger();  // hides another panel; this one stays shut
        QCOMPARE(across->sizes().at(2), 0);
        evidence->trigger();
        QCOMPARE(across->sizes().at(2), 0);
        conversation->trigger();
        QVERIFY(conversation->isChecked());
        QTRY_VERIFY(chat->isVisible() && chat->width() >= 240);
    }

    void remembersThatAPanelIsHidden() {
        {
            Fixture f;
            QTest::keyClick(f.window.get(), Qt::Key_F7);
            QVERIFY(!f.studyPanel()->isVisible());
            f.window->close();
        }
        Fixture f;
        QVERIFY(!f.studyPanel()->isVisible());
        QVERIFY(!f.window->panelLayout()->toggle(QStringLiteral("series"))->isChecked());
        f.window->panelLayout()->reset();
        QVERIFY(f.studyPanel()->isVisible());
        QTRY_VERIFY(f.studyPanel()->width() >= 150);
    }

    void keepsTheViewInPlaceUnderAMessage() {
        Fixture f;
        QVERIFY(f.openVolume());
        viewer::SliceView* view = f.window->viewArea()->slicePage()->view();
        const QRect before(view->mapToGlobal(QPoint()), view->size());
        f.window->messageBar()->say(MessageBar::Kind::error,
                                    QStringLiteral("Something went wrong, and this says what it was in one line."));
        QTest::qWait(50);
        MessageBar* bar = f.window->messageBar();
        QVERIFY(bar->isVisible());
        QCOMPARE(QRect(view->mapToGlobal(QPoint()), view->size()), before);
        QVERIFY(bar->parentWidget()->rect().contains(bar->geometry()));
        const QList<QAbstractButton*> buttons = bar->findChildren<QAbstractButton*>();
        const auto close = std::find_if(buttons.begin(), buttons.end(),
                                        [](const QAbstractButton* each) { return !each->icon().isNull(); });
        QVERIFY(close != buttons.end());
        Mouse(*f.window).click(**close);
        QVERIFY(!bar->isVisible());

        bar->say(MessageBar::Kind::error, QStringLiteral("Something went wrong again."));
        QVERIFY(bar->isVisible());
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }

    void returnsToMaximizedFromFullScreen() {
        Fixture f;
        f.window->setWindowState(Qt::WindowMaximized);
        QTest::keyClick(f.window.get(), Qt::Key_F11);
        QVERIFY(f.window->windowState() & Qt::WindowFullScreen);
        QTest::keyClick(f.window.get(), Qt::Key_F11);
        QVERIFY(!(f.window->windowState() & Qt::WindowFullScreen));
        QVERIFY(f.window->windowState() & Qt::WindowMaximized);
    }

    void announcesFilesThatAreDraggedOver() {
        Fixture f;
        auto* hint = f.window->findChild<QWidget*>(QStringLiteral("dropHint"));
        QVERIFY(hint != nullptr && !hint->isVisible());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(testing::writeVolume(f.folder, QStringLiteral("dropped.nii"), 3))});
        const QPoint at = f.window->rect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(hint->isVisible());
        QDragLeaveEvent leave;
        QApplication::sendEvent(f.window.get(), &leave);
        QVERIFY(!hint->isVisible());
    }

    void fitsSmallScreens_data() {
        QTest::addColumn<int>("points");
        for (const int points : {0, app::settings::kSmallestFontSize, 12, app::settings::kLargestFontSize}) {
            QTest::newRow(qPrintable(QString::number(points))) << points;
        }
    }

    /// A screen of 1024 x 600 pixels at a scale of 150 % is 682 x 400 device-independent pixels.
    void fitsSmallScreens() {
        QFETCH(int, points);
        applyFontSize(points);
        const auto restore = qScopeGuard([] { applyFontSize(0); });
        Fixture f;
        f.model->description =
            "Demo model: it knows only the drawn sample studies; for real scans choose a Fleming-VL checkpoint.";
        f.loadModel();
        QVERIFY(f.openVolume());
        QVERIFY(pick(f, 4));
        QVERIFY(f.ask(QStringLiteral("Is there a nodule in one of these images?")));
        f.model->say(inference::Channel::reasoning, "Image-2 shows a rounded opacity in the right upper lobe.");
        f.model->say(inference::Channel::answer, "Yes, in Image-2, in the right upper lobe, about 12 mm.");
        f.model->finish();
        QTRY_VERIFY(!f.workspace->chat().isAnswering());
        // Again and again, as a user drags: controls that no longer fit are hidden after the window has its new size.
        const auto fits = [&] {
            f.window->resize(682, 400);
            return f.window->width() <= 682 && f.window->height() <= 400;
        };
        QTRY_VERIFY2(fits(), qPrintable(QStringLiteral("%1 x %2").arg(f.window->width()).arg(f.window->height())));
        QTest::qWait(50);
        // The conversation is not clipped on the right.
        QScrollArea* scroll = f.conversation();
        QVERIFY2(
            scroll->widget()->width() <= scroll->viewport()->width(),
            qPrintable(QStringLiteral("%1 in %2").arg(scroll->widget()->width()).arg(scroll->viewport()->width())));
        const ExchangeCard* card = f.conversation()->card(f.workspace->session().exchanges().back().id);
        for (QAbstractButton* verdict : card->review()->verdicts()->buttons()) {
            QVERIFY(
                scroll->widget()->rect().contains(QRect(verdict->mapTo(scroll->widget(), QPoint()), verdict->size())));
        }
        QVERIFY(f.composer()->box()->visibleRegion().boundingRect().height() > 20);
        QVERIFY(f.window->viewArea()->slicePage()->view()->height() >= 48);
    }

    void appliesTheFontSizeToOpenWindows() {
        const auto restore = qScopeGuard([] { applyFontSize(0); });
        Fixture f;
        applyFontSize(11);
        const auto* banner = f.window->findChild<QLabel*>(QStringLiteral("researchBanner"));
        QTRY_COMPARE(banner->font().pointSize(), 11);
        const auto* empty = f.conversation()->widget()->findChild<QLabel*>();
        QTRY_COMPARE(empty->font().pointSizeF(), 11 * 0.9);
        applyFontSize(16);
        QTRY_COMPARE(banner->font().pointSize(), 16);
        QTRY_COMPARE(empty->font().pointSizeF(), 16 * 0.9);
    }

    void drawsVisibleOutlinesOnDarkPalettes() {
        // The painted outline has a contrast of 3 : 1 against the window.
        const auto luminance = [](const QColor& colour) {
            const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
        };
        Fixture f;
        const QWidget* box = f.composer()->box();
        f.window->viewArea()->setFocus();
        QTest::qWait(50);
        const QImage image = f.window->grab().toImage();
        const QPoint edge = box->mapTo(f.window.get(), QPoint(0, box->height() / 2)) * image.devicePixelRatio();
        const double outline = luminance(image.pixelColor(edge));
        const double around = luminance(QApplication::palette().color(QPalette::Window));
        QVERIFY2((outline + 0.05) / (around + 0.05) >= 3.0,
                 qPrintable(QString::number((outline + 0.05) / (around + 0.05))));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::LayoutWindowTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "layout_window_test.moc"
