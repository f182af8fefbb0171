// Names for screen readers: everything that takes input, and everything that shows a value, has one.
#include "tests/ui/pane_testing.h"
#include "tests/ui/window_test.h"
#include "ui/window/commands.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QSet>
#include <QtTest>

namespace fleming::ui {

using testing::area;
using testing::Fixture;
using testing::shown;
using testing::view;

class AccessibilityTest : public QObject {
    Q_OBJECT

    /// Appends what has no name, as the roles and names of what it lies in.
    static void listUnnamed(QAccessibleInterface* part, const QString& path, QStringList& unnamed) {
        static const QSet<QAccessible::Role> roles{
            QAccessible::Button,      QAccessible::ButtonMenu, QAccessible::CheckBox, QAccessible::RadioButton,
            QAccessible::ComboBox,    QAccessible::Slider,     QAccessible::SpinBox,  QAccessible::EditableText,
            QAccessible::List,        QAccessible::Tree,       QAccessible::Table,    QAccessible::PageTab,
            QAccessible::ProgressBar, QAccessible::PushButton, QAccessible::MenuItem, QAccessible::Dialog};
        if (part == nullptr || part->state().invisible) return;
        const QString name = part->text(QAccessible::Name);
        const QMetaObject* type = part->object() != nullptr ? part->object()->metaObject() : nullptr;
        const QString here = path + QLatin1String(" > ") + (type != nullptr ? type->className() : "") +
                             QLatin1String(" “") + name + QLatin1String("”");
        if (roles.contains(part->role()) && name.isEmpty()) unnamed << here.section(QLatin1String(" > "), -3);
        // These are named as a whole.
        const bool isOne = qobject_cast<QKeySequenceEdit*>(part->object()) != nullptr;
        if (isOne || part->role() == QAccessible::ComboBox || part->role() == QAccessible::SpinBox) return;
        for (int i = 0; i < part->childCount(); ++i)
            listUnnamed(part->child(i), here, unnamed);
    }

    static QStringList unnamedIn(QWidget* widget) {
        QStringList unnamed;
        listUnnamed(QAccessible::queryAccessibleInterface(widget), {}, unnamed);
        return unnamed;
    }

private Q_SLOTS:
    void everythingInTheWindowHasAName() {
        Fixture f;
        QVERIFY(f.askAboutThreeSlices(QStringLiteral("What is shown?")));
        f.press(Qt::Key_2, Qt::AltModifier);
        const QStringList unnamed = unnamedIn(f.window.get());
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
    }

    void everythingInTheDialogsHasAName() {
        Fixture f;
        QVERIFY(f.openVolume());
        Commands* commands = f.window->commands();
        QStringList unnamed;
        for (const auto show : {&Commands::showScans, &Commands::showSessions, &Commands::chooseModel,
                                &Commands::showSettings, &Commands::chooseReviewer}) {
            (commands->*show)();
            const QList<QDialog*> dialogs = f.window->findChildren<QDialog*>();
            QVERIFY(!dialogs.isEmpty());
            for (QDialog* dialog : dialogs) {
                unnamed += unnamedIn(dialog);
                dialog->close();
                delete dialog;
            }
        }
        commands->showTags(f.workspace->studies().chosen());
        for (QDialog* dialog : f.window->findChildren<QDialog*>())
            unnamed += unnamedIn(dialog);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
    }

    void panesSayWhatTheyShowAndWhichTheyAre() {
        Fixture f;
        f.window->commands()->openPaths({testing::writeVolume(f.folder, QStringLiteral("one.nii"), 5),
                                         testing::writeVolume(f.folder, QStringLiteral("two.nii"), 6)});
        QTRY_COMPARE(shown(f), (std::vector{5}));
        QCOMPARE(view(f, 0)->accessibleName(), QStringLiteral("Slices of one.nii"));
        f.press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(shown(f), (std::vector{5, 6}));
        QCOMPARE(view(f, 0)->accessibleName(), QStringLiteral("Slices of one.nii (pane 1 of 2)"));
        QCOMPARE(view(f, 1)->accessibleName(), QStringLiteral("Slices of two.nii (pane 2 of 2)"));
        f.press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(view(f, 0)->accessibleName(), QStringLiteral("Slices of one.nii"));
    }
};

}  // namespace fleming::ui

int main(int argc, char** argv) {
    fleming::ui::AccessibilityTest test;
    return fleming::ui::testing::runWindowTest(argc, argv, test);
}

#include "accessibility_test.moc"
