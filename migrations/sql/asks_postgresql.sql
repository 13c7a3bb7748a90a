-- Guards of asks on PostgreSQL: no more promises than an ask has places (TB409), and what a coordinator
-- was shown is only ever added to (TB000).

CREATE FUNCTION proposal_slots() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  places integer;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state IN ('accepted', 'done') THEN
    RETURN NEW;
  END IF;
  SELECT slots INTO places FROM ask WHERE id = NEW.ask_id FOR UPDATE;
  IF (SELECT count(*) FROM proposal WHERE ask_id = NEW.ask_id AND state IN ('accepted', 'done')) >= places THEN
    RAISE EXCEPTION 'TB409 no place left' USING ERRCODE = 'TB409';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER proposal_slots BEFORE INSERT OR UPDATE OF state ON proposal
  FOR EACH ROW WHEN (NEW.state IN ('accepted', 'done')) EXECUTE FUNCTION proposal_slots();
CREATE TRIGGER shown_list_no_update BEFORE UPDATE ON shown_list
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
