-- The log of a Daybook ledger, format 1. Never edited once shipped: a later format is another file.
-- Rows are only ever added to event, event_id, tile, checkpoint and token; disclosure may be erased.

-- Facts about the log itself: origin, created.
CREATE TABLE meta(
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The truth: canonical leaves by position, from 0 without gaps.
CREATE TABLE event(
  seq  INTEGER PRIMARY KEY,
  leaf BLOB NOT NULL
);

-- Where the event with a 128-bit id stands; made from the leaves, so that an append can be retried.
CREATE TABLE event_id(
  id  BLOB PRIMARY KEY NOT NULL,
  seq INTEGER NOT NULL
) WITHOUT ROWID;

-- Full tiles of 256 hashes (C2SP tlog-tiles); id = level * 2^48 + index.
CREATE TABLE tile(
  id   INTEGER PRIMARY KEY,
  data BLOB NOT NULL
);

-- The right edge of the tree: size and the hashes from which it grows.
CREATE TABLE frontier(
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  state BLOB NOT NULL
);

-- Every signed note of the tree, also later copies of one with more signatures.
CREATE TABLE checkpoint(
  number INTEGER PRIMARY KEY,
  size   INTEGER NOT NULL,
  note   BLOB NOT NULL
);
CREATE INDEX checkpoint_size ON checkpoint(size);

-- Timestamps (RFC 3161) over the note with that number.
CREATE TABLE token(
  number     INTEGER PRIMARY KEY,
  checkpoint INTEGER NOT NULL REFERENCES checkpoint(number),
  token      BLOB NOT NULL
);
CREATE INDEX token_checkpoint ON token(checkpoint);

-- Protected values, sealed with the key of a subject; erasable and part of no hash.
CREATE TABLE disclosure(
  digest  BLOB PRIMARY KEY NOT NULL,
  seq     INTEGER NOT NULL,
  sealed  BLOB NOT NULL,
  subject BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX disclosure_seq ON disclosure(seq);
CREATE INDEX disclosure_subject ON disclosure(subject);

-- Guard rails against a slip of the hand. The audit does not rely on them.
CREATE TRIGGER event_keep_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed; append a correct event'); END;
CREATE TRIGGER event_keep_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted; append a retract event'); END;
CREATE TRIGGER event_id_keep_update BEFORE UPDATE ON event_id
BEGIN SELECT RAISE(ABORT, 'the id of an event is never changed'); END;
CREATE TRIGGER event_id_keep_delete BEFORE DELETE ON event_id
BEGIN SELECT RAISE(ABORT, 'the id of an event is never deleted'); END;
CREATE TRIGGER tile_keep_update BEFORE UPDATE ON tile
BEGIN SELECT RAISE(ABORT, 'a full tile is never changed'); END;
CREATE TRIGGER tile_keep_delete BEFORE DELETE ON tile
BEGIN SELECT RAISE(ABORT, 'a full tile is never deleted'); END;
CREATE TRIGGER checkpoint_keep_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a signed note is never changed'); END;
CREATE TRIGGER checkpoint_keep_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a signed note is never deleted'); END;
CREATE TRIGGER token_keep_update BEFORE UPDATE ON token
BEGIN SELECT RAISE(ABORT, 'a timestamp is never changed'); END;
CREATE TRIGGER token_keep_delete BEFORE DELETE ON token
BEGIN SELECT RAISE(ABORT, 'a timestamp is never deleted'); END;
