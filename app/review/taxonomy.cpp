#include "app/review/taxonomy.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <iterator>
#include <set>

namespace fleming::app {

namespace {

struct DefaultLabel {
    const char* id;
    const char* name;
};

/// The labels of resources/taxonomies/default.json, for the translators.
constexpr DefaultLabel kDefaultLabels[] = {
    {"not-in-image", QT_TRANSLATE_NOOP("Taxonomy", "Finding not in the image")},
    {"missed", QT_TRANSLATE_NOOP("Taxonomy", "Finding missed")},
    {"wrong-location", QT_TRANSLATE_NOOP("Taxonomy", "Wrong location or side")},
    {"wrong-size", QT_TRANSLATE_NOOP("Taxonomy", "Wrong size or count")},
    {"wrong-modality", QT_TRANSLATE_NOOP("Taxonomy", "Wrong modality or sequence")},
    {"unsupported-step", QT_TRANSLATE_NOOP("Taxonomy", "Unsupported step")},
    {"contradiction", QT_TRANSLATE_NOOP("Taxonomy", "Contradicts itself")},
    {"right", QT_TRANSLATE_NOOP("Taxonomy", "Right and useful")},
    {"unsafe", QT_TRANSLATE_NOOP("Taxonomy", "Unsafe")},
};

/// Returns the trimmed text of a key, or an empty text if the key is missing or not a text.
std::string textAt(const QJsonObject& json, QLatin1String key) {
    return json[key].toString().trimmed().toStdString();
}

TaxonomyLabel readLabel(const QJsonValue& value, qsizetype number) {
    const QJsonObject json = value.toObject();
    TaxonomyLabel label{textAt(json, QLatin1String("id")), textAt(json, QLatin1String("name")), {}};
    if (label.id.empty() || label.name.empty()) throw Error("taxonomy.bad_label", {}, {std::to_string(number)});
    const QJsonObject translations = json[QLatin1String("translations")].toObject();
    for (auto each = translations.begin(); each != translations.end(); ++each) {
        const std::string name = each.value().toString().trimmed().toStdString();
        if (!name.empty()) label.translations.emplace(each.key().toStdString(), name);
    }
    return label;
}

QJsonObject toJson(const TaxonomyLabel& label) {
    QJsonObject json{{"id", QString::fromStdString(label.id)}, {"name", QString::fromStdString(label.name)}};
    QJsonObject translations;
    for (const auto& [language, name] : label.translations)
        translations.insert(QString::fromStdString(language), QString::fromStdString(name));
    if (!translations.isEmpty()) json.insert("translations", translations);
    return json;
}

QJsonDocument documentOf(const Taxonomy& taxonomy) {
    QJsonArray labels;
    for (const TaxonomyLabel& label : taxonomy.labels)
        labels.append(toJson(label));
    return QJsonDocument(QJsonObject{{"name", QString::fromStdString(taxonomy.name)},
                                     {"version", QString::fromStdString(taxonomy.version)},
                                     {"labels", labels}});
}

}  // namespace

const TaxonomyLabel* Taxonomy::find(const std::string& id) const {
    const auto found = std::ranges::find(labels, id, &TaxonomyLabel::id);
    return found == labels.end() ? nullptr : &*found;
}

QByteArray toJson(const Taxonomy& taxonomy) {
    return documentOf(taxonomy).toJson(QJsonDocument::Indented);
}

Taxonomy taxonomyFromJson(const QByteArray& json) {
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject()) throw Error("taxonomy.malformed", {}, {std::to_string(fault.offset)});
    const QJsonObject object = document.object();
    Taxonomy taxonomy{textAt(object, QLatin1String("name")), textAt(object, QLatin1String("version")), {}};
    if (taxonomy.name.empty()) throw Error("taxonomy.no_name");
    if (taxonomy.version.empty()) throw Error("taxonomy.no_version");
    const QJsonArray labels = object[QLatin1String("labels")].toArray();
    if (labels.isEmpty()) throw Error("taxonomy.no_labels");
    std::set<std::string> ids;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        taxonomy.labels.push_back(readLabel(labels[i], i + 1));
        const std::string& id = taxonomy.labels.back().id;
        if (!ids.insert(id).second) throw Error("taxonomy.repeated_label", {}, {id});
    }
    return taxonomy;
}

Taxonomy readTaxonomy(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        throw Error("taxonomy.cannot_be_read", file.toStdString(), {in.errorString().toStdString()});
    try {
        return taxonomyFromJson(in.readAll());
    } catch (const Error& error) {
        throw Error(error.code(), file.toStdString(), error.arguments());
    }
}

void writeTaxonomy(const QString& file, const Taxonomy& taxonomy) {
    const QByteArray json = toJson(taxonomy);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(json) != json.size() || !out.commit())
        throw Error("taxonomy.cannot_be_written", file.toStdString(), {out.errorString().toStdString()});
}

const Taxonomy& defaultTaxonomy() {
    static const Taxonomy taxonomy = readTaxonomy(QStringLiteral(":/taxonomies/default.json"));
    return taxonomy;
}

TaxonomyVersion versionOf(const Taxonomy& taxonomy) {
    return {taxonomy.name, taxonomy.version, documentOf(taxonomy).toJson(QJsonDocument::Compact).toStdString()};
}

Taxonomy taxonomyOf(const TaxonomyVersion& version) {
    try {
        return taxonomyFromJson(QByteArray::fromStdString(version.definition));
    } catch (const Error&) {
        return {version.name, version.version, {}};
    }
}

QString shownName(const TaxonomyLabel& label) {
    const QString language = QLocale().name();
    for (const QString& code : {language, language.section(QLatin1Char('_'), 0, 0)}) {
        const auto found = label.translations.find(code.toStdString());
        if (found != label.translations.end()) return QString::fromStdString(found->second);
    }
    const auto isThis = [&label](const DefaultLabel& each) { return label.id == each.id && label.name == each.name; };
    const auto* const known = std::ranges::find_if(kDefaultLabels, isThis);
    if (known != std::end(kDefaultLabels)) return QCoreApplication::translate("Taxonomy", known->name);
    return QString::fromStdString(label.name);
}

QString shownName(const Taxonomy& taxonomy, const std::string& id) {
    const TaxonomyLabel* label = taxonomy.find(id);
    return label == nullptr ? QString::fromStdString(id) : shownName(*label);
}

}  // namespace fleming::app
