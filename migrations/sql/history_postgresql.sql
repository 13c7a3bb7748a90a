-- What limits and closings held when, on PostgreSQL, so that `flask check-books` can prove every transfer
-- against them; and what a favour or gift says stays as it was booked.

CREATE TABLE limit_change (
  id bigserial CONSTRAINT pk_limit_change PRIMARY KEY,
  account_id bigint NOT NULL CONSTRAINT fk_limit_change_account_id_account REFERENCES account (id),
  after_version bigint NOT NULL,
  floor_minutes integer,
  ceiling_minutes integer
);
CREATE INDEX ix_limit_change_account_id ON limit_change (account_id);

CREATE TABLE period_closing (
  id bigserial CONSTRAINT pk_period_closing PRIMARY KEY,
  book_id bigint NOT NULL CONSTRAINT fk_period_closing_book_id_book REFERENCES book (id),
  after_seq bigint NOT NULL,
  closed_through date NOT NULL
);
CREATE INDEX ix_period_closing_book_id ON period_closing (book_id);

INSERT INTO limit_change (account_id, after_version, floor_minutes, ceiling_minutes)
  SELECT id, version, floor_minutes, ceiling_minutes FROM account
  WHERE floor_minutes IS NOT NULL OR ceiling_minutes IS NOT NULL;
INSERT INTO period_closing (book_id, after_seq, closed_through)
  SELECT id, seq, closed_through FROM book WHERE closed_through IS NOT NULL;

CREATE FUNCTION keep_limits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO limit_change (account_id, after_version, floor_minutes, ceiling_minutes)
    VALUES (NEW.id, NEW.version, NEW.floor_minutes, NEW.ceiling_minutes);
  RETURN NULL;
END $$;
CREATE TRIGGER account_limits_kept AFTER UPDATE OF floor_minutes, ceiling_minutes ON account FOR EACH ROW
  WHEN (NEW.floor_minutes IS DISTINCT FROM OLD.floor_minutes
    OR NEW.ceiling_minutes IS DISTINCT FROM OLD.ceiling_minutes)
  EXECUTE FUNCTION keep_limits();

CREATE FUNCTION keep_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO period_closing (book_id, after_seq, closed_through) VALUES (NEW.id, NEW.seq, NEW.closed_through);
  RETURN NULL;
END $$;
CREATE TRIGGER book_closing_kept AFTER UPDATE OF closed_through ON book FOR EACH ROW
  WHEN (NEW.closed_through IS DISTINCT FROM OLD.closed_through) EXECUTE FUNCTION keep_closing();

-- A line that says anything but what holds now is no history.
CREATE FUNCTION true_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'limit_change' THEN
    IF EXISTS (SELECT 1 FROM account WHERE id = NEW.account_id AND version = NEW.after_version
        AND floor_minutes IS NOT DISTINCT FROM NEW.floor_minutes
        AND ceiling_minutes IS NOT DISTINCT FROM NEW.ceiling_minutes) THEN
      RETURN NEW;
    END IF;
  ELSIF EXISTS (SELECT 1 FROM book WHERE id = NEW.book_id AND seq = NEW.after_seq
      AND closed_through = NEW.closed_through) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the history is append-only' USING ERRCODE = 'TB000';
END $$;
CREATE TRIGGER limit_change_is_true BEFORE INSERT ON limit_change FOR EACH ROW EXECUTE FUNCTION true_history();
CREATE TRIGGER limit_change_no_change BEFORE UPDATE OR DELETE ON limit_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER limit_change_no_truncate BEFORE TRUNCATE ON limit_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER period_closing_is_true BEFORE INSERT ON period_closing FOR EACH ROW EXECUTE FUNCTION true_history();
CREATE TRIGGER period_closing_no_change BEFORE UPDATE OR DELETE ON period_closing
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER period_closing_no_truncate BEFORE TRUNCATE ON period_closing
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- TRUNCATE asks no trigger of single rows.
CREATE TRIGGER favour_confirmation_no_truncate BEFORE TRUNCATE ON favour_confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER favour_transfer_no_truncate BEFORE TRUNCATE ON favour_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gift_transfer_no_truncate BEFORE TRUNCATE ON gift_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER favour_party_no_truncate BEFORE TRUNCATE ON favour_party
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_decision_no_truncate BEFORE TRUNCATE ON rule_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was booked keeps the facts that it was booked on.
CREATE FUNCTION keep_booked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE booked boolean;
BEGIN
  IF TG_TABLE_NAME = 'favour' THEN
    booked := EXISTS (SELECT 1 FROM favour_transfer WHERE favour_id = OLD.id);
  ELSE
    booked := EXISTS (SELECT 1 FROM gift_transfer WHERE gift_id = OLD.id);
  END IF;
  IF booked THEN
    RAISE EXCEPTION 'what is booked keeps its facts' USING ERRCODE = 'TB000';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER favour_facts
  BEFORE UPDATE OF uid, antenna_id, done_on, minutes, with_hours, for_antenna, group_mode ON favour FOR EACH ROW
  WHEN ((NEW.uid, NEW.antenna_id, NEW.done_on, NEW.minutes, NEW.with_hours, NEW.for_antenna, NEW.group_mode)
    IS DISTINCT FROM
    (OLD.uid, OLD.antenna_id, OLD.done_on, OLD.minutes, OLD.with_hours, OLD.for_antenna, OLD.group_mode))
  EXECUTE FUNCTION keep_booked();
CREATE TRIGGER favour_no_delete BEFORE DELETE ON favour FOR EACH ROW EXECUTE FUNCTION keep_booked();
CREATE TRIGGER favour_party_no_change BEFORE UPDATE OR DELETE ON favour_party
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gift_facts
  BEFORE UPDATE OF uid, kind, minutes, done_on, from_antenna_id, from_member_id, to_antenna_id, to_member_id
  ON gift FOR EACH ROW
  WHEN ((NEW.uid, NEW.kind, NEW.minutes, NEW.done_on, NEW.from_antenna_id, NEW.from_member_id,
    NEW.to_antenna_id, NEW.to_member_id) IS DISTINCT FROM
    (OLD.uid, OLD.kind, OLD.minutes, OLD.done_on, OLD.from_antenna_id, OLD.from_member_id,
    OLD.to_antenna_id, OLD.to_member_id))
  EXECUTE FUNCTION keep_booked();
CREATE TRIGGER gift_no_delete BEFORE DELETE ON gift FOR EACH ROW EXECUTE FUNCTION keep_booked();

-- Whose account it is changes only when two begin to share one.
CREATE FUNCTION keep_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM household WHERE account_id = NEW.account_id) THEN
    RAISE EXCEPTION 'an account stays whose it is' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER member_account_stays BEFORE UPDATE OF account_id ON member FOR EACH ROW
  WHEN (OLD.account_id IS NOT NULL AND NEW.account_id IS DISTINCT FROM OLD.account_id)
  EXECUTE FUNCTION keep_account();

-- Silence is nobody's word, and who gave the help doesn't agree as who was helped.
CREATE FUNCTION favour_confirmation_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.rests_on = 'silence' AND NEW.confirmed_by_id IS NOT NULL THEN
    RAISE EXCEPTION 'TB403 silence is nobody''s word' USING ERRCODE = 'TB403';
  END IF;
  IF NEW.rests_on = 'receiver' AND EXISTS (
      SELECT 1 FROM favour_party p JOIN member g ON g.id = p.member_id
      WHERE p.favour_id = NEW.favour_id AND p.side = 'giver' AND g.person_id = NEW.confirmed_by_id) THEN
    RAISE EXCEPTION 'TB403 own hours' USING ERRCODE = 'TB403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER favour_confirmation_person BEFORE INSERT ON favour_confirmation FOR EACH ROW
  WHEN (NEW.rests_on IN ('silence', 'receiver')) EXECUTE FUNCTION favour_confirmation_person();
