-- Guards of releases on PostgreSQL: none is removed or rewritten; the antenna decides once, and what is decided
-- stays (TB000).

CREATE TRIGGER release_no_delete BEFORE DELETE ON release FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_contents_stay BEFORE UPDATE ON release FOR EACH ROW
  WHEN ((NEW.id, NEW.uid, NEW.antenna_id, NEW.audience, NEW.first_on, NEW.last_on, NEW.number, NEW.checksum,
      NEW.made_at)
    <> (OLD.id, OLD.uid, OLD.antenna_id, OLD.audience, OLD.first_on, OLD.last_on, OLD.number, OLD.checksum,
      OLD.made_at)
    OR NEW.contents::text <> OLD.contents::text OR NEW.truths::text <> OLD.truths::text
    OR NEW.gate::text <> OLD.gate::text OR NEW.made_by_id IS DISTINCT FROM OLD.made_by_id)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_decided_once BEFORE UPDATE ON release FOR EACH ROW
  WHEN (OLD.state <> 'prepared') EXECUTE FUNCTION refuse_change();
