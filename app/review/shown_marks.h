#pragma once

#include "app/session/review.h"
#include "viewer/marks/mark_painter.h"
#include "viewer/render/frame.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace fleming::app {

struct Exchange;

/// Returns the images that the model read for an exchange, by their numbers: Image-<number>. Empty if there is no such
/// exchange. The frames belong to `exchanges`.
std::map<int, const viewer::Frame*> imagesOf(const std::vector<Exchange>& exchanges, std::int64_t exchange);

/// Returns the place of a mark on its image.
viewer::MarkPlace placeOf(const Mark& mark);

/// Returns `mark` at another place.
Mark movedTo(Mark mark, const viewer::MarkPlace& place);

/// Returns what identifies a reviewer in few characters: the code or, without one, the name.
QString reviewerTag(const Review& review);

/// Returns the name of a mark of a review, "M2" for index 1, wherever a person reads it. Spans have numbers alone, so
/// that mark M2 and span 2 are not taken for one another.
QString markName(int mark);

/// Returns the name of a mark with its reviewer, unless that is empty: "R1: M2".
QString markTag(int mark, const QString& reviewer);

/// Returns the caption of a mark: its name and the labels of the spans that it is linked with: "M2 Wrong location or
/// side". Begins with `reviewer` unless that is empty: "R1: M2 Wrong location or side".
QString markCaption(const Review& review, int mark, const QString& reviewer = {});

/// Returns the marks on Image-<image> of several reviews, with a colour for each review and markTag() as caption: for
/// reports, which say the rest of a mark below the images.
std::vector<viewer::ShownMark> shownMarks(const std::vector<const Review*>& reviews, int image);

}  // namespace fleming::app
