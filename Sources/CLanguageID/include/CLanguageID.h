#pragma once
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The language of a UTF-8 text by CLD2, or NULL where it is not sure.
///
/// - bytes, count: valid UTF-8, plain text.
/// - percent: receives the share of the text in that language, 0 to 100.
/// Returns an ISO 639-1 code (or "zh-Hant" and the like) that lives as long as the program.
const char *dateline_identify_language(const char *bytes, size_t count, int *percent);

#ifdef __cplusplus
}
#endif
