#pragma once

#include "viewer/data/series.h"
#include "viewer/render/display.h"

#include <functional>
#include <string>
#include <vector>

class QMenu;
class QToolButton;
class QWidget;

namespace fleming::ui {

/// Appends the windows of a grey series to a menu, each with its centre and width: those and the tables of its file,
/// then those of the keys 1 to 9 (viewer::keyWindows()); without a volume its windows alone and the presets of its
/// modality. `choose` is called with the window that the user picks.
void addWindows(QMenu* menu, const viewer::Series& series, const viewer::Volume* volume,
                const std::function<void(const viewer::Windowing&)>& choose);

/// Does the same for a grey clip with the windows `ofFile`; `frame` has the values of the frame on the screen, or is
/// null.
void addWindows(QMenu* menu, const std::string& modality, const std::vector<viewer::NamedWindow>& ofFile,
                const viewer::Volume* frame, const std::function<void(const viewer::Windowing&)>& choose);

/// Returns a button that opens `menu`, for the toolbar of a page. The page sets its text to the current window.
QToolButton* makeWindowButton(QMenu* menu, QWidget* parent);

/// Returns the button that fits the image and resets its window, for the toolbar of a page.
QToolButton* makeFitButton(QWidget* parent);

}  // namespace fleming::ui
