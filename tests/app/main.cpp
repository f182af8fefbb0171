// The main function of the app tests: creates an application, which Qt needs to find its SQLite driver, and redirects
// the user's settings and data to a temporary folder.
#include <QCoreApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;  // instead of the user's home
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_CACHE_HOME", home.path().toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName("Fleming Tests");
    QCoreApplication::setApplicationName("fleming-app-test");
    return RUN_ALL_TESTS();
}
