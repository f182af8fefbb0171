#include "viewer/render/colour_table.h"

#include "base/error.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace fleming::viewer {

namespace {

/// The colour of one level; those between two knots are interpolated.
struct Knot {
    int level;
    Rgb colour;
};

constexpr Knot kGrey[]{{0, {0, 0, 0}}, {255, {255, 255, 255}}};
constexpr Knot kHotIron[]{{0, {0, 0, 0}},       {127, {254, 0, 0}},     {128, {255, 0, 0}},
                          {191, {255, 126, 0}}, {254, {255, 252, 252}}, {255, {255, 255, 255}}};
constexpr Knot kPet[]{{0, {0, 0, 0}},        {1, {0, 2, 1}},         {62, {0, 125, 123}},    {63, {0, 128, 125}},
                      {64, {1, 126, 127}},   {95, {63, 64, 189}},    {97, {67, 61, 193}},    {116, {104, 23, 231}},
                      {127, {126, 1, 253}},  {128, {128, 0, 255}},   {130, {132, 4, 248}},   {169, {209, 82, 92}},
                      {192, {255, 128, 0}},  {233, {255, 210, 165}}, {235, {255, 214, 174}}, {254, {255, 252, 250}},
                      {255, {255, 255, 255}}};
constexpr Knot kRainbow[]{
    {0, {0, 0, 255}}, {64, {0, 255, 255}}, {128, {0, 255, 0}}, {191, {255, 255, 0}}, {255, {255, 0, 0}}};
constexpr Knot kViridis[]{{0, {68, 1, 84}},      {20, {72, 29, 111}},   {35, {70, 48, 126}},   {59, {61, 77, 138}},
                          {93, {45, 112, 142}},  {132, {31, 148, 140}}, {147, {31, 162, 135}}, {162, {42, 176, 127}},
                          {179, {68, 191, 112}}, {198, {108, 205, 90}}, {223, {170, 220, 50}}, {237, {208, 225, 28}},
                          {244, {226, 228, 24}}, {253, {248, 230, 33}}, {255, {253, 231, 37}}};

/// Returns a + (b - a) * part / whole, rounded.
std::uint8_t between(int a, int b, int part, int whole) {
    return static_cast<std::uint8_t>((2 * (a * (whole - part) + b * part) + whole) / (2 * whole));
}

std::array<Rgb, 256> interpolated(std::span<const Knot> knots) {
    std::array<Rgb, 256> table;
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const Knot &from = knots[i], &to = knots[i + 1];
        const int whole = to.level - from.level;
        for (int part = 0; part <= whole; ++part) {
            table[static_cast<std::size_t>(from.level + part)] = {
                between(from.colour.red, to.colour.red, part, whole),
                between(from.colour.green, to.colour.green, part, whole),
                between(from.colour.blue, to.colour.blue, part, whole)};
        }
    }
    return table;
}

struct Entry {
    ColourTable table;
    const char* name;
    std::array<Rgb, 256> colours;
};

const std::array<Entry, 5>& entries() {
    static const std::array<Entry, 5> all{{
        {ColourTable::grey, "grey", interpolated(kGrey)},
        {ColourTable::hotIron, "hot-iron", interpolated(kHotIron)},
        {ColourTable::pet, "pet", interpolated(kPet)},
        {ColourTable::rainbow, "rainbow", interpolated(kRainbow)},
        {ColourTable::viridis, "viridis", interpolated(kViridis)},
    }};
    return all;
}

const Entry& entryOf(ColourTable table) {
    return *std::ranges::find(entries(), table, &Entry::table);
}

}  // namespace

const std::array<Rgb, 256>& colourTable(ColourTable table) {
    return entryOf(table).colours;
}

std::span<const ColourTable> colourTables() {
    static const auto tables = [] {
        std::array<ColourTable, std::tuple_size_v<std::remove_cvref_t<decltype(entries())>>> all{};
        std::ranges::transform(entries(), all.begin(), &Entry::table);
        return all;
    }();
    return tables;
}

const char* toString(ColourTable table) {
    return entryOf(table).name;
}

ColourTable colourTableFromString(const std::string& name) {
    const auto found = std::ranges::find(entries(), name, &Entry::name);
    if (found == entries().end()) throw Error("render.unknown_colours", {}, {name});
    return found->table;
}

const char* toString(Interpolation interpolation) {
    return interpolation == Interpolation::linear ? "linear" : "nearest";
}

Interpolation interpolationFromString(const std::string& name) {
    for (const Interpolation each : {Interpolation::linear, Interpolation::nearest}) {
        if (name == toString(each)) return each;
    }
    throw Error("render.unknown_interpolation", {}, {name});
}

}  // namespace fleming::viewer
