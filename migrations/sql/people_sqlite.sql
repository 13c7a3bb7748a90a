-- Guards of people's records on SQLite: nobody confirms their own hours for someone else (TB403),
-- and what was written down is only ever added to (TB000).

CREATE TRIGGER favour_confirmation_guard BEFORE INSERT ON favour_confirmation
WHEN NEW.rests_on <> 'silence' BEGIN
  SELECT RAISE(ABORT, 'TB403 not the receiver') WHERE NEW.rests_on = 'receiver' AND NOT EXISTS (
    SELECT 1 FROM member m JOIN favour_party p ON p.member_id = m.id
    WHERE m.id = NEW.for_member_id AND m.person_id = NEW.confirmed_by_id
      AND p.favour_id = NEW.favour_id AND p.side = 'receiver');
  SELECT RAISE(ABORT, 'TB403 own hours') WHERE NEW.rests_on <> 'receiver' AND EXISTS (
    SELECT 1 FROM favour_party p JOIN member g ON g.id = p.member_id
    WHERE p.favour_id = NEW.favour_id AND p.side = 'giver' AND (
      g.person_id = NEW.confirmed_by_id
      OR g.account_id IN (SELECT account_id FROM member WHERE person_id = NEW.confirmed_by_id)));
  SELECT RAISE(ABORT, 'TB403 second person') WHERE NEW.rests_on = 'second' AND EXISTS (
    SELECT 1 FROM favour_confirmation c
    WHERE c.favour_id = NEW.favour_id AND c.confirmed_by_id = NEW.confirmed_by_id);
END;

CREATE TRIGGER favour_confirmation_no_update BEFORE UPDATE ON favour_confirmation
BEGIN SELECT RAISE(ABORT, 'TB000 confirmations are append-only'); END;
CREATE TRIGGER favour_confirmation_no_delete BEFORE DELETE ON favour_confirmation
BEGIN SELECT RAISE(ABORT, 'TB000 confirmations are append-only'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'TB000 the audit is append-only'); END;
CREATE TRIGGER rule_decision_no_update BEFORE UPDATE ON rule_decision
BEGIN SELECT RAISE(ABORT, 'TB000 decisions are append-only'); END;
CREATE TRIGGER rule_decision_no_delete BEFORE DELETE ON rule_decision
BEGIN SELECT RAISE(ABORT, 'TB000 decisions are append-only'); END;
CREATE TRIGGER favour_transfer_no_update BEFORE UPDATE ON favour_transfer
BEGIN SELECT RAISE(ABORT, 'TB000 causes are append-only'); END;
CREATE TRIGGER favour_transfer_no_delete BEFORE DELETE ON favour_transfer
BEGIN SELECT RAISE(ABORT, 'TB000 causes are append-only'); END;
CREATE TRIGGER gift_transfer_no_update BEFORE UPDATE ON gift_transfer
BEGIN SELECT RAISE(ABORT, 'TB000 causes are append-only'); END;
CREATE TRIGGER gift_transfer_no_delete BEFORE DELETE ON gift_transfer
BEGIN SELECT RAISE(ABORT, 'TB000 causes are append-only'); END;

-- INSERT OR REPLACE would remove a row without asking the delete triggers.
CREATE TRIGGER favour_confirmation_no_replace BEFORE INSERT ON favour_confirmation
WHEN EXISTS (SELECT 1 FROM favour_confirmation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 confirmations are append-only'); END;
CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 the audit is append-only'); END;
CREATE TRIGGER rule_decision_no_replace BEFORE INSERT ON rule_decision
WHEN EXISTS (SELECT 1 FROM rule_decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 decisions are append-only'); END;
CREATE TRIGGER favour_transfer_no_replace BEFORE INSERT ON favour_transfer
WHEN EXISTS (SELECT 1 FROM favour_transfer WHERE id = NEW.id OR transfer_id = NEW.transfer_id OR (book_id = NEW.book_id AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'TB000 causes are append-only'); END;
CREATE TRIGGER gift_transfer_no_replace BEFORE INSERT ON gift_transfer
WHEN EXISTS (SELECT 1 FROM gift_transfer WHERE id = NEW.id OR transfer_id = NEW.transfer_id OR (book_id = NEW.book_id AND seq = NEW.seq))
BEGIN SELECT RAISE(ABORT, 'TB000 causes are append-only'); END;
