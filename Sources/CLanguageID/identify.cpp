// A C face for CLD2, whose own header is C++ and wants <cstdio> before it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "CLanguageID.h"

const char *dateline_identify_language(const char *bytes, size_t count, int *percent) {
  CLD2::Language found[3];
  int percents[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  double scores[3];
  const CLD2::Language best = CLD2::ExtDetectLanguageSummary(
      bytes, static_cast<int>(count), true, &hints, 0, found, percents, scores, nullptr,
      &text_bytes, &reliable);
  *percent = percents[0];
  if (!reliable || best == CLD2::UNKNOWN_LANGUAGE) return nullptr;
  return CLD2::LanguageCode(best);
}
