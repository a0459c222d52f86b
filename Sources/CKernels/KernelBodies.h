// The kernels' bodies, included once for each instruction set with KERNELS_NAME, KERNELS_LABEL,
// KERNELS_ROWS and KERNELS_AFFINE_ROWS defined: the rows whose accumulators, three or two vectors
// each, fit sixteen vector registers beside a column and an input. Vectors are clang's own, so the
// same source becomes AVX2, SSE2 or NEON.
#include <math.h>
#include <string.h>

#include "CKernels.h"

// Vectors pass between inlined functions only, so their calling convention does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float v8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));
typedef float v8u __attribute__((vector_size(32), aligned(4)));

static inline __attribute__((always_inline)) v8 load(const float *p) { return *(const v8u *)p; }
static inline __attribute__((always_inline)) void store(float *p, v8 x) { *(v8u *)p = x; }
static inline __attribute__((always_inline)) v8 splat(float x) {
  return (v8){x, x, x, x, x, x, x, x};
}
static inline __attribute__((always_inline)) v8 greater(v8 a, v8 b) {
  i8 mask = a > b;
  return (v8)(((i8)a & mask) | ((i8)b & ~mask));
}
static inline __attribute__((always_inline)) float total(v8 x) {
  // A fixed tree, the same for every instruction set.
  float a = (x[0] + x[4]) + (x[2] + x[6]);
  float b = (x[1] + x[5]) + (x[3] + x[7]);
  return a + b;
}
static inline __attribute__((always_inline)) float greatest(v8 x) {
  float m = x[0];
  for (int i = 1; i < 8; i++) m = x[i] > m ? x[i] : m;
  return m;
}

#define FORGET(pointer) __asm__("" : "+r"(pointer))

// ROWS x VECTORS accumulators stay in registers over the whole run of inputs.
#define BLOCK(NAME, ROWS, VECTORS)                                                             \
  static inline __attribute__((always_inline)) void NAME(                                      \
      const float *x, size_t stride, size_t inputs, const float *w, v8 (*acc)[VECTORS]) {      \
    v8 a[ROWS][VECTORS];                                                                       \
    _Pragma("unroll") for (int r = 0; r < ROWS; r++)                                           \
        _Pragma("unroll") for (int v = 0; v < VECTORS; v++) a[r][v] = splat(0);                \
    for (size_t k = 0; k < inputs; k++) {                                                      \
      v8 column[VECTORS];                                                                      \
      _Pragma("unroll") for (int v = 0; v < VECTORS; v++)                                      \
          column[v] = *(const v8 *)(w + (k * VECTORS + v) * 8);                                \
      _Pragma("unroll") for (int r = 0; r < ROWS; r++) {                                       \
        v8 input = splat(x[r * stride + k]);                                                   \
        _Pragma("unroll") for (int v = 0; v < VECTORS; v++)                                    \
            a[r][v] = a[r][v] + input * column[v];                                             \
      }                                                                                        \
    }                                                                                          \
    _Pragma("unroll") for (int r = 0; r < ROWS; r++)                                           \
        _Pragma("unroll") for (int v = 0; v < VECTORS; v++) acc[r][v] = a[r][v];               \
  }
BLOCK(blockNx2, KERNELS_AFFINE_ROWS, 2)
BLOCK(block1x2, 1, 2)
BLOCK(blockNx3, KERNELS_ROWS, 3)
BLOCK(block2x3, 2, 3)
BLOCK(block1x3, 1, 3)

static void affine(const float *x, size_t stride, size_t inputs, size_t rows, const float *weights,
                   const float *bias, size_t columns, float *out, size_t outStride) {
  for (size_t c = 0; c < columns; c += 16) {
    const float *w = weights + c * inputs;
    const float *b = bias + c;
    size_t r = 0;
    for (; r + KERNELS_AFFINE_ROWS <= rows; r += KERNELS_AFFINE_ROWS) {
      v8 acc[KERNELS_AFFINE_ROWS][2];
      blockNx2(x + r * stride, stride, inputs, w, acc);
      // Read anew each time, so that no register is kept for it over the block.
      FORGET(b);
      v8 b0 = load(b), b1 = load(b + 8);
      for (int i = 0; i < KERNELS_AFFINE_ROWS; i++) {
        float *to = out + (r + i) * outStride + c;
        store(to, acc[i][0] + b0);
        store(to + 8, acc[i][1] + b1);
      }
    }
    v8 b0 = load(b), b1 = load(b + 8);
    for (; r < rows; r++) {
      v8 acc[1][2];
      block1x2(x + r * stride, stride, inputs, w, acc);
      store(out + r * outStride + c, acc[0][0] + b0);
      store(out + r * outStride + c + 8, acc[0][1] + b1);
    }
  }
}

// The greatest of three pieces of some rows, into column `o` of their results.
#define MAXOUT(NAME, BLOCK_NAME, ROWS)                                                         \
  static inline __attribute__((always_inline)) void NAME(                                      \
      const float *x, size_t stride, size_t inputs, const float *w, const float *b,            \
      float *out, size_t outStride) {                                                          \
    v8 acc[ROWS][3];                                                                           \
    BLOCK_NAME(x, stride, inputs, w, acc);                                                     \
    FORGET(b);                                                                                 \
    v8 b0 = load(b), b1 = load(b + 8), b2 = load(b + 16);                                      \
    for (int i = 0; i < ROWS; i++)                                                             \
      store(out + i * outStride,                                                               \
            greater(greater(acc[i][0] + b0, acc[i][1] + b1), acc[i][2] + b2));                 \
  }
MAXOUT(maxoutN, blockNx3, KERNELS_ROWS)
MAXOUT(maxout2, block2x3, 2)
MAXOUT(maxout1, block1x3, 1)

static void maxout(const float *x, size_t stride, size_t inputs, size_t rows, const float *weights,
                   const float *bias, size_t outputs, float *out, size_t outStride) {
  for (size_t o = 0; o < outputs; o += 8) {
    const float *w = weights + o * 3 * inputs, *b = bias + o * 3;
    size_t r = 0;
    for (; r + KERNELS_ROWS <= rows; r += KERNELS_ROWS)
      maxoutN(x + r * stride, stride, inputs, w, b, out + r * outStride + o, outStride);
    for (; r + 2 <= rows; r += 2)
      maxout2(x + r * stride, stride, inputs, w, b, out + r * outStride + o, outStride);
    if (r < rows) maxout1(x + r * stride, stride, inputs, w, b, out + r * outStride + o, outStride);
  }
}

static void layerNorm(const float *y, size_t width, size_t rows, const float *gain,
                      const float *bias, const float *residual, float *out) {
  for (size_t r = 0; r < rows; r++, y += width, out += width) {
    v8 sum = splat(0), squares = splat(0);
    for (size_t i = 0; i < width; i += 8) sum += load(y + i);
    float mean = total(sum) / (float)width;
    for (size_t i = 0; i < width; i += 8) {
      v8 d = load(y + i) - splat(mean);
      squares = squares + d * d;
    }
    float scale = 1.0f / sqrtf(total(squares) / (float)width + 1e-8f);
    for (size_t i = 0; i < width; i += 8) {
      v8 d = (load(y + i) - splat(mean)) * splat(scale);
      v8 z = d * load(gain + i) + load(bias + i);
      if (residual) z += load(residual + r * width + i);
      store(out + i, z);
    }
  }
}

static void sumRows(const float *const *rows, size_t count, size_t width, float *sum) {
  for (size_t i = 0; i < width; i += 8) {
    v8 s = splat(0);
    for (size_t r = 0; r < count; r++)
      if (rows[r]) s += load(rows[r] + i);
    store(sum + i, s);
  }
}

static void maxoutOfSum(const float *a, const float *b, const float *c, const float *bias,
                        size_t outputs, float *out) {
  for (size_t o = 0; o < outputs; o += 8) {
    v8 piece[3];
    for (int p = 0; p < 3; p++) {
      size_t i = o * 3 + p * 8;
      v8 s = splat(0);
      if (a) s += load(a + i);
      if (b) s += load(b + i);
      if (c) s += load(c + i);
      piece[p] = s + load(bias + i);
    }
    store(out + o, greater(greater(piece[0], piece[1]), piece[2]));
  }
}

// The first place of the greatest value among `count` floats, a multiple of 8; -1 if all are
// -infinity.
static inline __attribute__((always_inline)) int32_t firstGreatest(const float *x, size_t count) {
  v8 m = load(x);
  for (size_t i = 8; i < count; i += 8) m = greater(m, load(x + i));
  float best = greatest(m);
  if (best == -INFINITY) return -1;
  for (size_t i = 0; i < count; i++)
    if (x[i] == best) return (int32_t)i;
  return -1;
}

#define SCORES(NAME, VECTORS)                                                                   \
  static inline __attribute__((always_inline)) void NAME(                                       \
      const float *hidden, const float *upper, const float *bias, const float *mask,            \
      float *scores) {                                                                          \
    v8 a[VECTORS];                                                                              \
    _Pragma("unroll") for (int v = 0; v < VECTORS; v++) a[v] = splat(0);                        \
    for (size_t k = 0; k < 64; k++) {                                                           \
      v8 h = splat(hidden[k]);                                                                  \
      _Pragma("unroll") for (int v = 0; v < VECTORS; v++)                                       \
          a[v] = a[v] + h * *(const v8 *)(upper + (k * VECTORS + v) * 8);                       \
    }                                                                                           \
    _Pragma("unroll") for (int v = 0; v < VECTORS; v++)                                         \
        store(scores + v * 8, (a[v] + load(bias + v * 8)) + load(mask + v * 8));                \
  }
SCORES(scores14, 14)
SCORES(scores10, 10)

static void scoresOfAny(const float *hidden, const float *upper, const float *bias,
                        size_t classes, const float *mask, float *scores) {
  for (size_t c = 0; c < classes; c += 8) {
    v8 a = splat(0);
    for (size_t k = 0; k < 64; k++) a = a + splat(hidden[k]) * load(upper + k * classes + c);
    store(scores + c, (a + load(bias + c)) + load(mask + c));
  }
}

static int32_t decide(const float *const *slots, size_t slotCount, const float *lowerBias,
                      const float *upper, const float *upperBias, size_t classes,
                      const float *mask) {
  float hidden[64], scores[112];
  for (size_t i = 0; i < 64; i += 8) {
    v8 low = load(slots[0] + i), high = load(slots[0] + 64 + i);
    for (size_t s = 1; s < slotCount; s++) {
      low += load(slots[s] + i);
      high += load(slots[s] + 64 + i);
    }
    store(hidden + i, greater(low + load(lowerBias + i), high + load(lowerBias + 64 + i)));
  }
  if (classes == 112) scores14(hidden, upper, upperBias, mask, scores);
  else if (classes == 80) scores10(hidden, upper, upperBias, mask, scores);
  else scoresOfAny(hidden, upper, upperBias, classes, mask, scores);
  return firstGreatest(scores, classes);
}

static void argmax(const float *x, size_t stride, size_t count, size_t rows, uint8_t *out) {
  for (size_t r = 0; r < rows; r++, x += stride) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
      if (x[i] > x[best]) best = i;
    out[r] = (uint8_t)best;
  }
}

const DatelineKernels KERNELS_NAME = {KERNELS_LABEL, affine,      maxout, layerNorm,
                                      sumRows,       maxoutOfSum, decide, argmax};
