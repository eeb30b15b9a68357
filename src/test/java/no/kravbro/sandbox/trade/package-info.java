/** What every agency knows: days in Oslo, late interest, the fees of the regulation. For the sandboxes of agencies. */
package no.kravbro.sandbox.trade;
