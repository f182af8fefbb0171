#pragma once

#include "app/workspace.h"

#include <QObject>

#include <optional>
#include <vector>

class QMenu;

namespace fleming::ui {

class ViewArea;

/// What menus and the list of measurements do with them.
class MeasurementCommands : public QObject {
    Q_OBJECT

public:
    /// Both outlive this object.
    MeasurementCommands(app::Workspace& workspace, ViewArea& views, QObject* parent = nullptr);

    /// Shows the slice of a measurement, in the pane that shows its series or else in the active one, and selects it.
    /// Does nothing if the series is not open.
    void goTo(int id);

    /// Adds the commands of a measurement to a menu.
    void fill(QMenu* menu, int id);

    /// Copies the selected measurement, or the one under the pointer, `slices` slices further, and goes there.
    void copyToSlice(int slices);
    void copyToSlice(int id, int slices);

    /// Asks for the true length of a measured line.
    void calibrate(int id);

    /// Puts a table of these measurements into the clipboard, as text with tabs: name, shape, text, values, series,
    /// slice.
    void copyTable(const std::vector<int>& ids) const;

    /// Appends a measurement to the question that is being written: "M1 (12.3 mm) on Image-4". The image is that of the
    /// evidence which shows its slice; without one it is left out.
    void insertIntoQuestion(int id);

    /// Asks for a file and writes all measurements, or reads some for the chosen series.
    void exportAll();
    void import();

    /// Returns where a measurement lies: "Axial 54 of 108"; empty for a picture, or if its series is not open.
    QString sliceText(const app::ListedMeasurement& measurement) const;

    /// Returns the title of the series of a measurement, as the window may show it.
    QString seriesText(const app::ListedMeasurement& measurement) const;

private:
    void fillColours(QMenu* menu, int id);
    void addTie(QMenu* menu, const app::ListedMeasurement& measurement);
    std::optional<int> imageOf(const app::ListedMeasurement& measurement) const;

    app::Workspace& workspace_;
    app::MeasurementList& list_;
    ViewArea& views_;
};

}  // namespace fleming::ui
