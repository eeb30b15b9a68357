package no.kravbro.creditor;

import java.util.ArrayList;
import java.util.List;
import no.kravbro.WrongSetting;

/** Keeps the creditors of this process in step with those that were registered, here or on another node. */
public class RunningCreditors {

    private final List<Creditor> ofFile;
    private final Registrations registrations;
    private final Creditors creditors;
    private long version;

    /** Throws {@link WrongSetting} when somebody stands in the file and was registered too. */
    RunningCreditors(List<Creditor> ofFile, Registrations registrations) {
        this.ofFile = List.copyOf(ofFile);
        this.registrations = registrations;
        this.version = registrations.version();
        this.creditors = new Creditors(all());
    }

    Creditors creditors() {
        return creditors;
    }

    /** What stands in the creditors file is changed there. */
    boolean isOfFile(String id) {
        return ofFile.stream().anyMatch(each -> each.id().equals(id));
    }

    /** Takes up what has changed. @return a number that changes with it */
    public synchronized long look() {
        long now = registrations.version();
        if (now != version) {
            creditors.become(all());
            version = now;
        }
        return version;
    }

    private List<Creditor> all() {
        List<Creditor> all = new ArrayList<>(ofFile);
        registrations.all().stream().map(Registered::creditor).forEach(all::add);
        CreditorRules.check("kravbro.creditors-file, beside those registered:", all);
        return all;
    }
}
