package no.kravbro.camel;

import java.util.List;
import no.kravbro.creditor.Creditor;

/** The directories of a creditor at an agency that reads and writes files; every failure is a {@link FolderFailure}. */
public interface Folders {

    /** In bytes; a hundred thousand records. */
    int LARGEST = 16 * 1024 * 1024;

    /** Names of the files of a directory, in order. */
    List<String> list(Creditor creditor, String folder);

    /** Whether a file is there, however many others are. */
    boolean holds(Creditor creditor, String folder, String name);

    /** At most one byte more than {@link #LARGEST}: nobody's file may fill our memory. */
    byte[] read(Creditor creditor, String folder, String name);

    void upload(Creditor creditor, String folder, String name, byte[] bytes);

    /** Fails when it is not there. */
    void delete(Creditor creditor, String folder, String name);

    /** Also within a directory: that is how a file becomes visible. */
    void move(Creditor creditor, String folder, String name, String toFolder, String toName);
}
