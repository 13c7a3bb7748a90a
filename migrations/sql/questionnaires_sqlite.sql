-- Guards of the questionnaire on SQLite: an answer is kept or erased, never changed; it belongs to a
-- member of the round's antenna and to its scale; a round that is over keeps no answer and stays over (TB000).

CREATE TRIGGER questionnaire_answer_no_update BEFORE UPDATE ON questionnaire_answer
BEGIN SELECT RAISE(ABORT, 'TB000 an answer is kept or erased, never changed'); END;
CREATE TRIGGER questionnaire_answer_of_round BEFORE INSERT ON questionnaire_answer
WHEN NOT EXISTS (SELECT 1 FROM questionnaire_round r JOIN member m ON m.antenna_id = r.antenna_id
  WHERE r.id = NEW.round_id AND m.id = NEW.member_id AND r.erased_at IS NULL AND r.scale = NEW.scale)
  OR EXISTS (SELECT 1 FROM questionnaire_answer
    WHERE round_id = NEW.round_id AND member_id = NEW.member_id AND second = NEW.second)
BEGIN SELECT RAISE(ABORT, 'TB000 this round takes no such answer'); END;
CREATE TRIGGER questionnaire_round_no_delete BEFORE DELETE ON questionnaire_round
BEGIN SELECT RAISE(ABORT, 'TB000 rounds are kept'); END;
CREATE TRIGGER questionnaire_round_no_replace BEFORE INSERT ON questionnaire_round
WHEN EXISTS (SELECT 1 FROM questionnaire_round WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'TB000 rounds are kept'); END;
CREATE TRIGGER questionnaire_round_over_stays BEFORE UPDATE ON questionnaire_round
WHEN OLD.erased_at IS NOT NULL OR NEW.scale <> OLD.scale OR NEW.antenna_id <> OLD.antenna_id
  OR (NEW.erased_at IS NOT NULL AND EXISTS (SELECT 1 FROM questionnaire_answer WHERE round_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'TB000 a round that is over keeps no answers, and stays over'); END;
