#pragma once

namespace fleming::app {

/// What marks an SQLite file as a session of ours (PRAGMA application_id): "FLMV".
inline constexpr int kApplicationId = 0x464C4D56;

/// The layout of the tables (PRAGMA user_version). Raise it with each change, change older files at opening, and let
/// exchange_reader read older layouts, too: files that cannot be written stay as they are.
inline constexpr int kSchemaVersion = 3;

/// The statements that make an empty file a session; the list ends with a null pointer.
extern const char* const kSchema[];

/// kUpgrades[v - 1] makes a file of version v one of version v + 1.
extern const char* const kUpgrades[kSchemaVersion - 1];

}  // namespace fleming::app
