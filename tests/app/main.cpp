// Tests of app need an application object (Qt finds its SQLite driver through it) and settings of their own.
#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;  // nothing of the user's is read or written
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CACHE_HOME", home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName("Fleming Tests");
    QCoreApplication::setApplicationName("fleming-app-test");
    return RUN_ALL_TESTS();
}
