-- Guards of gatherings on PostgreSQL: none is removed, nobody comes to one that was called off, and
-- whoever is noted is a member of its antenna (TB000).

CREATE TRIGGER gathering_no_delete BEFORE DELETE ON gathering FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gathering_antenna_stays BEFORE UPDATE ON gathering FOR EACH ROW
  WHEN ((NEW.id, NEW.antenna_id) <> (OLD.id, OLD.antenna_id)) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attendance_no_update BEFORE UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION gathering_came_or_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.called_off_at IS NOT NULL AND EXISTS (SELECT 1 FROM attendance WHERE gathering_id = NEW.id) THEN
    RAISE EXCEPTION 'TB000 people came to this gathering' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER gathering_came_or_off BEFORE UPDATE OF called_off_at ON gathering
  FOR EACH ROW EXECUTE FUNCTION gathering_came_or_off();

CREATE FUNCTION attendance_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM gathering g JOIN member m ON m.antenna_id = g.antenna_id
      WHERE g.id = NEW.gathering_id AND m.id = NEW.member_id AND g.called_off_at IS NULL) THEN
    RAISE EXCEPTION 'TB000 only members of the antenna come to a gathering that is held' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER attendance_of_member BEFORE INSERT ON attendance
  FOR EACH ROW EXECUTE FUNCTION attendance_of_member();
