import type { WriteDb } from '../open.ts'

/**
 * From here on `devices.group_no` is what a person chose for the device; null follows the group its token is connected
 * to. Until now each page of a sync wrote the token's group there, which a choice would not have survived. Nobody could
 * choose yet, so nothing is lost. The trigger is set aside: a million entries in `device_changes` would tell nobody.
 */
export function up(db: WriteDb): void {
  db.exec(`
    DROP TRIGGER devices_changed;
    UPDATE devices SET group_no = NULL WHERE group_no IS NOT NULL;
    CREATE TRIGGER devices_changed AFTER UPDATE ON devices
      BEGIN INSERT INTO device_changes (device_id) VALUES (new.id); END;
  `)
}
