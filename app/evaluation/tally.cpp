#include "app/evaluation/tally.h"

#include "app/evaluation/judge.h"

#include <algorithm>
#include <cmath>

namespace fleming::app::evaluation {

Interval Proportion::interval() const {
    if (n == 0) return {};
    constexpr double z = 1.959963984540054;  // the normal distribution's 97.5 % quantile
    const double count = n, p = value();
    const double middle = p + z * z / (2.0 * count);
    const double half = z * std::sqrt((p * (1.0 - p) + z * z / (4.0 * count)) / count);
    const double scale = 1.0 + z * z / count;
    return {right == 0 ? 0.0 : (middle - half) / scale, right == n ? 1.0 : (middle + half) / scale};
}

Tally tally(const std::vector<Item>& items, const std::map<int, Response>& responses) {
    Tally result;
    for (const Item& item : items) {
        const auto found = responses.find(item.line);
        if (found == responses.end()) continue;
        const Response& response = found->second;
        const bool right = isRight(item, response.answer);
        result.all.add(right);
        result.kinds[item.kind].add(right);
        if (!right) result.wrong.push_back({&item, &response});
        if (item.cites) {
            if (!result.cites) result.cites.emplace();
            result.cites->add(response.failure.empty() && citesAgree(*item.cites, citedImages(response.reasoning)));
        }
        if (!response.failure.empty()) {
            ++result.failed;
        } else if (response.text.find("<answer>") == std::string::npos) {
            ++result.untagged;
        }
    }
    return result;
}

}  // namespace fleming::app::evaluation
