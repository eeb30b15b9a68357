/** Routes in a Camel context: loading, reloading, coverage. */
package no.kravbro.routes;
