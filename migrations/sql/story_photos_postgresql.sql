-- Guards of photos on PostgreSQL: one stands beside a story that is kept, goes with the story's text, and is
-- replaced, never changed (TB000).

CREATE FUNCTION story_photo_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM story_photo WHERE story_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER story_photo_goes AFTER UPDATE ON story FOR EACH ROW
  WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION story_photo_goes();

CREATE FUNCTION story_photo_of_a_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM story WHERE id = NEW.story_id AND erased_at IS NOT NULL) THEN
    RAISE EXCEPTION 'TB000 the story of this photo is erased' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER story_photo_of_a_story BEFORE INSERT ON story_photo FOR EACH ROW
  EXECUTE FUNCTION story_photo_of_a_story();
CREATE TRIGGER story_photo_no_update BEFORE UPDATE ON story_photo FOR EACH ROW
  EXECUTE FUNCTION refuse_change();
