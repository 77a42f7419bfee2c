-- Who may do what in the data database. Who comes in: a superuser, connected to it, after roles.sql and
-- CREATE DATABASE krh_data OWNER krh_owner; and before the first migration. Again is harmless.

DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO krh_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO krh_public, krh_mail, krh_desk', current_database());
END
$$;

ALTER SCHEMA public OWNER TO krh_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO krh_public, krh_mail, krh_desk;

-- The desk gets the four verbs on each new table; row-level security narrows them. TRUNCATE is not among them.
ALTER DEFAULT PRIVILEGES FOR ROLE krh_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO krh_desk;
ALTER DEFAULT PRIVILEGES FOR ROLE krh_owner IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO krh_desk;
-- krh_public and krh_mail get nothing by default: each migration grants them by name what they may do. A function is open to every role
-- unless its migration says REVOKE … FROM PUBLIC.
