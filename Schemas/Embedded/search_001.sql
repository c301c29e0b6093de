-- The index of words, beside the views: disposable, made from the log alone, and never trusted. It names events in which a
-- word may be found; what of them may be shown, and whether it matches, is decided by looking at the event.

-- How far the log was followed, and with what; one row.
CREATE TABLE indexed(
  one        INTEGER PRIMARY KEY CHECK (one = 1),
  size       INTEGER NOT NULL,
  root       BLOB    NOT NULL,
  format     INTEGER NOT NULL,
  vocabulary INTEGER NOT NULL
);

-- rowid is the position of the event. Texts are not kept (content = ''), nor where in them a word stands (detail = none).
-- They come folded and taken apart; the tokenizer only parts at spaces, whatever the script.
CREATE VIRTUAL TABLE word USING fts5(spelling, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
