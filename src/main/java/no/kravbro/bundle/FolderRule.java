package no.kravbro.bundle;

/** What becomes of a change in the folder that passes all checks. */
public interface FolderRule {

    /** For development: whatever passes runs, file by file. */
    FolderRule APPLIES = new FolderRule() {
        @Override
        public boolean applies() {
            return true;
        }

        @Override
        public void proposed(Snapshot running, Snapshot wanted) {
            throw new IllegalStateException("It is taken up by itself");
        }
    };

    /** True when it is taken up by itself; else a person is asked. */
    boolean applies();

    /** The folder holds a whole bundle that could run, and a person is to say so. */
    void proposed(Snapshot running, Snapshot wanted);
}
