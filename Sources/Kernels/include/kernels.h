#ifndef READOUT_KERNELS_H
#define READOUT_KERNELS_H

#include <stddef.h>

#endif
