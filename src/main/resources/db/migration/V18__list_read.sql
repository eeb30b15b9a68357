-- When the books were last seen to show what is owed of a listed claim: silence may not escalate what nobody has looked at. Business time.
alter table list_item add column read_at timestamp with time zone;
