#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <string>
#include <vector>

/// What independent programs say about DICOM objects.
namespace fleming::app {

/// Returns true if dciodvfy (dicom3tools) is installed.
bool hasDciodvfy();

/// Returns true if Python has highdicom.
bool hasHighdicom();

/// Returns the lines of dciodvfy that report an error. Fails the test if it does not know the class of the object.
std::string errorsOf(const std::filesystem::path& file);

/// Runs a script of tests/tools and returns the JSON that it prints.
QJsonObject runTool(const QString& script, const QStringList& arguments);

/// Returns what tests/tools/read_reports.py reads from each of several reports.
std::vector<QJsonObject> readByHighdicom(const std::vector<std::filesystem::path>& files);

}  // namespace fleming::app
