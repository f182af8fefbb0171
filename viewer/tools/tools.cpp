#include "viewer/tools/tools.h"

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

}  // namespace

std::span<const ToolEntry> tools() {
    static const ToolEntry entries[] = {
        {WindowTool::kId, QT_TRANSLATE_NOOP("Tools", "Window/level"), Qt::Key_D, Qt::ArrowCursor, make<WindowTool>},
        {PanTool::kId, QT_TRANSLATE_NOOP("Tools", "Pan"), Qt::Key_M, Qt::OpenHandCursor, make<PanTool>},
        {ZoomTool::kId, QT_TRANSLATE_NOOP("Tools", "Zoom"), Qt::Key_Z, Qt::SizeVerCursor, make<ZoomTool>},
        {ScrollTool::kId, QT_TRANSLATE_NOOP("Tools", "Scroll"), Qt::Key_S, Qt::SizeVerCursor, make<ScrollTool>},
    };
    return entries;
}

QString toolName(const ToolEntry& entry) {
    return QCoreApplication::translate("Tools", entry.name);
}

}  // namespace fleming::viewer
