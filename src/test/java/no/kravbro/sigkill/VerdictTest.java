package no.kravbro.sigkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import no.kravbro.flows.World;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.storm.Finding;
import no.kravbro.storm.Finding.Sort;
import no.kravbro.storm.Owed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict can fail: what is lost or doubled at a far side is found there. */
class VerdictTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_lost_or_doubled_is_found() {
        try (Ground ground = new Ground(folder, 1, World.freePort())) {
            ground.invoices(1);
            assertThat(sorts(ground)).containsOnly(Sort.LOST).hasSize(ground.claims());
            Owed one = ground.owed("ecpay");
            EcpayNeighbour ecpay = ground.town().neighbour(EcpayNeighbour.class);
            ecpay.sandbox().registerElsewhere("havbris", one.key());
            assertThat(sorts(ground)).containsOnly(Sort.LOST).hasSize(ground.claims() - 1);
            ecpay.sandbox().registerElsewhere("havbris", one.key());
            assertThat(sorts(ground)).contains(Sort.DOUBLED);
        }
    }

    @Test
    void money_that_nobody_paid_the_agency_is_found() {
        try (Ground ground = new Ground(folder, 1, World.freePort())) {
            ground.invoices(1);
            Owed one = ground.owed("kk2");
            ground.town()
                    .tripletex()
                    .accountant(one.company())
                    .directPayment(one.invoice(), ground.town().clock().today(), one.ore());
            assertThat(sorts(ground)).contains(Sort.DOUBLED);
        }
    }

    private static List<Sort> sorts(Ground ground) {
        return ground.ledger().doubledOrLost().stream().map(Finding::sort).toList();
    }
}
