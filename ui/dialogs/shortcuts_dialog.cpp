#include "ui/dialogs/shortcuts_dialog.h"

#include "ui/dialogs/scrollable.h"
#include "viewer/tools/tools.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

#include <utility>

namespace fleming::ui {

namespace {

using Row = std::pair<QString, QString>;  // keys, and what they do

/// Returns the row about the keys that show and hide the panels.
Row makePanelRow(const QList<QAction*>& toggles) {
    QStringList keys, names;
    for (const QAction* toggle : toggles) {
        keys << toggle->shortcut().toString(QKeySequence::NativeText);
        static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));  // "(&I)" in Chinese
        names << toggle->text().remove(mnemonic);
    }
    const QString separator = QStringLiteral(", ");
    return {keys.join(separator), ShortcutsDialog::tr("show or hide: %1").arg(names.join(separator))};
}

/// Returns the row about the keys that pick a tool.
Row makeToolRow() {
    QStringList keys, names;
    for (const viewer::ToolEntry& tool : viewer::tools()) {
        keys << QKeySequence(tool.key).toString(QKeySequence::NativeText);
        names << viewer::toolName(tool);
    }
    const QString separator = QStringLiteral(", ");
    return {ShortcutsDialog::tr("%1 (in a slice)").arg(keys.join(separator)),
            ShortcutsDialog::tr("choose the tool of the left button: %1").arg(names.join(separator))};
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& panelToggles, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard and mouse"));
    const Row rows[] = {
        {tr("Mouse wheel, arrow keys, Page Up, Page Down"), tr("scroll through the slices")},
        {tr("Left drag"), tr("adjust window/level")},
        {tr("Ctrl+left drag (in a MIP)"), tr("adjust window/level")},
        {tr("Middle drag, Shift+left drag"), tr("pan the image")},
        {tr("Right drag, Ctrl+wheel, + and −"), tr("zoom")},
        {tr("0 and I (in a slice)"), tr("fit to window; invert")},
        makeToolRow(),
        {tr("Space, arrow keys, I and O (in a clip)"), tr("play or pause; step; set in and out points")},
        {tr("Ctrl+1, Ctrl+2, Ctrl+3"), tr("axial, coronal, sagittal")},
        {QKeySequence(tr("Ctrl+T")).toString(QKeySequence::NativeText), tr("switch between slices and volume")},
        {tr("Ctrl+E, Ctrl+Shift+E, Ctrl+D"), tr("add this slice, evenly spaced images, the Fleming-VL default")},
        {tr("Ctrl+Left, Ctrl+Right, Delete, Enter (in the evidence)"),
         tr("move left, move right, remove, show the image")},
        {tr("Ctrl+Z"), tr("restore the images that were removed last")},
        {tr("Ctrl+L, Enter, Shift+Enter"), tr("write a question, send it, insert a new line")},
        {tr("Tab and Enter (in an answer)"), tr("go to a reference such as Image-3 and show it")},
        {tr("F4, Shift+F4"), tr("next or previous answer without your review")},
        {tr("Ctrl+Page Down, Ctrl+Page Up"), tr("next or previous question")},
        {tr("1, 2, 3, 4 (in an answer)"), tr("verdict: correct, partly correct, wrong, cannot judge")},
        {tr("Ctrl+Enter (in a review)"), tr("submit the review")},
        {tr("Shift+arrow keys, L (in an answer)"),
         tr("select words, label them; L also edits the label at the cursor")},
        {tr("1 to 9, Left, Right, Enter (in the form of a label)"), tr("choose the label, its severity, save")},
        {tr("N, Shift+N, Delete (in an answer)"), tr("next or previous labelled words; delete their label")},
        {tr("Esc"), tr("stop generating")},
        {tr("F6"), tr("go to the next panel")},
        makePanelRow(panelToggles),
        {tr("F11"), tr("full screen")},
    };
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    for (const auto& [keys, meaning] : rows) {
        auto* label = new QLabel(keys, page);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        form->addRow(label, new QLabel(meaning, page));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scrollable(page, this), 1);
    column->addWidget(buttons);
    fitToScreen(this, 0);
}

}  // namespace fleming::ui
