package no.kravbro.crash;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import no.kravbro.camel.FolderFailure;
import no.kravbro.camel.Folders;
import no.kravbro.creditor.Creditor;
import no.kravbro.sandbox.ecpay.EcpaySandbox;

/** The agency's directories without the server before them: every operation is an effect, and an upload can break off in the middle. */
final class MortalFolders implements Folders {

    private final Fate fate;
    private final Steps steps;
    private final MortalWires wires;
    private final EcpaySandbox far;

    MortalFolders(Fate fate, Steps steps, MortalWires wires, EcpaySandbox far) {
        this.fate = fate;
        this.steps = steps;
        this.wires = wires;
        this.far = far;
    }

    private static String login(Creditor creditor) {
        return creditor.agencyReference();
    }

    @Override
    public List<String> list(Creditor creditor, String folder) {
        return talk("list " + folder, false, () -> far.files(login(creditor), folder));
    }

    @Override
    public boolean holds(Creditor creditor, String folder, String name) {
        return talk("look into " + folder, false, () -> far.files(login(creditor), folder)
                .contains(name));
    }

    @Override
    public byte[] read(Creditor creditor, String folder, String name) {
        return talk("read from " + folder, false, () -> {
            need(creditor, folder, name);
            return far.bytes(login(creditor), folder, name);
        });
    }

    @Override
    public void upload(Creditor creditor, String folder, String name, byte[] bytes) {
        pass("upload of one half to " + folder, true, () -> {
            far.place(login(creditor), folder, name, Arrays.copyOf(bytes, bytes.length / 2));
            return null;
        });
        talk("upload of the rest to " + folder, true, () -> {
            far.place(login(creditor), folder, name, bytes);
            return null;
        });
    }

    @Override
    public void move(Creditor creditor, String folder, String name, String toFolder, String toName) {
        talk(
                "rename " + (folder.equals(toFolder) ? "in " + folder : "from " + folder + " to " + toFolder),
                true,
                () -> {
                    need(creditor, folder, name);
                    if (far.files(login(creditor), toFolder).contains(toName)) {
                        throw new IOException("There is a file of that name");
                    }
                    far.place(login(creditor), toFolder, toName, far.bytes(login(creditor), folder, name));
                    far.remove(login(creditor), folder, name);
                    return null;
                });
    }

    @Override
    public void delete(Creditor creditor, String folder, String name) {
        talk("delete in " + folder, true, () -> {
            need(creditor, folder, name);
            far.remove(login(creditor), folder, name);
            return null;
        });
    }

    private void need(Creditor creditor, String folder, String name) throws IOException {
        if (!far.files(login(creditor), folder).contains(name)) {
            throw new IOException("No such file");
        }
    }

    private <T> T talk(String what, boolean durable, Fate.Act<T> act) {
        Trouble trouble = wires.next(what);
        if (trouble != null && (!trouble.done() || !durable)) {
            throw new FolderFailure(what, false, trouble.failure());
        }
        T result = pass(what, durable, act);
        if (trouble != null) {
            throw new FolderFailure(what, false, trouble.failure());
        }
        return result;
    }

    private <T> T pass(String what, boolean durable, Fate.Act<T> act) {
        try {
            return fate.pass(new Effect(steps.current(), what, durable), act);
        } catch (IOException failed) {
            throw new FolderFailure(what, false, failed);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
