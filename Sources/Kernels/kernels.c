#include "kernels.h"

#include <math.h>
#include <string.h>

#if defined(__aarch64__) && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

// ---- packing

size_t readout_packed_count(size_t columns, size_t k) {
  return (columns + READOUT_PANEL - 1) / READOUT_PANEL * READOUT_PANEL * k;
}

void readout_pack(const float *weights, const int32_t *order, size_t columns, size_t k, float *packed) {
  for (size_t panel = 0; panel * READOUT_PANEL < columns; panel++) {
    float *out = packed + panel * READOUT_PANEL * k;
    for (size_t lane = 0; lane < READOUT_PANEL; lane++) {
      size_t column = panel * READOUT_PANEL + lane;
      int32_t row = column < columns ? order[column] : -1;
      for (size_t i = 0; i < k; i++) out[i * READOUT_PANEL + lane] = row < 0 ? 0 : weights[(size_t)row * k + i];
    }
  }
}

// ---- plain C, for any processor

INLINE float largest3(float a, float b, float c) {
  float m = a > b ? a : b;
  return m > c ? m : c;
}

static void panel_plain(const float *x, size_t k, const float *panel, const float *bias, size_t lanes, float *out) {
  float sum[READOUT_PANEL];
  memcpy(sum, bias, lanes * sizeof(float));
  for (size_t i = 0; i < k; i++) {
    float v = x[i];
    const float *w = panel + i * READOUT_PANEL;
    for (size_t j = 0; j < lanes; j++) sum[j] += v * w[j];
  }
  memcpy(out, sum, lanes * sizeof(float));
}

static void gemm_plain(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                       size_t vectors, float *y, size_t ldy) {
  for (size_t v = 0; v < vectors; v += 3) {
    size_t lanes = (vectors - v < 3 ? vectors - v : 3) * READOUT_LANES;
    for (size_t r = 0; r < rows; r++)
      panel_plain(x + r * ldx, k, packed + v * READOUT_LANES * k, bias + v * READOUT_LANES, lanes,
                  y + r * ldy + v * READOUT_LANES);
  }
}

static void gemm_max3_plain(const float *x, size_t ldx, size_t rows, size_t k, const float *packed,
                            const float *bias, size_t groups, float *y, size_t ldy) {
  for (size_t g = 0; g < groups; g++)
    for (size_t r = 0; r < rows; r++) {
      float sum[READOUT_PANEL];
      panel_plain(x + r * ldx, k, packed + g * READOUT_PANEL * k, bias + g * READOUT_PANEL, READOUT_PANEL, sum);
      for (size_t j = 0; j < READOUT_LANES; j++)
        y[r * ldy + g * READOUT_LANES + j] =
            largest3(sum[j], sum[READOUT_LANES + j], sum[2 * READOUT_LANES + j]);
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

// ---- AVX-512: 8 rows by 3 vectors of 16

#define AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw")))

AVX512 INLINE void tile_512(const float *x, size_t ldx, size_t k, const float *panel, const float *bias, int R, int V,
                            __m512 acc[8][3]) {
  UNROLL for (int r = 0; r < R; r++)
    UNROLL for (int v = 0; v < V; v++) acc[r][v] = _mm512_loadu_ps(bias + v * 16);
  for (size_t i = 0; i < k; i++) {
    __m512 w[3];
    UNROLL for (int v = 0; v < V; v++) w[v] = _mm512_loadu_ps(panel + i * READOUT_PANEL + v * 16);
    UNROLL for (int r = 0; r < R; r++) {
      __m512 a = _mm512_set1_ps(x[r * ldx + i]);
      UNROLL for (int v = 0; v < V; v++) acc[r][v] = _mm512_fmadd_ps(a, w[v], acc[r][v]);
    }
  }
}

#define STORE_512(R, V)                                                                                       \
  do {                                                                                                        \
    __m512 acc[8][3];                                                                                         \
    tile_512(x + r * ldx, ldx, k, panel, b, R, V, acc);                                                       \
    UNROLL for (int i = 0; i < R; i++)                                                                        \
      UNROLL for (int j = 0; j < V; j++) _mm512_storeu_ps(y + (r + i) * ldy + v * 16 + j * 16, acc[i][j]);    \
    r += R;                                                                                                   \
  } while (0)

#define ROWS_512(V)                    \
  do {                                 \
    size_t r = 0;                      \
    while (rows - r >= 8) STORE_512(8, V); \
    while (rows - r >= 4) STORE_512(4, V); \
    while (r < rows) STORE_512(1, V);  \
  } while (0)

// One row by nine vectors: with three, each sum would wait for the last.
AVX512 static void row_512(const float *x, size_t k, const float *packed, const float *bias, size_t vectors, float *y) {
  for (size_t v = 0; v < vectors; v += 9) {
    size_t rest = vectors - v < 9 ? vectors - v : 9;
    const float *panels[3];
    __m512 acc[9];
    UNROLL for (int p = 0; p < 3; p++) {
      // Panels that are not there repeat the first; what they give is not stored.
      size_t first = (size_t)p * 3 < rest ? v + (size_t)p * 3 : v;
      panels[p] = packed + first * 16 * k;
      UNROLL for (int j = 0; j < 3; j++)
        acc[p * 3 + j] = (size_t)(p * 3 + j) < rest ? _mm512_loadu_ps(bias + (v + (size_t)(p * 3 + j)) * 16)
                                                     : _mm512_setzero_ps();
    }
    for (size_t i = 0; i < k; i++) {
      __m512 a = _mm512_set1_ps(x[i]);
      UNROLL for (int p = 0; p < 3; p++)
        UNROLL for (int j = 0; j < 3; j++)
          acc[p * 3 + j] = _mm512_fmadd_ps(a, _mm512_loadu_ps(panels[p] + i * READOUT_PANEL + j * 16), acc[p * 3 + j]);
    }
    UNROLL for (int n = 0; n < 9; n++)
      if ((size_t)n < rest) _mm512_storeu_ps(y + (v + (size_t)n) * 16, acc[n]);
  }
}

AVX512 static void gemm_512(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                            size_t vectors, float *y, size_t ldy) {
  if (rows == 1) return row_512(x, k, packed, bias, vectors, y);
  for (size_t v = 0; v < vectors; v += 3) {
    const float *panel = packed + v * 16 * k;
    const float *b = bias + v * 16;
    switch (vectors - v) {
      case 1: ROWS_512(1); break;
      case 2: ROWS_512(2); break;
      default: ROWS_512(3);
    }
  }
}

#define MAX_512(R)                                                                                            \
  do {                                                                                                        \
    __m512 acc[8][3];                                                                                         \
    tile_512(x + r * ldx, ldx, k, panel, b, R, 3, acc);                                                       \
    UNROLL for (int i = 0; i < R; i++)                                                                        \
      _mm512_storeu_ps(y + (r + i) * ldy + g * 16, _mm512_max_ps(_mm512_max_ps(acc[i][0], acc[i][1]), acc[i][2])); \
    r += R;                                                                                                   \
  } while (0)

AVX512 static void gemm_max3_512(const float *x, size_t ldx, size_t rows, size_t k, const float *packed,
                                 const float *bias, size_t groups, float *y, size_t ldy) {
  // Rows in blocks that stay in the first-level cache while the panels pass by.
  for (size_t g = 0; g < groups; g++) {
    const float *panel = packed + g * READOUT_PANEL * k;
    const float *b = bias + g * READOUT_PANEL;
    size_t r = 0;
    while (rows - r >= 8) MAX_512(8);
    while (rows - r >= 4) MAX_512(4);
    while (r < rows) MAX_512(1);
  }
}

AVX512 static void layernorm_512(const float *x, const float *residual, const float *gain, const float *bias,
                                 size_t rows, size_t width, size_t ld, float *out) {
  float scale = 1.0f / (float)width;
  for (size_t r = 0; r < rows; r++) {
    const float *a = x + r * ld;
    __m512 sum = _mm512_setzero_ps();
    for (size_t i = 0; i < width; i += 16) sum = _mm512_add_ps(sum, _mm512_loadu_ps(a + i));
    __m512 mean = _mm512_set1_ps(_mm512_reduce_add_ps(sum) * scale);
    __m512 squares = _mm512_setzero_ps();
    for (size_t i = 0; i < width; i += 16) {
      __m512 d = _mm512_sub_ps(_mm512_loadu_ps(a + i), mean);
      squares = _mm512_fmadd_ps(d, d, squares);
    }
    float variance = _mm512_reduce_add_ps(squares) * scale + 1e-8f;
    __m512 factor = _mm512_set1_ps(1.0f / sqrtf(variance));
    for (size_t i = 0; i < width; i += 16) {
      __m512 d = _mm512_mul_ps(_mm512_sub_ps(_mm512_loadu_ps(a + i), mean), factor);
      __m512 v = _mm512_fmadd_ps(d, _mm512_loadu_ps(gain + i), _mm512_loadu_ps(bias + i));
      if (residual) v = _mm512_add_ps(v, _mm512_loadu_ps(residual + r * ld + i));
      _mm512_storeu_ps(out + r * ld + i, v);
    }
  }
}

AVX512 static void sum_max_512(const float *const *rows, size_t count, const float *bias, size_t width,
                               size_t pieces, float *out) {
  for (size_t o = 0; o < width; o += 16) {
    __m512 best;
    for (size_t p = 0; p < pieces; p++) {
      size_t at = p * width + o;
      __m512 sum = _mm512_loadu_ps(rows[0] + at);
      for (size_t f = 1; f < count; f++) sum = _mm512_add_ps(sum, _mm512_loadu_ps(rows[f] + at));
      sum = _mm512_add_ps(sum, _mm512_loadu_ps(bias + at));
      best = p == 0 ? sum : _mm512_max_ps(best, sum);
    }
    _mm512_storeu_ps(out + o, best);
  }
}

AVX512 static void add3_max3_512(const float *a, const float *b, const float *c, const float *bias, size_t groups,
                                 float *out) {
  for (size_t g = 0; g < groups; g++) {
    __m512 v[3];
    UNROLL for (int p = 0; p < 3; p++) {
      size_t at = g * READOUT_PANEL + (size_t)p * 16;
      v[p] = _mm512_add_ps(_mm512_add_ps(_mm512_loadu_ps(a + at), _mm512_loadu_ps(b + at)),
                           _mm512_add_ps(_mm512_loadu_ps(c + at), _mm512_loadu_ps(bias + at)));
    }
    _mm512_storeu_ps(out + g * 16, _mm512_max_ps(_mm512_max_ps(v[0], v[1]), v[2]));
  }
}

AVX512 static size_t argmax_512(const float *values, size_t count) {
  __m512 best = _mm512_set1_ps(-INFINITY);
  __m512i where = _mm512_setzero_si512();
  __m512i at = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  for (size_t i = 0; i < count; i += 16) {
    __mmask16 mask = count - i >= 16 ? 0xffff : (__mmask16)((1u << (count - i)) - 1);
    __m512 v = _mm512_mask_loadu_ps(_mm512_set1_ps(-INFINITY), mask, values + i);
    __mmask16 larger = _mm512_cmp_ps_mask(v, best, _CMP_GT_OQ);
    best = _mm512_mask_mov_ps(best, larger, v);
    where = _mm512_mask_mov_epi32(where, larger, at);
    at = _mm512_add_epi32(at, _mm512_set1_epi32(16));
  }
  float largest = _mm512_reduce_max_ps(best);
  __mmask16 equal = _mm512_cmp_ps_mask(best, _mm512_set1_ps(largest), _CMP_EQ_OQ);
  if (!equal) return 0;
  // Lanes are compared at steps of 16, so the first of equals may be in any of them.
  return (size_t)_mm512_mask_reduce_min_epu32(equal, where);
}

// ---- AVX2 with FMA: 6 rows by 2 vectors of 8

#define AVX2 __attribute__((target("avx2,fma")))

AVX2 INLINE void tile_256(const float *x, size_t ldx, size_t k, const float *panel, const float *bias, int R,
                          __m256 acc[6][2]) {
  UNROLL for (int r = 0; r < R; r++) {
    acc[r][0] = _mm256_loadu_ps(bias);
    acc[r][1] = _mm256_loadu_ps(bias + 8);
  }
  for (size_t i = 0; i < k; i++) {
    __m256 w0 = _mm256_loadu_ps(panel + i * READOUT_PANEL);
    __m256 w1 = _mm256_loadu_ps(panel + i * READOUT_PANEL + 8);
    UNROLL for (int r = 0; r < R; r++) {
      __m256 a = _mm256_set1_ps(x[r * ldx + i]);
      acc[r][0] = _mm256_fmadd_ps(a, w0, acc[r][0]);
      acc[r][1] = _mm256_fmadd_ps(a, w1, acc[r][1]);
    }
  }
}

#define STORE_256(R)                                              \
  do {                                                            \
    __m256 acc[6][2];                                             \
    tile_256(x + r * ldx, ldx, k, panel, b, R, acc);              \
    UNROLL for (int i = 0; i < R; i++) {                          \
      _mm256_storeu_ps(y + (r + i) * ldy + v * 16, acc[i][0]);    \
      _mm256_storeu_ps(y + (r + i) * ldy + v * 16 + 8, acc[i][1]); \
    }                                                             \
    r += R;                                                       \
  } while (0)

AVX2 static void gemm_256(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                          size_t vectors, float *y, size_t ldy) {
  for (size_t v = 0; v < vectors; v++) {
    const float *panel = packed + (v / 3) * READOUT_PANEL * k + (v % 3) * 16;
    const float *b = bias + v * 16;
    size_t r = 0;
    while (rows - r >= 6) STORE_256(6);
    while (rows - r >= 2) STORE_256(2);
    while (r < rows) STORE_256(1);
  }
}

#define MAX_256(R)                                                                        \
  do {                                                                                    \
    __m256 best[6][2], acc[6][2];                                                         \
    tile_256(x + r * ldx, ldx, k, panel, b, R, best);                                     \
    for (int p = 1; p < 3; p++) {                                                         \
      tile_256(x + r * ldx, ldx, k, panel + p * 16, b + p * 16, R, acc);                  \
      UNROLL for (int i = 0; i < R; i++) {                                                \
        best[i][0] = _mm256_max_ps(best[i][0], acc[i][0]);                                \
        best[i][1] = _mm256_max_ps(best[i][1], acc[i][1]);                                \
      }                                                                                   \
    }                                                                                     \
    UNROLL for (int i = 0; i < R; i++) {                                                  \
      _mm256_storeu_ps(y + (r + i) * ldy + g * 16, best[i][0]);                           \
      _mm256_storeu_ps(y + (r + i) * ldy + g * 16 + 8, best[i][1]);                       \
    }                                                                                     \
    r += R;                                                                               \
  } while (0)

AVX2 static void gemm_max3_256(const float *x, size_t ldx, size_t rows, size_t k, const float *packed,
                               const float *bias, size_t groups, float *y, size_t ldy) {
  for (size_t g = 0; g < groups; g++) {
    const float *panel = packed + g * READOUT_PANEL * k;
    const float *b = bias + g * READOUT_PANEL;
    size_t r = 0;
    while (rows - r >= 6) MAX_256(6);
    while (rows - r >= 2) MAX_256(2);
    while (r < rows) MAX_256(1);
  }
}

#endif

// ---- what has one form in C, which compilers vectorise well enough

static void layernorm_plain(const float *x, const float *residual, const float *gain, const float *bias, size_t rows,
                            size_t width, size_t ld, float *out) {
  for (size_t r = 0; r < rows; r++) {
    const float *a = x + r * ld;
    float mean = 0, variance = 0;
    for (size_t i = 0; i < width; i++) mean += a[i];
    mean /= (float)width;
    for (size_t i = 0; i < width; i++) variance += (a[i] - mean) * (a[i] - mean);
    float factor = 1.0f / sqrtf(variance / (float)width + 1e-8f);
    for (size_t i = 0; i < width; i++) {
      float v = (a[i] - mean) * factor * gain[i] + bias[i];
      out[r * ld + i] = residual ? v + residual[r * ld + i] : v;
    }
  }
}

static void sum_max_plain(const float *const *rows, size_t count, const float *bias, size_t width, size_t pieces,
                          float *out) {
  for (size_t p = 0; p < pieces; p++)
    for (size_t o = 0; o < width; o++) {
      float sum = rows[0][p * width + o];
      for (size_t f = 1; f < count; f++) sum += rows[f][p * width + o];
      sum += bias[p * width + o];
      if (p == 0 || sum > out[o]) out[o] = sum;
    }
}

static void add3_max3_plain(const float *a, const float *b, const float *c, const float *bias, size_t groups,
                            float *out) {
  for (size_t g = 0; g < groups; g++)
    for (size_t j = 0; j < READOUT_LANES; j++) {
      float v[3];
      for (size_t p = 0; p < 3; p++) {
        size_t at = g * READOUT_PANEL + p * READOUT_LANES + j;
        v[p] = (a[at] + b[at]) + (c[at] + bias[at]);
      }
      out[g * READOUT_LANES + j] = largest3(v[0], v[1], v[2]);
    }
}

static size_t argmax_plain(const float *values, size_t count) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++)
    if (values[i] > values[best]) best = i;
  return best;
}

// ---- two rows of a convolution at a time

INLINE void pair_inputs_body(const float *x, size_t width, size_t pairs, float *out) {
  size_t next = pairs * width;
  for (size_t p = 0; p < pairs; p++) {
    const float *a = x + 2 * p * width, *b = a + width, *c = b + width, *d = c + width;
    float *o = out + p * width;
    for (size_t i = 0; i < width; i++) o[i] = a[i] - c[i];
    for (size_t i = 0; i < width; i++) o[next + i] = b[i] + c[i];
    for (size_t i = 0; i < width; i++) o[2 * next + i] = c[i] - b[i];
    for (size_t i = 0; i < width; i++) o[3 * next + i] = b[i] - d[i];
  }
}

INLINE void pair_max3_body(const float *m, size_t pairs, const float *bias, size_t groups, float *y, size_t ldy) {
  size_t n = groups * READOUT_PANEL, next = pairs * n;
  for (size_t p = 0; p < pairs; p++)
    for (size_t g = 0; g < groups; g++) {
      const float *a = m + p * n + g * READOUT_PANEL, *b = a + next, *c = b + next, *d = c + next;
      const float *e = bias + g * READOUT_PANEL;
      float *first = y + 2 * p * ldy + g * READOUT_LANES, *second = first + ldy;
      for (size_t j = 0; j < READOUT_LANES; j++) {
        float u[3], v[3];
        for (size_t q = 0; q < 3; q++) {
          size_t at = q * READOUT_LANES + j;
          u[q] = a[at] + (b[at] + c[at]) + e[at];
          v[q] = (b[at] - c[at]) - d[at] + e[at];
        }
        first[j] = largest3(u[0], u[1], u[2]);
        second[j] = largest3(v[0], v[1], v[2]);
      }
    }
}

static void pair_inputs_plain(const float *x, size_t width, size_t pairs, float *out) {
  pair_inputs_body(x, width, pairs, out);
}

static void pair_max3_plain(const float *m, size_t pairs, const float *bias, size_t groups, float *y, size_t ldy) {
  pair_max3_body(m, pairs, bias, groups, y, ldy);
}

#if defined(__x86_64__)

AVX512 static void pair_inputs_512(const float *x, size_t width, size_t pairs, float *out) {
  pair_inputs_body(x, width, pairs, out);
}

AVX512 static void pair_max3_512(const float *m, size_t pairs, const float *bias, size_t groups, float *y, size_t ldy) {
  size_t n = groups * READOUT_PANEL, next = pairs * n;
  for (size_t p = 0; p < pairs; p++)
    for (size_t g = 0; g < groups; g++) {
      const float *a = m + p * n + g * READOUT_PANEL;
      const float *e = bias + g * READOUT_PANEL;
      __m512 u[3], v[3];
      UNROLL for (size_t q = 0; q < 3; q++) {
        const float *at = a + q * READOUT_LANES;
        __m512 b = _mm512_loadu_ps(at + next), c = _mm512_loadu_ps(at + 2 * next);
        __m512 bias16 = _mm512_loadu_ps(e + q * READOUT_LANES);
        u[q] = _mm512_add_ps(_mm512_add_ps(_mm512_loadu_ps(at), _mm512_add_ps(b, c)), bias16);
        v[q] = _mm512_add_ps(_mm512_sub_ps(_mm512_sub_ps(b, c), _mm512_loadu_ps(at + 3 * next)), bias16);
      }
      float *first = y + 2 * p * ldy + g * READOUT_LANES;
      _mm512_storeu_ps(first, _mm512_max_ps(_mm512_max_ps(u[0], u[1]), u[2]));
      _mm512_storeu_ps(first + ldy, _mm512_max_ps(_mm512_max_ps(v[0], v[1]), v[2]));
    }
}

#endif

// ---- the choice, made once

static int chosen = -1;

static readout_isa detect(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw"))
    return __builtin_cpu_supports("avx512vnni") ? READOUT_VNNI : READOUT_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return READOUT_AVX2;
  return READOUT_PLAIN;
#elif defined(__aarch64__) && (defined(__ARM_FEATURE_DOTPROD) || defined(__APPLE__))
  return READOUT_DOTPROD;
#elif defined(__aarch64__) && defined(__linux__)
  return getauxval(AT_HWCAP) & HWCAP_ASIMDDP ? READOUT_DOTPROD : READOUT_NEON;
#elif defined(__aarch64__)
  return READOUT_NEON;
#else
  return READOUT_PLAIN;
#endif
}

readout_isa readout_current_isa(void) {
  int isa = __atomic_load_n(&chosen, __ATOMIC_RELAXED);
  if (isa < 0) {
    isa = (int)detect();
    __atomic_store_n(&chosen, isa, __ATOMIC_RELAXED);
  }
  return (readout_isa)isa;
}

void readout_restrict(readout_isa isa) {
  readout_isa best = detect();
  __atomic_store_n(&chosen, (int)(isa < best ? isa : best), __ATOMIC_RELAXED);
}

void readout_gemm(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                  size_t vectors, float *y, size_t ldy) {
#if defined(__x86_64__)
  readout_isa isa = readout_current_isa();
  if (isa >= READOUT_AVX512) return gemm_512(x, ldx, rows, k, packed, bias, vectors, y, ldy);
  if (isa >= READOUT_AVX2) return gemm_256(x, ldx, rows, k, packed, bias, vectors, y, ldy);
#endif
  gemm_plain(x, ldx, rows, k, packed, bias, vectors, y, ldy);
}

void readout_gemm_max3(const float *x, size_t ldx, size_t rows, size_t k, const float *packed, const float *bias,
                       size_t groups, float *y, size_t ldy) {
#if defined(__x86_64__)
  readout_isa isa = readout_current_isa();
  if (isa >= READOUT_AVX512) return gemm_max3_512(x, ldx, rows, k, packed, bias, groups, y, ldy);
  if (isa >= READOUT_AVX2) return gemm_max3_256(x, ldx, rows, k, packed, bias, groups, y, ldy);
#endif
  gemm_max3_plain(x, ldx, rows, k, packed, bias, groups, y, ldy);
}

void readout_layernorm(const float *x, const float *residual, const float *gain, const float *bias, size_t rows,
                       size_t width, size_t ld, float *out) {
#if defined(__x86_64__)
  if (readout_current_isa() >= READOUT_AVX512 && width % READOUT_LANES == 0)
    return layernorm_512(x, residual, gain, bias, rows, width, ld, out);
#endif
  layernorm_plain(x, residual, gain, bias, rows, width, ld, out);
}

void readout_sum_max(const float *const *rows, size_t count, const float *bias, size_t width, size_t pieces,
                     float *out) {
#if defined(__x86_64__)
  if (readout_current_isa() >= READOUT_AVX512) return sum_max_512(rows, count, bias, width, pieces, out);
#endif
  sum_max_plain(rows, count, bias, width, pieces, out);
}

void readout_add3_max3(const float *a, const float *b, const float *c, const float *bias, size_t groups, float *out) {
#if defined(__x86_64__)
  if (readout_current_isa() >= READOUT_AVX512) return add3_max3_512(a, b, c, bias, groups, out);
#endif
  add3_max3_plain(a, b, c, bias, groups, out);
}

size_t readout_argmax(const float *values, size_t count) {
#if defined(__x86_64__)
  if (readout_current_isa() >= READOUT_AVX512) return argmax_512(values, count);
#endif
  return argmax_plain(values, count);
}

void readout_pair_inputs(const float *x, size_t width, size_t pairs, float *out) {
#if defined(__x86_64__)
  if (readout_current_isa() >= READOUT_AVX512) return pair_inputs_512(x, width, pairs, out);
#endif
  pair_inputs_plain(x, width, pairs, out);
}

void readout_pair_max3(const float *m, size_t pairs, const float *bias, size_t groups, float *y, size_t ldy) {
#if defined(__x86_64__)
  if (readout_current_isa() >= READOUT_AVX512) return pair_max3_512(m, pairs, bias, groups, y, ldy);
#endif
  pair_max3_plain(m, pairs, bias, groups, y, ldy);
}
