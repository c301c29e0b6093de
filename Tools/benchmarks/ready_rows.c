/* The floor that Daybook is measured against: plain C over the same SQLite, the same tables, the same durability, with rows
   that are ready made. Built and called by Tools/bench.

     ready_rows rows   LEDGER FILE             writes the rows of a log (id, leaf) into a flat file, ready to be inserted
     ready_rows bulk   FILE SQL TO [PER] [LEDGER]  inserts them all, PER rows a transaction (0: all in one), with the full tiles of LEDGER
     ready_rows single FILE SQL TO N           inserts N of them, one transaction each
     ready_rows scan   LEDGER [sha]            reads every leaf in order, with `sha` hashes it as RFC 6962 does

   SQL is the file with the schema of the log. Each mode prints lines NAME=VALUE. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *db;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void die(const char *what) {
  fprintf(stderr, "ready_rows: %s: %s\n", what, db ? sqlite3_errmsg(db) : strerror(errno ? errno : EINVAL));
  exit(1);
}

static void run(const char *sql) {
  if (sqlite3_exec(db, sql, 0, 0, 0)) die(sql);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, 0)) die(sql);
  return s;
}

static const unsigned char *map(const char *path, size_t *size) {
  int f = open(path, O_RDONLY);
  struct stat s;
  if (f < 0 || fstat(f, &s)) die(path);
  *size = (size_t)s.st_size;
  void *p = mmap(0, *size, PROT_READ, MAP_PRIVATE, f, 0);
  if (p == MAP_FAILED) die(path);
  madvise(p, *size, MADV_SEQUENTIAL);
  close(f);
  return p;
}

/* A flat row: 16 bytes id, 4 bytes length, leaf. */
static void rows(const char *ledger, const char *path) {
  FILE *out = fopen(path, "wb");
  if (!out) die(path);
  if (sqlite3_open_v2(ledger, &db, SQLITE_OPEN_READWRITE, 0)) die(ledger);
  sqlite3_stmt *s = prepare("SELECT e.leaf, i.id FROM event_id i JOIN event e USING(seq) ORDER BY i.seq");
  while (sqlite3_step(s) == SQLITE_ROW) {
    uint32_t n = (uint32_t)sqlite3_column_bytes(s, 0);
    fwrite(sqlite3_column_blob(s, 1), 16, 1, out);
    fwrite(&n, 4, 1, out);
    fwrite(sqlite3_column_blob(s, 0), 1, n, out);
  }
  if (fclose(out)) die(path);
}

static void make(const char *schema, const char *path) {
  size_t size;
  const unsigned char *text = map(schema, &size);
  char *sql = malloc(size + 1);
  memcpy(sql, text, size);
  sql[size] = 0;
  if (sqlite3_open(path, &db)) die(path);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  run(sql);
  free(sql);
}

static sqlite3_stmt *event, *identity;

static const unsigned char *insert(const unsigned char *row, sqlite3_int64 seq) {
  uint32_t n;
  memcpy(&n, row + 16, 4);
  sqlite3_bind_int64(event, 1, seq);
  sqlite3_bind_blob(event, 2, row + 20, (int)n, SQLITE_STATIC);
  sqlite3_bind_blob(identity, 1, row, 16, SQLITE_STATIC);
  sqlite3_bind_int64(identity, 2, seq);
  if (sqlite3_step(event) != SQLITE_DONE || sqlite3_step(identity) != SQLITE_DONE) die("insert");
  sqlite3_reset(event);
  sqlite3_reset(identity);
  return row + 20 + n;
}

static void prepare_inserts(void) {
  event = prepare("INSERT INTO event(seq, leaf) VALUES(?1, ?2)");
  identity = prepare("INSERT INTO event_id(id, seq) VALUES(?1, ?2)");
}

static void bulk(const char *file, const char *schema, const char *to, long per, const char *ledger) {
  size_t size;
  const unsigned char *p = map(file, &size), *end = p + size;
  make(schema, to);
  run("PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 20000");
  if (ledger) {
    char *attach = sqlite3_mprintf("ATTACH %Q AS made", ledger);
    run(attach);
    sqlite3_free(attach);
  }
  prepare_inserts();
  double start = now();
  long n = 0;
  run("BEGIN IMMEDIATE");
  while (p < end) {
    p = insert(p, n++);
    if (per && n % per == 0) run("COMMIT; BEGIN IMMEDIATE");
  }
  if (ledger) run("INSERT INTO main.tile SELECT id, data FROM made.tile; INSERT INTO main.frontier SELECT * FROM made.frontier");
  run("COMMIT; PRAGMA main.wal_checkpoint(TRUNCATE)");
  printf("events=%ld\nseconds=%.6f\n", n, now() - start);
}

static void single(const char *file, const char *schema, const char *to, long count) {
  size_t size;
  const unsigned char *p = map(file, &size), *end = p + size;
  make(schema, to);
  prepare_inserts();
  sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
  double start = now();
  long n = 0;
  for (; n < count && p < end; n++) {
    sqlite3_step(begin);
    sqlite3_reset(begin);
    p = insert(p, n);
    if (sqlite3_step(commit) != SQLITE_DONE) die("commit");
    sqlite3_reset(commit);
  }
  printf("events=%ld\nseconds=%.6f\n", n, now() - start);
}

static void scan(const char *ledger, int sha) {
  EVP_MD *kind = EVP_MD_fetch(0, "SHA256", 0);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  unsigned char hash[32] = {0}, all = 0, zero = 0;
  if (sqlite3_open_v2(ledger, &db, SQLITE_OPEN_READWRITE, 0)) die(ledger);
  sqlite3_stmt *s = prepare("SELECT seq, leaf FROM event ORDER BY seq");
  double start = now();
  long n = 0;
  while (sqlite3_step(s) == SQLITE_ROW) {
    const unsigned char *leaf = sqlite3_column_blob(s, 1);
    int size = sqlite3_column_bytes(s, 1);
    if (sha) {
      EVP_DigestInit_ex2(context, kind, 0);
      EVP_DigestUpdate(context, &zero, 1);
      EVP_DigestUpdate(context, leaf, (size_t)size);
      EVP_DigestFinal_ex(context, hash, 0);
      all ^= hash[0];
    } else {
      all ^= (unsigned char)(leaf[0] + leaf[size - 1]);
    }
    n++;
  }
  printf("events=%ld\nseconds=%.6f\nmixed=%d\n", n, now() - start, all);
}

int main(int count, char **words) {
  const char *mode = count > 1 ? words[1] : "";
  if (!strcmp(mode, "rows") && count == 4) rows(words[2], words[3]);
  else if (!strcmp(mode, "bulk") && count >= 5)
    bulk(words[2], words[3], words[4], count > 5 ? atol(words[5]) : 0, count > 6 ? words[6] : 0);
  else if (!strcmp(mode, "single") && count == 6) single(words[2], words[3], words[4], atol(words[5]));
  else if (!strcmp(mode, "scan") && count >= 3) scan(words[2], count > 3);
  else {
    fprintf(stderr, "usage: see the head of ready_rows.c\n");
    return 64;
  }
  return 0;
}
