#pragma once

#include <QWidget>

namespace fleming::ui {

/// What the middle shows while nothing is open: what to do first.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void openFilesRequested();
    void openFolderRequested();
    void openSampleRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace fleming::ui
