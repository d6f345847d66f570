// The kernels of encoder_kernels.h, compiled once for each instruction set. encoder.c includes this file after it has
// defined, for one of them:
//   PATH(name)       the name with the instruction set's suffix
//   ROWS, VECTORS    the largest tile of a product, in rows and vectors of 16 columns
//   SIGNED           whether dot8 undoes the offset of activations; else the columns' offsets do
//   dot8(acc, x, w)  acc[j] += the products of the four bytes of x and the four of w[4j...], j < 16
//   dot16(acc, x, w) the same of two 16-bit integers

#define dot8 PATH(dot8)
#define dot16 PATH(dot16)

// ---- vectors of 16

// The tree of additions is fixed, so that every instruction set adds in the same order.
INLINE float PATH(total)(const F16 *v) {
  F8 a = __builtin_shufflevector(*v, *v, 0, 1, 2, 3, 4, 5, 6, 7) +
         __builtin_shufflevector(*v, *v, 8, 9, 10, 11, 12, 13, 14, 15);
  F4 b = __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7);
  return (b[0] + b[2]) + (b[1] + b[3]);
}

// The largest of the numbers. Compilers look for it one by one, for the sake of those that are none.
INLINE float PATH(top)(const F16 *v) {
  F8 a = GREATER(F8, __builtin_shufflevector(*v, *v, 0, 1, 2, 3, 4, 5, 6, 7),
                 __builtin_shufflevector(*v, *v, 8, 9, 10, 11, 12, 13, 14, 15));
  F4 b = GREATER(F4, __builtin_shufflevector(a, a, 0, 1, 2, 3), __builtin_shufflevector(a, a, 4, 5, 6, 7));
  float even = b[0] > b[2] ? b[0] : b[2], odd = b[1] > b[3] ? b[1] : b[3];
  return even > odd ? even : odd;
}

INLINE void PATH(store_part)(float *out, const F16 *v, size_t count) {
  if (count >= 16) {
    *(F16U *)out = *v;
  } else {
    memcpy(out, v, count * sizeof(float));
  }
}

// 2^x for x in [-126, 127), to 1e-7 of its value, or to 1e-4 if `coarse`.
INLINE void PATH(exp2)(F16 *x, int coarse) {
  F16 whole = *x + ROUND;
  F16 rest = *x - (whole - ROUND);
  if (coarse) {
    F16 p = rest * 0.0559220356f + 0.2426400828f;
    p = p * rest + 0.6931210340f;
    p = p * rest + 0.9999244815f;
    *x = (F16)((I16)p + ((I16)whole << 23));
    return;
  }
  F16 p = rest * 0.0013400432f + 0.0096760371f;
  p = p * rest + 0.0555032721f;
  p = p * rest + 0.2402210736f;
  p = p * rest + 0.6931472067f;
  p = p * rest + 1.0000000755f;
  *x = (F16)((I16)p + ((I16)whole << 23));
}

// x * (1/2 + x f(x^2)), where f is the least-error polynomial of degree 12 for |x| < 5.25; beyond, the error of taking
// x or 0 is below 4e-7.
INLINE void PATH(gelu16)(F16 *x) {
  F16 t = *x * *x * (2 / (5.25f * 5.25f)) - 1;
  F16 p = t * 0.000980032724f - 0.002821782138f;
  p = p * t + 0.003095008899f;
  p = p * t - 0.003622049000f;
  p = p * t + 0.007904289290f;
  p = p * t - 0.013653413393f;
  p = p * t + 0.018829243258f;
  p = p * t - 0.024842526764f;
  p = p * t + 0.031967982650f;
  p = p * t - 0.039782103151f;
  p = p * t + 0.049650475383f;
  p = p * t - 0.067126341164f;
  p = p * t + 0.134659290314f;
  F16 inside = *x * (*x * p + 0.5f);
  F16 outside = SELECT(F16, *x > 0, *x, (F16){0});
  *x = SELECT(F16, t < 1, inside, outside);
}

// ---- quantisation

INLINE void PATH(quantize16)(const F16 *x, float inverse, int zero, uint8_t *q) {
  // Apart, so that no instruction set fuses the two and rounds otherwise.
  F16 scaled = *x * inverse;
  F16 rounded = scaled + (ROUND + (float)zero);
  *(B16U *)q = __builtin_convertvector((I16)rounded, B16);
}

// `zero` is the byte that stands for 0. Returns the scale.
INLINE float PATH(quantize_row)(const float *x, size_t width, int zero, uint8_t *q) {
  size_t whole = width / 16 * 16;
  F16 rest = {0};
  if (whole < width) memcpy(&rest, x + whole, (width - whole) * sizeof(float));
  I16 largest = (I16)rest & MAGNITUDE;
  for (size_t i = 0; i < whole; i += 16)
    largest = __builtin_elementwise_max(largest, (I16)LOAD(x + i) & MAGNITUDE);
  int32_t bits = __builtin_reduce_max(largest);
  float magnitude;
  memcpy(&magnitude, &bits, sizeof bits);
  float inverse = magnitude > 0 ? 127 / magnitude : 0;
  for (size_t i = 0; i < whole; i += 16) {
    F16 v = LOAD(x + i);
    PATH(quantize16)(&v, inverse, zero, q + i);
  }
  if (whole < width) {
    uint8_t bytes[16];
    PATH(quantize16)(&rest, inverse, zero, bytes);
    memcpy(q + whole, bytes, readout_stride8(width) - whole);
  }
  return magnitude / 127;
}

// The same about the middle of the row's range, which a row of GELU has far from 0. `least` and `largest` hold 0 and the
// row's numbers.
INLINE readout_range PATH(quantize_between)(const float *x, size_t width, const F16 *least, const F16 *largest,
                                            uint8_t *q) {
  F16 negative = -*least;
  float low = -PATH(top)(&negative), high = PATH(top)(largest);
  float middle = (high + low) / 2, half = (high - low) / 2;
  float inverse = half > 0 ? 127 / half : 0;
  size_t i = 0;
  for (; width - i >= 16; i += 16) {
    F16 v = LOAD(x + i) - middle;
    PATH(quantize16)(&v, inverse, 128, q + i);
  }
  if (i < width) {
    F16 rest = {0};
    memcpy(&rest, x + i, (width - i) * sizeof(float));
    uint8_t bytes[16];
    rest -= middle;
    PATH(quantize16)(&rest, inverse, 128, bytes);
    memcpy(q + i, bytes, readout_stride8(width) - i);
  }
  return (readout_range){half / 127, middle};
}

INLINE readout_range PATH(quantize_range)(const float *x, size_t width, uint8_t *q) {
  F16 least = {0}, largest = {0};
  size_t i = 0;
  for (; width - i >= 16; i += 16) {
    F16 v = LOAD(x + i);
    least = LESSER(F16, v, least);
    largest = GREATER(F16, v, largest);
  }
  F16 rest = {0};
  memcpy(&rest, x + i, (width - i) * sizeof(float));
  least = LESSER(F16, rest, least);
  largest = GREATER(F16, rest, largest);
  return PATH(quantize_between)(x, width, &least, &largest, q);
}

static void PATH(quantize)(const float *x, size_t ldx, size_t rows, size_t width, uint8_t *q, size_t ldq,
                           readout_range *ranges) {
  for (size_t r = 0; r < rows; r++) ranges[r] = PATH(quantize_range)(x + r * ldx, width, q + r * ldq);
}

// ---- products

// R rows by V vectors. `step` is the bytes of packed weights for four bytes of a row.
INLINE void PATH(tile)(const uint8_t *x, size_t ldx, size_t count, const int8_t *weights, size_t step, int words,
                       const int32_t *offsets, int R, int V, I16 acc[ROWS][VECTORS]) {
  UNROLL for (int r = 0; r < R; r++)
    UNROLL for (int v = 0; v < V; v++) acc[r][v] = offsets ? LOADI(offsets + v * 16) : (I16){0};
  for (size_t i = 0; i < count; i++)
    UNROLL for (int r = 0; r < R; r++) {
      int32_t four;
      memcpy(&four, x + (size_t)r * ldx + i * QUAD, QUAD);
      UNROLL for (int v = 0; v < V; v++)
        if (words) {
          dot16(&acc[r][v], four, weights + i * step + v * 64);
        } else {
          dot8(&acc[r][v], four, weights + i * step + v * 64);
        }
    }
}

INLINE void PATH(rows)(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t count, const int8_t *weights,
                       const int32_t *offsets, size_t columns, int R, int V, float *y, size_t ldy) {
  I16 acc[ROWS][VECTORS];
  PATH(tile)(x, ldx, count, weights, READOUT_PANEL * QUAD, 0, SIGNED ? NULL : offsets, R, V, acc);
  const float *floats = (const float *)(offsets + READOUT_PANEL);
  UNROLL for (int v = 0; v < V; v++) {
    // What the column gives a row of ones.
    F16 sum = __builtin_convertvector(LOADI(offsets + v * 16), F16) * (-1 / 128.0f) * LOAD(floats + v * 16);
    UNROLL for (int r = 0; r < R; r++) {
      F16 factor = LOAD(floats + v * 16) * ranges[r].scale;
      F16 shift = LOAD(floats + READOUT_PANEL + v * 16) + sum * ranges[r].middle;
      F16 result = __builtin_convertvector(acc[r][v], F16) * factor + shift;
      PATH(store_part)(y + (size_t)r * ldy + v * 16, &result, columns - (size_t)v * 16);
    }
  }
}

INLINE void PATH(columns)(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t count,
                          const int8_t *weights, const int32_t *offsets, size_t columns, int V, float *y,
                          size_t ldy) {
  enum { HALF = ROWS / 2 };
  for (size_t block = 0, size; block < rows; block += size) {
    size = rows < HALF ? 1 : rows < ROWS || rows - block <= HALF ? HALF : ROWS;
    size_t r = last_block(block, rows, size);
    switch (size) {
      case 1: PATH(rows)(x + r * ldx, ldx, ranges + r, count, weights, offsets, columns, 1, V, y + r * ldy, ldy); break;
#if ROWS > 2
      case HALF:
        PATH(rows)(x + r * ldx, ldx, ranges + r, count, weights, offsets, columns, HALF, V, y + r * ldy, ldy);
        break;
#endif
      default: PATH(rows)(x + r * ldx, ldx, ranges + r, count, weights, offsets, columns, ROWS, V, y + r * ldy, ldy);
    }
  }
}

static void PATH(product8)(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t k,
                           const void *packed, size_t columns, float *y, size_t ldy) {
  size_t count = quads(k);
  for (size_t c = 0; c < columns; c += VECTORS * 16) {
    const int8_t *panel = (const int8_t *)packed + c / READOUT_PANEL * panel_size(k);
    size_t lane = c % READOUT_PANEL, rest = columns - c;
    const int8_t *weights = panel + lane * QUAD;
    const int32_t *offsets = (const int32_t *)(panel + count * READOUT_PANEL * QUAD) + lane;
    switch (rest > (VECTORS - 1) * 16 ? VECTORS : (rest + 15) / 16) {
      case 1: PATH(columns)(x, ldx, ranges, rows, count, weights, offsets, rest, 1, y + c, ldy); break;
#if VECTORS == 3
      case 2: PATH(columns)(x, ldx, ranges, rows, count, weights, offsets, rest, 2, y + c, ldy); break;
      default: PATH(columns)(x, ldx, ranges, rows, count, weights, offsets, rest, 3, y + c, ldy);
#endif
    }
  }
}

static void PATH(gelu)(float *x, size_t count) {
  size_t i = 0;
  for (; count - i >= 16; i += 16) {
    F16 v = LOAD(x + i);
    PATH(gelu16)(&v);
    *(F16U *)(x + i) = v;
  }
  F16 rest = {0};
  memcpy(&rest, x + i, (count - i) * sizeof(float));
  PATH(gelu16)(&rest);
  memcpy(x + i, &rest, (count - i) * sizeof(float));
}

// GELU of a row, then its bytes.
INLINE readout_range PATH(gelu_row)(float *x, size_t width, uint8_t *q) {
  F16 least = {0}, largest = {0};
  size_t i = 0;
  for (; width - i >= 16; i += 16) {
    F16 v = LOAD(x + i);
    PATH(gelu16)(&v);
    *(F16U *)(x + i) = v;
    least = LESSER(F16, v, least);
    largest = GREATER(F16, v, largest);
  }
  F16 rest = {0};
  memcpy(&rest, x + i, (width - i) * sizeof(float));
  PATH(gelu16)(&rest);
  memcpy(x + i, &rest, (width - i) * sizeof(float));
  least = LESSER(F16, rest, least);
  largest = GREATER(F16, rest, largest);
  return PATH(quantize_between)(x, width, &least, &largest, q);
}

static void PATH(product8_gelu)(const uint8_t *x, size_t ldx, const readout_range *ranges, size_t rows, size_t k,
                                const void *packed, size_t columns, float *scratch, uint8_t *q, size_t ldq,
                                readout_range *out_ranges) {
  for (size_t block = 0; block < rows; block += READOUT_BLOCK) {
    size_t n = rows - block < READOUT_BLOCK ? rows - block : READOUT_BLOCK;
    PATH(product8)(x + block * ldx, ldx, ranges + block, n, k, packed, columns, scratch, columns);
    for (size_t r = 0; r < n; r++)
      out_ranges[block + r] = PATH(gelu_row)(scratch + r * columns, columns, q + (block + r) * ldq);
  }
}

// ---- norms and sums

static void PATH(norm)(float *x, size_t ldx, const float *y, size_t ldy, const float *gain, const float *bias,
                       float epsilon, size_t rows, size_t width, uint8_t *q, size_t ldq,
                       readout_range *ranges) {
  float share = 1 / (float)width;
  for (size_t r = 0; r < rows; r++) {
    float *a = x + r * ldx;
    F16 sum = {0}, squares = {0};
    for (size_t i = 0; i < width; i += 16) {
      F16 v = LOAD(a + i);
      if (y) v += LOAD(y + r * ldy + i);
      *(F16U *)(a + i) = v;
      sum += v;
    }
    float mean = PATH(total)(&sum) * share;
    for (size_t i = 0; i < width; i += 16) {
      F16 d = LOAD(a + i) - mean;
      squares += d * d;
    }
    float factor = 1 / sqrtf(PATH(total)(&squares) * share + epsilon);
    F16 least = {0}, largest = {0};
    for (size_t i = 0; i < width; i += 16) {
      F16 v = (LOAD(a + i) - mean) * factor * LOAD(gain + i) + LOAD(bias + i);
      *(F16U *)(a + i) = v;
      least = LESSER(F16, v, least);
      largest = GREATER(F16, v, largest);
    }
    if (q) ranges[r] = PATH(quantize_between)(a, width, &least, &largest, q + r * ldq);
  }
}

static void PATH(embed)(const int32_t *ids, const int32_t *features, size_t rows, const int8_t *words,
                        const float *word_scales, const float *positions, const float *const *tables, size_t count,
                        size_t width, float *x, size_t ldx) {
  for (size_t r = 0; r < rows; r++) {
    const int8_t *word = words + (size_t)ids[r] * width;
    float scale = word_scales[ids[r]];
    for (size_t i = 0; i < width; i += 16) {
      F16 v = __builtin_convertvector(*(const S16U *)(word + i), F16) * scale + LOAD(positions + r * width + i);
      for (size_t t = 0; t < count; t++) v += LOAD(tables[t] + (size_t)features[r * count + t] * width + i);
      *(F16U *)(x + r * ldx + i) = v;
    }
  }
}

// ---- attention

// The largest of `count` scores, a multiple of 16.
INLINE float PATH(largest)(const float *scores, size_t count) {
  F16 best = LOAD(scores);
  for (size_t i = 16; i < count; i += 16) {
    F16 v = LOAD(scores + i);
    best = SELECT(F16, v > best, v, best);
  }
  return PATH(top)(&best);
}

// Keys as a packed matrix of 8-bit columns, so that the rows of queries times it are scores in powers of two.
INLINE void PATH(pack_keys)(const float *keys, size_t ld, size_t rows, int8_t *packed) {
  for (size_t first = 0; first < rows; first += READOUT_PANEL, packed += panel_size(READOUT_HEAD)) {
    int32_t *offsets = (int32_t *)(packed + READOUT_HEAD * READOUT_PANEL);
    float *scales = (float *)(offsets + READOUT_PANEL), *bias = scales + READOUT_PANEL;
    size_t count = rows - first < READOUT_PANEL ? rows - first : READOUT_PANEL;
    if (count < READOUT_PANEL) memset(packed, 0, panel_size(READOUT_HEAD));
    for (size_t j = 0; j < count; j++) {
      uint8_t q[READOUT_HEAD];
      scales[j] = PATH(quantize_row)(keys + (first + j) * ld, READOUT_HEAD, 0, q) * SCORE_SCALE;
      UNROLL for (size_t i = 0; i < READOUT_HEAD; i += QUAD)
        memcpy(packed + i * READOUT_PANEL + j * QUAD, q + i, QUAD);
    }
    for (size_t j = 0; j < READOUT_PANEL; j++) bias[j] = j < count ? 0 : NO_SCORE;
    if (SIGNED)
      memset(offsets, 0, READOUT_PANEL * sizeof(int32_t));
    else
      UNROLL for (size_t v = 0; v < READOUT_PANEL; v += 16) {
        I16 sum = {0};
        UNROLL for (size_t i = 0; i < READOUT_HEAD; i += QUAD)
          dot8(&sum, 0x01010101, packed + i * READOUT_PANEL + v * QUAD);
        *(I16U *)(offsets + v) = sum * -128;
      }
  }
}

// R rows of queries times `padded` packed keys.
INLINE void PATH(score_rows)(const uint8_t *q, const float *scales, const int8_t *keys, size_t padded, int R,
                             float *scores) {
  for (size_t c = 0; c < padded; c += VECTORS * 16) {
    const int8_t *panel = keys + c / READOUT_PANEL * panel_size(READOUT_HEAD);
    const int32_t *offsets = (const int32_t *)(panel + READOUT_HEAD * READOUT_PANEL) + c % READOUT_PANEL;
    const float *floats = (const float *)(offsets + READOUT_PANEL);
    I16 acc[ROWS][VECTORS];
    PATH(tile)(q, READOUT_HEAD, READOUT_HEAD / QUAD, panel + c % READOUT_PANEL * QUAD, READOUT_PANEL * QUAD, 0,
               SIGNED ? NULL : offsets, R, VECTORS, acc);
    UNROLL for (int v = 0; v < VECTORS; v++)
      UNROLL for (int r = 0; r < R; r++)
        *(F16U *)(scores + (size_t)r * padded + c + v * 16) =
            __builtin_convertvector(acc[r][v], F16) * (LOAD(floats + v * 16) * scales[r]) +
            LOAD(floats + READOUT_PANEL + v * 16);
  }
}

INLINE void PATH(score)(const uint8_t *q, const float *scales, const int8_t *keys, size_t padded, size_t rows,
                        float *scores) {
  if (rows == ROWS) {
    PATH(score_rows)(q, scales, keys, padded, ROWS, scores);
  } else {
    for (size_t r = 0; r < rows; r++)
      PATH(score_rows)(q + r * READOUT_HEAD, scales + r, keys, padded, 1, scores + r * padded);
  }
}

// Values as 16-bit integers in pairs of rows: [rows / 2][32 columns][2]. A column has one scale.
INLINE void PATH(pack_values)(const float *values, size_t ld, size_t rows, int32_t *packed, float *scales) {
  UNROLL for (size_t c = 0; c < READOUT_HEAD; c += 16) {
    I16 largest = {0};
    for (size_t j = 0; j < rows; j++)
      largest = __builtin_elementwise_max(largest, (I16)LOAD(values + j * ld + c) & MAGNITUDE);
    F16 magnitude = (F16)largest;
    F16 inverse = SELECT(F16, magnitude > 0, VALUE_PEAK / magnitude, (F16){0});
    *(F16U *)(scales + c) = magnitude * (1 / VALUE_PEAK);
    for (size_t j = 0; j < rows; j += 2) {
      F16 even = LOAD(values + j * ld + c) * inverse;
      F16 odd = j + 1 < rows ? LOAD(values + (j + 1) * ld + c) * inverse : (F16){0};
      I16 low = (I16)(even + ROUND) & 0xffff, high = (I16)(odd + ROUND) << 16;
      *(I16U *)(packed + j / 2 * READOUT_HEAD + c) = low | high;
    }
  }
}

// Weights in integers, the largest of a row being 2^peak; returns their sum.
INLINE float PATH(weigh)(const float *scores, size_t count, float peak, int16_t *weights) {
  float shift = PATH(largest)(scores, count) - peak;
  U16 sum = {0};
  for (size_t i = 0; i < count; i += 16) {
    F16 t = LOAD(scores + i) - shift;
    t = AT_LEAST(-20, t);
    PATH(exp2)(&t, 1);
    // Its low half is the weight; the rest is taken off the sum, which may wrap around, at the end.
    I16 w = (I16)(t + ROUND);
    sum += (U16)w;
    *(H16U *)(weights + i) = __builtin_convertvector(w, H16);
  }
  return (float)(__builtin_reduce_add(sum) - (uint32_t)count * ROUND_BITS);
}

INLINE void PATH(mix_rows)(const int16_t *weights, size_t ldw, size_t pairs, const int32_t *values,
                           const float *scales, const float *inverses, int R, float *out, size_t ldo) {
  enum { STEP = VECTORS < 2 ? 1 : 2 };
  UNROLL for (int c = 0; c < READOUT_HEAD; c += 16 * STEP) {
    I16 acc[ROWS][VECTORS];
    PATH(tile)((const uint8_t *)weights, ldw * sizeof(int16_t), pairs, (const int8_t *)(values + c),
               READOUT_HEAD * sizeof(int32_t), 1, NULL, R, STEP, acc);
    UNROLL for (int v = 0; v < STEP; v++)
      UNROLL for (int r = 0; r < R; r++) {
        F16 factor = LOAD(scales + c + v * 16) * inverses[r];
        *(F16U *)(out + (size_t)r * ldo + c + v * 16) = __builtin_convertvector(acc[r][v], F16) * factor;
      }
  }
}

INLINE void PATH(mix)(const int16_t *weights, size_t ldw, size_t pairs, const int32_t *values, const float *scales,
                      const float *inverses, size_t rows, float *out, size_t ldo) {
  if (rows == ROWS) {
    PATH(mix_rows)(weights, ldw, pairs, values, scales, inverses, ROWS, out, ldo);
  } else {
    for (size_t r = 0; r < rows; r++)
      PATH(mix_rows)(weights + r * ldw, ldw, pairs, values, scales, inverses + r, 1, out + r * ldo, ldo);
  }
}

static void PATH(attention8)(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out,
                             size_t ldo) {
  size_t padded = padded_rows(rows), count = (rows + 15) / 16 * 16, step = heads * READOUT_HEAD;
  int8_t *keys = scratch;
  int32_t *values = (int32_t *)(keys + readout_packed8_size(padded, READOUT_HEAD));
  float *scores = (float *)(values + padded / 2 * READOUT_HEAD);
  int16_t *weights = (int16_t *)(scores + ROWS * padded);
  // Sums of products of weights and values must fit 32 bits.
  float peak = log2f(fminf(4095, 2.147e9f / (VALUE_PEAK * (float)rows)));
  for (size_t h = 0; h < heads; h++) {
    const float *queries = qkv + h * READOUT_HEAD;
    float scales[READOUT_HEAD];
    PATH(pack_keys)(queries + step, ld, rows, keys);
    PATH(pack_values)(queries + 2 * step, ld, rows, values, scales);
    for (size_t block = 0; block < rows; block += ROWS) {
      size_t r = last_block(block, rows, ROWS), n = rows < ROWS ? rows : ROWS;
      uint8_t q[ROWS * READOUT_HEAD];
      float steps[ROWS], factors[ROWS];
      for (size_t i = 0; i < n; i++)
        steps[i] = PATH(quantize_row)(queries + (r + i) * ld, READOUT_HEAD, 128, q + i * READOUT_HEAD);
      PATH(score)(q, steps, keys, padded, n, scores);
      for (size_t i = 0; i < n; i++)
        factors[i] = 1 / PATH(weigh)(scores + i * padded, count, peak, weights + i * padded);
      PATH(mix)(weights, padded, (rows + 1) / 2, values, scales, factors, n, out + r * ldo + h * READOUT_HEAD, ldo);
    }
  }
}

static void PATH(attention)(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out,
                            size_t ldo) {
  size_t padded = padded_rows(rows), count = (rows + 15) / 16 * 16, step = heads * READOUT_HEAD;
  float *keys = scratch, *values = keys + padded * READOUT_HEAD, *bias = values + padded * READOUT_PANEL;
  float *scores = bias + padded;
  memset(keys, 0, padded * READOUT_HEAD * sizeof(float));
  memset(values, 0, padded * READOUT_PANEL * sizeof(float));
  for (size_t j = 0; j < padded; j++) bias[j] = j < rows ? 0 : NO_SCORE;
  const float none[READOUT_PANEL] = {0};
  for (size_t h = 0; h < heads; h++) {
    const float *queries = qkv + h * READOUT_HEAD;
    for (size_t j = 0; j < rows; j++) {
      const float *key = queries + step + j * ld;
      float *panel = keys + j / READOUT_PANEL * READOUT_PANEL * READOUT_HEAD + j % READOUT_PANEL;
      for (size_t i = 0; i < READOUT_HEAD; i++) panel[i * READOUT_PANEL] = key[i] * SCORE_SCALE;
      memcpy(values + j * READOUT_PANEL, key + step, READOUT_HEAD * sizeof(float));
    }
    for (size_t r = 0; r < rows; r += READOUT_BLOCK) {
      size_t n = rows - r < READOUT_BLOCK ? rows - r : READOUT_BLOCK;
      readout_gemm(queries + r * ld, ld, n, READOUT_HEAD, keys, bias, count / 16, scores, padded);
      float totals[READOUT_BLOCK];
      for (size_t i = 0; i < n; i++) {
        float *row = scores + i * padded;
        float largest = PATH(largest)(row, count);
        F16 sum = {0};
        for (size_t j = 0; j < count; j += 16) {
          F16 t = LOAD(row + j) - largest;
          t = AT_LEAST(-120, t);
          PATH(exp2)(&t, 0);
          *(F16U *)(row + j) = t;
          sum += t;
        }
        totals[i] = PATH(total)(&sum);
      }
      float *result = out + r * ldo + h * READOUT_HEAD;
      readout_gemm(scores, padded, n, rows, values, none, READOUT_HEAD / 16, result, ldo);
      for (size_t i = 0; i < n; i++)
        for (size_t c = 0; c < READOUT_HEAD; c++) result[i * ldo + c] /= totals[i];
    }
  }
}

#undef dot8
#undef dot16
