// Which series of other studies a series is compared with, in which order, and why.
#include "app/studies/priors.h"

#include "app/studies/series_features.h"
#include "app/studies/study_tree.h"

#include <QDate>

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <set>

namespace fleming::app {
namespace {

viewer::Study studyOn(const std::string& date, const std::string& time = "") {
    viewer::Study study;
    study.date = date;
    study.time = time;
    return study;
}

/// A CT of a chest, 20 axial slices of 5 mm; each test changes what it is about.
struct Made {
    std::string study = "1.1", date = "20240501", time = "", name = "Doe^Jane", patientId = "P-1";
    std::string modality = "CT", words = "Chest 5.0 B30f", bodyPart = "CHEST", agent = "";
    double thickness = 5;
    int slices = 20, columns = 512;
    viewer::Plane plane = viewer::Plane::axial;
    bool oriented = true, labels = false, localizer = false;

    OpenSeries open(int id) const {
        OpenSeries made;
        made.id = id;
        viewer::Series& series = made.series;
        series.study = studyOn(date, time);
        series.study.uid = study;
        series.study.patient.name = name;
        series.study.patient.id = patientId;
        series.uid = study + "." + std::to_string(id);
        series.modality = modality;
        series.description.words = words;
        series.bodyPart = bodyPart;
        series.contrastAgent = agent;
        series.files = {"/scans/" + std::to_string(id) + ".dcm"};
        if (localizer) series.notes = {{"dicom.localizer", {}}};
        viewer::ImageInfo image;
        image.geometry.size = {columns, columns, slices};
        image.geometry.spacing = {0.7, 0.7, thickness};
        image.geometry.oriented = oriented;
        image.geometry.spacingKnown = true;
        if (plane == viewer::Plane::coronal) {
            image.geometry.jDirection = {0, 0, -1};
            image.geometry.kDirection = {0, 1, 0};
        }
        series.info = viewer::volumeOrPicture(image);
        made.isLabels = labels;
        return made;
    }
};

std::vector<OpenSeries> opened(const std::vector<Made>& made) {
    std::vector<OpenSeries> series;
    for (std::size_t i = 0; i < made.size(); ++i)
        series.push_back(made[i].open(static_cast<int>(i) + 1));
    return series;
}

/// Returns the ids of the priors of series 1, the best first.
std::vector<int> priorsOf(const std::vector<Made>& made) {
    std::vector<int> ids;
    for (const Prior& prior : findPriors(opened(made), 1))
        ids.push_back(prior.id);
    return ids;
}

QString intervalBetween(const std::string& date, const std::string& other, const std::string& time = "",
                        const std::string& otherTime = "") {
    return intervalText(intervalTo(studyOn(date, time), studyOn(other, otherTime)));
}

TEST(Intervals, AreTheWholeYearsAndMonths) {
    // The plurals of English come with the translations.
    EXPECT_EQ(intervalBetween("20240501", "20220201"), "2 years and 3 month(s) earlier");
    EXPECT_EQ(intervalBetween("20220201", "20240501"), "2 years and 3 month(s) later");
    EXPECT_EQ(intervalBetween("20240501", "20230401"), "1 year and 1 month(s) earlier");
    EXPECT_EQ(intervalBetween("20240501", "20230501"), "1 year(s) earlier");
    EXPECT_EQ(intervalBetween("20240501", "20230502"), "11 month(s) earlier");
    EXPECT_EQ(intervalBetween("20240501", "20240201"), "3 month(s) earlier");
    EXPECT_EQ(intervalBetween("20240501", "20240320"), "6 week(s) earlier");
    EXPECT_EQ(intervalBetween("20240501", "20240425"), "6 day(s) earlier");
    EXPECT_EQ(intervalBetween("20240501", "20240430"), "1 day(s) earlier");
    EXPECT_EQ(intervalBetween("20240229", "20230228"), "1 year(s) earlier");
    EXPECT_EQ(intervalBetween("2024.05.01", " 20240425"), "6 day(s) earlier");
}

TEST(Intervals, OnOneDayAreToldByTheTime) {
    EXPECT_EQ(intervalBetween("20240501", "20240501"), "on the same day");
    EXPECT_EQ(intervalBetween("20240501", "20240501", "1000", ""), "on the same day");
    EXPECT_EQ(intervalBetween("20240501", "20240501", "101500.25", "101500"), "on the same day");
    EXPECT_EQ(intervalBetween("20240501", "20240501", "101500", "0800"), "earlier on the same day");
    EXPECT_EQ(intervalBetween("20240501", "20240501", "08:00:00", "101500"), "later on the same day");
}

TEST(Intervals, OfInvalidDatesAreUnknown) {
    for (const char* date : {"", "2024", "20241399", "unknown"}) {
        EXPECT_EQ(intervalBetween("20240501", date), "at an unknown date");
        EXPECT_EQ(intervalBetween(date, "20240501"), "at an unknown date");
    }
}

TEST(Intervals, AreOpposite) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> days(-9000, 9000);
    const QDate day(2010, 6, 15);
    for (int i = 0; i < 2000; ++i) {
        const QDate a = day.addDays(days(random)), b = day.addDays(days(random));
        const viewer::Study one = studyOn(a.toString(QStringLiteral("yyyyMMdd")).toStdString());
        const viewer::Study other = studyOn(b.toString(QStringLiteral("yyyyMMdd")).toStdString());
        const StudyInterval there = intervalTo(one, other), back = intervalTo(other, one);
        EXPECT_EQ(there.days, std::abs(a.daysTo(b)));
        EXPECT_EQ(there.days, back.days);
        EXPECT_EQ(there.side == StudyInterval::Side::earlier, b < a);
        EXPECT_EQ(back.side == StudyInterval::Side::earlier, a < b);
        // Years and months never exceed the days, and lack less than a month of them.
        const QDate from = std::min(a, b), to = std::max(a, b);
        const QDate reached = from.addYears(there.years).addMonths(there.months);
        EXPECT_LE(reached, to);
        EXPECT_LE(reached.daysTo(to), 31);
    }
}

TEST(Priors, AreOfOtherStudiesOfThePatient) {
    EXPECT_EQ(priorsOf({{}, {.study = "1.2", .date = "20230501"}}), (std::vector{2}));
    EXPECT_TRUE(priorsOf({{}, {.words = "Chest 1.0"}}).empty());  // of the same study
    EXPECT_TRUE(priorsOf({{}, {.study = "1.2", .patientId = "P-2"}}).empty());
    EXPECT_TRUE(priorsOf({{}, {.study = "1.2", .name = "Doe^John"}}).empty());
    EXPECT_TRUE(priorsOf({{.name = "", .patientId = ""}, {.study = "1.2", .name = "", .patientId = ""}}).empty());
    EXPECT_EQ(priorsOf({{}, {.study = "1.2", .date = "20230501", .name = "DOE^JANE^^"}}), (std::vector{2}));
    EXPECT_TRUE(findPriors({}, 1).empty());
    EXPECT_TRUE(findPriors(opened({{}}), 9).empty());
}

TEST(Priors, AreNeverOfAnotherPatientWhateverTheFilesSay) {
    std::mt19937 random(11);
    const auto pick = [&random](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    const char* const names[] = {"Doe^Jane", "doe^jane^", "Doe^John", "", "Roe^Ann"};
    const char* const ids[] = {"1", " 1", "2", ""};
    for (int round = 0; round < 300; ++round) {
        std::vector<Made> made;
        for (int i = 0; i < 12; ++i) {
            Made one{.study = "1." + std::to_string(pick(6)), .name = names[pick(5)], .patientId = ids[pick(4)]};
            one.date =
                pick(4) == 0 ? "" : "20" + std::to_string(10 + pick(15)) + "0" + std::to_string(1 + pick(9)) + "11";
            made.push_back(one);
        }
        const std::vector<OpenSeries> series = opened(made);
        for (const OpenSeries& one : series) {
            for (const Prior& prior : findPriors(series, one.id)) {
                const OpenSeries& other = series[static_cast<std::size_t>(prior.id) - 1];
                EXPECT_TRUE(isSamePatient(one.series.study.patient, other.series.study.patient));
                EXPECT_NE(one.series.study.uid, other.series.study.uid);
                EXPECT_GE(prior.score, 0);
                EXPECT_LE(prior.score, 100);
            }
        }
    }
}

TEST(Priors, ComeByNearnessInTimeEarlierOnesFirst) {
    EXPECT_EQ(priorsOf({{},
                        {.study = "1.2", .date = "20200101"},
                        {.study = "1.3", .date = "20240502"},
                        {.study = "1.4", .date = "20230501"},
                        {.study = "1.5", .date = ""},
                        {.study = "1.6", .date = "20260501"},
                        {.study = "1.7", .date = "20240430"}}),
              (std::vector{7, 4, 2, 3, 6, 5}));
    // Only later ones are open.
    EXPECT_EQ(priorsOf({{}, {.study = "1.2", .date = "20260101"}, {.study = "1.3", .date = "20250101"}}),
              (std::vector{3, 2}));
    // The date of the series itself is unknown: likeness decides.
    EXPECT_EQ(priorsOf({{.date = ""}, {.study = "1.2", .words = "Lung 1.0 B70f"}, {.study = "1.3"}}),
              (std::vector{3, 2}));
}

TEST(Priors, OfOneStudyComeByLikeness) {
    const Made prior{.study = "1.2", .date = "20230501"};
    Made thin = prior, kernel = prior, contrast = prior, coarse = prior;
    thin.thickness = 1;
    kernel.words = "Lung 1.0 B70f";
    contrast.agent = "Ultravist 370";
    coarse.columns = 256;
    EXPECT_EQ(priorsOf({{}, thin, prior}), (std::vector{3, 2}));
    EXPECT_EQ(priorsOf({{}, kernel, prior}), (std::vector{3, 2}));
    EXPECT_EQ(priorsOf({{}, coarse, prior}), (std::vector{3, 2}));
    EXPECT_EQ(priorsOf({{.agent = "Ultravist"}, prior, contrast}), (std::vector{3, 2}));
    EXPECT_EQ(priorsOf({{.words = "Lung 1.0 B70f", .thickness = 1}, prior, kernel}), (std::vector{3, 2}));
}

TEST(Priors, AreComparableIfNothingSpeaksAgainstIt) {
    const auto comparable = [](const Made& one, const Made& other) {
        const std::vector<Prior> priors = findPriors(opened({one, other}), 1);
        EXPECT_EQ(priors.size(), 1U);
        return !priors.empty() && priors.front().comparable;
    };
    const Made prior{.study = "1.2", .date = "20230501"};
    EXPECT_TRUE(comparable({}, prior));
    Made other = prior;
    other.modality = "MR";
    EXPECT_FALSE(comparable({}, other));
    other = prior;
    other.bodyPart = "HEAD";
    EXPECT_FALSE(comparable({}, other));
    other.bodyPart = "CHESTABDPELVIS";
    EXPECT_TRUE(comparable({}, other));
    other.bodyPart = "";
    other.words = "Schädel nativ";
    EXPECT_FALSE(comparable({}, other));
    other.words = "Serie 3";
    EXPECT_TRUE(comparable({}, other));  // nothing is known of it
    other = prior;
    other.plane = viewer::Plane::coronal;
    EXPECT_FALSE(comparable({}, other));
    other.thickness = 1;
    EXPECT_FALSE(comparable({}, other));
    EXPECT_TRUE(comparable({.thickness = 1}, other));
    other = prior;
    other.oriented = false;
    EXPECT_TRUE(comparable({}, other));
}

TEST(Priors, OfMrImagesHaveTheSameWeighting) {
    const Made t2{.modality = "MR", .words = "AX T2 TSE", .bodyPart = "BRAIN"};
    Made flair = t2, priorT1 = t2, priorT2 = t2;
    flair.words = "AX T2 FLAIR";
    priorT1.words = "AX T1 SE";
    priorT1.study = priorT2.study = "1.2";
    priorT1.date = "20240301";
    priorT2.date = priorT1.date;
    priorT2.words = "t2w_tra";
    EXPECT_EQ(priorsOf({t2, priorT1, priorT2}), (std::vector{3, 2}));
    EXPECT_EQ(whyNoPrior(opened({flair, priorT1, priorT2}), 1), NoPrior::noneIsAlike);
    // An older study with the right weighting comes before a nearer one without it.
    priorT2.study = "1.3";
    priorT2.date = "20200301";
    EXPECT_EQ(priorsOf({t2, priorT1, priorT2}), (std::vector{3, 2}));
}

TEST(Priors, AreOfTheSameKindAndNoLabelsOrLocalizers) {
    const Made prior{.study = "1.2", .date = "20230501"};
    Made other = prior;
    other.labels = true;
    EXPECT_TRUE(priorsOf({{}, other}).empty());
    other = prior;
    other.slices = 1;
    EXPECT_TRUE(priorsOf({{}, other}).empty());
    EXPECT_EQ(priorsOf({{.slices = 1}, other}), (std::vector{2}));
    other = prior;
    other.localizer = true;
    EXPECT_TRUE(priorsOf({{}, other}).empty());
    EXPECT_EQ(priorsOf({{.localizer = true}, other}), (std::vector{2}));
}

TEST(Priors, SayWhatAgreesAndWhen) {
    const auto reasons = [](const Made& one, const Made& other) {
        return findPriors(opened({one, other}), 1).at(0).reasons;
    };
    Made prior{.study = "1.2", .date = "20220201"};
    EXPECT_EQ(reasons({}, prior),
              "CT, axial, same description, same part of the body, 5 mm slices; 2 years and 3 month(s) earlier");
    prior.agent = "Ultravist";
    prior.thickness = 0.625;
    prior.words = "Chest 0.6 lung";
    EXPECT_EQ(
        reasons({.words = "Chest native"}, prior),
        "CT, axial, same part of the body, 0.625 mm slices instead of 5 mm, with contrast agent, this one without; "
        "2 years and 3 month(s) earlier");
    prior = {.study = "1.2", .date = "", .modality = "MR", .words = "T1 sag"};
    EXPECT_EQ(reasons({.modality = "MR", .words = "T2 sag"}, prior),
              "MR, axial, same part of the body, T1 instead of T2, 5 mm slices; at an unknown date");
    // They never tell a description, a name or a date.
    prior = {.study = "1.2", .date = "20220201", .words = "Doe Jane follow-up"};
    EXPECT_FALSE(reasons({.words = "Doe Jane first"}, prior).contains(QLatin1String("Jane")));
    EXPECT_FALSE(reasons({}, prior).contains(QLatin1String("2022")));
}

TEST(Priors, AreMissedForAReason) {
    EXPECT_EQ(whyNoPrior({}, 1), NoPrior::notOpen);
    EXPECT_EQ(whyNoPrior(opened({{.name = "", .patientId = ""}}), 1), NoPrior::noPatient);
    EXPECT_EQ(whyNoPrior(opened({{}, {.words = "another"}}), 1), NoPrior::oneStudy);
    EXPECT_EQ(whyNoPrior(opened({{}, {.study = "1.2", .patientId = "P-2"}}), 1), NoPrior::oneStudy);
    EXPECT_EQ(whyNoPrior(opened({{}, {.study = "1.2", .modality = "MR"}}), 1), NoPrior::noneIsAlike);
    EXPECT_EQ(whyNoPrior(opened({{}, {.study = "1.2", .slices = 1}}), 1), NoPrior::noneIsAlike);
    EXPECT_FALSE(whyNoPrior(opened({{}, {.study = "1.2"}}), 1));
}

TEST(SeriesFeatures, ComeFromTagsAndWords) {
    const auto features = [](const Made& made) { return featuresOf(made.open(1).series); };
    EXPECT_EQ(features({.bodyPart = "CHESTABDPELVIS"}).regions,
              (std::set<QString>{QStringLiteral("abdomen"), QStringLiteral("chest"), QStringLiteral("pelvis")}));
    EXPECT_EQ(features({.words = "BWS sag", .bodyPart = ""}).regions, (std::set<QString>{QStringLiteral("spine")}));
    EXPECT_EQ(features({.words = "pharma alarm", .bodyPart = ""}).regions, std::set<QString>());
    EXPECT_EQ(features({.modality = "MR", .words = "ep2d_diff_ADC"}).weighting, "ADC");
    EXPECT_EQ(features({.modality = "MR", .words = "t1_vibe_fs"}).weighting, "T1");
    EXPECT_EQ(features({.modality = "CT", .words = "T1 lesion"}).weighting, "");
    EXPECT_EQ(features({.words = "Abd portal venous"}).contrast, Contrast::given);
    EXPECT_EQ(features({.words = "Abd without contrast"}).contrast, Contrast::notGiven);
    EXPECT_EQ(features({.words = "Abd"}).contrast, Contrast::unknown);
    EXPECT_EQ(features({.words = "Abd", .agent = "None"}).contrast, Contrast::notGiven);
    EXPECT_EQ(features({.words = "1.dcm"}).words, std::set<QString>());  // the name of the file describes nothing
    EXPECT_FALSE(features({.oriented = false}).plane);
    EXPECT_FALSE(features({.slices = 1}).sliceDistance);
}

TEST(SeriesFeatures, AreAlikeByWhatTheyHaveInCommon) {
    const auto set = [](std::initializer_list<const char*> words) {
        std::set<QString> result;
        for (const char* word : words)
            result.insert(QString::fromLatin1(word));
        return result;
    };
    EXPECT_EQ(likeness(set({"a", "b"}), set({"b", "a"})), 1);
    EXPECT_EQ(likeness(set({"a", "b", "c"}), set({"b", "c", "d"})), 0.5);
    EXPECT_EQ(likeness(set({"a"}), set({"b"})), 0);
    EXPECT_EQ(likeness({}, {}), 0);
}

}  // namespace
}  // namespace fleming::app
