#pragma once

class QStackedWidget;

namespace fleming::ui {

/// Lets only the visible page determine the smallest size of a stack, not the largest of its pages. Call it when all
/// pages have been added.
void fitToCurrentPage(QStackedWidget* stack);

}  // namespace fleming::ui
