-- Guards of photos on SQLite: one stands beside a story that is kept, goes with the story's text, and is
-- replaced, never changed (TB000).

CREATE TRIGGER story_photo_goes AFTER UPDATE ON story WHEN NEW.erased_at IS NOT NULL
BEGIN DELETE FROM story_photo WHERE story_id = NEW.id; END;
CREATE TRIGGER story_photo_of_a_story BEFORE INSERT ON story_photo
WHEN EXISTS (SELECT 1 FROM story WHERE id = NEW.story_id AND erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 the story of this photo is erased'); END;
CREATE TRIGGER story_photo_no_update BEFORE UPDATE ON story_photo
BEGIN SELECT RAISE(ABORT, 'TB000 a photo is replaced, never changed'); END;
