// The words of other languages: inside the programs, and Qt's own beside them.
#include "app/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTranslator>

#include <gtest/gtest.h>

namespace fleming::app {
namespace {

/// The translators that a test installed go with it.
class Installed {
public:
    explicit Installed(const QLocale& locale) { installTranslations(*QCoreApplication::instance(), locale); }
    ~Installed() {
        for (QTranslator* words : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete words;
    }
};

TEST(Translations, AreInsideEveryProgramThatUsesTheApplication) {
    for (const char* language : {"de", "en", "zh_CN"}) {
        EXPECT_TRUE(QFile::exists(QStringLiteral(":/i18n/fleming_%1.qm").arg(QLatin1String(language)))) << language;
    }
}

TEST(Translations, CoverOurWordsAndQtsOwn) {
    const auto close = [] { return QCoreApplication::translate("QPlatformTheme", "Close"); };
    const auto axial = [] { return QCoreApplication::translate("Words", "Axial"); };
    EXPECT_EQ(close(), QStringLiteral("Close"));
    {
        const Installed german(QLocale(QStringLiteral("de_DE")));
        EXPECT_EQ(close(), QString::fromUtf8("Schließen"));
        EXPECT_EQ(axial(), QStringLiteral("Axial"));
        EXPECT_EQ(QCoreApplication::translate("Words", "Lung"), QStringLiteral("Lunge"));
    }
    {
        const Installed chinese(QLocale(QStringLiteral("zh_CN")));
        EXPECT_EQ(close(), QString::fromUtf8("关闭"));
        EXPECT_NE(axial(), QStringLiteral("Axial"));
    }
    EXPECT_EQ(close(), QStringLiteral("Close"));
}

TEST(Translations, AreFoundByTheCommandLine) {
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
