#include "tests/app/dicom_testing.h"

#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

#include <gtest/gtest.h>

namespace fleming::app {

bool hasDciodvfy() {
    return !QStandardPaths::findExecutable("dciodvfy").isEmpty();
}

bool hasHighdicom() {
    return QProcess::execute("python3", {"-c", "import highdicom"}) == 0;
}

std::string errorsOf(const std::filesystem::path& file) {
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start("dciodvfy", {QString::fromStdString(file.string())});
    EXPECT_TRUE(program.waitForFinished(60'000)) << program.errorString().toStdString();
    std::string errors;
    bool isKnown = false;
    for (const QByteArray& line : program.readAll().split('\n')) {
        if (line.startsWith("Error")) errors += line.toStdString() + "\n";
        isKnown |= line.trimmed() == "Comprehensive3DSR" || line.trimmed() == "EncapsulatedPDF";
    }
    EXPECT_TRUE(isKnown) << "dciodvfy did not recognize " << file;
    return errors;
}

QJsonObject runTool(const QString& script, const QStringList& arguments) {
    QProcess python;
    python.start("python3", QStringList{FLEMING_SOURCE_DIR "/tests/tools/" + script} + arguments);
    EXPECT_TRUE(python.waitForFinished(300'000)) << python.errorString().toStdString();
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().right(3000).toStdString();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

std::vector<QJsonObject> readByHighdicom(const std::vector<std::filesystem::path>& files) {
    QStringList arguments;
    for (const auto& file : files)
        arguments << QString::fromStdString(file.string());
    const QJsonObject read = runTool("read_reports.py", arguments);
    std::vector<QJsonObject> reports;
    for (const auto& file : files)
        reports.push_back(read[QString::fromStdString(file.string())].toObject());
    return reports;
}

}  // namespace fleming::app
