package no.kravbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whoever starts the sandbox twice reads in one sentence what is taken and what to do, not a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class SandboxApplicationTest {

    private static final String WAY_OUT = " is used by another process: stop that one, most likely another `make run`.";

    @TempDir
    private Path folder;

    @Test
    void aPortIsTaken(CapturedOutput output) throws IOException {
        try (ServerSocket other = taken()) {
            int port = other.getLocalPort();
            assertThat(start(new SandboxTown.Ports(0, 0, 0, 0, port, 0, 0))).isEqualTo(1);
            told(output, "Port " + port + ", where the sandbox has its kk2,");
        }
    }

    @Test
    void thePortForFilesIsTaken(CapturedOutput output) throws IOException {
        try (ServerSocket other = taken()) {
            int port = other.getLocalPort();
            assertThat(start(new SandboxTown.Ports(0, 0, 0, 0, 0, port, 0))).isEqualTo(1);
            told(output, "Port " + port + ", where the sandbox has its ecpay,");
        }
    }

    /** It has closed what it had opened, so it can be tried again in the same process. */
    @Test
    void aFailedStartLeavesNothingOpen() throws IOException {
        try (ServerSocket other = taken()) {
            SandboxTown.Ports ports = new SandboxTown.Ports(other.getLocalPort(), 0, 0, 0, 0, 0, 0);
            assertThat(start(ports)).isEqualTo(1);
            assertThat(start(ports)).isEqualTo(1);
        }
        new Store(memory().toString()).close();
    }

    @Test
    void itsMemoryIsTaken(CapturedOutput output) {
        MVStore other = MVStore.open(memory().toString());
        try {
            assertThat(start(SandboxTown.Ports.ANY)).isEqualTo(1);
            told(output, memory() + ", where the sandbox remembers,");
        } finally {
            other.close();
        }
    }

    /** Without the product the far sides go too; else the process would never end. */
    @Test
    void theProductDoesNotStart(CapturedOutput output) {
        int code = SandboxApplication.run(memory(), SandboxTown.Ports.ANY, "--kravbro.no-such-setting=1");
        assertThat(code).isEqualTo(1);
        assertThat(output).contains("Kravbro does not start. kravbro.no-such-setting");
        new Store(memory().toString()).close();
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("localhost"));
    }

    private Path memory() {
        return folder.resolve("sandbox.mv");
    }

    private int start(SandboxTown.Ports ports) {
        return SandboxApplication.run(memory(), ports);
    }

    private static void told(CapturedOutput output, String what) {
        assertThat(output.getAll().lines().filter(line -> line.contains("The sandbox does not start.")))
                .singleElement()
                .asString()
                .endsWith("The sandbox does not start. " + what + WAY_OUT);
        assertThat(output).doesNotContain("\tat ");
    }
}
