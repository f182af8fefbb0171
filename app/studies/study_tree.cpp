#include "app/studies/study_tree.h"

#include <QStringList>

#include <algorithm>
#include <tuple>

namespace fleming::app {

namespace {

/// Returns a value without case and without spaces around and in a row.
QString plain(const std::string& value) {
    return QString::fromStdString(value).simplified().toCaseFolded();
}

/// Returns a person name without empty components and groups at the ends.
QString plainName(const std::string& value) {
    QStringList groups;
    for (const QString& group : QString::fromStdString(value).split(QLatin1Char('='))) {
        QStringList components;
        for (const QString& component : group.split(QLatin1Char('^')))
            components << component.simplified().toCaseFolded();
        while (!components.isEmpty() && components.back().isEmpty())
            components.pop_back();
        groups << components.join(QLatin1Char('^'));
    }
    while (!groups.isEmpty() && groups.back().isEmpty())
        groups.pop_back();
    return groups.join(QLatin1Char('='));
}

bool isSameStudy(const viewer::Study& a, const viewer::Study& b) {
    return a.uid.empty() && b.uid.empty() ? a == b : a.uid == b.uid;
}

std::filesystem::path folderOf(const viewer::Series& series) {
    return series.files.empty() ? std::filesystem::path() : series.files.front().parent_path();
}

bool isLocalizer(const viewer::Series& series) {
    return std::ranges::any_of(series.notes, [](const viewer::Note& note) {
        return note.code == "dicom.localizer" || note.code == "dicom.probably_localizer";
    });
}

bool isOneSlice(const viewer::Series& series) {
    return series.kind() == viewer::SeriesKind::picture;
}

/// Returns the Series Instance UID without the number of the part.
std::string wholeSeriesUid(const viewer::Series& series) {
    return series.uid.substr(0, series.uid.find('#'));
}

/// A study with its series while they are arranged.
struct Arranged {
    viewer::Study study;
    std::vector<const OpenSeries*> series;
};

/// Puts a series into the last group of its study if both are single images of one DICOM series.
void addTo(std::vector<SeriesGroup>& groups, const OpenSeries& open, const OpenSeries* before) {
    const bool joins = before != nullptr && !open.series.uid.empty() && isOneSlice(open.series) &&
                       isOneSlice(before->series) && wholeSeriesUid(open.series) == wholeSeriesUid(before->series);
    if (joins) {
        groups.back().ids.push_back(open.id);
    } else {
        groups.push_back({{open.id}});
    }
}

StudyGroup grouped(Arranged arranged) {
    StudyGroup group{std::move(arranged.study), {}};
    // The reader gives a file's series their order; only DICOM has numbers.
    std::ranges::stable_sort(arranged.series, {}, [](const OpenSeries* open) {
        return std::tuple(isLocalizer(open->series), open->series.number.value_or(0));
    });
    const OpenSeries* before = nullptr;
    for (const OpenSeries* open : arranged.series) {
        addTo(group.series, *open, before);
        before = open;
    }
    return group;
}

/// Returns the group of a series, which is added if there is none.
PatientGroup& patientOf(std::vector<PatientGroup>& groups, const viewer::Series& series) {
    const bool hasStudy = series.study != viewer::Study{};
    const std::filesystem::path folder = hasStudy ? std::filesystem::path() : folderOf(series);
    for (PatientGroup& group : groups) {
        if (!hasStudy ? group.studies.front().study == viewer::Study{} && group.folder == folder
                      : isSamePatient(group.patient, series.study.patient) ||
                            std::ranges::any_of(group.studies, [&](const StudyGroup& study) {
                                return isSameStudy(study.study, series.study);
                            }))
            return group;
    }
    return groups.emplace_back(PatientGroup{series.study.patient, folder, {}});
}

/// Returns all texts in which a filter is looked for.
QString searchedText(const viewer::Series& series) {
    const viewer::Study& study = series.study;
    QStringList texts;
    for (const std::string* text :
         {&study.patient.id, &study.description, &study.accessionNumber, &series.modality, &series.description.words})
        texts << QString::fromStdString(*text);
    texts << QString::fromStdString(study.patient.name).replace(QLatin1Char('^'), QLatin1Char(' '));
    const QString date = QString::fromStdString(study.date);
    texts << date;
    if (date.size() == 8) texts << date.left(4) + QLatin1Char('-') + date.mid(4, 2) + QLatin1Char('-') + date.right(2);
    if (series.number) texts << QString::number(*series.number);
    if (!series.files.empty()) {
        texts << QString::fromStdString(series.files.front().filename().string())
              << QString::fromStdString(folderOf(series).filename().string());
    }
    return texts.join(QLatin1Char('\n'));
}

/// Returns a text without case and diacritics.
QString foldedText(const QString& text) {
    QString folded;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.category() != QChar::Mark_NonSpacing) folded += character;
    }
    return folded.toCaseFolded();
}

}  // namespace

bool isUnnamed(const viewer::Patient& patient) {
    return plain(patient.id).isEmpty() && plainName(patient.name).isEmpty();
}

bool isSamePatient(const viewer::Patient& a, const viewer::Patient& b) {
    const QString nameA = plainName(a.name), nameB = plainName(b.name);
    const QString idA = plain(a.id), idB = plain(b.id);
    if (idA.isEmpty() && idB.isEmpty()) return !nameA.isEmpty() && nameA == nameB && a.birthDate == b.birthDate;
    return idA == idB && (nameA == nameB || nameA.isEmpty() || nameB.isEmpty());
}

std::vector<PatientGroup> arrangeSeries(const std::vector<OpenSeries>& series) {
    std::vector<PatientGroup> patients;
    std::vector<std::vector<Arranged>> studies;  // of each patient
    for (const OpenSeries& open : series) {
        PatientGroup& patient = patientOf(patients, open.series);
        const auto index = static_cast<std::size_t>(&patient - patients.data());
        studies.resize(patients.size());
        auto study = std::ranges::find_if(
            studies[index], [&](const Arranged& known) { return isSameStudy(known.study, open.series.study); });
        if (study == studies[index].end()) {
            patient.studies.push_back({open.series.study, {}});  // patientOf() looks at the studies
            study = studies[index].insert(study, Arranged{open.series.study, {}});
        }
        study->series.push_back(&open);
    }
    for (std::size_t i = 0; i < patients.size(); ++i) {
        std::ranges::stable_sort(studies[i], std::greater(),
                                 [](const Arranged& study) { return std::tie(study.study.date, study.study.time); });
        patients[i].studies.clear();
        for (Arranged& study : studies[i])
            patients[i].studies.push_back(grouped(std::move(study)));
    }
    return patients;
}

std::vector<int> seriesOf(const StudyGroup& study) {
    std::vector<int> ids;
    for (const SeriesGroup& group : study.series)
        ids.insert(ids.end(), group.ids.begin(), group.ids.end());
    return ids;
}

std::vector<int> seriesOf(const PatientGroup& patient) {
    std::vector<int> ids;
    for (const StudyGroup& study : patient.studies)
        std::ranges::copy(seriesOf(study), std::back_inserter(ids));
    return ids;
}

bool matchesFilter(const viewer::Series& series, const QString& filter) {
    const QStringList words = foldedText(filter).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) return true;
    const QString text = foldedText(searchedText(series));
    return std::ranges::all_of(words, [&](const QString& word) { return text.contains(word); });
}

}  // namespace fleming::app
