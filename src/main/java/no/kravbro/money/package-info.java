/** Amounts in øre, settlements, vouchers that cannot be unbalanced. No Camel, no Spring, no SQL, no wire names. */
package no.kravbro.money;
