// Plain forms, in the order of the header.

#include <math.h>

INLINE float largest_magnitude(const float *x, size_t width) {
  float largest = 0;
  for (size_t i = 0; i < width; i++) largest = fabsf(x[i]) > largest ? fabsf(x[i]) : largest;
  return largest;
}

static void PATH(quantize)(const float *x, size_t ldx, size_t rows, size_t width, uint8_t *q, size_t ldq,
                           float *scales) {
  for (size_t r = 0; r < rows; r++) {
    float largest = largest_magnitude(x + r * ldx, width);
    float inverse = largest > 0 ? 127 / largest : 0;
    for (size_t i = 0; i < width; i++) {
      float scaled = x[r * ldx + i] * inverse;
      q[r * ldq + i] = (uint8_t)(128 + (int)rintf(scaled));
    }
    for (size_t i = width; i < readout_stride8(width); i++) q[r * ldq + i] = 128;
    scales[r] = largest / 127;
  }
}

static void PATH(product8)(const uint8_t *x, size_t ldx, const float *scales, size_t rows, size_t k,
                           const void *packed, size_t columns, float *y, size_t ldy) {
  for (size_t c = 0; c < columns; c++) {
    size_t lane = c % READOUT_PANEL;
    const int8_t *panel = (const int8_t *)packed + c / READOUT_PANEL * panel_size(k);
    const int32_t *offsets = (const int32_t *)(panel + quads(k) * READOUT_PANEL * QUAD);
    const float *floats = (const float *)(offsets + READOUT_PANEL);
    for (size_t r = 0; r < rows; r++) {
      int32_t sum = offsets[lane];
      for (size_t i = 0; i < k; i++)
        sum += x[r * ldx + i] * panel[i / QUAD * READOUT_PANEL * QUAD + lane * QUAD + i % QUAD];
      y[r * ldy + c] = (float)sum * (scales[r] * floats[lane]) + floats[READOUT_PANEL + lane];
    }
  }
}

static void PATH(gelu)(float *x, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] = x[i] * 0.5f * (1 + erff(x[i] * 0.70710678f));
}

static void PATH(product8_gelu)(const uint8_t *x, size_t ldx, const float *scales, size_t rows, size_t k,
                                const void *packed, size_t columns, float *scratch, uint8_t *q, size_t ldq,
                                float *out_scales) {
  for (size_t r = 0; r < rows; r += READOUT_BLOCK) {
    size_t n = rows - r < READOUT_BLOCK ? rows - r : READOUT_BLOCK;
    PATH(product8)(x + r * ldx, ldx, scales + r, n, k, packed, columns, scratch, columns);
    PATH(gelu)(scratch, n * columns);
    PATH(quantize)(scratch, columns, n, columns, q + r * ldq, ldq, out_scales + r);
  }
}

static void PATH(norm)(float *x, size_t ldx, const float *y, size_t ldy, const float *gain, const float *bias,
                       float epsilon, size_t rows, size_t width, uint8_t *q, size_t ldq, float *scales) {
  for (size_t r = 0; r < rows; r++) {
    float *a = x + r * ldx;
    float mean = 0, variance = 0;
    for (size_t i = 0; i < width; i++) mean += a[i] += y ? y[r * ldy + i] : 0;
    mean /= (float)width;
    for (size_t i = 0; i < width; i++) variance += (a[i] - mean) * (a[i] - mean);
    float factor = 1 / sqrtf(variance / (float)width + epsilon);
    for (size_t i = 0; i < width; i++) a[i] = (a[i] - mean) * factor * gain[i] + bias[i];
    if (q) PATH(quantize)(a, ldx, 1, width, q + r * ldq, ldq, scales + r);
  }
}

static void PATH(embed)(const int32_t *ids, const int32_t *features, size_t rows, const int8_t *words,
                        const float *word_scales, const float *positions, const float *const *tables, size_t count,
                        size_t width, float *x, size_t ldx) {
  for (size_t r = 0; r < rows; r++) {
    const int8_t *word = words + (size_t)ids[r] * width;
    float scale = word_scales[ids[r]];
    for (size_t i = 0; i < width; i++) x[r * ldx + i] = (float)word[i] * scale + positions[r * width + i];
    for (size_t t = 0; t < count; t++) {
      const float *row = tables[t] + (size_t)features[r * count + t] * width;
      for (size_t i = 0; i < width; i++) x[r * ldx + i] += row[i];
    }
  }
}

static void PATH(attention)(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out,
                            size_t ldo) {
  float *weights = scratch;
  size_t step = heads * READOUT_HEAD;
  for (size_t h = 0; h < heads; h++)
    for (size_t r = 0; r < rows; r++) {
      const float *query = qkv + r * ld + h * READOUT_HEAD;
      float largest = -INFINITY, total = 0;
      for (size_t j = 0; j < rows; j++) {
        const float *key = qkv + j * ld + step + h * READOUT_HEAD;
        float score = 0;
        for (size_t i = 0; i < READOUT_HEAD; i++) score += query[i] * key[i];
        weights[j] = score * 0.17677669f;
        largest = weights[j] > largest ? weights[j] : largest;
      }
      for (size_t j = 0; j < rows; j++) total += weights[j] = expf(weights[j] - largest);
      float *result = out + r * ldo + h * READOUT_HEAD;
      for (size_t i = 0; i < READOUT_HEAD; i++) result[i] = 0;
      for (size_t j = 0; j < rows; j++) {
        const float *value = qkv + j * ld + 2 * step + h * READOUT_HEAD;
        for (size_t i = 0; i < READOUT_HEAD; i++) result[i] += weights[j] / total * value[i];
      }
    }
}

static void PATH(attention8)(const float *qkv, size_t ld, size_t rows, size_t heads, void *scratch, float *out,
                             size_t ldo) {
  PATH(attention)(qkv, ld, rows, heads, scratch, out, ldo);
}
