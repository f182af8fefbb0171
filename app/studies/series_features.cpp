#include "app/studies/series_features.h"

#include <QStringList>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace fleming::app {

namespace {

/// Returns the words and numbers of a text, without case.
QStringList wordsOf(const std::string& text) {
    QString spaced = QString::fromStdString(text).toCaseFolded();
    for (QChar& character : spaced) {
        if (!character.isLetterOrNumber()) character = QLatin1Char(' ');
    }
    return spaced.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// The beginnings of words that name a part of the body.
const std::vector<std::pair<QString, QStringList>>& regionWords() {
    static const auto list = [](const char* words) { return QString::fromUtf8(words).split(QLatin1Char(' ')); };
    static const std::vector<std::pair<QString, QStringList>> kWords{
        {QStringLiteral("head"),
         list("head brain skull kopf schädel schaedel neuro cranium cerebr hirn cct face orbit sinus")},
        {QStringLiteral("neck"), list("neck hals carotid larynx")},
        {QStringLiteral("chest"), list("chest thorax lung pulm hrct mediast tap")},
        {QStringLiteral("heart"), list("heart cardiac herz coronar cor")},
        {QStringLiteral("breast"), list("breast mamm brust")},
        {QStringLiteral("abdomen"), list("abd liver leber hepat kidney niere renal pancrea tap bauch")},
        {QStringLiteral("pelvis"), list("pelvi becken prostat uter bladder hip hüfte tap")},
        {QStringLiteral("spine"), list("spin wirbel cspine tspine lspine lws bws hws vertebra")},
        {QStringLiteral("arm"), list("arm shoulder schulter elbow wrist hand humer finger")},
        {QStringLiteral("leg"), list("leg knee knie ankle foot fuss femur tibia thigh")},
    };
    return kWords;
}

/// Returns the parts of the body that a text names. Values such as "CHESTABDPELVIS" have several in one word.
std::set<QString> regionsIn(const std::string& text, bool anywhere) {
    std::set<QString> regions;
    for (const QString& word : wordsOf(text)) {
        for (const auto& [region, beginnings] : regionWords()) {
            const auto names = [&, anywhere = anywhere](const QString& beginning) {
                // A short word elsewhere in a word means nothing: "arm" in "pharma".
                return word.startsWith(beginning) ? beginning.size() > 3 || word == beginning || anywhere
                                                  : anywhere && beginning.size() > 2 && word.contains(beginning);
            };
            if (std::ranges::any_of(beginnings, names)) regions.insert(region);
        }
    }
    return regions;
}

std::set<QString> regionsOf(const viewer::Series& series) {
    std::set<QString> regions = regionsIn(series.bodyPart, true);
    if (regions.empty()) regions = regionsIn(series.description.words, false);
    if (regions.empty()) regions = regionsIn(series.study.description, false);
    return regions;
}

/// Returns the weighting that a description names. The special ones come first: "T2 FLAIR" is FLAIR.
QString weightingOf(const QStringList& words) {
    for (const char* name : {"FLAIR", "ADC", "DWI", "SWI", "TOF", "STIR", "PD", "T2", "T1"}) {
        const QString begin = QString::fromLatin1(name).toCaseFolded();
        // "t2w", "t2tse"; but "pdl" or "adcx" is something else.
        const bool isShort = begin == QLatin1String("t1") || begin == QLatin1String("t2");
        const auto names = [&](const QString& word) {
            return word == begin || (isShort && word.startsWith(begin)) || word == begin + QLatin1Char('w');
        };
        if (std::ranges::any_of(words, names)) return QString::fromLatin1(name);
    }
    return {};
}

Contrast contrastOf(const viewer::Series& series, const QStringList& words) {
    const auto anyOf = [&words](std::initializer_list<const char*> wanted) {
        return std::ranges::any_of(wanted,
                                   [&words](const char* word) { return words.contains(QString::fromUtf8(word)); });
    };
    const QStringList agent = wordsOf(series.contrastAgent);
    if (!agent.isEmpty())
        return agent.front() == QLatin1String("no") || agent.front() == QLatin1String("none") ? Contrast::notGiven
                                                                                              : Contrast::given;
    if (anyOf({"without", "wo", "non", "noncontrast", "native", "nativ", "unenhanced", "ohne", "plain"}))
        return Contrast::notGiven;
    if (anyOf({"contrast", "kontrast", "km", "gd", "gad", "ce", "enhanced", "arterial", "arteriell", "portal", "venous",
               "venös", "portalvenös"}))
        return Contrast::given;
    return Contrast::unknown;
}

/// Returns the words of a description; none if the reader made it up from the modality and the number, or the file.
QStringList describingWords(const viewer::Series& series) {
    const std::string& words = series.description.words;
    if (series.number && words == series.modality + " " + std::to_string(*series.number)) return {};
    if (!series.files.empty() && words == series.files.front().filename().string()) return {};
    return wordsOf(words);
}

}  // namespace

SeriesFeatures featuresOf(const viewer::Series& series) {
    SeriesFeatures features;
    features.modality = QString::fromStdString(series.modality).simplified().toUpper();
    const QStringList words = describingWords(series);
    features.words = std::set<QString>(words.begin(), words.end());
    features.regions = regionsOf(series);
    if (features.modality == QLatin1String("MR")) features.weighting = weightingOf(words);
    features.contrast = contrastOf(series, words);
    if (series.kind() == viewer::SeriesKind::clip) return features;
    const viewer::Geometry& geometry = series.geometry();
    features.matrix = {geometry.size[0], geometry.size[1]};
    if (geometry.oriented) features.plane = viewer::acquiredPlane(geometry);
    if (geometry.spacingKnown && geometry.size[2] > 1) features.sliceDistance = geometry.spacing[2];
    return features;
}

double likeness(const std::set<QString>& a, const std::set<QString>& b) {
    std::vector<QString> common;
    std::ranges::set_intersection(a, b, std::back_inserter(common));
    const std::size_t all = a.size() + b.size() - common.size();
    return all == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(all);
}

}  // namespace fleming::app
