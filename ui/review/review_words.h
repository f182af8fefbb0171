#pragma once

#include "app/review/measurement_choice.h"
#include "app/review/review_draft.h"
#include "app/review/reviewer.h"
#include "app/review/taxonomy.h"
#include "inference/types.h"

#include <QColor>
#include <QIcon>
#include <QString>

#include <vector>

namespace fleming::ui {

/// Returns the name of a verdict in the user's language.
QString verdictName(app::Verdict verdict);

/// Returns the colour of a verdict for the current palette.
QColor verdictColor(app::Verdict verdict);

/// Returns the name of a severity in the user's language.
QString severityName(app::Severity severity);

/// Returns what a confidence from 1 to 5 means, with its number.
QString confidenceName(int confidence);

/// Returns the name and code of a reviewer, as far as they are known.
QString shownReviewer(const app::Reviewer& reviewer);
QString shownReviewer(const app::Review& review);

/// Returns the colour of a label for the current palette. It follows from the label's place in its taxonomy.
QColor labelColor(const app::Taxonomy& taxonomy, const std::string& label);

/// Returns a small square of that colour.
QIcon labelIcon(const app::Taxonomy& taxonomy, const std::string& label);

/// Returns "Finding missed · Severe · note", as far as the span has these.
QString spanText(const app::Taxonomy& taxonomy, const app::Span& span);

/// Returns "“quoted words”", shortened to one line.
QString quoted(const QString& text);

/// Returns "Dr. One (R1) · Wrong · 2026-01-31 12:00".
QString headingOf(const app::Review& review);

/// Returns what to do before a review can be submitted.
QString missingText(app::ReviewDraft::Missing missing);

/// Returns everything that a review says, in lines; `answer` is what its spans lie in, `measurements` are those to
/// which they can be tied.
QString reviewText(const app::Review& review, const inference::Answer& answer,
                   const std::vector<app::MeasurementChoice>& measurements);

}  // namespace fleming::ui
