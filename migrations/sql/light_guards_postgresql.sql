-- The same guards, for less work of the server: a transfer spends more time on being guarded than on being written.

-- A function that is said to be immutable but calls to_char and concat_ws, which aren't, can't be written into the
-- statement that calls it: it was parsed and planned anew in every transaction.
ALTER FUNCTION transfer_leaf(transfer) STABLE;

-- PostgreSQL reads a trigger's WHEN anew in every statement, and long ones took as long as the update itself. So what
-- is compared stands in a function; within a post only the depth is asked, and a column that isn't set asks nothing.
CREATE FUNCTION keep_account_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.balance_minutes, NEW.version, NEW.id, NEW.uid, NEW.book_id, NEW.kind, NEW.counterpart_book_id)
    IS DISTINCT FROM
    (OLD.balance_minutes, OLD.version, OLD.id, OLD.uid, OLD.book_id, OLD.kind, OLD.counterpart_book_id) THEN
    RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER account_guard ON account;
CREATE TRIGGER account_guard
  BEFORE UPDATE OF balance_minutes, version, id, uid, book_id, kind, counterpart_book_id ON account FOR EACH ROW
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION keep_account_head();
DROP TRIGGER account_given_guard ON account;
CREATE TRIGGER account_given_guard BEFORE UPDATE OF given_minutes ON account FOR EACH ROW
  WHEN (NEW.version = OLD.version AND NEW.given_minutes <> OLD.given_minutes) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_book_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.seq, NEW.head, NEW.last_at) IS DISTINCT FROM (OLD.id, OLD.seq, OLD.head, OLD.last_at)
    OR (OLD.closed_through IS NOT NULL AND NEW.closed_through IS NULL)
    OR NEW.closed_through < OLD.closed_through THEN
    RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER book_guard ON book;
CREATE TRIGGER book_guard BEFORE UPDATE OF id, seq, head, last_at, closed_through ON book FOR EACH ROW
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION keep_book_head();
