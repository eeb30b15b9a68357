package no.kravbro.access;

/** What a person is here for. Words under {@code role.<name>}. */
public enum Role {
    /** Finds out why something failed and puts it right, one at a time. */
    SUPPORT,
    /** Keeps it running: groups, pauses, runs by hand. */
    OPERATIONS,
    /** Changes mappings and agencies. */
    INTEGRATOR,
    /** The second person. */
    APPROVER,
    /** Reads the truth about own creditors, and nobody else's. */
    ACCOUNTANT,
    /** Reads what others have done. */
    AUDITOR,
    /** Says who is who. */
    ADMIN;

    /** Key of its words. */
    public String key() {
        return "role." + name();
    }
}
