-- Guards of asks on SQLite: no more promises than an ask has places (TB409), and what a coordinator
-- was shown is only ever added to (TB000).

CREATE TRIGGER proposal_slots_on_insert BEFORE INSERT ON proposal
WHEN NEW.state IN ('accepted', 'done') BEGIN
  SELECT RAISE(ABORT, 'TB409 no place left') WHERE
    (SELECT count(*) FROM proposal WHERE ask_id = NEW.ask_id AND state IN ('accepted', 'done'))
    >= (SELECT slots FROM ask WHERE id = NEW.ask_id);
END;
CREATE TRIGGER proposal_slots_on_update BEFORE UPDATE OF state ON proposal
WHEN NEW.state IN ('accepted', 'done') AND OLD.state NOT IN ('accepted', 'done') BEGIN
  SELECT RAISE(ABORT, 'TB409 no place left') WHERE
    (SELECT count(*) FROM proposal WHERE ask_id = NEW.ask_id AND state IN ('accepted', 'done'))
    >= (SELECT slots FROM ask WHERE id = NEW.ask_id);
END;
CREATE TRIGGER shown_list_no_update BEFORE UPDATE ON shown_list
BEGIN SELECT RAISE(ABORT, 'TB000 what was shown is append-only'); END;
CREATE TRIGGER shown_list_no_replace BEFORE INSERT ON shown_list
WHEN EXISTS (SELECT 1 FROM shown_list WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 what was shown is append-only'); END;
