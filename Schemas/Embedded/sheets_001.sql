-- Facts of one subject side by side, with their stamps: what a picture of a whole country is read from. Disposable, made from
-- views.sqlite on demand, and compared with it by an audit; people and their SQL tools read `fact_now` and `fact_ever` there.

-- Up to which size of the log the sheets are filled, of views of which format, and since when ends of known time are kept aside.
CREATE TABLE filled(
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  size   INTEGER NOT NULL,
  root   BLOB    NOT NULL,
  format TEXT    NOT NULL,
  base   INTEGER NOT NULL
);

-- Entries of 56 bytes: fourteen numbers of four bytes in the order of the machine, as SheetEntry names them. month is empty for facts
-- that are filed under none. Reports lie under `report:N`, N their position divided by 4096; their text is who says them and what they
-- derive from, `12,7i|ap`: by ap, derived from #12 as stated, and from #7 as inferred.
CREATE TABLE sheet(
  projection INTEGER NOT NULL,
  subject    TEXT    NOT NULL,
  month      TEXT    NOT NULL,
  part       INTEGER NOT NULL,
  entries    BLOB    NOT NULL
);

CREATE UNIQUE INDEX sheet_of ON sheet(projection, subject, month, part);

-- Bodies and origins, by the numbers that entries name them with.
CREATE TABLE text(
  id   INTEGER PRIMARY KEY,
  text BLOB NOT NULL
);
