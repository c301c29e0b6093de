#ifndef DAYBOOK_FAULTS_H
#define DAYBOOK_FAULTS_H

/* An SQLite file system named "faults", for tests: the system's own, of which one call can be made to fail. */

/* What the failing call answers. */
enum { FAULTS_FULL = 0, FAULTS_INPUT_OUTPUT = 1 };

/* Registers the file system; again is harmless. Answers SQLITE_OK. */
int faults_register(void);

/* From now on the nth read, write, truncate or sync fails (1 is the next one); with `lasting` every later one, too. 0 lets all succeed. */
void faults_arm(long nth, int answer, int lasting);

/* How many such calls were made since. */
long faults_count(void);

#endif
