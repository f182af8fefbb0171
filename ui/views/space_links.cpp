#include "ui/views/space_links.h"

#include <algorithm>

namespace fleming::ui {

using viewer::chained;
using viewer::RigidTransform;

void SpaceLinks::link(const std::string& from, const std::string& to, const RigidTransform& transform) {
    if (from == to) return;
    if (!places_.contains(from)) places_[from] = {nextGroup_++, {}};
    const Place leader = places_.at(from);
    const RigidTransform toGroup = chained(transform.inverse(), leader.toGroup);
    const auto known = places_.find(to);
    if (known != places_.end() && known->second.group != leader.group) {
        const int old = known->second.group;
        const RigidTransform moved = chained(known->second.toGroup.inverse(), toGroup);
        for (auto& [space, place] : places_) {
            if (place.group == old) place = {leader.group, chained(place.toGroup, moved)};
        }
    }
    places_[to] = {leader.group, toGroup};
}

void SpaceLinks::unlink(const std::string& space) {
    const auto found = places_.find(space);
    if (found == places_.end()) return;
    const int group = found->second.group;
    places_.erase(found);
    const auto isOfGroup = [group](const auto& entry) { return entry.second.group == group; };
    if (std::ranges::count_if(places_, isOfGroup) == 1) std::erase_if(places_, isOfGroup);
}

bool SpaceLinks::isLinked(const std::string& space) const {
    return places_.contains(space);
}

std::optional<RigidTransform> SpaceLinks::between(const std::string& from, const std::string& to) const {
    if (from == to) return RigidTransform{};
    const auto a = places_.find(from), b = places_.find(to);
    if (a == places_.end() || b == places_.end() || a->second.group != b->second.group) return {};
    return chained(a->second.toGroup, b->second.toGroup.inverse());
}

}  // namespace fleming::ui
