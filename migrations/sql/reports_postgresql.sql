-- Guards of yearly reports on PostgreSQL: none is removed, what it says and its checksum stay as they
-- were made, and it is approved once (TB000).

CREATE TRIGGER report_no_delete BEFORE DELETE ON report FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_content_stays BEFORE UPDATE ON report FOR EACH ROW
  WHEN ((NEW.id, NEW.uid, NEW.antenna_id, NEW.year, NEW.audience, NEW.edition, NEW.content, NEW.sha256, NEW.made_at)
    <> (OLD.id, OLD.uid, OLD.antenna_id, OLD.year, OLD.audience, OLD.edition, OLD.content, OLD.sha256, OLD.made_at)
    OR NEW.made_by_id IS DISTINCT FROM OLD.made_by_id)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_approved_stays BEFORE UPDATE ON report FOR EACH ROW
  WHEN (OLD.state = 'approved' AND (NEW.state <> OLD.state OR NEW.approved_at <> OLD.approved_at
    OR NEW.approved_by_id <> OLD.approved_by_id))
  EXECUTE FUNCTION refuse_change();
