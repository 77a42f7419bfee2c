-- The four roles of the helpdesk, the same on the server of the data and on the server of the keys.
-- Who comes in: a superuser, once per server; again is harmless. Then give each role a password of its own:
-- ALTER ROLE … PASSWORD (psql: \password krh_desk). ./dev does this for the embedded servers.
--
-- krh_owner   owns the tables, migrates, loads reference data; never serves a page
-- krh_public  the public site: files a question and cannot read one back
-- krh_mail    fetches e-mail: stores it and cannot read it back
-- krh_desk    the desk: reads what row-level security lets it see

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['krh_owner', 'krh_public', 'krh_mail', 'krh_desk'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I', role_name);
        END IF;
        -- Said again at each run, so that a right that was given in passing does not stay.
        EXECUTE format('ALTER ROLE %I LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role_name);
    END LOOP;
END
$$;
