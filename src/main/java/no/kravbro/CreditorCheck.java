package no.kravbro;

import java.util.List;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.creditor.Creditor;

/** Whether a creditor's agency can be called as the settings stand. Throws {@link WrongSetting}. */
public final class CreditorCheck {

    private CreditorCheck() {}

    /**
     * @param where what is read, as its writer knows it
     * @param creditor as one of its agencies serves it
     */
    public static void check(String where, Creditor creditor, Settings settings) {
        if (!settings.agencies().containsKey(creditor.agency())) {
            throw new WrongSetting(
                    where + " field agency",
                    "names " + creditor.agency() + ", which has no settings",
                    "set kravbro.agencies." + creditor.agency() + ".url or name another agency");
        }
        for (String name : AgencyProfiles.settings(settings.routes().path(), creditor.agency())) {
            needed(creditor, name, settings.agencies().get(creditor.agency()));
        }
        takeover(where, creditor, AgencyProfiles.firstSteps(settings.routes().path(), creditor.agency()));
        boolean files = settings.agencies().get(creditor.agency()).hostKeyFile() != null;
        if (files && (blank(creditor.agencyReference()) || blank(creditor.bankAccount()))) {
            throw new WrongSetting(
                    where,
                    "lacks agency-reference or bank-account",
                    "give both: the login at " + creditor.agency() + " and the account it pays out to");
        }
    }

    private static void takeover(String where, Creditor creditor, List<String> offered) {
        String wanted = creditor.wishes().takeover();
        if (wanted != null && !offered.contains(wanted)) {
            throw new WrongSetting(
                    where + " field takeover",
                    "names a step that " + creditor.agency() + " cannot be asked to start with",
                    offered.isEmpty() ? "leave it out" : "use one of " + String.join(", ", offered));
        }
    }

    private static void needed(Creditor creditor, String name, Settings.Agency agency) {
        Object value =
                switch (name) {
                    case "token-url" -> agency.tokenUrl();
                    case "client-id" -> agency.clientId();
                    case "client-secret-file" -> agency.clientSecretFile();
                    case "webhook-secret-file" -> agency.webhookSecretFile();
                    case "username" -> agency.username();
                    case "password-file" -> agency.passwordFile();
                    case "private-key-file" -> agency.privateKeyFile();
                    default -> agency.hostKeyFile();
                };
        if (value == null || value.toString().isBlank()) {
            throw new WrongSetting(
                    "kravbro.agencies." + creditor.agency() + "." + name,
                    "is missing",
                    "set it: creditor " + creditor.id() + " is served by this agency, which cannot be called without");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
