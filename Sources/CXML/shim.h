#include <libxml/xmlversion.h>
// Its ICU types would be declared a second time beside Foundation's.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
