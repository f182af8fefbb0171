#!/usr/bin/env bash
# check_cuda_build.sh [BUILD_DIR]: compiles and links only inference/ with CUDA. Needs no GPU, Qt, VTK, ITK or GoogleTest.
# Uses the libtorch in CMAKE_PREFIX_PATH, else that of the Python $PYTHON (default python3), and nvcc from PATH or CUDA_HOME.
set -euo pipefail
root="$(dirname "$(dirname "$(readlink -f "$0")")")"
build="${1:-$root/build/cuda-check}"

export CUDA_HOME="${CUDA_HOME:-/usr/local/cuda}"
export PATH="$PATH:$CUDA_HOME/bin"
command -v nvcc > /dev/null || { echo "nvcc is missing: install the CUDA toolkit, or set CUDA_HOME." >&2; exit 1; }
if [ -z "${CMAKE_PREFIX_PATH:-}" ]; then
    CMAKE_PREFIX_PATH="$("${PYTHON:-python3}" -c 'import torch; print(torch.utils.cmake_prefix_path)')" ||
        { echo "No libtorch: set CMAKE_PREFIX_PATH, or PYTHON to a Python that has the torch package." >&2; exit 1; }
    export CMAKE_PREFIX_PATH
fi

cmake -S "$root/inference" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CUDA_COMPILER="$(command -v nvcc)" \
    -DFLEMING_TESTS=OFF -DFLEMING_GPU_CHECK=ON
cmake --build "$build" --parallel "${JOBS:-$(nproc)}"
echo "The CUDA build is complete: $build"
