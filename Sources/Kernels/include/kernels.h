// Vector arithmetic for small neural networks, in single precision. No stable API here: Linguistics is the only caller.
//
// Matrices are row-major. Weights are packed once, in panels of 48 columns (see readout_pack); every output is one chain
// of multiply-adds in the order of k, so the AVX2 and AVX-512 paths give the same bits for any number of rows.
#ifndef READOUT_KERNELS_H
#define READOUT_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "encoder_kernels.h"

enum { READOUT_LANES = 16, READOUT_PANEL = 48 };

typedef enum {
  READOUT_PLAIN = 0,
  READOUT_AVX2 = 1,
  READOUT_AVX512 = 2,
  /// AVX-512 with the dot products of 8- and 16-bit integers.
  READOUT_VNNI = 3,
  // Those of 64-bit ARM rank with their like; single precision is plain C there.
  READOUT_NEON = 1,
  READOUT_DOTPROD = 3,
} readout_isa;

/// The instruction set in use: the best that the processor has, unless readout_restrict said otherwise.
readout_isa readout_current_isa(void);
/// Uses no better instruction set than `isa`; for tests. Not to be called while kernels run.
void readout_restrict(readout_isa isa);

/// The number of floats that readout_pack writes for `columns` columns of length `k`.
size_t readout_packed_count(size_t columns, size_t k);
/// Packs `columns` columns of length `k` into panels: column c is row order[c] of `weights`, or zeros where order[c] < 0.
void readout_pack(const float *weights, const int32_t *order, size_t columns, size_t k, float *packed);

/// y[r][c] = bias[c] + sum_k x[r][k] * column c. `vectors` is the number of groups of 16 columns that y's rows hold.
/// Rows of x are `ldx` floats apart and may overlap; those of y `ldy`. `bias` has 16 * vectors floats.
void readout_gemm(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                  size_t vectors, float *y, size_t ldy);

/// The same with three pieces an output: panel g holds pieces 0, 1 and 2 of outputs 16g to 16g + 15, and
/// y[r][o] is the largest of the three. `bias` has 48 * groups floats in the panels' order.
void readout_gemm_max3(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                       size_t groups, float *y, size_t ldy);

/// out[r] = residual[r] + gain * (x[r] - mean) / sqrt(variance + 1e-8) + bias, over `width` floats. `residual` may be
/// NULL, and `out` may be `x` or `residual`. All rows are `ld` floats apart.
void readout_layernorm(const float *x, const float *residual, const float *gain, const float *bias, size_t rows,
                       size_t width, size_t ld, float *out);

/// out[o] = max over pieces p of bias[p * width + o] + sum_f rows[f][p * width + o]; width is a multiple of 16.
void readout_sum_max(const float *const *rows, size_t count, const float *bias, size_t width, size_t pieces,
                     float *out);

/// out[o] = max over the three pieces of a[i] + b[i] + c[i] + bias[i], all in the panels' order of readout_gemm_max3.
void readout_add3_max3(const float *a, const float *b, const float *c, const float *bias, size_t groups, float *out);

/// What the four products of a convolution over three rows take that computes two rows at a time (Winograd's F(2, 3)).
/// Pair p reads rows a, b, c, d from x + 2 * p * width; out holds a - c, b + c, c - b and b - d, each for all pairs.
void readout_pair_inputs(const float *x, size_t width, size_t pairs, float *out);

/// Joins the four products m, each of `pairs` rows of 48 * groups floats: rows 2p and 2p + 1 of y are the largest of the
/// three pieces of m0 + m1 + m2 + bias and of m1 - m2 - m3 + bias, in the panels' order of readout_gemm_max3.
void readout_pair_max3(const float *m, size_t pairs, const float *bias, size_t groups, float *y, size_t ldy);

/// The index of the first largest of `count` floats.
size_t readout_argmax(const float *values, size_t count);

#endif
