#pragma once

#include <QWidget>

namespace fleming::ui {

/// What the view shows while no series is open: how to open one, and the samples.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
    void openSampleRequested(QString name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeSamples();
};

}  // namespace fleming::ui
