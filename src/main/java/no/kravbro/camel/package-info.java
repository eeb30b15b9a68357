/** The only room that imports org.apache.camel: routes that must not change without a build, and the beans that routes name. */
package no.kravbro.camel;
