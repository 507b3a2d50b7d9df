-- Version 1. Each statement ends with a semicolon at the end of a line; lines with two dashes are left out.
--
-- Columns called ..._ms hold milliseconds since 1970, ..._at a time as text with nine digits behind the second.
-- Ids of other systems have no longest length and indexes do: a column called ..._key holds the id itself, or its
-- beginning and hash when it is long; ..._whole (or whole_...) then holds the id and is empty otherwise.
--
-- Texts compare byte by byte: what is the same id must not depend on the language of the server, and the order of times
-- kept as text is that of their digits.

-- How far each feed was read.
CREATE TABLE {p}cursors (
    feed TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    read_to TEXT COLLATE "C" NOT NULL
);

-- Handled keys, by the million: looked up by the whole key, dropped by age within a scope.
CREATE TABLE {p}keys (
    scope TEXT COLLATE "C" NOT NULL,
    happening TEXT COLLATE "C" NOT NULL,
    at_ms BIGINT NOT NULL,
    PRIMARY KEY (scope, happening)
);

CREATE INDEX {p}keys_by_age ON {p}keys (scope, at_ms);

-- Ties between objects, found from either end.
CREATE TABLE {p}links (
    from_key TEXT COLLATE "C" NOT NULL,
    from_whole TEXT COLLATE "C",
    type TEXT COLLATE "C" NOT NULL,
    to_key TEXT COLLATE "C" NOT NULL,
    to_whole TEXT COLLATE "C",
    version BIGINT NOT NULL,
    fingerprint TEXT COLLATE "C",
    updated_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (from_key, type, to_key)
);

CREATE INDEX {p}links_by_end ON {p}links (to_key, type);

-- Items put aside.
CREATE TABLE {p}parked (
    feed TEXT COLLATE "C" NOT NULL,
    item_key TEXT COLLATE "C" NOT NULL,
    whole_key TEXT COLLATE "C",
    object TEXT COLLATE "C" NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    first_failed_at TEXT COLLATE "C" NOT NULL,
    last_failed_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (feed, item_key)
);

CREATE INDEX {p}parked_by_age ON {p}parked (feed, first_failed_at, item_key);

-- One row for each feed that ever accepted an item: the last number given out. Whoever accepts or claims items of the feed
-- holds this row until it commits, so that numbers become visible in their order and two claims never meet. The free space
-- in each page lets such a row, changed all the time, stay in its page and out of the indexes (the same further down).
CREATE TABLE {p}feeds (
    feed TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    last_number BIGINT NOT NULL
) WITH (fillfactor = 50);

-- Accepted and not handled. A claim walks along the primary key, oldest first, and looks for each item into
-- inbox_by_object whether something of its object is in somebody's hands or waits: free_ms in the index leads it to these
-- few rows, past however many more of the object are due.
CREATE TABLE {p}inbox (
    feed TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    object_key TEXT COLLATE "C" NOT NULL,
    whole_object TEXT COLLATE "C",
    event TEXT COLLATE "C" NOT NULL,
    accepted_ms BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    first_failed_ms BIGINT,
    reason TEXT COLLATE "C",
    claim BIGINT NOT NULL,
    -- Who claimed it last; empty when nobody holds it.
    worker TEXT COLLATE "C" NOT NULL,
    -- From when it may be claimed: the end of a claim, or of a delay.
    free_ms BIGINT NOT NULL,
    PRIMARY KEY (feed, number)
) WITH (
    -- Rows come and go all day; what they leave behind is cleared early, or claims would have to step over it.
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.05
);

CREATE INDEX {p}inbox_by_object ON {p}inbox (feed, object_key, free_ms, number, worker);

CREATE INDEX {p}inbox_by_worker ON {p}inbox (feed, worker) WHERE worker <> '';

CREATE TABLE {p}leases (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    owner TEXT COLLATE "C" NOT NULL,
    fence BIGINT NOT NULL,
    until_ms BIGINT NOT NULL
) WITH (fillfactor = 50);

-- The audit trail, by the million. It is read along its numbers, all of it or what belongs to one case or one object.
-- Times of events and their sources have no index of their own: such reads walk through the whole trail, which the few
-- that ask (reports, exports) can afford and every commit cannot.
CREATE TABLE {p}trail (
    number BIGINT NOT NULL PRIMARY KEY,
    recorded_ms BIGINT NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    event_id TEXT COLLATE "C" NOT NULL,
    occurred_ms BIGINT NOT NULL,
    case_key TEXT COLLATE "C",
    subject TEXT COLLATE "C",
    event TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL
);

CREATE UNIQUE INDEX {p}trail_once ON {p}trail (source, event_id);

CREATE INDEX {p}trail_by_case ON {p}trail (case_key, number) WHERE case_key IS NOT NULL;

CREATE INDEX {p}trail_by_subject ON {p}trail (subject, number) WHERE subject IS NOT NULL;

-- One row: the end of the trail. Whoever adds to the trail holds it from the last moment before the commit until the end.
CREATE TABLE {p}trail_head (
    id BIGINT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    hash TEXT COLLATE "C" NOT NULL
) WITH (fillfactor = 10);

INSERT INTO {p}trail_head (id, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
