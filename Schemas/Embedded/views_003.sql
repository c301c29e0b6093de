-- For people and their SQL tools: the same facts with names, dates and positions written out. The program does not read these.

-- Every fact at every known time.
CREATE VIEW fact_ever AS
SELECT p.name AS projection,
       f.subject AS subject,
       f.id >> 32 AS event,
       CASE s.state WHEN 0 THEN 'as recorded' ELSE 'corrected' END AS version,
       s.by AS version_by,
       s.known_from AS known_from,
       nullif(s.known_to, 2147483647) AS known_to,
       CASE WHEN s.public_from BETWEEN -719527 AND 2932896
            THEN date('1970-01-01', s.public_from || ' days') END AS public_from,
       CASE WHEN s.public_from = -719528 THEN 'always' WHEN s.public_from > 2932896 THEN 'never' ELSE 'from' END AS public,
       CASE WHEN s.public_to <= 2932896 THEN date('1970-01-01', s.public_to || ' days') END AS public_to,
       date('1970-01-01', f.valid_from || ' days') AS valid_from,
       date('1970-01-01', f.valid_to || ' days') AS valid_to,
       s.report AS report,
       s.origin AS origin,
       s.grade AS grade,
       coalesce(f.body, (SELECT b.body FROM fact b
                        WHERE b.id < f.id AND b.body IS NOT NULL ORDER BY b.id DESC LIMIT 1)) AS body
FROM fact f
JOIN standing s ON s.id = f.id >> 14
JOIN projection p ON p.id = f.projection;

-- The facts that stand now, whatever was published.
CREATE VIEW fact_now AS
SELECT p.name AS projection,
       f.subject AS subject,
       f.id >> 32 AS event,
       s.by AS version_by,
       date('1970-01-01', f.valid_from || ' days') AS valid_from,
       date('1970-01-01', f.valid_to || ' days') AS valid_to,
       s.report AS report,
       s.origin AS origin,
       s.grade AS grade,
       coalesce(f.body, (SELECT b.body FROM fact b
                        WHERE b.id < f.id AND b.body IS NOT NULL ORDER BY b.id DESC LIMIT 1)) AS body
FROM fact f
JOIN standing s ON s.id = f.id >> 14
JOIN projection p ON p.id = f.projection
WHERE s.known_to = 2147483647 AND s.public_to > 2932897;

-- How events stand, at every known time.
CREATE VIEW event_standing AS
SELECT id >> 18 AS event,
       CASE state WHEN 0 THEN 'as recorded' WHEN 1 THEN 'corrected' ELSE 'retracted' END AS state,
       by,
       known_from,
       nullif(known_to, 2147483647) AS known_to,
       CASE WHEN public_from BETWEEN -719527 AND 2932896
            THEN date('1970-01-01', public_from || ' days') END AS public_from,
       CASE WHEN public_to <= 2932896 THEN date('1970-01-01', public_to || ' days') END AS public_to,
       report,
       origin,
       grade
FROM standing;

-- What every table, view and column means; a test holds it complete.
CREATE TABLE documentation(
  relation TEXT NOT NULL,
  field    TEXT NOT NULL,
  meaning  TEXT NOT NULL,
  PRIMARY KEY (relation, field)
) WITHOUT ROWID;

INSERT INTO documentation VALUES
  ('followed', '', 'How far the log was followed, and with what; one row.'),
  ('followed', 'one', 'Always 1.'),
  ('followed', 'size', 'How many events of the log the views have seen.'),
  ('followed', 'root', 'The root of the tree over them (RFC 6962), 32 bytes.'),
  ('followed', 'format', 'The format of these tables.'),
  ('followed', 'vocabulary', 'The version of the vocabulary.'),
  ('followed', 'skipped', 'How many leaves were skipped, because they could not be read or are of an unknown kind.'),
  ('followed', 'first_day', 'The first day that a fact of any view, in any version, speaks of, in days since 1970-01-01.'),
  ('followed', 'last_day', 'The last day that one does.'),
  ('projection', '', 'The projections whose facts are kept.'),
  ('projection', 'id', 'The number in fact.projection.'),
  ('projection', 'name', 'The name; `reference` holds what views look things up in.'),
  ('projection', 'version', 'The version of the map that made the facts.'),
  ('standing', '', 'How events stand: one row for each rectangle of known time and public time with one state.'),
  ('standing', 'id', 'Event * 2^18 + number of the row within the event.'),
  ('standing', 'state', '0 as recorded, 1 corrected, 2 retracted.'),
  ('standing', 'by', 'The event that brought it into this state: the last correction, or the retraction.'),
  ('standing', 'known_from', 'The position from which the ledger knew it so.'),
  ('standing', 'known_to', 'The position at which that ended; 2147483647 while it has not.'),
  ('standing', 'public_from', 'The first day of public time, in days since 1970-01-01; -719528 always, 2932897 never published.'),
  ('standing', 'public_to', 'The day at which it ends; 2932898 when nothing ends it.'),
  ('standing', 'report', 'The report the event was read in, by position.'),
  ('standing', 'origin', 'The last entry of its chain of attribution: report:N, source:KEY or anonymous:WHO.'),
  ('standing', 'grade', 'The Admiralty grade that the event carries.'),
  ('fact', '', 'What events state, version by version.'),
  ('fact', 'id', 'standing.id * 2^14 + number of the fact; id >> 32 is the position of the event.'),
  ('fact', 'projection', 'See projection.id.'),
  ('fact', 'subject', 'Whom or what it is about: a place id, #N for event N, or FAMILY:ID.'),
  ('fact', 'month', 'The month, as 2023-08, in which it began and ended, where the projection files such facts by month; else empty.'),
  ('fact', 'valid_from', 'The first day it may be true on, in days since 1970-01-01.'),
  ('fact', 'valid_to', 'The last day it may be true on.'),
  ('fact', 'body', 'Members of the leaf, as canonical JSON; NULL where it is the same as that of the fact before, by id.'),
  ('effect', '', 'Which events change how another stands.'),
  ('effect', 'target', 'The event that is corrected or retracted.'),
  ('effect', 'by', 'The event that does it.'),
  ('effect', 'kind', '1 corrects, 2 retracts.'),
  ('report', '', 'When reports were published, as corrected.'),
  ('report', 'event', 'The position of the report.'),
  ('report', 'published', 'The last day on which it can have been published, in days since 1970-01-01; 2932897 when it was not.'),
  ('dated', '', 'Events whose standing was computed from the publication of a report.'),
  ('dated', 'report', 'The position of the report.'),
  ('dated', 'event', 'The position of the event.'),
  ('name', '', 'Names under which entries are looked for.'),
  ('name', 'namespace', '1 actors, 2 places, 3 sources, 4 agreements.'),
  ('name', 'folded', 'The name without case, accents and script variants.'),
  ('name', 'id', 'The id of the entry.'),
  ('documentation', '', 'What every table, view and column means.'),
  ('documentation', 'relation', 'The table or view.'),
  ('documentation', 'field', 'The column; empty for the table or view itself.'),
  ('documentation', 'meaning', 'One sentence.'),
  ('fact_ever', '', 'Every fact at every known time.'),
  ('fact_ever', 'projection', 'The name of the projection.'),
  ('fact_ever', 'subject', 'Whom or what it is about: a place id, #N for event N, or FAMILY:ID.'),
  ('fact_ever', 'event', 'The position of the event that states it.'),
  ('fact_ever', 'version', 'As recorded, or corrected.'),
  ('fact_ever', 'version_by', 'The last correction in it, by position.'),
  ('fact_ever', 'known_from', 'The position from which the ledger knew it so.'),
  ('fact_ever', 'known_to', 'The position at which that ended; empty while it has not.'),
  ('fact_ever', 'public_from', 'The first day on which the public could know it so.'),
  ('fact_ever', 'public', 'always, never, or from a day.'),
  ('fact_ever', 'public_to', 'The day on which that ended; empty when nothing ended it.'),
  ('fact_ever', 'valid_from', 'The first day it may be true on.'),
  ('fact_ever', 'valid_to', 'The last day it may be true on.'),
  ('fact_ever', 'report', 'The report it was read in, by position.'),
  ('fact_ever', 'origin', 'The last entry of its chain of attribution.'),
  ('fact_ever', 'grade', 'The Admiralty grade that the event carries.'),
  ('fact_ever', 'body', 'Members of the leaf, as canonical JSON.'),
  ('fact_now', '', 'The facts that stand now, whatever was published.'),
  ('fact_now', 'projection', 'The name of the projection.'),
  ('fact_now', 'subject', 'Whom or what it is about: a place id, #N for event N, or FAMILY:ID.'),
  ('fact_now', 'event', 'The position of the event that states it.'),
  ('fact_now', 'version_by', 'The last correction in it, by position.'),
  ('fact_now', 'valid_from', 'The first day it may be true on.'),
  ('fact_now', 'valid_to', 'The last day it may be true on.'),
  ('fact_now', 'report', 'The report it was read in, by position.'),
  ('fact_now', 'origin', 'The last entry of its chain of attribution.'),
  ('fact_now', 'grade', 'The Admiralty grade that the event carries.'),
  ('fact_now', 'body', 'Members of the leaf, as canonical JSON.'),
  ('event_standing', '', 'How events stand, at every known time.'),
  ('event_standing', 'event', 'The position of the event.'),
  ('event_standing', 'state', 'As recorded, corrected or retracted.'),
  ('event_standing', 'by', 'The event that brought it into this state.'),
  ('event_standing', 'known_from', 'The position from which the ledger knew it so.'),
  ('event_standing', 'known_to', 'The position at which that ended; empty while it has not.'),
  ('event_standing', 'public_from', 'The first day on which the public could know it so; empty for always and never.'),
  ('event_standing', 'public_to', 'The day on which that ended; empty when nothing ended it.'),
  ('event_standing', 'report', 'The report it was read in, by position.'),
  ('event_standing', 'origin', 'The last entry of its chain of attribution.'),
  ('event_standing', 'grade', 'The Admiralty grade that the event carries.');
