#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace fleming::viewer {

/// Calls work(0), work(1), ... work(count - 1), each once, handed out in that order to as many threads as the machine
/// has cores (the calling thread is one of them), and returns when all are done. After the first exception, or a stop
/// request, no further call begins; then that exception, or Cancelled, is thrown.
void parallelFor(std::size_t count, std::stop_token stop, const std::function<void(std::size_t)>& work);

}  // namespace fleming::viewer
