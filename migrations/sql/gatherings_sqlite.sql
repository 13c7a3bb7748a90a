-- Guards of gatherings on SQLite: none is removed, nobody comes to one that was called off, and whoever
-- is noted is a member of its antenna (TB000).

CREATE TRIGGER gathering_no_delete BEFORE DELETE ON gathering
BEGIN SELECT RAISE(ABORT, 'TB000 gatherings are called off, never removed'); END;
CREATE TRIGGER gathering_no_replace BEFORE INSERT ON gathering
WHEN EXISTS (SELECT 1 FROM gathering WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'TB000 gatherings are called off, never removed'); END;
CREATE TRIGGER gathering_antenna_stays BEFORE UPDATE OF id, antenna_id ON gathering
WHEN NEW.id <> OLD.id OR NEW.antenna_id <> OLD.antenna_id
BEGIN SELECT RAISE(ABORT, 'TB000 a gathering stays with its antenna'); END;
CREATE TRIGGER gathering_came_or_off BEFORE UPDATE OF called_off_at ON gathering
WHEN NEW.called_off_at IS NOT NULL AND EXISTS (SELECT 1 FROM attendance WHERE gathering_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 people came to this gathering'); END;
CREATE TRIGGER attendance_of_member BEFORE INSERT ON attendance
WHEN NOT EXISTS (SELECT 1 FROM gathering g JOIN member m ON m.antenna_id = g.antenna_id
  WHERE g.id = NEW.gathering_id AND m.id = NEW.member_id AND g.called_off_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 only members of the antenna come to a gathering that is held'); END;
CREATE TRIGGER attendance_no_update BEFORE UPDATE ON attendance
BEGIN SELECT RAISE(ABORT, 'TB000 who came is noted or taken away, never changed'); END;
