-- Indexes of the views; a rebuild fills them itself, in their order.

-- The facts about a subject: those of no month in the order of their events, then those of each month.
CREATE INDEX IF NOT EXISTS fact_subject ON fact(projection, subject, month);

-- What a report says.
CREATE INDEX IF NOT EXISTS standing_report ON standing(report) WHERE report IS NOT NULL;

-- What an event did to the standing of others: the rows it wrote for them, and the rows it ended. Few, so the indexes are small.
CREATE INDEX IF NOT EXISTS standing_restamped ON standing(known_from) WHERE known_from <> id >> 18;
CREATE INDEX IF NOT EXISTS standing_closed ON standing(known_to) WHERE known_to <> 2147483647;
