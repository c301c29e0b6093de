-- The views of a Daybook ledger, format 6: facts stamped with known time on both readings.
-- Disposable: delete the file, and the next command rebuilds it from log.sqlite with the same content.
-- For people and their SQL tools: read `fact_now`, `fact_ever` and `event_standing`; the table `documentation` describes every column.

-- How far the log was followed, with what, and of which days its events speak. One row.
CREATE TABLE followed(
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  size       INTEGER NOT NULL,
  root       BLOB NOT NULL,
  format     INTEGER NOT NULL,
  vocabulary INTEGER NOT NULL,
  skipped    INTEGER NOT NULL,
  first_day  INTEGER,
  last_day   INTEGER
);

-- The projections whose facts are kept, with the version that made them.
CREATE TABLE projection(
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL
);

-- How an event stands: one row for each rectangle of known time (ledger positions) and public time (days) with one state.
-- id = event * 2^18 + number of the row within the event.
CREATE TABLE standing(
  id          INTEGER PRIMARY KEY,
  state       INTEGER NOT NULL,
  by          INTEGER,
  known_from  INTEGER NOT NULL,
  known_to    INTEGER NOT NULL,
  public_from INTEGER NOT NULL,
  public_to   INTEGER NOT NULL,
  report      INTEGER,
  origin      TEXT,
  grade       TEXT
);

-- What an event states, version by version. id = standing.id * 2^14 + number of the fact.
CREATE TABLE fact(
  id         INTEGER PRIMARY KEY,
  projection INTEGER NOT NULL,
  subject    TEXT NOT NULL,
  month      TEXT,
  valid_from INTEGER,
  valid_to   INTEGER,
  body       TEXT
);

-- Which events change how another stands: kind 1 corrects, 2 retracts.
CREATE TABLE effect(
  target INTEGER NOT NULL,
  by     INTEGER NOT NULL,
  kind   INTEGER NOT NULL,
  PRIMARY KEY (target, by, kind)
) WITHOUT ROWID;

CREATE INDEX effect_by ON effect(by);

-- The day on which a report was published, as corrected.
CREATE TABLE report(
  event     INTEGER PRIMARY KEY,
  published INTEGER NOT NULL
);

-- Events whose standing was computed from the publication day of a report that is not simply their own.
CREATE TABLE dated(
  report INTEGER NOT NULL,
  event  INTEGER NOT NULL,
  PRIMARY KEY (report, event)
) WITHOUT ROWID;

-- Names under which actors (1), places (2), sources (3) and agreements (4) are looked for: folded, with the id of the entry.
-- A name stays when a correction takes it away; whoever finds it asks the standing facts about the id.
CREATE TABLE name(
  namespace INTEGER NOT NULL,
  folded    TEXT NOT NULL,
  id        TEXT NOT NULL,
  PRIMARY KEY (namespace, folded, id)
) WITHOUT ROWID;
