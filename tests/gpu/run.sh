#!/usr/bin/env bash
# run.sh [SHAPE[,TYPE[,SEQUENCES]] ...]: builds inference/ with CUDA on a machine with a GPU, checks it and measures the kernels and the
# shapes (default: 1b 8b). Needs libtorch with CUDA and nvcc; see packaging/check_cuda_build.sh.
set -euo pipefail
root="$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")"
build="${BUILD:-$root/build/cuda-check}"
"$root/packaging/check_cuda_build.sh" "$build"
"$build/gpu/fleming_gpu_check"
"$build/gpu/fleming_gpu_kernels_bench"
[ $# -gt 0 ] || set -- 1b 8b
"$build/gpu/fleming_gpu_bench" "$@"
