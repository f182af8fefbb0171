#pragma once

#include "app/review/reviewer.h"
#include "inference/engine.h"
#include "inference/types.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace fleming::app {

/// The user's preferences, stored with QSettings (main() sets the organization and the application name). Each function
/// reads or writes one value. An invalid stored value reads as the default.
namespace settings {

inline constexpr int kSmallestFontSize = 8;
inline constexpr int kLargestFontSize = 13;
inline constexpr double kMostImageMemory = 4096;  ///< GB

// Lists of at most 10 entries, latest first. The add functions move an entry that is already listed to the front.

/// Returns the files and folders that were opened.
QStringList recentPaths();
void addRecentPath(const QString& path);
void clearRecentPaths();

/// Returns the session files that were opened. The window offers the first one at startup.
QStringList recentSessions();
void addRecentSession(const QString& file);

/// Returns the names of the models that were loaded (see modelNamed()).
QStringList recentModels();
void addRecentModel(const QString& folder);

/// Returns the device, data type and quantization, with quantizedWeightsFolder().
inference::EngineOptions engineOptions();
void setEngineOptions(const inference::EngineOptions& options);

/// Returns the folder for quantized weights in the user's cache, or an empty path if the user has no cache.
std::filesystem::path quantizedWeightsFolder();

/// Returns the limits and the sampling parameters of answers.
inference::GenerationOptions generationOptions();
void setGenerationOptions(const inference::GenerationOptions& options);

/// Returns the system prompt; empty for the model's default.
QString systemText();
void setSystemText(const QString& text);

/// Returns true if prompts ask the model to reason before it answers.
bool reasoningPrompt();
void setReasoningPrompt(bool on);

/// Returns true if evidence is turned, coloured and interpolated as the screen shows it; by default the model gets
/// plain slices.
bool evidenceAsDisplayed();
void setEvidenceAsDisplayed(bool on);

/// Returns what is written over slices (the bits of viewer::SceneTexts); by default everything.
unsigned sceneTexts();
void setSceneTexts(unsigned bits);

/// Returns the paper of exports with pages: "a4" or "letter".
QString paper();
void setPaper(const QString& name);

/// Returns true if a study that is opened gets a pane for each of its series; by default it does.
bool arrangesStudies();
void setArrangesStudies(bool on);

/// Returns the file with the key that replaces UIDs in exports (export/uid_map.h). It lies beside the settings.
std::filesystem::path exportKeyFile();

/// Returns the witness file: it receives the head of a session's log with each export (see session/log/witness.h). The
/// default lies beside the settings, outside the folder of the sessions.
std::filesystem::path witnessFile();
/// Sets it; an empty name means the default.
void setWitnessFile(const QString& file);

/// Returns who reviews now; empty if nobody has said so yet.
Reviewer reviewer();
void setReviewer(const Reviewer& reviewer);

/// Returns the reviewers who share this computer, in the order in which they were added.
std::vector<Reviewer> reviewers();
void setReviewers(const std::vector<Reviewer>& reviewers);

/// Returns the JSON of the project's taxonomy; empty for the default (see review/taxonomy.h).
QByteArray taxonomy();
void setTaxonomy(const QByteArray& json);

/// Returns true if the window shows no patient's identity (see privacy.h).
bool privacyMode();
void setPrivacyMode(bool on);

/// Returns the keys and mouse gestures that the user has chosen, as viewer::inputChoicesFrom() reads them.
QByteArray inputChoices();
void setInputChoices(const QByteArray& json);

/// Returns the colour scheme: "system", "light" or "dark".
QString appearance();
void setAppearance(const QString& name);

/// Returns the font size of the window in points, from kSmallestFontSize to kLargestFontSize, or 0 for the system's.
int fontSize();
void setFontSize(int points);

/// Returns how much memory the images may take, in GB (10^9 bytes); 0: half of what is free when the program starts.
double imageMemory();
void setImageMemory(double gigabytes);

/// Returns the language of the window, one of languages(), or an empty string for the system's language.
QString language();
void setLanguage(const QString& name);

}  // namespace settings

/// Returns an unused path for a session file in the program's data folder, named by the current time. Does not create
/// the file.
QString newSessionFile();

}  // namespace fleming::app
