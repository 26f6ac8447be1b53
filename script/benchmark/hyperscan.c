// Finds the phrases of a list in a file with Hyperscan, as whole words in any case, and prints how many and
// the seconds of processor time that a search took, the mean of several, without compiling the phrases.
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int count(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *sum) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long *)sum;
  return 0;
}

static char *read_all(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  if (!bytes || fread(bytes, 1, *size, file) != *size) exit(2);
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int runs = atoi(argv[3]);
  size_t size;
  char *list = read_all(argv[1], &size);
  unsigned capacity = 0, total = 0;
  for (size_t i = 0; i < size; i++) capacity += list[i] == '\n';
  const char **expressions = calloc(capacity, sizeof *expressions);
  unsigned *flags = calloc(capacity, sizeof *flags), *ids = calloc(capacity, sizeof *ids);
  for (char *line = strtok(list, "\n"); line && total < capacity; line = strtok(NULL, "\n")) {
    char *expression = malloc(strlen(line) + 5);
    sprintf(expression, "\\b%s\\b", line);
    expressions[total] = expression;
    flags[total] = HS_FLAG_CASELESS;
    ids[total] = total;
    total++;
  }
  hs_database_t *database;
  hs_compile_error_t *mistake;
  if (hs_compile_multi(expressions, flags, ids, total, HS_MODE_BLOCK, NULL, &database, &mistake)) return 2;
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch)) return 2;
  char *text = read_all(argv[2], &size);
  unsigned long found = 0;
  clock_t start = clock();
  for (int run = 0; run < runs; run++) {
    found = 0;
    if (hs_scan(database, text, (unsigned)size, 0, scratch, count, &found)) return 2;
  }
  printf("%lu %.6f\n", found, (double)(clock() - start) / CLOCKS_PER_SEC / runs);
  return 0;
}
