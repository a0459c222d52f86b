// For any processor: SSE2 on x86-64, NEON on arm64.
#define KERNELS_NAME datelineKernelsPortable
#define KERNELS_LABEL "portable"
#define KERNELS_ROWS 3
#define KERNELS_AFFINE_ROWS 6
#include "KernelBodies.h"
