#include "viewer/tools/tools.h"

#include "viewer/tools/box_window_tool.h"
#include "viewer/tools/mark_tool.h"
#include "viewer/tools/pan_tool.h"
#include "viewer/tools/roi_tool.h"
#include "viewer/tools/scroll_tool.h"
#include "viewer/tools/window_tool.h"
#include "viewer/tools/zoom_tool.h"

#include <QCoreApplication>

#include <algorithm>

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

template <RoiShape shape>
std::unique_ptr<Tool> makeMeasure() {
    return std::make_unique<RoiTool>(shape);
}

template <RoiShape shape>
ToolEntry measuring(const char* id, const char* name, Qt::Key key) {
    return {id, name, key, Qt::CrossCursor, makeMeasure<shape>, true};
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
        measuring<RoiShape::length>("length", QT_TRANSLATE_NOOP("Tools", "Length"), Qt::Key_L),
        measuring<RoiShape::angle>("angle", QT_TRANSLATE_NOOP("Tools", "Angle"), Qt::Key_A),
        measuring<RoiShape::bidirectional>("bidirectional", QT_TRANSLATE_NOOP("Tools", "Two diameters"), Qt::Key_B),
        measuring<RoiShape::ellipse>("ellipse-region", QT_TRANSLATE_NOOP("Tools", "Ellipse region"), Qt::Key_E),
        measuring<RoiShape::rectangle>("rectangle-region", QT_TRANSLATE_NOOP("Tools", "Rectangle region"), Qt::Key_Q),
        measuring<RoiShape::polygon>("polygon-region", QT_TRANSLATE_NOOP("Tools", "Polygon region"), Qt::Key_Y),
        measuring<RoiShape::freehand>("freehand-region", QT_TRANSLATE_NOOP("Tools", "Freehand region"), Qt::Key_J),
        measuring<RoiShape::probe>("probe", QT_TRANSLATE_NOOP("Tools", "Probe"), Qt::Key_P),
        measuring<RoiShape::arrow>("arrow-note", QT_TRANSLATE_NOOP("Tools", "Arrow with text"), Qt::Key_W),
        measuring<RoiShape::cobb>("cobb", QT_TRANSLATE_NOOP("Tools", "Cobb angle"), Qt::Key_U),
    };
    return entries;
}

std::span<const ToolEntry> displayTools() {
    const auto all = tools();
    const auto first = std::ranges::find(all, true, &ToolEntry::measures);
    return all.first(static_cast<std::size_t>(first - all.begin()));
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
