// The program from end to end: it opens a sample, asks a model with random weights, and writes all its results.
#include "app/session/session.h"
#include "app/studies/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

class DemoTest : public QObject {
    Q_OBJECT

    static QProcessEnvironment environmentOf(const QTemporaryDir& home) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), home.path());
        environment.insert(QStringLiteral("FLEMING_MODEL"), QStringLiteral(FLEMING_BUILD_DIR "/random_model"));
        environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
        return environment;
    }

private Q_SLOTS:
    void printsHelpAndVersionWithoutADisplay() {
        const QTemporaryDir home;
        QProcessEnvironment environment = environmentOf(home);
        environment.remove(QStringLiteral("DISPLAY"));
        for (const char* word : {"--help", "--version"}) {
            QProcess viewer;
            viewer.setProcessEnvironment(environment);
            viewer.start(QStringLiteral(FLEMING_VIEWER), {QLatin1String(word)});
            QVERIFY(viewer.waitForFinished(20000));
            QCOMPARE(viewer.exitStatus(), QProcess::NormalExit);
            QCOMPARE(viewer.exitCode(), 0);
            QVERIFY(!viewer.readAllStandardOutput().isEmpty());
        }
    }

    void exitsWithTwoForWrongArguments() {
        const QTemporaryDir home;
        for (const QStringList& words : {QStringList{QStringLiteral("--no-such-thing")},
                                         QStringList{QStringLiteral("--sample"), QStringLiteral("no such")}}) {
            QProcess viewer;
            viewer.setProcessEnvironment(environmentOf(home));
            viewer.start(QStringLiteral(FLEMING_VIEWER), words);
            QVERIFY(viewer.waitForFinished(20000));
            QCOMPARE(viewer.exitCode(), 2);
        }
    }

    void acceptsASessionInOneWordOrTwo() {
        const QTemporaryDir home;
        for (const QString& name : {QStringLiteral("two words.fleming"), QStringLiteral("one.fleming")}) {
            const QString file = home.filePath(name);
            const QStringList words = name.startsWith(QLatin1String("two"))
                                          ? QStringList{QStringLiteral("--session"), file}
                                          : QStringList{QStringLiteral("--session=") + file};
            QProcess viewer;
            viewer.setProcessEnvironment(environmentOf(home));
            viewer.start(QStringLiteral(FLEMING_VIEWER), words);
            QVERIFY(viewer.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 60000);
            viewer.terminate();
            QVERIFY(viewer.waitForFinished(20000));
        }
    }

    void runsTheMainWorkflowUnattended() {
        const QTemporaryDir home;
        const QDir output(home.filePath(QStringLiteral("output")));
        QVERIFY(QDir(home.path()).mkpath(QStringLiteral("fleming-viewer")));
        QFile settings(home.filePath(QStringLiteral("fleming-viewer/fleming-viewer.conf")));
        QVERIFY(settings.open(QIODevice::WriteOnly) && settings.write("[generation]\nmaxNewTokens=48\n") > 0);
        settings.close();
        QProcess viewer;
        viewer.setProcessEnvironment(environmentOf(home));
        viewer.setProcessChannelMode(QProcess::SeparateChannels);
        viewer.start(QStringLiteral(FLEMING_VIEWER), {QStringLiteral("--demo-output"), output.path(),
                                                      QStringLiteral("--sample"), QStringLiteral("ct_chest")});
        QVERIFY(viewer.waitForFinished(280000));
        const QByteArray said = viewer.readAllStandardError();
        QCOMPARE(viewer.exitStatus(), QProcess::NormalExit);
        QVERIFY2(viewer.exitCode() == 0, said.constData());
        for (const char* name : {"1-opened.png", "2-picked.png", "3-answered.png", "4-volume.png"}) {
            const QImage picture(output.filePath(QLatin1String(name)));
            QVERIFY2(picture.width() >= 800, name);
        }
        QFile report(output.filePath(QStringLiteral("report.pdf")));
        QVERIFY(report.open(QIODevice::ReadOnly) && report.read(5) == "%PDF-");
        fleming::app::Session session(output.filePath(QStringLiteral("session.fleming")).toStdString());
        const auto exchanges = session.exchanges();
        QCOMPARE(exchanges.size(), std::size_t{1});
        QCOMPARE(exchanges[0].question, fleming::app::findSample()->question);
        QVERIFY(exchanges[0].modelDescription.find("random weights") != std::string::npos);
        QVERIFY(exchanges[0].state == fleming::app::ExchangeState::done);
        QCOMPARE(exchanges[0].evidence.size(), std::size_t{11});
        QVERIFY(!exchanges[0].answer.tokens.empty() && exchanges[0].answer.tokens.size() <= 48);
        const QByteArray printed = viewer.readAllStandardOutput();
        QVERIFY2(printed.contains(QByteArray::fromStdString(exchanges[0].answer.text)), printed.constData());
        QVERIFY2(printed.contains(QByteArray::fromStdString(exchanges[0].modelDescription)), printed.constData());
        QVERIFY2(printed.contains("s from the first window to the end of the answer"), printed.constData());
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
