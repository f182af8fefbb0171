// Words of an answer that are labelled in a real window, mostly without a mouse.
#include "app/session/session.h"
#include "app/settings.h"
#include "tests/ui/mouse.h"
#include "tests/ui/window_test.h"
#include "ui/chat/answer_card.h"
#include "ui/chat/conversation_view.h"
#include "ui/chat/exchange_card.h"
#include "ui/chat/highlights.h"
#include "ui/chat/reasoning_block.h"
#include "ui/chat/streaming_text.h"
#include "ui/measure/measured_views.h"
#include "ui/review/review_form.h"
#include "ui/review/review_panel.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/review/span_editor.h"
#include "ui/review/span_list.h"
#include "ui/review/span_popup.h"
#include "ui/views/view_area.h"
#include "ui/window/message_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
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

class SpanWindowTest : public QObject {
    Q_OBJECT

    static const app::Exchange& exchange(const Fixture& f) { return f.workspace->session().exchanges().back(); }
    static ExchangeCard* card(const Fixture& f) { return f.conversation()->card(exchange(f).id); }
    static app::ReviewDraft& draft(const Fixture& f) { return *f.workspace->reviews().draft(exchange(f).id); }
    static SpanPopup* popup(const Fixture& f) { return card(f)->spans()->popup(); }
    static bool isPopupOpen(const Fixture& f) { return popup(f) != nullptr && popup(f)->isVisible(); }

    /// Returns the words of a span of the draft.
    static std::string wordsOf(const Fixture& f, std::size_t span) {
        return std::string(app::textOf(exchange(f).answer, draft(f).spans().at(span)));
    }

    /// Gets an answer, lets Dr. One review it, and goes to it by its key.
    static bool begin(Fixture& f, const std::vector<std::pair<Channel, std::string>>& parts) {
        f.loadModel();
        if (!f.ask(QStringLiteral("What is it?"))) return false;
        for (const auto& [channel, text] : parts)
            f.model->say(channel, text);
        f.model->finish();
        if (!f.finished()) return false;
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        f.press(Qt::Key_F4);
        return QTest::qWaitFor([&] { return card(f)->answer()->text()->hasFocus(); });
    }

    /// Selects `count` characters behind the first `skip` by keys.
    static void select(Fixture& f, int skip, int count) {
        f.press(Qt::Key_Home);
        for (int i = 0; i < skip; ++i)
            f.press(Qt::Key_Right);
        for (int i = 0; i < count; ++i)
            f.press(Qt::Key_Right, Qt::ShiftModifier);
    }

    /// Adds a length of `mm` to the list and returns its id.
    static int measure(app::MeasurementList& list, int series, double mm) {
        return list.add({viewer::RoiShape::length, {}, {{0, 0}, {mm, 0}}}, series);
    }

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

    void tiesWordsToMeasurements() {
        Fixture f;
        QVERIFY(f.openVolume());
        QVERIFY(begin(f, {{Channel::answer, "A nodule of 9 mm."}}));
        app::MeasurementList& list = f.workspace->measurements();
        select(f, 2, 6);
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        QVERIFY(!popup(f)->measurements()->isVisible());  // there are none
        f.press(Qt::Key_Escape);
        const int series = f.workspace->studies().series().front().id;
        const int first = measure(list, series, 4), second = measure(list, series, 8);
        list.setNote(second, QStringLiteral("the small one"));
        QTRY_VERIFY(list.resultOf(first).measured && list.resultOf(second).measured);

        // By keyboard.
        f.press(Qt::Key_L);
        QTRY_VERIFY(isPopupOpen(f));
        QListWidget* const offered = popup(f)->measurements();
        QCOMPARE(offered->count(), 2);
        QCOMPARE(offered->item(0)->text(), QStringLiteral("M1 (4.0 mm)"));
        QCOMPARE(offered->item(1)->text(), QStringLiteral("M2 (8.0 mm) · the small one"));
        f.press(Qt::Key_2);
        for (int steps = 0; !offered->hasFocus() && steps < 10; ++steps)
            f.press(Qt::Key_Tab);
        f.press(Qt::Key_Down);
        f.press(Qt::Key_Space);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        using Ties = std::vector<std::pair<int, std::int64_t>>;
        QCOMPARE(draft(f).spans()[0].label, std::string("missed"));
        QVERIFY(draft(f).review().measured == (Ties{{0, second}}));
        f.press(Qt::Key_2);  // a verdict: shows the fields
        SpanList* const spans = card(f)->review()->form()->spans();
        QTRY_VERIFY(spans->isVisible());
        QVERIFY2(spans->item(0)->text().endsWith(QStringLiteral("M2 (8.0 mm) · the small one")),
                 qPrintable(spans->item(0)->text()));
        list.rename(second, QStringLiteral("Node"));
        QVERIFY(spans->item(0)->text().contains(QLatin1String("Node (8.0 mm)")));

        // By mouse: a click on a row ties it, another one unties it.
        card(f)->spans()->edit(0);
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(offered->item(1)->checkState(), Qt::Checked);
        testing::Mouse mouse(*f.window);
        for (const int row : {0, 1}) {
            offered->scrollToItem(offered->item(row));
            mouse.click(*offered->viewport(), offered->visualItemRect(offered->item(row)).center());
        }
        QCOMPARE(offered->item(0)->checkState(), Qt::Checked);
        QCOMPARE(offered->item(1)->checkState(), Qt::Unchecked);
        popup(f)->labels()->setFocus();
        f.press(Qt::Key_Return);
        QTRY_VERIFY(draft(f).review().measured == (Ties{{0, first}}));

        // A measurement that is removed stays tied until the user unties it.
        list.remove({first});
        QVERIFY(spans->item(0)->text().contains(QLatin1String("no longer in the list")));
        card(f)->spans()->edit(0);
        QTRY_VERIFY(isPopupOpen(f));
        QCOMPARE(offered->count(), 2);
        f.press(Qt::Key_Escape);
        QVERIFY(draft(f).review().measured == (Ties{{0, first}}));
        draft(f).removeSpan(0);
        QVERIFY(draft(f).review().measured.empty());
    }

    void tiesAMeasurementFromItsMenu() {
        Fixture f;
        QVERIFY(f.askAboutThreeSlices(QStringLiteral("How large?")));
        f.model->say(Channel::answer, "A nodule of R&D size.");
        f.model->finish();
        QVERIFY(f.finished());
        f.workspace->reviews().setReviewer({"Dr. One", "R1"});
        app::MeasurementList& list = f.workspace->measurements();
        const int volume = f.workspace->studies().series().front().id;
        f.workspace->studies().open(QStringList{testing::writePicture(f.folder, QStringLiteral("other.png"))});
        QTRY_COMPARE(f.workspace->studies().series().size(), std::size_t{2});
        const int elsewhere = measure(list, f.workspace->studies().series().back().id, 4),
                  id = measure(list, volume, 8);
        const auto choices = f.workspace->reviews().measurements(exchange(f).id);
        QCOMPARE(choices.size(), std::size_t{2});
        QCOMPARE(choices[0].id, id);  // on the series of the evidence
        QCOMPARE(choices[1].id, elsewhere);

        const auto tie = [&]() -> QAction* {
            for (auto* menu : f.window->menuBar()->findChildren<QMenu*>()) {
                if (menu->title() != QLatin1String("&Selected measurement")) continue;
                Q_EMIT menu->aboutToShow();
                for (QAction* action : menu->actions()) {
                    if (action->text().startsWith(QLatin1String("T&ie"))) return action;
                }
            }
            return nullptr;
        };
        f.window->findChild<ViewArea*>()->measuredViews().board().select(id);
        QVERIFY(tie() == nullptr);  // no words are selected
        f.press(Qt::Key_F4);
        QTRY_VERIFY(card(f)->answer()->text()->hasFocus());
        select(f, 12, 3);
        f.press(Qt::Key_L);
        f.press(Qt::Key_Return);
        QTRY_COMPARE(draft(f).spans().size(), std::size_t{1});
        QAction* action = tie();
        QVERIFY(action != nullptr && !action->isChecked());
        QVERIFY2(action->text().contains(QLatin1String("R&&D")), qPrintable(action->text()));
        action->trigger();
        using Ties = std::vector<std::pair<int, std::int64_t>>;
        QVERIFY(draft(f).review().measured == (Ties{{0, id}}));
        action = tie();
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(draft(f).review().measured.empty());
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
