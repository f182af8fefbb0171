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

#include <span>
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

/// Returns the row about the keys that pick a tool; %1 stands for the keys in `where`, and for the names in `what`.
Row makeToolRow(std::span<const viewer::ToolEntry> tools, const QString& where, const QString& what) {
    QStringList keys, names;
    for (const viewer::ToolEntry& tool : tools) {
        keys << QKeySequence(tool.key).toString(QKeySequence::NativeText);
        names << viewer::toolName(tool);
    }
    const QString separator = QStringLiteral(", ");
    return {where.arg(keys.join(separator)), what.arg(names.join(separator))};
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& panelToggles, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keyboard and mouse"));
    const Row rows[] = {
        {tr("Mouse wheel, arrow keys, Page Up, Page Down"), tr("scroll through the slices")},
        {tr("Left drag"), tr("adjust window/level")},
        {tr("Ctrl+left drag (in a MIP)"), tr("adjust window/level")},
        {tr("Middle drag, Shift+left drag"), tr("pan the image")},
        {tr("Shift+move (with several panes)"), tr("show the position under the pointer in the linked panes")},
        {tr("X (in a slice)"), tr("crosshair: the same without Shift")},
        {tr("Right drag, Ctrl+wheel, + and −"), tr("zoom")},
        {tr("Right click, menu key (in a slice)"), tr("menu: ask about this slice, plane, window, tags")},
        {tr("F, I, R (in a slice)"), tr("fit to window; invert; reset")},
        {tr("1 to 9, 0 (in a slice)"), tr("window presets; the whole range of values")},
        makeToolRow(viewer::tools(), tr("%1 (in a slice)"), tr("choose the tool of the left button: %1")),
        {tr("Space, arrow keys, I and O (in a clip)"), tr("play or pause; step; set in and out points")},
        {tr("Ctrl+1, Ctrl+2, Ctrl+3"), tr("axial, coronal, sagittal")},
        {tr("Alt+1, Alt+2, Alt+3, Alt+4, Alt+6, Alt+9"), tr("one, two, three, four, six, nine panes")},
        {tr("Alt+5; Alt+Return or a double click; Ctrl+F6, Ctrl+Shift+F6"),
         tr("three planes and the volume; maximise the pane; next, previous pane")},
        {QKeySequence(tr("Alt+P")).toString(QKeySequence::NativeText), tr("compare with a prior of the patient")},
        {QKeySequence(tr("Ctrl+T")).toString(QKeySequence::NativeText), tr("switch between slices and volume")},
        {tr("Ctrl+E, Ctrl+Shift+E, Ctrl+D"), tr("add this slice, evenly spaced images, the Fleming-VL default")},
        {tr("Ctrl+Left, Ctrl+Right, Delete, Enter (in the evidence)"),
         tr("move left, move right, remove, show the image")},
        {tr("Ctrl+Z"),
         tr("undo the last removal or reordering of images; in a review, put back a removed label or mark")},
        {tr("Ctrl+L, Enter, Shift+Enter"), tr("write a question, send it, insert a new line")},
        {tr("Ctrl+P, Ctrl+Shift+P"), tr("insert a saved prompt, save the question as a prompt")},
        {tr("Alt+Left, Alt+Right"), tr("show the previous or next branch of a question")},
        {tr("Ctrl+Shift+L, Ctrl+G, Ctrl+Shift+G"),
         tr("edit a question, regenerate an answer, ask again with other parameters")},
        {tr("Ctrl+B; F3, Shift+F3"), tr("compare answers; go to the next or previous difference")},
        {tr("Tab and Enter (in an answer)"), tr("go to a reference such as Image-3 and show it")},
        {tr("F4, Shift+F4"), tr("next or previous answer without your review")},
        {tr("Ctrl+Page Down, Ctrl+Page Up"), tr("next or previous question")},
        {tr("1, 2, 3, 4 (in an answer)"), tr("verdict: correct, partly correct, wrong, cannot judge")},
        {tr("Ctrl+Enter (in a review)"), tr("submit the review")},
        {tr("Shift+arrow keys, L (in an answer)"),
         tr("select words, label them; L also edits the label at the cursor")},
        {tr("1 to 9, Left, Right, Enter (in the form of a label)"), tr("choose the label, its severity, save")},
        {tr("N, Shift+N, Delete (in an answer)"), tr("next or previous labelled words; delete their label")},
        {QKeySequence(Qt::CTRL | Qt::Key_I).toString(QKeySequence::NativeText),
         tr("show an image of the question large")},
        {tr("Enter, arrow keys, Shift+arrow keys, Delete, Tab (in such an image)"),
         tr("place a mark, move it, resize it, delete it, go to the next")},
        {tr("L and N (in such an image)"), tr("link the mark with a span; write a note on it")},
        makeToolRow(viewer::markTools(), tr("%1 (in such an image)"), tr("select or draw marks: %1")),
        {QKeySequence(tr("Ctrl+Shift+T")).toString(QKeySequence::NativeText), tr("show the DICOM tags")},
        {QKeySequence(tr("Ctrl+Shift+I")).toString(QKeySequence::NativeText), tr("open scans of the local library")},
        {tr("Ctrl+F; Left, Right, Delete (in the series)"), tr("find a series; fold, unfold, close series")},
        {tr("Esc"), tr("stop generating")},
        {tr("F6"), tr("go to the next panel")},
        makePanelRow(panelToggles),
        {tr("F5"), tr("privacy mode: hide who the patients are")},
        {tr("F11"), tr("full screen")},
    };
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
