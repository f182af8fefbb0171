#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>

namespace fleming::app {

class Database;

/// Compares the evidence of a session with its digests, each image once and several at the same time.
class PictureCheck {
public:
    /// `database` outlives this object.
    explicit PictureCheck(const Database& database) : database_(database) {}

    /// Adds the images of the exchanges from `first` to `last`, which the event `event` records. Events are added in
    /// their order.
    void add(std::int64_t event, std::int64_t first, std::int64_t last);

    /// Returns the number of the first event of which an image is not what its digests say, or 0. Calls `checked` with
    /// the number of images since the call before. Throws Cancelled on a stop request.
    std::int64_t findFault(const std::stop_token& stop, const std::function<void(std::size_t images)>& checked) const;

private:
    const Database& database_;
    std::map<std::int64_t, std::int64_t> events_;  // the first event, by image
};

}  // namespace fleming::app
