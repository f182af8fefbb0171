#include "viewer/raycast/vtk_type.h"

#include <vtkType.h>

namespace fleming::viewer {

int vtkTypeOf(ScalarType type) {
    switch (type) {
        case ScalarType::uint8:
            return VTK_UNSIGNED_CHAR;
        case ScalarType::int8:
            return VTK_SIGNED_CHAR;
        case ScalarType::uint16:
            return VTK_UNSIGNED_SHORT;
        case ScalarType::int16:
            return VTK_SHORT;
        case ScalarType::uint32:
            return VTK_UNSIGNED_INT;
        case ScalarType::int32:
            return VTK_INT;
        case ScalarType::float32:
            return VTK_FLOAT;
        case ScalarType::float64:
            return VTK_DOUBLE;
    }
    return VTK_VOID;
}

}  // namespace fleming::viewer
