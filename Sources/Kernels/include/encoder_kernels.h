// Arithmetic for a BERT encoder whose weights are 8-bit integers. No stable API here: Encoder is the only caller.
//
// An activation x of a row is the byte q + 128, q = round((x - m) / s) in [-127, 127], where m is the middle of the range
// that the row's numbers and 0 span, and s a 254th of the range. Sums of products of q are exact integers, so a row gives
// the same integers in every instruction set and among whatever other rows; what is computed in floats agrees to
// rounding. Matrices are row-major; ld… is the distance from a row to the next in elements.
#ifndef READOUT_ENCODER_KERNELS_H
#define READOUT_ENCODER_KERNELS_H

#include <stddef.h>
#include <stdint.h>

enum {
  /// The width of an attention head.
  READOUT_HEAD = 32,
  /// The rows that readout_product8_gelu works on at a time.
  READOUT_BLOCK = 32,
};

/// What the bytes of a row stand for: middle + scale * q.
typedef struct {
  float scale, middle;
} readout_range;

/// The bytes of a row of `width` activations: `width` rounded up to a multiple of 4. Larger strides do too.
size_t readout_stride8(size_t width);

/// Quantises rows of `width` floats. Bytes from `width` to readout_stride8(width) may become anything.
void readout_quantize(const float *x, size_t ldx, size_t rows, size_t width, uint8_t *q, size_t ldq,
                      readout_range *ranges);

/// The number of bytes that readout_pack8 writes.
size_t readout_packed8_size(size_t columns, size_t k);
/// Packs `columns` columns of length `k`: column c is row c of `weights` times scales[c], with bias[c] added to products.
/// `bias` may be NULL. The form is the same for every instruction set; `packed` is best aligned to 64 bytes.
void readout_pack8(const int8_t *weights, const float *scales, const float *bias, size_t columns, size_t k,
                   void *packed);

/// y[r][c] = scale of c * sum_k (middle of r + scale of r * q[r][k]) * weight c[k] + bias of c, for c < columns.
void readout_product8(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t k,
                      const void *packed, size_t columns, float *y, size_t ldy);

/// The same followed by GELU and quantisation of the rows. `scratch` holds READOUT_BLOCK * columns floats.
void readout_product8_gelu(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t k,
                           const void *packed, size_t columns, float *scratch, uint8_t *q, size_t ldq,
                           readout_range *out_ranges);

/// x = x * (1 + erf(x / sqrt 2)) / 2, to about 1e-6.
void readout_gelu(float *x, size_t count);

/// x[r] = norm(x[r] + y[r]) with norm(z) = gain * (z - mean) / sqrt(variance + epsilon) + bias over `width` floats, a
/// multiple of 16. `y` may be NULL for zeros. Quantises the result too unless `q` is NULL.
void readout_norm(float *x, size_t ldx, const float *y, size_t ldy, const float *gain, const float *bias,
                  float epsilon, size_t rows, size_t width, uint8_t *q, size_t ldq, readout_range *ranges);

/// The rows that enter the first norm: x[r] = words[ids[r]] * word_scales[ids[r]] + positions[r]
/// + sum_t tables[t][features[r * count + t]], of `width` floats, a multiple of 16. Numbers must lie in the tables.
void readout_embed(const int32_t *ids, const int32_t *features, size_t rows, const int8_t *words,
                   const float *word_scales, const float *positions, const float *const *tables, size_t count,
                   size_t width, float *x, size_t ldx);

/// The bytes of scratch that the two functions below need for `rows` rows.
size_t readout_attention_scratch(size_t rows);

/// For each head, softmax(q k^T / sqrt 32) v over the rows of one window. A row of `qkv` holds the queries of all heads,
/// then the keys, then the values (3 * heads * 32 floats); one of `out` the heads' results. `scratch` is best aligned
/// to 64 bytes. Queries and keys are quantised per row and multiplied as 8-bit integers, weights and values as 16-bit.
void readout_attention8(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out, size_t ldo);

/// The same in single precision throughout.
void readout_attention(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out, size_t ldo);

#endif
