package no.kravbro.sandbox.ecpay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one simulated ECPay is set up.
 *
 * @param root folder on disk whose subfolders are the logins' homes
 * @param lastNumbers last sequence used before, by kind of file; kinds that are not here start at 1
 * @param seed decides how debtors behave
 */
public record EcpaySettings(List<Client> clients, Path root, Map<String, Integer> lastNumbers, long seed) {

    long firstNumber(Kind kind) {
        return lastNumbers.getOrDefault(kind.name(), 0) + 1;
    }
}
