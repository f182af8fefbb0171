#pragma once

#include <QWidget>

namespace fleming::ui {

/// What the middle shows while nothing is open: what to do first, and the samples.
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
