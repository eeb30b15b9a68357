-- To whom, or for whom, nothing leaves until a person lifts it. Empty almost always: every look for due work asks it.
create table pause (
    kind varchar(10) not null,
    name varchar(64) not null,
    reason varchar(500) not null,
    who varchar(80) not null,
    since timestamp with time zone not null,
    primary key (kind, name)
);
