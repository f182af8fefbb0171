#pragma once

#include "app/evaluation/items.h"

#include <set>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// Whether `reply`, a final answer, says one of the item's answers. Case, white space and punctuation at the end do not
/// matter. An answer such as "D. Fundus imaging" or "D", or one that is an option of the question's text, is a choice:
/// it is said by its letter ("D", "d.", "(D)"), by letter and text, or by its text alone; another letter is wrong,
/// whatever text follows it.
bool isRight(const Item& item, const std::string& reply);

/// The images that a text cites, such as "Image-3"; of "Images 3-6" also those between, but of "from Image-3 to
/// Image-6" these two.
std::set<int> citedImages(const std::string& text);

/// Whether each cited image is at most one away from an expected one, and each expected one from a cited one.
bool citesAgree(const std::vector<int>& expected, const std::set<int>& cited);

}  // namespace fleming::app::evaluation
