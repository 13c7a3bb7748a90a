-- A partner's look is kept for two years, as the lines of the audit are; then it may go.

DROP TRIGGER partner_look_no_delete;
CREATE TRIGGER partner_look_no_delete BEFORE DELETE ON partner_look
WHEN OLD.asked_at > datetime('now', '-730 days') AND NOT EXISTS (
  SELECT 1 FROM member m JOIN person e ON e.id = m.person_id
  WHERE m.id = OLD.member_id AND e.erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 looks are append-only'); END;
