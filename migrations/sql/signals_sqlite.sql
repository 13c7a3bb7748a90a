-- Guards of signals on SQLite: none is removed, so that they can be counted; what was done is only
-- added to; texts are erased once, after the end, and nothing is changed after that (TB000).

CREATE TRIGGER signal_no_delete BEFORE DELETE ON signal
BEGIN SELECT RAISE(ABORT, 'TB000 signals are kept to be counted'); END;
CREATE TRIGGER signal_no_replace BEFORE INSERT ON signal
WHEN EXISTS (SELECT 1 FROM signal WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'TB000 signals are kept to be counted'); END;
CREATE TRIGGER signal_erased_stays BEFORE UPDATE ON signal
WHEN OLD.state = 'erased' OR (NEW.state = 'erased' AND OLD.state <> 'ended')
BEGIN SELECT RAISE(ABORT, 'TB000 signals are erased once, after their end'); END;

CREATE TRIGGER signal_line_no_delete BEFORE DELETE ON signal_line
BEGIN SELECT RAISE(ABORT, 'TB000 lines are append-only'); END;
CREATE TRIGGER signal_line_no_replace BEFORE INSERT ON signal_line
WHEN EXISTS (SELECT 1 FROM signal_line WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 lines are append-only'); END;
CREATE TRIGGER signal_line_only_erased BEFORE UPDATE ON signal_line
WHEN NEW.words <> '' OR NEW.id <> OLD.id OR NEW.signal_id <> OLD.signal_id OR NEW.deed <> OLD.deed
  OR NEW.at <> OLD.at OR NEW.actor_id IS NOT OLD.actor_id
  OR NOT EXISTS (SELECT 1 FROM signal WHERE id = OLD.signal_id AND state = 'erased')
BEGIN SELECT RAISE(ABORT, 'TB000 lines are append-only'); END;
