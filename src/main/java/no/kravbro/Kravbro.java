package no.kravbro;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import no.kravbro.api.cli.Cli;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the product, or runs a command of its command line when the first argument is one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kravbro {

    public static void main(String[] args) {
        if (Cli.knows(args)) {
            Charset screen = Charset.defaultCharset();
            System.exit(Cli.run(
                    new PrintWriter(new FileOutputStream(FileDescriptor.out), true, screen),
                    new PrintWriter(new FileOutputStream(FileDescriptor.err), true, screen),
                    args));
        }
        SpringApplication.run(Kravbro.class, args);
    }
}
