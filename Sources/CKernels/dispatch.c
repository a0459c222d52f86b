#include "CKernels.h"

extern const DatelineKernels datelineKernelsPortable;

const DatelineKernels *dateline_kernels_portable(void) { return &datelineKernelsPortable; }

#if defined(__x86_64__)
extern const DatelineKernels datelineKernelsAVX2;

const DatelineKernels *dateline_kernels_avx2(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &datelineKernelsAVX2
                                                                         : NULL;
}
#else
const DatelineKernels *dateline_kernels_avx2(void) { return NULL; }
#endif

const DatelineKernels *dateline_kernels_best(void) {
  const DatelineKernels *fast = dateline_kernels_avx2();
  return fast ? fast : dateline_kernels_portable();
}
