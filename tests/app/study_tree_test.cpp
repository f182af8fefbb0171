// How the browser arranges series, and what its filter finds.
#include "app/studies/study_tree.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace fleming::app {
namespace {

OpenSeries open(int id, viewer::Study study, int number, const std::string& uid, int slices = 20) {
    OpenSeries made;
    made.id = id;
    made.series.study = std::move(study);
    made.series.number = number;
    made.series.uid = uid;
    made.series.files = {"/scans/folder/file.dcm"};
    viewer::ImageInfo image;
    image.geometry.size = {8, 8, slices};
    made.series.info = viewer::volumeOrPicture(image);
    return made;
}

viewer::Study study(const std::string& uid, const std::string& date, const std::string& name, const std::string& id) {
    viewer::Study made;
    made.uid = uid;
    made.date = date;
    made.patient.name = name;
    made.patient.id = id;
    return made;
}

TEST(Patients, AreTheSameIfIdAndNameAgree) {
    const auto same = [](const std::string& nameA, const std::string& idA, const std::string& nameB,
                         const std::string& idB) {
        const viewer::Patient a{nameA, idA, "", ""}, b{nameB, idB, "", ""};
        EXPECT_EQ(isSamePatient(a, b), isSamePatient(b, a));
        return isSamePatient(a, b);
    };
    EXPECT_TRUE(same("Doe^Jane", "1", "DOE^JANE^^", " 1"));
    EXPECT_TRUE(same("Doe^Jane", "1", "", "1"));
    EXPECT_FALSE(same("Doe^Jane", "1", "Doe^John", "1"));  // one ID for all, as some anonymizers write
    EXPECT_FALSE(same("Doe^Jane", "1", "Doe^Jane", "2"));
    EXPECT_FALSE(same("Doe^Jane", "1", "Doe^Jane", ""));
    EXPECT_TRUE(same("Doe^Jane", "", "doe^jane", ""));
    EXPECT_FALSE(same("", "", "", ""));
    EXPECT_FALSE(same("^^", " ", "^", ""));
    const viewer::Patient older{"Doe^Jane", "", "19500101", ""}, younger{"Doe^Jane", "", "19900101", ""};
    EXPECT_FALSE(isSamePatient(older, younger));
}

TEST(StudyTree, PutsTheLatestStudyFirstAndLocalizersLast) {
    std::vector<OpenSeries> series{
        open(1, study("1.1", "20200101", "A", "1"), 2, "s1"), open(2, study("1.2", "20240101", "A", "1"), 1, "s2"),
        open(3, study("1.2", "20240101", "A", "1"), 3, "s3"), open(4, study("1.2", "20240101", "A", "1"), 2, "s4")};
    series[1].series.notes = {{"dicom.localizer", {}}};
    const std::vector<PatientGroup> patients = arrangeSeries(series);
    ASSERT_EQ(patients.size(), 1U);
    EXPECT_EQ(seriesOf(patients[0]), (std::vector{4, 3, 2, 1}));
    ASSERT_EQ(patients[0].studies.size(), 2U);
    EXPECT_EQ(seriesOf(patients[0].studies[0]), (std::vector{4, 3, 2}));
}

TEST(StudyTree, PutsImagesOfOneSeriesTogether) {
    const viewer::Study ct = study("1.1", "20200101", "A", "1");
    const auto localizer = [&](int id, const char* uid) {
        OpenSeries made = open(id, ct, 1, uid);
        made.series.notes = {{"dicom.perpendicular_localizer", {}}};
        return made;
    };
    const std::vector<OpenSeries> series{open(1, ct, 1, "scout#1", 1), open(2, ct, 1, "scout#2", 1),
                                         open(3, ct, 2, "chest#1"),    open(4, ct, 2, "chest#2"),
                                         open(5, ct, 3, "other", 1),   open(6, ct, 3, "another", 1),
                                         localizer(7, "planes#1"),     localizer(8, "planes#2")};
    const std::vector<PatientGroup> patients = arrangeSeries(series);
    std::vector<std::vector<int>> groups;
    for (const SeriesGroup& group : patients.at(0).studies.at(0).series)
        groups.push_back(group.ids);
    EXPECT_EQ(groups, (std::vector<std::vector<int>>{{1, 2}, {3}, {4}, {5}, {6}, {7, 8}}));
}

TEST(StudyTree, KnowsTheNeighbourOfASeriesThatIsClosed) {
    // In the tree: patient A with 3, 2 (of 2024), 1 (of 2020), then patient B with 4.
    const std::vector<OpenSeries> series{
        open(1, study("1.1", "20200101", "A", "1"), 2, "s1"), open(2, study("1.2", "20240101", "A", "1"), 9, "s2"),
        open(3, study("1.2", "20240101", "A", "1"), 3, "s3"), open(4, study("2.1", "20240101", "B", "2"), 1, "s4")};
    EXPECT_EQ(neighbourOf(series, 3, {3}), 2);
    EXPECT_EQ(neighbourOf(series, 2, {2}), 3) << "of the study, though it comes before";
    EXPECT_EQ(neighbourOf(series, 2, {2, 3}), 1) << "of the patient";
    EXPECT_EQ(neighbourOf(series, 1, {1}), 2);
    EXPECT_EQ(neighbourOf(series, 1, {1, 2, 3}), 4);
    EXPECT_EQ(neighbourOf(series, 4, {4}), 1);
    EXPECT_EQ(neighbourOf(series, 4, {1, 2, 3, 4}), -1);
}

TEST(StudyTree, GroupsFilesWithoutAPatientByFolder) {
    std::vector<OpenSeries> series{open(1, {}, 0, ""), open(2, {}, 0, ""), open(3, {}, 0, "")};
    series[1].series.files = {"/scans/other/file.nii"};
    const std::vector<PatientGroup> groups = arrangeSeries(series);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].folder, "/scans/folder");
    EXPECT_EQ(seriesOf(groups[0]), (std::vector{1, 3}));
    EXPECT_EQ(groups[1].folder, "/scans/other");
}

TEST(StudyTree, HoldsEachSeriesOnceWithItsPatient) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto below = [&](int n) { return std::uniform_int_distribution(0, n - 1)(random); };
    for (int run = 0; run < 200; ++run) {
        std::vector<OpenSeries> series;
        for (int id = 1; id <= 1 + below(30); ++id) {
            const int patient = below(4), visit = below(3);
            const std::string number = std::to_string(patient);
            const std::string uid = "1." + number + "." + std::to_string(visit);
            const viewer::Study made = below(5) == 0
                                           ? viewer::Study()
                                           : study(uid, "202" + std::to_string(visit) + "0101", "N" + number, number);
            series.push_back(open(id, made, below(5), "s" + std::to_string(below(9)), 1 + below(2)));
        }
        std::multiset<int> shown;
        for (const PatientGroup& patient : arrangeSeries(series)) {
            EXPECT_TRUE(std::ranges::is_sorted(patient.studies, std::greater(),
                                               [](const StudyGroup& group) { return group.study.date; }));
            for (const StudyGroup& group : patient.studies) {
                for (const int id : seriesOf(group)) {
                    shown.insert(id);
                    EXPECT_EQ(series[static_cast<std::size_t>(id) - 1].series.study, group.study);
                    EXPECT_EQ(group.study.patient.id, patient.patient.id);
                }
            }
        }
        EXPECT_EQ(shown.size(), series.size());
        EXPECT_EQ(std::set(shown.begin(), shown.end()).size(), series.size());
    }
}

TEST(StudyTree, FindsTheFirstGroupThatFits) {
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const auto oneOf = [&](std::initializer_list<const char*> texts) {
        return std::string(texts.begin()[std::uniform_int_distribution(0, static_cast<int>(texts.size()) - 1)(random)]);
    };
    for (int run = 0; run < 300; ++run) {
        std::vector<OpenSeries> series;
        std::vector<std::vector<OpenSeries>> expected;  // groups, in their order
        for (int id = 1; id <= 20; ++id) {
            viewer::Study made = study(oneOf({"", "1.1", "1.2", "1.3"}), oneOf({"", "20240101"}),
                                       oneOf({"", "Doe^Jane", "DOE^JANE^", "Roe"}), oneOf({"", " ", "1", "1 ", "2"}));
            made.patient.birthDate = oneOf({"", "19500101"});
            series.push_back(open(id, made, 1, "s"));
            series.back().series.files = {oneOf({"/a/x", "/b/x"})};
            const auto fits = [&](const std::vector<OpenSeries>& group) {
                const viewer::Series& first = group.front().series;
                if (made == viewer::Study{})
                    return first.study == made &&
                           first.files[0].parent_path() == series.back().series.files[0].parent_path();
                return isSamePatient(first.study.patient, made.patient) ||
                       std::ranges::any_of(group, [&](const OpenSeries& other) {
                           const viewer::Study& known = other.series.study;
                           return known.uid.empty() && made.uid.empty() ? known == made : known.uid == made.uid;
                       });
            };
            const auto group = std::ranges::find_if(expected, fits);
            (group == expected.end() ? expected.emplace_back() : *group).push_back(series.back());
        }
        std::set<std::set<int>> found, wanted;
        for (const PatientGroup& patient : arrangeSeries(series)) {
            const std::vector<int> ids = seriesOf(patient);
            found.emplace(ids.begin(), ids.end());
        }
        for (const std::vector<OpenSeries>& group : expected) {
            std::set<int> ids;
            for (const OpenSeries& open : group)
                ids.insert(open.id);
            wanted.insert(ids);
        }
        EXPECT_EQ(found, wanted);
    }
}

TEST(StudyTree, PutsPatientsInTheOrderOfTheirNamesAndFoldersLast) {
    const std::vector<OpenSeries> series{open(1, {}, 1, ""), open(2, study("1", "20240101", "roe^Ann", "7"), 1, "s"),
                                         open(3, study("2", "20240101", "Doe^Jane", "9"), 1, "s"),
                                         open(4, study("3", "20240101", "Doe^Jane", "8"), 1, "s")};
    std::vector<int> shown;
    for (const PatientGroup& patient : arrangeSeries(series))
        shown.push_back(seriesOf(patient).front());
    EXPECT_EQ(shown, (std::vector{4, 3, 2, 1}));
}

TEST(SeriesFilter, FindsWordsOfPatientStudyAndSeries) {
    OpenSeries series = open(1, study("1.1", "20240501", "Müller-Lüdenscheidt^Jürgen^A=山田^太郎", "P-0017"), 4, "s");
    series.series.study.description = "Thorax nativ";
    series.series.study.accessionNumber = "ACC99";
    series.series.modality = "CT";
    series.series.description.words = "Lung 1.0 B60f";
    for (const char* filter : {"", "  ", "muller", "JÜRGEN müller", "山田", "p-0017", "0017", "thorax", "acc99",
                               "ct lung", "2024-05", "20240501", "2024-05-01 b60f", "file.dcm", "folder", "4"})
        EXPECT_TRUE(matchesFilter(series.series, QString::fromUtf8(filter))) << filter;
    for (const char* filter : {"mr", "muller 2023", "太山", "p-0018", "scans", "müllerjürgen"})
        EXPECT_FALSE(matchesFilter(series.series, QString::fromUtf8(filter))) << filter;
}

}  // namespace
}  // namespace fleming::app
