#include "encoder_kernels.h"

#include <math.h>
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

// ---- what the paths share

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

// Vectors of 16 in the compiler's terms. None crosses a call, as all that would take or give one is inlined, so the
// warnings on calling conventions do not apply.
#pragma clang diagnostic ignored "-Wpsabi"
typedef float F16 __attribute__((vector_size(64)));
typedef float F8 __attribute__((vector_size(32)));
typedef float F4 __attribute__((vector_size(16)));
typedef int32_t I16 __attribute__((vector_size(64)));
typedef uint32_t U16 __attribute__((vector_size(64)));
typedef uint8_t B16 __attribute__((vector_size(16)));
typedef int16_t H16 __attribute__((vector_size(32)));
// The same in memory, at any address.
typedef float F16U __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t I16U __attribute__((vector_size(64), aligned(4), may_alias));
typedef uint8_t B16U __attribute__((vector_size(16), aligned(1), may_alias));
typedef int8_t S16U __attribute__((vector_size(16), aligned(1), may_alias));
typedef int16_t H16U __attribute__((vector_size(32), aligned(2), may_alias));

#define LOAD(p) ((F16) * (const F16U *)(p))
#define LOADI(p) ((I16) * (const I16U *)(p))
// `type` is one of floats.
#define SELECT(type, mask, a, b) ((type)(((mask) & (__typeof__(mask))(a)) | (~(mask) & (__typeof__(mask))(b))))
#define LESSER(type, a, b) SELECT(type, (type)(a) < (type)(b), a, b)
#define GREATER(type, a, b) SELECT(type, (type)(a) > (type)(b), a, b)
// Not a choice by comparison, which compilers do not turn into one instruction.
#define AT_LEAST(least, x) __builtin_elementwise_max(x, (F16){0} + (least))

// Adding 1.5 * 2^23 rounds a float to an integer, which the low bits then hold.
#define ROUND 12582912.0f
#define ROUND_BITS 0x4b400000u
#define MAGNITUDE 0x7fffffff

// 1 / sqrt 32, and scores in powers of two rather than of e.
#define SCORE_SCALE (0.17677669530f * 1.44269504089f)
#define NO_SCORE -1e30f
#define VALUE_PEAK 2047.0f

// Rows rounded up so that keys fill whole panels and values whole pairs.
static size_t padded_rows(size_t rows) { return (rows + READOUT_PANEL - 1) / READOUT_PANEL * READOUT_PANEL; }

size_t readout_attention_scratch(size_t rows) {
  // Single precision needs the more: keys, values, biases and the scores of a block of rows.
  return padded_rows(rows) * (READOUT_HEAD + READOUT_PANEL + 1 + READOUT_BLOCK) * sizeof(float);
}

// Where the block of `size` rows begins that covers row `block` on: the last one ends at the end and does rows twice
// rather than one by one.
static size_t last_block(size_t block, size_t rows, size_t size) {
  return rows >= size && rows - block < size ? rows - size : block;
}

// ---- plain C

#define PATH(name) name##_plain
#define ROWS 2
#define VECTORS 1
#define SIGNED 1

// Lane by lane in memory, which compilers turn into vectors; writing elements of a vector they do not.
INLINE void dot8_plain(I16 *acc, int32_t four, const int8_t *weights) {
  int16_t x[QUAD];
  UNROLL for (int i = 0; i < QUAD; i++) x[i] = (int16_t)(((four >> (8 * i)) & 255) - 128);
  int32_t sums[16];
  memcpy(sums, acc, sizeof sums);
  for (int j = 0; j < 16; j++) {
    const int8_t *w = weights + j * QUAD;
    sums[j] += x[0] * w[0] + x[1] * w[1] + x[2] * w[2] + x[3] * w[3];
  }
  memcpy(acc, sums, sizeof sums);
}

INLINE void dot16_plain(I16 *acc, int32_t two, const int8_t *weights) {
  const int16_t *w = (const int16_t *)weights;
  int16_t x[2] = {(int16_t)two, (int16_t)(two >> 16)};
  int32_t sums[16];
  memcpy(sums, acc, sizeof sums);
  for (int j = 0; j < 16; j++) sums[j] += x[0] * w[2 * j] + x[1] * w[2 * j + 1];
  memcpy(acc, sums, sizeof sums);
}

#include "encoder_body.h"

#undef PATH
#undef ROWS
#undef VECTORS
#undef SIGNED

#if defined(__x86_64__)
#include <immintrin.h>

// ---- AVX2

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define PATH(name) name##_avx2
#define ROWS 4
#define VECTORS 1
#define SIGNED 1

INLINE void dot8_avx2(I16 *acc, int32_t four, const int8_t *weights) {
  __m256i x = _mm256_set1_epi32(four ^ (int32_t)0x80808080), ones = _mm256_set1_epi16(1);
  UNROLL for (int half = 0; half < 2; half++) {
    __m256i w = _mm256_loadu_si256((const __m256i *)weights + half);
    // An activation is at most 127 either way, so no pair of products saturates when it is the signed one.
    __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(w), _mm256_sign_epi8(x, w));
    __m256i *sum = (__m256i *)acc + half;
    *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(pairs, ones));
  }
}

INLINE void dot16_avx2(I16 *acc, int32_t two, const int8_t *weights) {
  __m256i x = _mm256_set1_epi32(two);
  UNROLL for (int half = 0; half < 2; half++) {
    __m256i *sum = (__m256i *)acc + half;
    *sum = _mm256_add_epi32(*sum, _mm256_madd_epi16(x, _mm256_loadu_si256((const __m256i *)weights + half)));
  }
}

#include "encoder_body.h"

#undef PATH
#undef ROWS
#undef VECTORS
#undef SIGNED
#pragma clang attribute pop

// ---- AVX-512 with VNNI

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx512vnni"))), apply_to = function)
#define PATH(name) name##_vnni
#define ROWS 8
#define VECTORS 3
#define SIGNED 0

INLINE void dot8_vnni(I16 *acc, int32_t four, const int8_t *weights) {
  *acc = (I16)_mm512_dpbusd_epi32((__m512i)*acc, _mm512_set1_epi32(four), _mm512_loadu_si512(weights));
}

INLINE void dot16_vnni(I16 *acc, int32_t two, const int8_t *weights) {
  *acc = (I16)_mm512_dpwssd_epi32((__m512i)*acc, _mm512_set1_epi32(two), _mm512_loadu_si512(weights));
}

#include "encoder_body.h"

#undef PATH
#undef ROWS
#undef VECTORS
#undef SIGNED
#pragma clang attribute pop
#elif defined(__aarch64__)
#include <arm_neon.h>

// ---- NEON

#define PATH(name) name##_neon
#define ROWS 4
#define VECTORS 1
#define SIGNED 1

INLINE void dot8_neon(I16 *acc, int32_t four, const int8_t *weights) {
  int8x16_t x = vreinterpretq_s8_s32(vdupq_n_s32(four ^ (int32_t)0x80808080));
  UNROLL for (int quarter = 0; quarter < 4; quarter++) {
    int8x16_t w = vld1q_s8(weights + quarter * 16);
    int32x4_t low = vpaddlq_s16(vmull_s8(vget_low_s8(x), vget_low_s8(w)));
    int32x4_t high = vpaddlq_s16(vmull_high_s8(x, w));
    int32x4_t *sum = (int32x4_t *)acc + quarter;
    *sum = vaddq_s32(*sum, vpaddq_s32(low, high));
  }
}

INLINE void dot16_neon(I16 *acc, int32_t two, const int8_t *weights) {
  int16x8_t x = vreinterpretq_s16_s32(vdupq_n_s32(two));
  UNROLL for (int quarter = 0; quarter < 4; quarter++) {
    int16x8_t w = vreinterpretq_s16_s8(vld1q_s8(weights + quarter * 16));
    int32x4_t low = vmull_s16(vget_low_s16(x), vget_low_s16(w)), high = vmull_high_s16(x, w);
    int32x4_t *sum = (int32x4_t *)acc + quarter;
    *sum = vaddq_s32(*sum, vpaddq_s32(low, high));
  }
}

#include "encoder_body.h"

#undef PATH

// ---- NEON with dot products

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#define PATH(name) name##_dotprod

INLINE void dot8_dotprod(I16 *acc, int32_t four, const int8_t *weights) {
  int8x16_t x = vreinterpretq_s8_s32(vdupq_n_s32(four ^ (int32_t)0x80808080));
  UNROLL for (int quarter = 0; quarter < 4; quarter++) {
    int32x4_t *sum = (int32x4_t *)acc + quarter;
    *sum = vdotq_s32(*sum, vld1q_s8(weights + quarter * 16), x);
  }
}

INLINE void dot16_dotprod(I16 *acc, int32_t two, const int8_t *weights) { dot16_neon(acc, two, weights); }

#include "encoder_body.h"

#undef PATH
#undef ROWS
#undef VECTORS
#undef SIGNED
#pragma clang attribute pop
#endif

// ---- the choice

#if defined(__x86_64__)
#define BEST(name) name##_vnni
#define GOOD(name) name##_avx2
#elif defined(__aarch64__)
#define BEST(name) name##_dotprod
#define GOOD(name) name##_neon
#else
#define BEST(name) name##_plain
#define GOOD(name) name##_plain
#endif

#define CHOOSE(name, ...)                                    \
  do {                                                       \
    readout_isa isa = readout_current_isa();                 \
    if (isa >= READOUT_VNNI) return BEST(name)(__VA_ARGS__); \
    if (isa >= READOUT_AVX2) return GOOD(name)(__VA_ARGS__); \
    name##_plain(__VA_ARGS__);                               \
  } while (0)

void readout_quantize(const float *x, size_t ldx, size_t rows, size_t width, uint8_t *q, size_t ldq,
                      readout_range *ranges) {
  CHOOSE(quantize, x, ldx, rows, width, q, ldq, ranges);
}

void readout_product8(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t k,
                      const void *packed, size_t columns, float *y, size_t ldy) {
  CHOOSE(product8, x, ldx, ranges, rows, k, packed, columns, y, ldy);
}

void readout_product8_gelu(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t k,
                           const void *packed, size_t columns, float *scratch, uint8_t *q, size_t ldq,
                           readout_range *out_ranges) {
  CHOOSE(product8_gelu, x, ldx, ranges, rows, k, packed, columns, scratch, q, ldq, out_ranges);
}

void readout_gelu(float *x, size_t count) { CHOOSE(gelu, x, count); }

void readout_norm(float *x, size_t ldx, const float *y, size_t ldy, const float *gain, const float *bias,
                  float epsilon, size_t rows, size_t width, uint8_t *q, size_t ldq, readout_range *ranges) {
  CHOOSE(norm, x, ldx, y, ldy, gain, bias, epsilon, rows, width, q, ldq, ranges);
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
