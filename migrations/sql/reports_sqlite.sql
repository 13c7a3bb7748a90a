-- Guards of yearly reports on SQLite: none is removed, what it says and its checksum stay as they
-- were made, and it is approved once (TB000).

CREATE TRIGGER report_no_delete BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'TB000 reports are kept'); END;
CREATE TRIGGER report_no_replace BEFORE INSERT ON report
WHEN EXISTS (SELECT 1 FROM report WHERE id = NEW.id OR uid = NEW.uid OR (antenna_id = NEW.antenna_id
  AND year = NEW.year AND audience = NEW.audience AND edition = NEW.edition))
BEGIN SELECT RAISE(ABORT, 'TB000 reports are kept'); END;
CREATE TRIGGER report_content_stays BEFORE UPDATE ON report
WHEN NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.antenna_id <> OLD.antenna_id OR NEW.year <> OLD.year
  OR NEW.audience <> OLD.audience OR NEW.edition <> OLD.edition OR NEW.content <> OLD.content
  OR NEW.sha256 <> OLD.sha256 OR NEW.made_at <> OLD.made_at OR NEW.made_by_id IS NOT OLD.made_by_id
BEGIN SELECT RAISE(ABORT, 'TB000 a report says what it said'); END;
CREATE TRIGGER report_approved_stays BEFORE UPDATE ON report
WHEN OLD.state = 'approved' AND (NEW.state <> OLD.state OR NEW.approved_at <> OLD.approved_at
  OR NEW.approved_by_id <> OLD.approved_by_id)
BEGIN SELECT RAISE(ABORT, 'TB000 a report is approved once'); END;
