#include "app/export/measured_unit.h"

#include <algorithm>
#include <iterator>

namespace fleming::app {

const MeasuredUnit* findUnit(const std::string& name) {
    // "SUV" does not say by what the values are normalized, and so neither does its unit.
    static constexpr MeasuredUnit kUnits[] = {
        {"HU", "[hnsf'U]", "Hounsfield unit"},
        {"HU_MOD", "{HU_MOD}", "modified Hounsfield unit"},
        {"SUV", "{SUV}", "standardized uptake value"},
        {"OD", "{OD}", "thousandths of optical density"},
        {"MGML", "mg/ml", "milligram per millilitre"},
        {"Z_EFF", "{Z_EFF}", "effective atomic number"},
        {"ED", "10*23/ml", "electron density"},
        {"EDW", "{EDW}", "electron density relative to water"},
        {"PCT", "%", "percent"},
        {"CNTS", "{counts}", "counts"},
        {"CM2", "cm2", "square centimetre"},
        {"PCNT", "%", "percent"},
        {"CPS", "{counts}/s", "counts per second"},
        {"BQML", "Bq/ml", "becquerel per millilitre"},
        {"MGMINML", "mg/min/ml", "milligram per minute per millilitre"},
        {"UMOLMINML", "umol/min/ml", "micromole per minute per millilitre"},
        {"MLMING", "ml/min/g", "millilitre per minute per gram"},
        {"MLG", "ml/g", "millilitre per gram"},
        {"1CM", "/cm", "per centimetre"},
        {"UMOLML", "umol/ml", "micromole per millilitre"},
        {"PROPCNTS", "{propcounts}", "proportional to counts"},
        {"PROPCPS", "{propcounts}/s", "proportional to counts per second"},
        {"MLMINML", "ml/min/ml", "millilitre per minute per millilitre"},
        {"MLML", "ml/ml", "millilitre per millilitre"},
        {"STDDEV", "{stddev}", "standard deviations"},
        {"GY", "Gy", "gray"},
    };
    const auto* const found = std::ranges::find(kUnits, name, &MeasuredUnit::name);
    return found == std::end(kUnits) ? nullptr : found;
}

}  // namespace fleming::app
