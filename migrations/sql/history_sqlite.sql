-- What limits and closings held when, on SQLite, so that `flask check-books` can prove every transfer
-- against them; and what a favour or gift says stays as it was booked.

CREATE TABLE limit_change (
  id INTEGER NOT NULL CONSTRAINT pk_limit_change PRIMARY KEY,
  account_id INTEGER NOT NULL CONSTRAINT fk_limit_change_account_id_account REFERENCES account (id),
  after_version INTEGER NOT NULL,
  floor_minutes INTEGER,
  ceiling_minutes INTEGER
) STRICT;
CREATE INDEX ix_limit_change_account_id ON limit_change (account_id);

CREATE TABLE period_closing (
  id INTEGER NOT NULL CONSTRAINT pk_period_closing PRIMARY KEY,
  book_id INTEGER NOT NULL CONSTRAINT fk_period_closing_book_id_book REFERENCES book (id),
  after_seq INTEGER NOT NULL,
  closed_through TEXT NOT NULL
) STRICT;
CREATE INDEX ix_period_closing_book_id ON period_closing (book_id);

INSERT INTO limit_change (account_id, after_version, floor_minutes, ceiling_minutes)
  SELECT id, version, floor_minutes, ceiling_minutes FROM account
  WHERE floor_minutes IS NOT NULL OR ceiling_minutes IS NOT NULL;
INSERT INTO period_closing (book_id, after_seq, closed_through)
  SELECT id, seq, closed_through FROM book WHERE closed_through IS NOT NULL;

CREATE TRIGGER account_limits_kept AFTER UPDATE OF floor_minutes, ceiling_minutes ON account
WHEN NEW.floor_minutes IS NOT OLD.floor_minutes OR NEW.ceiling_minutes IS NOT OLD.ceiling_minutes
BEGIN
  INSERT INTO limit_change (account_id, after_version, floor_minutes, ceiling_minutes)
    VALUES (NEW.id, NEW.version, NEW.floor_minutes, NEW.ceiling_minutes);
END;
CREATE TRIGGER book_closing_kept AFTER UPDATE OF closed_through ON book
WHEN NEW.closed_through IS NOT OLD.closed_through
BEGIN
  INSERT INTO period_closing (book_id, after_seq, closed_through) VALUES (NEW.id, NEW.seq, NEW.closed_through);
END;

-- A line that says anything but what holds now is no history.
CREATE TRIGGER limit_change_is_true BEFORE INSERT ON limit_change
WHEN NOT EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND version = NEW.after_version
    AND floor_minutes IS NEW.floor_minutes AND ceiling_minutes IS NEW.ceiling_minutes)
  OR EXISTS (SELECT 1 FROM limit_change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 the history is append-only'); END;
CREATE TRIGGER limit_change_no_update BEFORE UPDATE ON limit_change
BEGIN SELECT RAISE(ABORT, 'TB000 the history is append-only'); END;
CREATE TRIGGER limit_change_no_delete BEFORE DELETE ON limit_change
BEGIN SELECT RAISE(ABORT, 'TB000 the history is append-only'); END;
CREATE TRIGGER period_closing_is_true BEFORE INSERT ON period_closing
WHEN NOT EXISTS (SELECT 1 FROM book WHERE id = NEW.book_id AND seq = NEW.after_seq
    AND closed_through = NEW.closed_through)
  OR EXISTS (SELECT 1 FROM period_closing WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 the history is append-only'); END;
CREATE TRIGGER period_closing_no_update BEFORE UPDATE ON period_closing
BEGIN SELECT RAISE(ABORT, 'TB000 the history is append-only'); END;
CREATE TRIGGER period_closing_no_delete BEFORE DELETE ON period_closing
BEGIN SELECT RAISE(ABORT, 'TB000 the history is append-only'); END;

-- What was booked keeps the facts that it was booked on.
CREATE TRIGGER favour_facts BEFORE UPDATE OF uid, antenna_id, done_on, minutes, with_hours, for_antenna, group_mode
ON favour WHEN (NEW.uid <> OLD.uid OR NEW.antenna_id <> OLD.antenna_id OR NEW.done_on <> OLD.done_on
  OR NEW.minutes <> OLD.minutes OR NEW.with_hours <> OLD.with_hours OR NEW.for_antenna <> OLD.for_antenna
  OR NEW.group_mode <> OLD.group_mode) AND EXISTS (SELECT 1 FROM favour_transfer WHERE favour_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'TB000 what is booked keeps its facts'); END;
CREATE TRIGGER favour_no_delete BEFORE DELETE ON favour
WHEN EXISTS (SELECT 1 FROM favour_transfer WHERE favour_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'TB000 what is booked is never deleted'); END;
CREATE TRIGGER favour_party_no_update BEFORE UPDATE ON favour_party
BEGIN SELECT RAISE(ABORT, 'TB000 who took part stays'); END;
CREATE TRIGGER favour_party_no_delete BEFORE DELETE ON favour_party
BEGIN SELECT RAISE(ABORT, 'TB000 who took part stays'); END;
CREATE TRIGGER gift_facts BEFORE UPDATE OF uid, kind, minutes, done_on, from_antenna_id, from_member_id,
  to_antenna_id, to_member_id ON gift
WHEN (NEW.uid <> OLD.uid OR NEW.kind <> OLD.kind OR NEW.minutes <> OLD.minutes OR NEW.done_on <> OLD.done_on
  OR NEW.from_antenna_id <> OLD.from_antenna_id OR NEW.from_member_id IS NOT OLD.from_member_id
  OR NEW.to_antenna_id <> OLD.to_antenna_id OR NEW.to_member_id IS NOT OLD.to_member_id)
  AND EXISTS (SELECT 1 FROM gift_transfer WHERE gift_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'TB000 what is booked keeps its facts'); END;
CREATE TRIGGER gift_no_delete BEFORE DELETE ON gift
WHEN EXISTS (SELECT 1 FROM gift_transfer WHERE gift_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'TB000 what is booked is never deleted'); END;

-- Whose account it is changes only when two begin to share one.
CREATE TRIGGER member_account_stays BEFORE UPDATE OF account_id ON member
WHEN OLD.account_id IS NOT NULL AND NEW.account_id IS NOT OLD.account_id
  AND NOT EXISTS (SELECT 1 FROM household WHERE account_id = NEW.account_id)
BEGIN SELECT RAISE(ABORT, 'TB000 an account stays whose it is'); END;

-- Silence is nobody's word, and who gave the help doesn't agree as who was helped.
CREATE TRIGGER favour_confirmation_person BEFORE INSERT ON favour_confirmation
WHEN NEW.rests_on IN ('silence', 'receiver') BEGIN
  SELECT RAISE(ABORT, 'TB403 silence is nobody''s word')
    WHERE NEW.rests_on = 'silence' AND NEW.confirmed_by_id IS NOT NULL;
  SELECT RAISE(ABORT, 'TB403 own hours') WHERE NEW.rests_on = 'receiver' AND EXISTS (
    SELECT 1 FROM favour_party p JOIN member g ON g.id = p.member_id
    WHERE p.favour_id = NEW.favour_id AND p.side = 'giver' AND g.person_id = NEW.confirmed_by_id);
END;
