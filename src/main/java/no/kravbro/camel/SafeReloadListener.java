package no.kravbro.camel;

/** What must follow when accepted files change more than the routes they hold. */
public interface SafeReloadListener {

    /** Profiles or answer tables ({@code *.yaml} that are no route files) have changed; an exception undoes the change. */
    void profilesChanged();

    /** Shared failure handling has changed: routes written in Java must be removed and added again to get it. */
    void failureHandlingChanged();
}
