#include "app/review/shown_marks.h"

#include "app/review/taxonomy.h"
#include "app/session/exchange.h"
#include "base/error.h"

#include <QCoreApplication>
#include <QStringList>

namespace fleming::app {

namespace {

struct MarkWords {
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

}  // namespace

std::map<int, const viewer::Frame*> imagesOf(const std::vector<Exchange>& exchanges, std::int64_t exchange) {
    std::map<int, const viewer::Frame*> images;
    try {
        for (const Exchange* asked : pathTo(exchanges, exchange)) {
            int number = asked->firstImage;
            for (const viewer::Frame& frame : asked->evidence)
                images[number++] = &frame;
        }
    } catch (const Error&) {
        // The exchange is not stored yet, or no longer.
    }
    return images;
}

viewer::MarkPlace placeOf(const Mark& mark) {
    return {mark.shape, mark.x1, mark.y1, mark.x2, mark.y2};
}

Mark movedTo(Mark mark, const viewer::MarkPlace& place) {
    mark.shape = place.shape;
    mark.x1 = place.x1;
    mark.y1 = place.y1;
    mark.x2 = place.x2;
    mark.y2 = place.y2;
    return mark;
}

QString reviewerTag(const Review& review) {
    return QString::fromStdString(review.reviewerCode.empty() ? review.reviewer : review.reviewerCode);
}

QString markName(int mark) {
    return MarkWords::tr("M%1", "name of a mark, its number").arg(mark + 1);
}

QString markTag(int mark, const QString& reviewer) {
    return reviewer.isEmpty() ? markName(mark)
                              : MarkWords::tr("%1: %2", "reviewer, mark").arg(reviewer, markName(mark));
}

QString markCaption(const Review& review, int mark, const QString& reviewer) {
    QString tag = markTag(mark, reviewer);
    const std::vector<int> spans = spansLinkedWith(review, mark);
    if (spans.empty()) return tag;
    const Taxonomy taxonomy = taxonomyOf(review.taxonomy);
    QStringList labels;
    for (const int span : spans)
        labels << shownName(taxonomy, review.spans[static_cast<std::size_t>(span)].label);
    labels.removeDuplicates();
    return MarkWords::tr("%1 %2", "name of a mark, labels of its spans").arg(tag, labels.join(QLatin1String(", ")));
}

std::vector<viewer::ShownMark> shownMarks(const std::vector<const Review*>& reviews, int image) {
    std::vector<viewer::ShownMark> shown;
    int colour = 0;
    for (const Review* review : reviews) {
        const QString reviewer = reviewerTag(*review);
        for (int i = 0; i < static_cast<int>(review->marks.size()); ++i) {
            const Mark& mark = review->marks[static_cast<std::size_t>(i)];
            if (mark.image != image) continue;
            shown.push_back({.place = placeOf(mark), .caption = markTag(i, reviewer), .colour = colour});
        }
        ++colour;
    }
    return shown;
}

}  // namespace fleming::app
