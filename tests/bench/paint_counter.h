#pragma once

#include <QEvent>
#include <QObject>

namespace fleming::bench {

/// Counts the paint events of a widget, as its event filter.
class PaintCounter : public QObject {
public:
    int frames = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) ++frames;
        return false;
    }
};

}  // namespace fleming::bench
