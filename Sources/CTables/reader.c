// The reader's style, script and icon, which stand with its views, as bytes in the program.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTables.h"

#define FILE_BYTES(name) \
  DatelineTable dateline_table_##name(void) { return (DatelineTable){name, sizeof name}; }

static const unsigned char style[] = {
#embed "../Web/Static/style.css"
};
FILE_BYTES(style)

static const unsigned char script[] = {
#embed "../Web/Static/reader.js"
};
FILE_BYTES(script)

static const unsigned char icon[] = {
#embed "../Web/Static/icon.svg"
};
FILE_BYTES(icon)
