#include "ui/review/image_marks.h"

#include "app/evidence/references.h"
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

std::vector<int> selectedImages(app::Workspace& workspace, qint64 exchange) {
    std::vector<int> numbers;
    const app::Exchange* found = workspace.session().find(exchange);
    const app::ReviewDraft* draft = workspace.reviews().draft(exchange);
    if (found == nullptr || draft == nullptr || !draft->selected()) return numbers;
    const auto [kind, index, review] = *draft->selected();
    const auto imageOf = [&](int mark) { return draft->marks().at(static_cast<std::size_t>(mark)).image; };
    if (kind == Part::Kind::mark) return {imageOf(index)};
    for (const int mark : app::marksLinkedWith(draft->review(), index))
        numbers.push_back(imageOf(mark));
    if (!numbers.empty()) return numbers;
    const app::Span& span = draft->spans().at(static_cast<std::size_t>(index));
    const QString words = QString::fromStdString(std::string(app::textOf(found->answer, span)));
    const int count = found->firstImage - 1 + static_cast<int>(found->evidence.size());
    for (const app::Reference& reference : app::findReferences(words, count))
        numbers.push_back(reference.number);
    return numbers;
}

}  // namespace fleming::ui
