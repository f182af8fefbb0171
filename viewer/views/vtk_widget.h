#pragma once

#include <functional>

#include <QOpenGLWidget>
#include <QString>

#include <vtkNew.h>
#include <vtkSmartPointer.h>

class vtkGenericOpenGLRenderWindow;
class vtkRenderer;

namespace fleming::viewer {

/// VTK's rendering in a Qt 6 widget (Debian's own VTK widget is built for Qt 5). Set up renderer(), call update().
/// Draws into VTK's own framebuffer, then copies that into the widget's.
class VtkWidget : public QOpenGLWidget {
    Q_OBJECT

public:
    /// OpenGL 3.2 core for all widgets. Call it before the QApplication is made.
    static void setDefaultFormat();

    /// Why VTK cannot draw on this machine: a whole sentence; empty where it can. Tries to make a context, once.
    static QString whyUnavailable();

    /// Whether the processor does the work of a graphics card (Mesa's llvmpipe). Tries to make a context, once.
    static bool isSoftwareRendering();

    explicit VtkWidget(QWidget* parent = nullptr);
    ~VtkWidget() override;

    vtkRenderer* renderer() { return renderer_; }

    /// Called after each picture with the seconds it took.
    std::function<void(double)> onRendered;

protected:
    void initializeGL() override;
    void paintGL() override;

private:
    void releaseContext();

    vtkSmartPointer<vtkGenericOpenGLRenderWindow> window_;
    vtkNew<vtkRenderer> renderer_;
};

}  // namespace fleming::viewer
