/** Stand-ins that tests of all rooms share: clocks that are moved by hand, databases that are thrown away. */
package no.kravbro.fakes;
