#include "app/studies/priors.h"

#include "app/studies/series_features.h"
#include "app/studies/study_tree.h"
#include "viewer/text/name_text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace fleming::app {

namespace {

struct PriorText {
    Q_DECLARE_TR_FUNCTIONS(Priors)
};

QDate dateOf(const viewer::Study& study) {
    return QDate::fromString(QString::fromStdString(study.date).simplified().remove(QLatin1Char('.')),
                             QStringLiteral("yyyyMMdd"));
}

/// Returns the digits of a time, with or without colons: "101500".
QString timeOf(const viewer::Study& study) {
    const QString time = QString::fromStdString(study.time).simplified().remove(QLatin1Char(':'));
    return time.section(QLatin1Char('.'), 0, 0);
}

/// Formats a distance without trailing zeros: "5", "0.625".
QString distanceText(double mm) {
    return QLocale().toString(mm, 'g', 3);
}

QString earlierText(const StudyInterval& interval) {
    if (interval.days == 0) return PriorText::tr("earlier on the same day");
    if (interval.days < 14) return PriorText::tr("%n day(s) earlier", nullptr, interval.days);
    if (interval.years == 0 && interval.months < 2)
        return PriorText::tr("%n week(s) earlier", nullptr, interval.days / 7);
    if (interval.years == 0) return PriorText::tr("%n month(s) earlier", nullptr, interval.months);
    if (interval.months == 0) return PriorText::tr("%n year(s) earlier", nullptr, interval.years);
    if (interval.years == 1) return PriorText::tr("1 year and %n month(s) earlier", nullptr, interval.months);
    return PriorText::tr("%1 years and %n month(s) earlier", nullptr, interval.months).arg(interval.years);
}

QString laterText(const StudyInterval& interval) {
    if (interval.days == 0) return PriorText::tr("later on the same day");
    if (interval.days < 14) return PriorText::tr("%n day(s) later", nullptr, interval.days);
    if (interval.years == 0 && interval.months < 2)
        return PriorText::tr("%n week(s) later", nullptr, interval.days / 7);
    if (interval.years == 0) return PriorText::tr("%n month(s) later", nullptr, interval.months);
    if (interval.months == 0) return PriorText::tr("%n year(s) later", nullptr, interval.years);
    if (interval.years == 1) return PriorText::tr("1 year and %n month(s) later", nullptr, interval.months);
    return PriorText::tr("%1 years and %n month(s) later", nullptr, interval.months).arg(interval.years);
}

/// A comparison of two series: sums the score and collects the reasons.
class Comparison {
public:
    Comparison(const SeriesFeatures& one, const SeriesFeatures& other) : one_(one), other_(other) {
        compareModality();
        comparePlane();
        compareWords();
        compareRegion();
        compareWeighting();
        compareSlices();
        compareContrast();
    }

    double score() const { return score_; }
    bool isComparable() const { return comparable_; }
    QString reasons() const { return reasons_.join(PriorText::tr(", ", "between reasons")); }

private:
    void compareModality() {
        const bool same = one_.modality == other_.modality;
        if (same) score_ += 40;
        comparable_ = same;
        if (!other_.modality.isEmpty()) reasons_ << other_.modality;
    }

    void comparePlane() {
        if (!one_.plane || !other_.plane) {
            score_ += 7.5;
        } else if (*one_.plane == *other_.plane) {
            score_ += 15;
            reasons_ << viewer::planeWord(*other_.plane);
        } else {
            constexpr double kThin = 2.0;  // mm
            const auto isThin = [](const SeriesFeatures& series) {
                return series.sliceDistance && *series.sliceDistance <= kThin;
            };
            comparable_ = comparable_ && isThin(one_) && isThin(other_);
            reasons_ << PriorText::tr("acquired in another plane");
        }
    }

    void compareWords() {
        if (one_.words.empty() || other_.words.empty()) {
            score_ += 7.5;
            return;
        }
        const double alike = likeness(one_.words, other_.words);
        score_ += 15 * alike;
        if (alike == 1) {
            reasons_ << PriorText::tr("same description");
        } else if (alike >= 0.5) {
            reasons_ << PriorText::tr("similar description");
        }
    }

    void compareRegion() {
        if (one_.regions.empty() || other_.regions.empty()) {
            score_ += 5;
        } else if (likeness(one_.regions, other_.regions) > 0) {
            score_ += 10;
            reasons_ << PriorText::tr("same part of the body");
        } else {
            comparable_ = false;
            reasons_ << PriorText::tr("another part of the body");
        }
    }

    void compareWeighting() {
        if (one_.weighting.isEmpty() || other_.weighting.isEmpty()) {
            score_ += one_.modality == QLatin1String("MR") ? 5 : 10;
        } else if (one_.weighting == other_.weighting) {
            score_ += 10;
            reasons_ << other_.weighting;
        } else {
            comparable_ = false;
            reasons_
                << PriorText::tr("%1 instead of %2", "weightings of MR images").arg(other_.weighting, one_.weighting);
        }
    }

    void compareSlices() {
        if (one_.matrix == other_.matrix) score_ += 2;
        if (!one_.sliceDistance || !other_.sliceDistance) {
            score_ += 2;
            return;
        }
        const double thinner = std::min(*one_.sliceDistance, *other_.sliceDistance);
        const double thicker = std::max(*one_.sliceDistance, *other_.sliceDistance);
        score_ += 4 * thinner / thicker;
        constexpr double kSame = 0.9;
        const QString distance = distanceText(*other_.sliceDistance);
        reasons_
            << (thinner / thicker > kSame
                    ? PriorText::tr("%1 mm slices").arg(distance)
                    : PriorText::tr("%1 mm slices instead of %2 mm").arg(distance, distanceText(*one_.sliceDistance)));
    }

    void compareContrast() {
        if (one_.contrast == other_.contrast) {
            score_ += 4;
            if (other_.contrast == Contrast::given) reasons_ << PriorText::tr("with contrast agent");
        } else if (one_.contrast == Contrast::unknown || other_.contrast == Contrast::unknown) {
            score_ += 2;
        } else {
            reasons_ << (other_.contrast == Contrast::given ? PriorText::tr("with contrast agent, this one without")
                                                            : PriorText::tr("without contrast agent, this one with"));
        }
    }

    const SeriesFeatures& one_;
    const SeriesFeatures& other_;
    double score_ = 0;
    bool comparable_ = false;
    QStringList reasons_;
};

bool isIn(const std::vector<int>& ids, int id) {
    return std::ranges::find(ids, id) != ids.end();
}

/// Returns the ids of the series in other studies of the patient of `one`.
std::vector<int> inOtherStudies(const std::vector<OpenSeries>& series, const OpenSeries& one) {
    if (isUnnamed(one.series.study.patient)) return {};
    std::vector<int> ids;
    for (const PatientGroup& patient : arrangeSeries(series)) {
        if (!isIn(seriesOf(patient), one.id)) continue;
        for (const StudyGroup& study : patient.studies) {
            const std::vector<int> of = seriesOf(study);
            if (!isIn(of, one.id)) ids.insert(ids.end(), of.begin(), of.end());
        }
    }
    // A study can hold files of several patients by mistake.
    std::erase_if(ids, [&](int id) {
        const auto other = std::ranges::find(series, id, &OpenSeries::id);
        return !isSamePatient(other->series.study.patient, one.series.study.patient);
    });
    return ids;
}

Prior compared(const SeriesFeatures& features, const OpenSeries& one, const OpenSeries& other) {
    Prior prior;
    prior.id = other.id;
    const SeriesFeatures otherFeatures = featuresOf(other.series);
    const Comparison comparison(features, otherFeatures);
    prior.score = comparison.score();
    prior.comparable = comparison.isComparable();
    prior.interval = intervalTo(one.series.study, other.series.study);
    prior.reasons =
        PriorText::tr("%1; %2", "what agrees, when").arg(comparison.reasons(), intervalText(prior.interval));
    return prior;
}

/// Returns what the best candidate has the least of.
auto orderOf(const Prior& prior) {
    using Side = StudyInterval::Side;
    const Side side = prior.interval.side;
    const int when = side == Side::unknown ? 2 : side == Side::later ? 1 : 0;
    return std::tuple(!prior.comparable, when, prior.interval.days, -prior.score, prior.id);
}

}  // namespace

StudyInterval intervalTo(const viewer::Study& study, const viewer::Study& other) {
    using Side = StudyInterval::Side;
    const QDate date = dateOf(study), otherDate = dateOf(other);
    if (!date.isValid() || !otherDate.isValid()) return {};
    StudyInterval interval;
    if (date == otherDate) {
        const QString time = timeOf(study), otherTime = timeOf(other);
        interval.side = time.isEmpty() || otherTime.isEmpty() || time == otherTime ? Side::sameTime
                        : otherTime < time                                         ? Side::earlier
                                                                                   : Side::later;
        return interval;
    }
    interval.side = otherDate < date ? Side::earlier : Side::later;
    const QDate from = std::min(date, otherDate), to = std::max(date, otherDate);
    interval.days = static_cast<int>(from.daysTo(to));
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (from.addMonths(months) > to) --months;
    interval.years = months / 12;
    interval.months = months % 12;
    return interval;
}

QString intervalText(const StudyInterval& interval) {
    switch (interval.side) {
        case StudyInterval::Side::earlier:
            return earlierText(interval);
        case StudyInterval::Side::later:
            return laterText(interval);
        case StudyInterval::Side::sameTime:
            return PriorText::tr("on the same day");
        case StudyInterval::Side::unknown:
            break;
    }
    return PriorText::tr("at an unknown date");
}

std::vector<Prior> findPriors(const std::vector<OpenSeries>& series, int id) {
    const auto one = std::ranges::find(series, id, &OpenSeries::id);
    if (one == series.end()) return {};
    const SeriesFeatures features = featuresOf(one->series);
    std::vector<Prior> priors;
    for (const int candidate : inOtherStudies(series, *one)) {
        const OpenSeries& other = *std::ranges::find(series, candidate, &OpenSeries::id);
        if (other.series.kind() != one->series.kind() || other.isLabels ||
            (isLocalizer(other.series) && !isLocalizer(one->series)))
            continue;
        priors.push_back(compared(features, *one, other));
    }
    std::ranges::sort(priors, {}, orderOf);
    return priors;
}

std::optional<NoPrior> whyNoPrior(const std::vector<OpenSeries>& series, int id) {
    const auto one = std::ranges::find(series, id, &OpenSeries::id);
    if (one == series.end()) return NoPrior::notOpen;
    if (isUnnamed(one->series.study.patient)) return NoPrior::noPatient;
    if (inOtherStudies(series, *one).empty()) return NoPrior::oneStudy;
    const std::vector<Prior> priors = findPriors(series, id);
    if (priors.empty() || !priors.front().comparable) return NoPrior::noneIsAlike;
    return {};
}

}  // namespace fleming::app
