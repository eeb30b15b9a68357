package no.kravbro.contract;

/** An agency that lets in who has a token, and gives tokens to who asks for one. */
interface TokenAgencyWorld extends AgencyWorld {

    /** How often we have asked for one. */
    long tokens();
}
