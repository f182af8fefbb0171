#include "ui/dialogs/shortcuts_dialog.h"

#include "ui/dialogs/keys_page.h"
#include "ui/dialogs/scrollable.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include <iterator>
#include <utility>
#include <vector>

namespace fleming::ui {

namespace {

using Row = std::pair<QString, QString>;  // keys, and what they do

/// Returns a row for each action with a key or a use of the mouse: those in use now.
std::vector<Row> rowsOf(const std::vector<viewer::InputAction>& actions) {
    std::vector<Row> rows;
    const viewer::InputChoices& choices = viewer::InputMap::shared().choices();
    for (const viewer::InputAction& action : actions) {
        QStringList uses{keysText(action, choices), gesturesText(action, choices)};
        uses.removeAll(QString());
        if (uses.isEmpty()) continue;
        const QString text = uses.join(ShortcutsDialog::tr("; ", "between keys and mouse"));
        rows.emplace_back(
            text, ShortcutsDialog::tr("%1 (%2)", "what keys do, and where").arg(action.name, placeName(action.place)));
    }
    return rows;
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const std::vector<viewer::InputAction>& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard and mouse"));
    std::vector<Row> rows = rowsOf(actions);
    const Row others[] = {
        {tr("Shift+move (with several panes)"), tr("show the position under the pointer in the linked panes")},
        {tr("Right click (in a pane)"), tr("menu: ask about this image, window, display, tags")},
        {tr("Double click (in a pane)"), tr("maximise the pane")},
        {tr("Esc (in a slice or clip)"), tr("put the tool down; cancel a drag")},
        {tr("Ctrl+Left, Ctrl+Right, Delete, Enter (in the evidence)"),
         tr("move left, move right, remove, show the image")},
        {tr("Ctrl+Z (in a review)"), tr("put back a removed label or mark")},
        {tr("Enter, Shift+Enter (in a question)"), tr("send it, insert a new line")},
        {tr("F3, Shift+F3 (in a comparison)"), tr("go to the next or previous difference")},
        {tr("Tab and Enter (in an answer)"), tr("go to a reference such as Image-3 and show it")},
        {tr("1, 2, 3, 4 (in an answer)"), tr("verdict: correct, partly correct, wrong, cannot judge")},
        {tr("Ctrl+Enter (in a review)"), tr("submit the review")},
        {tr("Shift+arrow keys, L (in an answer)"),
         tr("select words, label them; L also edits the label at the cursor")},
        {tr("1 to 9, Left, Right, Enter (in the form of a label)"), tr("choose the label, its severity, save")},
        {tr("N, Shift+N, Delete (in an answer)"), tr("next or previous labelled words; delete their label")},
        {tr("Enter, arrow keys, Shift+arrow keys, Delete, Tab (in an image of a question)"),
         tr("place a mark, move it, resize it, delete it, go to the next")},
        {tr("Left, Right, Delete (in the series)"), tr("fold, unfold, close series")},
    };
    rows.insert(rows.end(), std::begin(others), std::end(others));
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    for (const auto& [keys, meaning] : rows) {
        auto* label = new QLabel(keys, page);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        auto* text = new QLabel(meaning, page);
        text->setWordWrap(true);
        form->addRow(label, text);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scrollable(page, this), 1);
    column->addWidget(buttons);
    fitToScreen(this, 920);
}

}  // namespace fleming::ui
