/** Bad input, kept as files with the words it must draw, fed through the real doors of a running product. */
package no.kravbro.corpus;
