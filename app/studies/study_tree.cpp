#include "app/studies/study_tree.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <map>
#include <ranges>
#include <tuple>
#include <unordered_map>
#include <utility>

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

/// Compares two patients with the same plain() ID.
bool isSame(const QString& id, const QString& nameA, const std::string& birthDateA, const QString& nameB,
            const std::string& birthDateB) {
    if (id.isEmpty()) return !nameA.isEmpty() && nameA == nameB && birthDateA == birthDateB;
    return nameA == nameB || nameA.isEmpty() || nameB.isEmpty();
}

bool isSameStudy(const viewer::Study& a, const viewer::Study& b) {
    return a.uid.empty() && b.uid.empty() ? a == b : a.uid == b.uid;
}

std::filesystem::path folderOf(const viewer::Series& series) {
    return series.files.empty() ? std::filesystem::path() : series.files.front().parent_path();
}

bool isOneSlice(const viewer::Series& series) {
    return series.kind() == viewer::SeriesKind::picture;
}

/// A study with its series while they are arranged.
struct Arranged {
    viewer::Study study;
    std::vector<const OpenSeries*> series;
};

/// Puts a series into the last group of its study if both are single images, or localizers, of one DICOM series.
void addTo(std::vector<SeriesGroup>& groups, const OpenSeries& open, const OpenSeries* before) {
    const auto belongs = [](const viewer::Series& series) { return isOneSlice(series) || isLocalizer(series); };
    const bool joins = before != nullptr && !open.series.uid.empty() && belongs(open.series) &&
                       belongs(before->series) && wholeSeriesUid(open.series) == wholeSeriesUid(before->series);
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

/// Finds the group of a series: the first one whose patient is the same (isSamePatient()) or that has the study.
class PatientGroups {
public:
    /// Returns the index of the group in groups(), which is added if there is none.
    std::size_t take(const viewer::Series& series) {
        const viewer::Study& study = series.study;
        if (study == viewer::Study{}) {
            const auto [at, isNew] = byFolder_.try_emplace(folderOf(series), groups_.size());
            if (isNew) add({{}, at->first, {}}, {});
            return at->second;
        }
        const QString id = plain(study.patient.id), name = plainName(study.patient.name);
        const std::size_t group = std::min({withPatient(id, name, study.patient), withStudy(study), groups_.size()});
        if (group == groups_.size()) {
            byId_[id].push_back(group);
            add({study.patient, {}, {}}, name);
        }
        if (study.uid.empty()) {
            unnamed_.emplace_back(study, group);
        } else if (const auto at = byStudy_.try_emplace(study.uid, group).first; at->second > group) {
            at->second = group;
        }
        return group;
    }

    std::vector<PatientGroup>& groups() { return groups_; }

private:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    void add(PatientGroup group, const QString& name) {
        groups_.push_back(std::move(group));
        names_.push_back(name);
    }

    std::size_t withPatient(const QString& id, const QString& name, const viewer::Patient& patient) const {
        const auto at = byId_.find(id);
        if (at == byId_.end()) return kNone;
        for (const std::size_t group : at->second) {
            if (isSame(id, names_[group], groups_[group].patient.birthDate, name, patient.birthDate)) return group;
        }
        return kNone;
    }

    std::size_t withStudy(const viewer::Study& study) const {
        if (!study.uid.empty()) {
            const auto at = byStudy_.find(study.uid);
            return at == byStudy_.end() ? kNone : at->second;
        }
        std::size_t first = kNone;
        for (const auto& [known, group] : unnamed_) {
            if (isSameStudy(known, study)) first = std::min(first, group);
        }
        return first;
    }

    std::vector<PatientGroup> groups_;
    std::vector<QString> names_;  // plainName() of each group
    std::map<QString, std::vector<std::size_t>> byId_;
    std::unordered_map<std::string, std::size_t> byStudy_;        // by UID
    std::vector<std::pair<viewer::Study, std::size_t>> unnamed_;  // studies without a UID
    std::map<std::filesystem::path, std::size_t> byFolder_;
};

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

bool isLocalizer(const viewer::Series& series) {
    return std::ranges::any_of(series.notes, [](const viewer::Note& note) {
        return note.code == "dicom.localizer" || note.code == "dicom.probably_localizer" ||
               note.code == "dicom.perpendicular_localizer";
    });
}

std::string wholeSeriesUid(const viewer::Series& series) {
    return series.uid.substr(0, series.uid.find('#'));
}

bool isUnnamed(const viewer::Patient& patient) {
    return plain(patient.id).isEmpty() && plainName(patient.name).isEmpty();
}

bool isSamePatient(const viewer::Patient& a, const viewer::Patient& b) {
    const QString id = plain(a.id);
    return id == plain(b.id) && isSame(id, plainName(a.name), a.birthDate, plainName(b.name), b.birthDate);
}

std::vector<PatientGroup> arrangeSeries(const std::vector<OpenSeries>& series) {
    PatientGroups found;
    std::vector<std::vector<Arranged>> studies;  // of each patient
    for (const OpenSeries& open : series) {
        const std::size_t index = found.take(open.series);
        studies.resize(found.groups().size());
        auto study = std::ranges::find_if(
            studies[index], [&](const Arranged& known) { return isSameStudy(known.study, open.series.study); });
        if (study == studies[index].end()) study = studies[index].insert(study, Arranged{open.series.study, {}});
        study->series.push_back(&open);
    }
    std::vector<PatientGroup> patients = std::move(found.groups());
    for (std::size_t i = 0; i < patients.size(); ++i) {
        std::ranges::stable_sort(studies[i], std::greater(),
                                 [](const Arranged& study) { return std::tie(study.study.date, study.study.time); });
        for (Arranged& study : studies[i])
            patients[i].studies.push_back(grouped(std::move(study)));
    }
    std::ranges::stable_sort(patients, {}, [](const PatientGroup& patient) {
        const bool isFolder = !patient.folder.empty();
        return std::tuple(isFolder, plainName(patient.patient.name), plain(patient.patient.id));
    });
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

std::vector<int> seriesOf(const std::vector<PatientGroup>& patients) {
    std::vector<int> ids;
    for (const PatientGroup& patient : patients)
        std::ranges::copy(seriesOf(patient), std::back_inserter(ids));
    return ids;
}

int neighbourOf(const std::vector<OpenSeries>& series, int id, const std::vector<int>& closing) {
    const std::vector<PatientGroup> patients = arrangeSeries(series);
    std::vector<std::vector<int>> circles{seriesOf(patients)};  // all, the patient, the study: in the order of the tree
    const auto holds = [id](const std::vector<int>& ids) { return std::ranges::find(ids, id) != ids.end(); };
    for (const PatientGroup& patient : patients) {
        const std::vector<int> ofPatient = seriesOf(patient);
        if (!holds(ofPatient)) continue;
        circles.push_back(ofPatient);
        for (const StudyGroup& study : patient.studies) {
            if (const std::vector<int> ofStudy = seriesOf(study); holds(ofStudy)) circles.push_back(ofStudy);
        }
    }
    const auto stays = [&](int other) { return std::ranges::find(closing, other) == closing.end(); };
    for (const std::vector<int>& circle : circles | std::views::reverse) {
        const auto at = std::ranges::find(circle, id);
        if (const auto after = std::find_if(at, circle.end(), stays); after != circle.end()) return *after;
        const auto before = std::find_if(std::reverse_iterator(at), circle.rend(), stays);
        if (before != circle.rend()) return *before;
    }
    return -1;
}

bool matchesFilter(const viewer::Series& series, const QString& filter) {
    const QStringList words = foldedText(filter).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) return true;
    const QString text = foldedText(searchedText(series));
    return std::ranges::all_of(words, [&](const QString& word) { return text.contains(word); });
}

}  // namespace fleming::app
