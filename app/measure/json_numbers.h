#pragma once

#include "base/error.h"

#include <QJsonArray>
#include <QJsonValue>

#include <cstddef>
#include <string>

namespace fleming::app {

/// Returns an array of numbers as JSON.
template <typename Numbers>
QJsonArray arrayOf(const Numbers& numbers) {
    QJsonArray array;
    for (const double number : numbers)
        array.append(number);
    return array;
}

/// Reads as many numbers as the result (a std::array) has. Throws Error with the name of the key if there are not so
/// many.
template <typename Numbers>
Numbers numbersOf(const QJsonValue& value, const char* key) {
    const QJsonArray array = value.toArray();
    Numbers numbers{};
    if (static_cast<std::size_t>(array.size()) != numbers.size())
        throw Error("roi_file.numbers", {}, {key, std::to_string(numbers.size())});
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const QJsonValue number = array[static_cast<qsizetype>(i)];
        if (!number.isDouble()) throw Error("roi_file.numbers", {}, {key, std::to_string(numbers.size())});
        numbers[i] = number.toDouble();
    }
    return numbers;
}

}  // namespace fleming::app
