#pragma once

#include "app/workspace.h"
#include "viewer/marks/mark_painter.h"

#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace fleming::ui {

/// The marks on one image of an exchange: first those of the draft of the reviewer at work, then those that other
/// reviewers have submitted.
struct ImageMarks {
    std::vector<viewer::ShownMark> shown;
    std::vector<app::ReviewDraft::Part> parts;  ///< what each mark is in its review
    std::vector<QString> notes;                 ///< of each mark; may be empty
};

/// Returns the marks on the images of an exchange, by the number of the image, as they look now: selected, lit up.
std::map<int, ImageMarks> imageMarks(app::Workspace& workspace, qint64 exchange);

/// Returns the numbers of the images that have a mark which is lit up.
std::vector<int> litImages(app::Workspace& workspace, qint64 exchange);

/// Returns the numbers of the images of the selected mark, or of the marks that are linked with the selected span; of a
/// span without marks, those that its words name.
std::vector<int> selectedImages(app::Workspace& workspace, qint64 exchange);

}  // namespace fleming::ui
