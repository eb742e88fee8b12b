import type { Pool } from 'pg';

/**
 * Has PostgreSQL raise `sqlstate` from inside a step: at an insert into `table`, for those calls (counted from 1, in any
 * transaction, undone ones too) or rows for which `when` holds, SQL that may use `call` and `new`. Returns how to stop it.
 */
export async function raising(
  owner: Pool,
  table: string,
  sqlstate: string,
  when: string,
): Promise<() => Promise<void>> {
  await owner.query(`
    create sequence raising_calls;
    create function raising() returns trigger language plpgsql security definer as $$
    declare call bigint := nextval('raising_calls');
    begin
      if ${when} then raise exception 'as the test wants' using errcode = '${sqlstate}'; end if;
      return new;
    end $$;
    create trigger raising before insert on ${table} for each row execute function raising()`);
  return async () => {
    await owner.query(`drop trigger raising on ${table}; drop function raising; drop sequence raising_calls`);
  };
}
