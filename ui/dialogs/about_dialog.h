#pragma once

#include <QDialog>

namespace fleming::ui {

/// The version of the program, its licence, and that it is for research only.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

}  // namespace fleming::ui
