#include "viewer/data/clip.h"

namespace fleming::viewer {

int Clip::indexAt(double seconds) const {
    // Finds the first frame after `seconds` by bisection.
    int low = 0, high = frameCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (timeOf(middle) <= seconds) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : 0;
}

}  // namespace fleming::viewer
