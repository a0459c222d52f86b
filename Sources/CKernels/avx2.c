// For x86-64 with AVX2 and FMA. The attribute is on the functions, not on the file: the file
// itself is built for every x86-64, and dispatch.c asks the processor first.
#if defined(__x86_64__)
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define KERNELS_NAME datelineKernelsAVX2
#define KERNELS_LABEL "avx2"
#define KERNELS_ROWS 3
#define KERNELS_AFFINE_ROWS 6
#include "KernelBodies.h"
#pragma clang attribute pop
#else
typedef int datelineNoAVX2;
#endif
