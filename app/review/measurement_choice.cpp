#include "app/review/measurement_choice.h"

#include "app/measure/measurement_list.h"
#include "viewer/text/measurement_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fleming::app {

namespace {

struct ChoiceWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewedMeasurements)
};

QString textOf(const ListedMeasurement& measurement, const MeasurementResult& result) {
    QStringList values;
    if (result.measured) values = viewer::measurementLines(measurement.roi.shape, *result.measured);
    const QString name =
        values.isEmpty()
            ? measurement.name
            : ChoiceWords::tr("%1 (%2)", "name and value of a measurement").arg(measurement.name, values.front());
    return measurement.note.isEmpty() ? name : name + QStringLiteral(" · ") + measurement.note;
}

}  // namespace

std::vector<MeasurementChoice> measurementChoices(const MeasurementList& list, const std::set<std::string>& series) {
    std::vector<MeasurementChoice> choices;
    for (const bool areOnThem : {true, false}) {
        for (const ListedMeasurement& each : list.all()) {
            if (series.contains(each.series) == areOnThem)
                choices.push_back({each.id, textOf(each, list.resultOf(each.id))});
        }
    }
    return choices;
}

QString shownMeasurements(const std::vector<std::int64_t>& ids, const std::vector<MeasurementChoice>& choices) {
    QStringList texts;
    for (const std::int64_t id : ids) {
        const auto found = std::ranges::find(choices, id, &MeasurementChoice::id);
        texts << (found != choices.end() ? found->text
                                         : ChoiceWords::tr("a measurement that is no longer in the list"));
    }
    return texts.join(QStringLiteral(", "));
}

}  // namespace fleming::app
