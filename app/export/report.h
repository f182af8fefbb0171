#pragma once

#include "app/session/session.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fleming::app {

/// What a report holds beyond its usual content.
struct ReportOptions {
    bool fullPaths = false;  ///< of files and of the model; they can hold a patient's name. Else only the names.
};

/// Writes a PDF (A4): per exchange the evidence pictures with provenance, the question, reasoning, final answer,
/// verdict and comment, model and parameters; on each page the research-only statement. An image and its caption stand
/// on one page. Needs a QGuiApplication. Throws Error where the file cannot be written; a file that was there is then
/// unchanged.
void writeReport(const std::vector<Exchange>& exchanges, const std::filesystem::path& pdf,
                 const ReportOptions& options = {});

/// Throws what writeReport() would throw if no file can be made at `pdf`; changes nothing. For a caller that has a long
/// way to go before it writes.
void checkReportCanBeWritten(const std::filesystem::path& pdf);

/// "For research use only. Not for diagnosis or any clinical decision." in the user's language.
std::string researchOnlyStatement();

}  // namespace fleming::app
