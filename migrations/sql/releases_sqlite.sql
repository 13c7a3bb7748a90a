-- Guards of releases on SQLite: none is removed or rewritten; the antenna decides once, and what is decided
-- stays (TB000).

CREATE TRIGGER release_no_delete BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'TB000 releases are kept'); END;
CREATE TRIGGER release_no_replace BEFORE INSERT ON release
WHEN EXISTS (SELECT 1 FROM release WHERE id = NEW.id OR uid = NEW.uid
  OR (antenna_id = NEW.antenna_id AND audience = NEW.audience AND number = NEW.number)
  OR (antenna_id = NEW.antenna_id AND audience = NEW.audience AND first_on = NEW.first_on
    AND last_on = NEW.last_on AND state <> 'refused' AND NEW.state <> 'refused'))
BEGIN SELECT RAISE(ABORT, 'TB000 releases are kept'); END;
CREATE TRIGGER release_contents_stay BEFORE UPDATE ON release
WHEN NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.antenna_id <> OLD.antenna_id
  OR NEW.audience <> OLD.audience OR NEW.first_on <> OLD.first_on OR NEW.last_on <> OLD.last_on
  OR NEW.number <> OLD.number OR NEW.checksum <> OLD.checksum OR NEW.made_at <> OLD.made_at
  OR NEW.contents <> OLD.contents OR NEW.truths <> OLD.truths OR NEW.gate <> OLD.gate
  OR NEW.made_by_id IS NOT OLD.made_by_id
BEGIN SELECT RAISE(ABORT, 'TB000 what is told stays'); END;
CREATE TRIGGER release_decided_once BEFORE UPDATE ON release
WHEN OLD.state <> 'prepared'
BEGIN SELECT RAISE(ABORT, 'TB000 a release is decided once'); END;
