#include "viewer/tools/tools.h"

#include "viewer/tools/box_window_tool.h"
#include "viewer/tools/mark_tool.h"
#include "viewer/tools/pan_tool.h"
#include "viewer/tools/scroll_tool.h"
#include "viewer/tools/window_tool.h"
#include "viewer/tools/zoom_tool.h"

#include <QCoreApplication>

namespace fleming::viewer {

namespace {

template <typename T>
std::unique_ptr<Tool> make() {
    return std::make_unique<T>();
}

std::unique_ptr<Tool> makeSelect() {
    return std::make_unique<MarkTool>(std::nullopt);
}

template <MarkShape shape>
std::unique_ptr<Tool> makeDraw() {
    return std::make_unique<MarkTool>(shape);
}

}  // namespace

std::span<const ToolEntry> tools() {
    static const ToolEntry entries[] = {
        {WindowTool::kId, QT_TRANSLATE_NOOP("Tools", "Window/level"), Qt::Key_D, Qt::ArrowCursor, make<WindowTool>},
        {BoxWindowTool::kId, QT_TRANSLATE_NOOP("Tools", "Window over a box"), Qt::Key_O, Qt::CrossCursor,
         make<BoxWindowTool>},
        {PanTool::kId, QT_TRANSLATE_NOOP("Tools", "Pan"), Qt::Key_M, Qt::OpenHandCursor, make<PanTool>},
        {ZoomTool::kId, QT_TRANSLATE_NOOP("Tools", "Zoom"), Qt::Key_Z, Qt::SizeVerCursor, make<ZoomTool>},
        {ScrollTool::kId, QT_TRANSLATE_NOOP("Tools", "Scroll"), Qt::Key_S, Qt::SizeVerCursor, make<ScrollTool>},
    };
    return entries;
}

std::span<const ToolEntry> markTools() {
    static const ToolEntry entries[] = {
        {MarkTool::kSelectId, QT_TRANSLATE_NOOP("Tools", "Select"), Qt::Key_V, Qt::ArrowCursor, makeSelect},
        {"box", QT_TRANSLATE_NOOP("Tools", "Box"), Qt::Key_B, Qt::CrossCursor, makeDraw<MarkShape::box>},
        {"ellipse", QT_TRANSLATE_NOOP("Tools", "Ellipse"), Qt::Key_E, Qt::CrossCursor, makeDraw<MarkShape::ellipse>},
        {"arrow", QT_TRANSLATE_NOOP("Tools", "Arrow"), Qt::Key_A, Qt::CrossCursor, makeDraw<MarkShape::arrow>},
    };
    return entries;
}

QString toolName(const ToolEntry& entry) {
    return QCoreApplication::translate("Tools", entry.name);
}

}  // namespace fleming::viewer
