#pragma once

#include "app/session/review.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace fleming::app {

/// A label for a span.
struct TaxonomyLabel {
    std::string id;    ///< in the session file; unique in its taxonomy
    std::string name;  ///< for the user
    /// The name in other languages, by the code of the language: "de", "zh" or "zh_CN".
    std::map<std::string, std::string> translations;
    bool operator==(const TaxonomyLabel&) const = default;
};

/// The labels that reviewers give to spans. A project can define its own, as a JSON file:
///
///     {"name": "Chest CT", "version": "2", "labels": [{"id": "nodule", "name": "Nodule missed",
///                                                      "translations": {"de": "Rundherd übersehen"}}]}
struct Taxonomy {
    std::string name, version;
    std::vector<TaxonomyLabel> labels;

    /// Returns the label with this id, or null.
    const TaxonomyLabel* find(const std::string& id) const;

    bool operator==(const Taxonomy&) const = default;
};

/// Returns a taxonomy as a JSON file with indentation.
QByteArray toJson(const Taxonomy& taxonomy);

/// Returns the taxonomy in a JSON file. Ignores keys that it does not know. Throws Error "taxonomy.malformed",
/// "taxonomy.no_name", "taxonomy.no_version", "taxonomy.no_labels", "taxonomy.bad_label" or "taxonomy.repeated_label".
Taxonomy taxonomyFromJson(const QByteArray& json);

/// Reads a taxonomy from a file. Throws Error as taxonomyFromJson() does, with the file as its source, or
/// "taxonomy.cannot_be_read".
Taxonomy readTaxonomy(const QString& file);

/// Writes a taxonomy to a file. Throws Error "taxonomy.cannot_be_written".
void writeTaxonomy(const QString& file, const Taxonomy& taxonomy);

/// Returns the taxonomy that comes with the program.
const Taxonomy& defaultTaxonomy();

/// Returns what a review stores of the taxonomy that it uses.
TaxonomyVersion versionOf(const Taxonomy& taxonomy);

/// Returns the taxonomy that a review has stored. Returns one without labels if the review has none or an unknown
/// definition.
Taxonomy taxonomyOf(const TaxonomyVersion& version);

/// Returns the name of a label in the user's language: from its translations, or, for a label of the default taxonomy,
/// from those of the program.
QString shownName(const TaxonomyLabel& label);

/// Returns the name of the label `id` in the user's language, or the id itself if the taxonomy does not have it.
QString shownName(const Taxonomy& taxonomy, const std::string& id);

}  // namespace fleming::app
