-- Indexes of the views, made after a bulk load and kept from then on.

-- The facts about a subject, in the order of their events.
CREATE INDEX IF NOT EXISTS fact_subject ON fact(projection, subject);

-- What a report says.
CREATE INDEX IF NOT EXISTS standing_report ON standing(report) WHERE report IS NOT NULL;
