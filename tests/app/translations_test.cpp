// Tests of the program's translations and of Qt's.
#include "app/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTranslator>

#include <gtest/gtest.h>

namespace fleming::app {
namespace {

/// Installs translations and removes them at the end of the scope.
class Installed {
public:
    explicit Installed(const QLocale& locale) { installTranslations(*QCoreApplication::instance(), locale); }
    ~Installed() {
        for (QTranslator* words : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete words;
    }
};

TEST(Translations, AreCompiledForEachLanguage) {
    QStringList expected;
    for (const Language& language : languages())
        expected << QStringLiteral("fleming_%1.qm").arg(language.code);
    EXPECT_TRUE(expected.contains(QStringLiteral("fleming_de.qm")));
    expected.sort();
    const QStringList found =
        QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("fleming_*.qm")}, QDir::Files, QDir::Name);
    EXPECT_EQ(found, expected);
}

TEST(Translations, TranslateTheProgramAndQt) {
    const auto close = [] { return QCoreApplication::translate("QPlatformTheme", "Close"); };
    const auto axial = [] { return QCoreApplication::translate("Names", "Axial"); };
    EXPECT_EQ(close(), QStringLiteral("Close"));
    {
        const Installed german(QLocale(QStringLiteral("de_DE")));
        EXPECT_EQ(close(), QString::fromUtf8("Schließen"));
        EXPECT_EQ(axial(), QStringLiteral("Axial"));
        EXPECT_EQ(QCoreApplication::translate("Names", "Lung"), QStringLiteral("Lunge"));
    }
    {
        const Installed chinese(QLocale(QStringLiteral("zh_CN")));
        EXPECT_EQ(close(), QString::fromUtf8("关闭"));
        EXPECT_NE(axial(), QStringLiteral("Axial"));
    }
    EXPECT_EQ(close(), QStringLiteral("Close"));
}

TEST(Translations, ApplyToTheCommandLine) {
    const auto complaint = [](const QString& language) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LANGUAGE"), language);
        environment.insert(QStringLiteral("LC_ALL"), language + QStringLiteral(".UTF-8"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(FLEMING_PROGRAM), {QStringLiteral("info")});
        program.waitForFinished();
        EXPECT_EQ(program.exitCode(), 2);
        return QString::fromUtf8(program.readAllStandardError());
    };
    const QString english = complaint(QStringLiteral("en_US"));
    const QString german = complaint(QStringLiteral("de_DE"));
    EXPECT_NE(english, german);
    EXPECT_TRUE(german.contains(QStringLiteral("Datei"))) << german.toStdString();
    EXPECT_NE(complaint(QStringLiteral("zh_CN")), english);
}

}  // namespace
}  // namespace fleming::app
