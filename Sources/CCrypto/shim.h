#include <openssl/evp.h>

/// SHA-256 (FIPS 180-4) of `count` bytes into the 32 bytes at `digest`; 1 on success, else 0.
static inline int dateline_sha256(const void *bytes, size_t count, unsigned char *digest) {
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha256(), NULL);
}
