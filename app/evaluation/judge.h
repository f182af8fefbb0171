#pragma once

#include "app/evaluation/items.h"

#include <set>
#include <string>
#include <vector>

namespace fleming::app::evaluation {

/// Returns true if `reply`, a final answer, gives one of the item's answers. Ignores case, white space and punctuation
/// at the end. An expected answer such as "D. Fundus imaging" or "D", or one that is among the options in the question,
/// is a choice. A reply can give it as its letter ("D", "d.", "(D)"), as letter and text, or as its text. A reply with
/// another letter is wrong, even if the text is right.
bool isRight(const Item& item, const std::string& reply);

/// Returns the images that a text cites, such as "Image-3". "Images 3-6" cites the images between too; "from Image-3 to
/// Image-6" cites these two.
std::set<int> citedImages(const std::string& text);

/// Returns true if each cited image is at most one away from an expected one, and each expected one from a cited one.
bool citesAgree(const std::vector<int>& expected, const std::set<int>& cited);

}  // namespace fleming::app::evaluation
