-- Guards of the questionnaire on PostgreSQL: an answer is kept or erased, never changed; it belongs to a
-- member of the round's antenna and to its scale; a round that is over keeps no answer and stays over (TB000).

CREATE TRIGGER questionnaire_answer_no_update BEFORE UPDATE ON questionnaire_answer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER questionnaire_round_no_delete BEFORE DELETE ON questionnaire_round
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION questionnaire_answer_of_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM questionnaire_round r JOIN member m ON m.antenna_id = r.antenna_id
      WHERE r.id = NEW.round_id AND m.id = NEW.member_id AND r.erased_at IS NULL AND r.scale = NEW.scale) THEN
    RAISE EXCEPTION 'TB000 this round takes no such answer' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER questionnaire_answer_of_round BEFORE INSERT ON questionnaire_answer
  FOR EACH ROW EXECUTE FUNCTION questionnaire_answer_of_round();

CREATE FUNCTION questionnaire_round_over_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL OR (NEW.scale, NEW.antenna_id) <> (OLD.scale, OLD.antenna_id)
    OR (NEW.erased_at IS NOT NULL AND EXISTS (SELECT 1 FROM questionnaire_answer WHERE round_id = OLD.id)) THEN
    RAISE EXCEPTION 'TB000 a round that is over keeps no answers, and stays over' USING ERRCODE = 'TB000';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER questionnaire_round_over_stays BEFORE UPDATE ON questionnaire_round
  FOR EACH ROW EXECUTE FUNCTION questionnaire_round_over_stays();
