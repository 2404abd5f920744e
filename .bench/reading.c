/* Reads through SQLite's C API, on two threads, the columns that the query of `peers` needs and adds
   them up: what any program takes at least that steps through their rows.

       reading LEDGER */
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static const char *ledger;

static const char *tables[4][2] = {
    {"id, kind, amount_minor, issued_on, due_on", "invoices"},
    {"invoice_id, paid_on, amount_minor", "payments"},
    {"invoice_id, rank, sent_on", "reminders"},
    {"invoice_id, from_on, until_on", "holds"}};

static unsigned long long sum_of_row(sqlite3_stmt *row) {
  unsigned long long sum = 0;
  for (int column = 0; column < sqlite3_data_count(row); column++) {
    if (sqlite3_column_type(row, column) == SQLITE_INTEGER) {
      sum += sqlite3_column_int64(row, column);
    } else {
      const unsigned char *text = sqlite3_column_text(row, column);
      for (int length = sqlite3_column_bytes(row, column); length > 0; length--) sum += *text++;
    }
  }
  return sum;
}

/* The half of each table whose rows are numbered `<=` or `>` half of the greatest number. */
static void *sum_of_half(void *comparison) {
  unsigned long long *sum = calloc(1, sizeof *sum);
  sqlite3 *database;
  int code = sqlite3_open_v2(ledger, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
  for (int table = 0; table < 4 && code == SQLITE_OK; table++) {
    sqlite3_stmt *row;
    char *query = sqlite3_mprintf(
        "SELECT %s FROM %s NOT INDEXED WHERE rowid %s (SELECT max(rowid) / 2 FROM %s)",
        tables[table][0], tables[table][1], comparison, tables[table][1]);
    code = sqlite3_prepare_v2(database, query, -1, &row, NULL);
    while (code == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW) *sum += sum_of_row(row);
    code = sqlite3_finalize(row);
    sqlite3_free(query);
  }
  if (code != SQLITE_OK) exit(1);
  return sum;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  ledger = arguments[1];
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* else threads wait for the count of bytes */
  pthread_t other;
  void *sum;
  pthread_create(&other, NULL, sum_of_half, ">");
  unsigned long long total = *(unsigned long long *)sum_of_half("<=");
  pthread_join(other, &sum);
  printf("%llu\n", total + *(unsigned long long *)sum);
}
