#include "encoder_kernels.h"

#include <string.h>

#include "kernels.h"

// Panels are of 48 columns: for each group of four k, four bytes a column; then, for each column, -128 times the sum of
// its weights (an activation q is stored as q + 128), its scale and its bias.
enum { QUAD = 4, PANEL_TAIL = READOUT_PANEL * 12 };

static size_t quads(size_t k) { return (k + QUAD - 1) / QUAD; }

static size_t panel_size(size_t k) { return quads(k) * READOUT_PANEL * QUAD + PANEL_TAIL; }

size_t readout_stride8(size_t width) { return quads(width) * QUAD; }

size_t readout_packed8_size(size_t columns, size_t k) {
  return (columns + READOUT_PANEL - 1) / READOUT_PANEL * panel_size(k);
}

void readout_pack8(const int8_t *weights, const float *scales, const float *bias, size_t columns, size_t k,
                   void *packed) {
  memset(packed, 0, readout_packed8_size(columns, k));
  for (size_t column = 0; column < columns; column++) {
    size_t lane = column % READOUT_PANEL;
    int8_t *panel = (int8_t *)packed + column / READOUT_PANEL * panel_size(k);
    int32_t sum = 0;
    for (size_t i = 0; i < k; i++) {
      int8_t weight = weights[column * k + i];
      panel[i / QUAD * READOUT_PANEL * QUAD + lane * QUAD + i % QUAD] = weight;
      sum += weight;
    }
    int32_t *offsets = (int32_t *)(panel + quads(k) * READOUT_PANEL * QUAD);
    float *floats = (float *)(offsets + READOUT_PANEL);
    offsets[lane] = -128 * sum;
    floats[lane] = scales[column];
    floats[READOUT_PANEL + lane] = bias ? bias[column] : 0;
  }
}

// ---- the layout of the scratch memory of attention

// Rows are rounded up so that keys fill whole panels and values whole pairs.
static size_t padded_rows(size_t rows) { return (rows + READOUT_PANEL - 1) / READOUT_PANEL * READOUT_PANEL; }

size_t readout_attention_scratch(size_t rows) {
  // The larger need is that of single precision: keys, values (64 columns: a panel and a part), scores of a block.
  return padded_rows(rows) * sizeof(float) * (READOUT_HEAD + 2 * READOUT_PANEL + 2 * READOUT_BLOCK) + 4096;
}

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

// Vectors of 16 never cross a call: what takes or gives them is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define PATH(name) name##_plain
#include "encoder_body.h"
#undef PATH

// ---- the choice

#define CHOOSE(name, ...) name##_plain(__VA_ARGS__)

void readout_quantize(const float *x, size_t ldx, size_t rows, size_t width, uint8_t *q, size_t ldq, float *scales) {
  CHOOSE(quantize, x, ldx, rows, width, q, ldq, scales);
}

void readout_product8(const uint8_t *x, size_t ldx, const float *scales, size_t rows, size_t k, const void *packed,
                      size_t columns, float *y, size_t ldy) {
  CHOOSE(product8, x, ldx, scales, rows, k, packed, columns, y, ldy);
}

void readout_product8_gelu(const uint8_t *x, size_t ldx, const float *scales, size_t rows, size_t k,
                           const void *packed, size_t columns, float *scratch, uint8_t *q, size_t ldq,
                           float *out_scales) {
  CHOOSE(product8_gelu, x, ldx, scales, rows, k, packed, columns, scratch, q, ldq, out_scales);
}

void readout_gelu(float *x, size_t count) { CHOOSE(gelu, x, count); }

void readout_norm(float *x, size_t ldx, const float *y, size_t ldy, const float *gain, const float *bias,
                  float epsilon, size_t rows, size_t width, uint8_t *q, size_t ldq, float *scales) {
  CHOOSE(norm, x, ldx, y, ldy, gain, bias, epsilon, rows, width, q, ldq, scales);
}

void readout_embed(const int32_t *ids, const int32_t *features, size_t rows, const int8_t *words,
                   const float *word_scales, const float *positions, const float *const *tables, size_t count,
                   size_t width, float *x, size_t ldx) {
  CHOOSE(embed, ids, features, rows, words, word_scales, positions, tables, count, width, x, ldx);
}

void readout_attention8(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out,
                        size_t ldo) {
  CHOOSE(attention8, qkv, ld, rows, heads, scratch, out, ldo);
}

void readout_attention(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out, size_t ldo) {
  CHOOSE(attention, qkv, ld, rows, heads, scratch, out, ldo);
}
