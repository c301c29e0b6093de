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
       f.body AS body
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
       f.body AS body
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
