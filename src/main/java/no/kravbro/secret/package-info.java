/** Encryption at rest: what is stored of bodies and people is sealed before it is written and opened after it is read. Knows no row's meaning. */
package no.kravbro.secret;
