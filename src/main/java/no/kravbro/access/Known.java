package no.kravbro.access;

/** Who is logged in, whichever way: the name and a version. What that person may do is read anew for every request. */
interface Known {

    String userName();

    int version();
}
