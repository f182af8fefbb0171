#include "viewer/tools/tool_keys.h"

#include <Qt>

namespace fleming::viewer {

std::optional<QPointF> arrowStep(int key) {
    switch (key) {
        case Qt::Key_Left:
            return QPointF(-1, 0);
        case Qt::Key_Right:
            return QPointF(1, 0);
        case Qt::Key_Up:
            return QPointF(0, -1);
        case Qt::Key_Down:
            return QPointF(0, 1);
        default:
            return {};
    }
}

bool isRemovalKey(int key) {
    return key == Qt::Key_Delete || key == Qt::Key_Backspace;
}

}  // namespace fleming::viewer
