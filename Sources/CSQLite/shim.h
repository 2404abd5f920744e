#ifndef RELANCE_CSQLITE_SHIM_H
#define RELANCE_CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot import; SQLite then copies the bytes it is given.
static inline int relance_sqlite3_bind_text(
    sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Asks for the memory at an address ahead of its use; harmless whatever the address.
static inline void relance_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif
