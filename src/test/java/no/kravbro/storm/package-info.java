/** Everything goes wrong at once, and in the end nothing is lost and nothing doubled: counted at the far sides. */
package no.kravbro.storm;
