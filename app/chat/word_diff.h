#pragma once

#include <QString>
#include <QStringView>

#include <stop_token>
#include <vector>

namespace fleming::app {

/// A part of two texts that were compared.
struct DiffPart {
    enum class Kind { same, removed, added };

    Kind kind = Kind::same;
    QString text;

    bool operator==(const DiffPart&) const = default;
};

/// Splits a text into words, runs of white space, and single other characters. Each character of Chinese and Japanese
/// is a word. The parts joined are the text.
std::vector<QStringView> splitWords(QStringView text);

/// Compares two texts word by word. The parts that are not `added`, joined, are `before`; those that are not
/// `removed` are `after`; no two neighbours are of one kind, and what is removed comes before what is added. There are
/// as few changed words as possible, unless the texts differ in thousands of words. Source: Myers, "An O(ND) Difference
/// Algorithm and Its Variations", Algorithmica 1 (1986), with linear space. Throws Cancelled on a stop request.
std::vector<DiffPart> wordDiff(const QString& before, const QString& after, const std::stop_token& stop = {});

}  // namespace fleming::app
