-- On which day it happened, as far as whoever told it says; and, where an agency told what is left of the principal, how much.
alter table timeline add column happened_on date;
alter table timeline add column amount_ore bigint;
