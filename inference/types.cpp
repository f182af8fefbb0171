#include "inference/types.h"

namespace fleming::inference {

const char* toString(Finish finish) {
    switch (finish) {
        case Finish::stop:
            return "stop";
        case Finish::length:
            return "length";
        default:
            return "cancelled";
    }
}

}  // namespace fleming::inference
