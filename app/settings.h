#pragma once

#include "inference/engine.h"
#include "inference/types.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace fleming::app {

/// What the user chose and the program remembers from run to run (QSettings; organisation and application name are set
/// by main). Each call reads or writes the one value; a value that was damaged outside reads as its default.
namespace settings {

inline constexpr int kSmallestFontSize = 8;
inline constexpr int kLargestFontSize = 13;

QStringList recentPaths();  ///< files and folders opened, newest first, at most 10
void addRecentPath(const QString& path);
QStringList recentSessions();  ///< session files, newest first, at most 10; the first is offered on start
void addRecentSession(const QString& file);
QStringList recentModels();  ///< checkpoint folders that the user chose, newest first, at most 10
void addRecentModel(const QString& folder);
void clearRecentPaths();

inference::EngineOptions engineOptions();  ///< device, data type, quantisation, and where quantised weights are kept
void setEngineOptions(const inference::EngineOptions& options);
std::filesystem::path quantizedWeightsFolder();  ///< in the user's cache

inference::GenerationOptions generationOptions();
void setGenerationOptions(const inference::GenerationOptions& options);
QString systemText();
void setSystemText(const QString& text);
bool reasoningPrompt();
void setReasoningPrompt(bool on);

bool reportPaths();  ///< full paths in reports
void setReportPaths(bool on);

QString reviewer();
void setReviewer(const QString& name);

QString appearance();  ///< "system", "light" or "dark"
void setAppearance(const QString& name);
int fontSize();  ///< of the window, in points, kSmallestFontSize to kLargestFontSize; 0: the system's
void setFontSize(int points);
QString language();  ///< "de", "zh_CN", "en"; empty: the system's
void setLanguage(const QString& name);

}  // namespace settings

/// A new session file in the folder where the program keeps them; the name holds the time. Nothing is made yet.
QString newSessionFile();

}  // namespace fleming::app
