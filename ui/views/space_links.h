#pragma once

#include "viewer/data/rigid_transform.h"

#include <map>
#include <optional>
#include <string>

namespace fleming::ui {

/// Links between the coordinates of series that do not share a frame of reference: by an offset that the user has set
/// by hand, or by a registration. A space is named by its frame of reference, or by the series if it has none.
///
/// Links are transitive: if A is linked with B and B with C, A is linked with C.
class SpaceLinks {
public:
    /// Links two spaces: a position p of `from` is at `transform.apply(p)` in `to`. If they were linked before, `to`
    /// leaves that link; otherwise the spaces that were linked with `to` follow it.
    void link(const std::string& from, const std::string& to, const viewer::RigidTransform& transform);

    /// Takes a space out of its links; those between the others stay.
    void unlink(const std::string& space);

    /// Returns true if a space is linked with another one.
    bool isLinked(const std::string& space) const;

    /// Returns where a position of `from` is in `to`: the identity for one space, and nothing if they are not linked.
    std::optional<viewer::RigidTransform> between(const std::string& from, const std::string& to) const;

private:
    struct Place {
        int group = 0;
        viewer::RigidTransform toGroup;  ///< into the coordinates that the group shares
    };

    std::map<std::string, Place> places_;
    int nextGroup_ = 0;
};

}  // namespace fleming::ui
