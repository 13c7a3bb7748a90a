-- Guards of signals on PostgreSQL: none is removed, so that they can be counted; what was done is only
-- added to; texts are erased once, after the end, and nothing is changed after that (TB000).

CREATE TRIGGER signal_no_delete BEFORE DELETE ON signal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signal_erased_stays BEFORE UPDATE ON signal FOR EACH ROW
  WHEN (OLD.state = 'erased' OR (NEW.state = 'erased' AND OLD.state <> 'ended'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signal_line_no_delete BEFORE DELETE ON signal_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION signal_line_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.words <> '' OR (NEW.id, NEW.signal_id, NEW.deed, NEW.at) <> (OLD.id, OLD.signal_id, OLD.deed, OLD.at)
    OR NEW.actor_id IS DISTINCT FROM OLD.actor_id
    OR NOT EXISTS (SELECT 1 FROM signal WHERE id = OLD.signal_id AND state = 'erased') THEN
    RAISE EXCEPTION 'TB000 lines are append-only' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER signal_line_only_erased BEFORE UPDATE ON signal_line
  FOR EACH ROW EXECUTE FUNCTION signal_line_only_erased();
