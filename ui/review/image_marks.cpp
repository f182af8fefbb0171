#include "ui/review/image_marks.h"

#include "app/review/shown_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace fleming::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ImageMarks)
};

using Part = app::ReviewDraft::Part;

void add(ImageMarks& to, const app::Review& review, const Part& part, viewer::ShownMark look, const QString& reviewer) {
    const app::Mark& mark = review.marks[static_cast<std::size_t>(part.index)];
    look.place = app::placeOf(mark);
    look.caption = app::markCaption(review, part.index, reviewer);
    to.shown.push_back(look);
    to.parts.push_back(part);
    to.notes.push_back(QString::fromStdString(mark.note));
}

}  // namespace

std::map<int, ImageMarks> imageMarks(app::Workspace& workspace, qint64 exchange) {
    std::map<int, ImageMarks> images;
    const app::Exchange* found = workspace.session().find(exchange);
    const app::ReviewDraft* draft = workspace.reviews().draft(exchange);
    if (found == nullptr || draft == nullptr) return images;
    const app::Review own = draft->review();
    const std::vector<const app::Review*> others = app::reviewsOfOthers(found->reviews, own);
    const std::set<Part> lit = draft->lit(others);
    for (int i = 0; i < static_cast<int>(own.marks.size()); ++i) {
        const Part part{Part::Kind::mark, i};
        add(images[own.marks[static_cast<std::size_t>(i)].image], own, part,
            {.isLit = lit.contains(part), .isSelected = draft->selected() == part}, {});
    }
    int number = 0;
    for (const app::Review* review : others) {
        ++number;
        const QString tag = app::reviewerTag(*review);
        for (int i = 0; i < static_cast<int>(review->marks.size()); ++i) {
            const Part part{Part::Kind::mark, i, number};
            add(images[review->marks[static_cast<std::size_t>(i)].image], *review, part,
                {.colour = number, .isOwn = false, .isLit = lit.contains(part)},
                tag.isEmpty() ? Words::tr("unnamed") : tag);
        }
    }
    return images;
}

std::vector<int> litImages(app::Workspace& workspace, qint64 exchange) {
    std::vector<int> numbers;
    for (const auto& [number, marks] : imageMarks(workspace, exchange)) {
        if (std::ranges::any_of(marks.shown, &viewer::ShownMark::isLit)) numbers.push_back(number);
    }
    return numbers;
}

std::vector<int> selectedImages(const app::ReviewDraft& draft) {
    std::vector<int> numbers;
    if (!draft.selected()) return numbers;
    const auto add = [&](int mark) { numbers.push_back(draft.marks().at(static_cast<std::size_t>(mark)).image); };
    if (draft.selected()->kind == Part::Kind::mark) {
        add(draft.selected()->index);
        return numbers;
    }
    for (const int mark : app::marksLinkedWith(draft.review(), draft.selected()->index))
        add(mark);
    return numbers;
}

}  // namespace fleming::ui
