#pragma once
#include <stddef.h>
#include <stdint.h>

// Arithmetic of the language networks over raw float32 buffers.
//
// Every number of every result is summed in one fixed order, whatever the number of rows it is
// computed with: a row's result does not depend on its neighbours. Where the processor has fused
// multiply-add, all versions give the same bits.
//
// Packed weights: outputs in panels of `width` columns; within a panel, input by input, the
// panel's columns one after the other ([panels][inputs][width]). Missing columns are zero.
// Packed buffers are 32-byte aligned; nothing else need be.

/// Columns of a panel of `affine`.
enum { DATELINE_AFFINE_PANEL = 16 };
/// Outputs of a panel of `maxout`; each has DATELINE_MAXOUT_PIECES columns, piece by piece.
enum { DATELINE_MAXOUT_PANEL = 8, DATELINE_MAXOUT_PIECES = 3 };

/// The functions of one instruction set. Immutable, so any thread may use it.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  const char *name;

  /// out[r][c] = bias[c] + sum over k of x[r * stride + k] * w[k][c], for `columns` columns (a
  /// multiple of 16, as `bias` and `out` are padded), rows `outStride` apart.
  void (*affine)(const float *x, size_t stride, size_t inputs, size_t rows, const float *weights,
                 const float *bias, size_t columns, float *out, size_t outStride);

  /// out[r][o] = the greatest of the three pieces' affine results; `outputs` is a multiple of 8.
  /// Bias is laid out like one input of the weights: [panels][3][8].
  void (*maxout)(const float *x, size_t stride, size_t inputs, size_t rows, const float *weights,
                 const float *bias, size_t outputs, float *out, size_t outStride);

  /// Layer norm of rows of `width` (a multiple of 8) floats, then added to `residual` unless that
  /// is null: out = residual + (y - mean) / sqrt(variance + 1e-8) * gain + bias.
  void (*layerNorm)(const float *y, size_t width, size_t rows, const float *gain,
                    const float *bias, const float *residual, float *out);

  /// sum[0..<width] = the sum of `count` rows (null rows are left out); width a multiple of 8.
  void (*sumRows)(const float *const *rows, size_t count, size_t width, float *sum);

  /// First layer from ready products: out[o] = max over pieces of (a + b + c + bias), where a, b
  /// and c are rows in the layout of maxout's bias; null rows count as zero.
  void (*maxoutOfSum)(const float *a, const float *b, const float *c, const float *bias,
                      size_t outputs, float *out);

  /// One decision of a transition system: hidden = max of the two halves of (sum of `slots` rows
  /// of 128 floats + lowerBias), scores = upper (packed as for affine with one panel of `classes`
  /// columns, a multiple of 8 up to 112) * hidden + upperBias + mask; the index of the first
  /// greatest, or -1 where all are masked (-infinity).
  int32_t (*decide)(const float *const *slots, size_t slotCount, const float *lowerBias,
                    const float *upper, const float *upperBias, size_t classes,
                    const float *mask);

  /// Index of the first greatest of `count` floats in each row.
  void (*argmax)(const float *x, size_t stride, size_t count, size_t rows, uint8_t *out);
} DatelineKernels;

/// Any processor the program is built for.
const DatelineKernels *dateline_kernels_portable(void);
/// AVX2 and FMA; null where the processor (or the architecture) has none.
const DatelineKernels *dateline_kernels_avx2(void);
/// The fastest set this processor can run.
const DatelineKernels *dateline_kernels_best(void);
