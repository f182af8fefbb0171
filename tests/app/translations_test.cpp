// Tests of the program's translations and of Qt's.
#include "app/translations.h"

#include "app/studies/series_name.h"
#include "tests/app/test_files.h"
#include "viewer/render/volume_presets.h"
#include "viewer/text/name_text.h"
#include "viewer/text/series_part_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTranslator>

#include <fstream>
#include <gtest/gtest.h>
#include <map>

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

TEST(Translations, ApplyToThePartsOfASeries) {
    const viewer::SeriesDescription page{"Page.tif", {{viewer::SeriesPartKind::page, "2", 3}}};
    const viewer::SeriesDescription echo{
        "T2", {{viewer::SeriesPartKind::echo, "4.6"}, {viewer::SeriesPartKind::timePoint, ""}}};
    viewer::Provenance provenance;
    provenance.modality = "MR";
    provenance.seriesDescription = echo;
    {
        const Installed german(QLocale(QStringLiteral("de_DE")));
        EXPECT_EQ(viewer::seriesDescriptionText(page), "Page.tif, Seite 2 von 3");
        EXPECT_EQ(viewer::seriesDescriptionText(echo), "T2 (Echo 4.6, Zeitpunkt nicht angegeben)");
        EXPECT_EQ(seriesName(provenance), "MR: T2 (Echo 4.6, Zeitpunkt nicht angegeben)");
        EXPECT_EQ(toString(page), "Page.tif, page 2 of 3") << "the notation";
    }
    const Installed chinese(QLocale(QStringLiteral("zh_CN")));
    EXPECT_NE(viewer::seriesDescriptionText(page).toStdString(), toString(page));
}

TEST(Translations, ApplyToTheLooksOfVolumes) {
    std::map<std::string, QString> english;
    for (const viewer::VolumePreset& preset : viewer::volumePresets())
        english[preset.id] = viewer::volumePresetName(preset.id);
    EXPECT_EQ(english.at("bone"), "Bone");
    {
        const Installed german(QLocale(QStringLiteral("de_DE")));
        EXPECT_EQ(viewer::volumePresetName("bone"), "Knochen");
    }
    const Installed chinese(QLocale(QStringLiteral("zh_CN")));
    for (const auto& [id, name] : english) {
        if (id == "mip" || id == "minip") continue;
        EXPECT_NE(viewer::volumePresetName(id), name) << id;
    }
}

/// Runs the program in a language. Returns what it prints to standard output, then to standard error.
QString outputOf(const QStringList& arguments, const QString& language, int expectedExit) {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LANGUAGE"), language);
    environment.insert(QStringLiteral("LC_ALL"), language + QStringLiteral(".UTF-8"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(FLEMING_PROGRAM), arguments);
    program.waitForFinished();
    EXPECT_EQ(program.exitCode(), expectedExit);
    return QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
}

TEST(Translations, ApplyToTheContentsOfAFile) {
    const TestFolder folder;
    const std::filesystem::path file = folder / "scan.nrrd";
    std::ofstream(file) << "NRRD0004\ntype: int16\ndimension: 4\nspace: left-posterior-superior\nsizes: 3 4 4 2\n"
                           "space directions: none (1,0,0) (0,1,0) (0,0,2)\nkinds: vector domain domain domain\n"
                           "encoding: raw\nendian: little\n\n"
                        << std::string(192, 'x');
    const auto info = [&](const char* language, const QStringList& options) {
        const QStringList arguments = QStringList{QStringLiteral("info"), QString::fromStdString(file.string())};
        return outputOf(arguments + options, QLatin1String(language), 0);
    };
    const QString english = info("en_US", {}), german = info("de_DE", {});
    for (const char* part : {"Series 0: volume, scan.nrrd, component 1 of 3\n", "orientation  axial;"})
        EXPECT_TRUE(english.contains(QLatin1String(part))) << part << "\n" << english.toStdString();
    for (const char* part : {": Volumen, scan.nrrd, Komponente 2 von 3\n", "axial;"})
        EXPECT_TRUE(german.contains(QLatin1String(part))) << part << "\n" << german.toStdString();
    const QStringList json{QStringLiteral("--json")};
    EXPECT_EQ(info("de_DE", json), info("en_US", json)) << "programs read it";
    EXPECT_TRUE(info("de_DE", json).contains(QStringLiteral("\"description\": \"scan.nrrd, component 1 of 3\"")));
}

TEST(Translations, ApplyToTheCommandLine) {
    const auto complaint = [](const QString& language) { return outputOf({QStringLiteral("info")}, language, 2); };
    const QString english = complaint(QStringLiteral("en_US"));
    const QString german = complaint(QStringLiteral("de_DE"));
    EXPECT_NE(english, german);
    EXPECT_TRUE(german.contains(QStringLiteral("Datei"))) << german.toStdString();
    EXPECT_NE(complaint(QStringLiteral("zh_CN")), english);
}

}  // namespace
}  // namespace fleming::app
