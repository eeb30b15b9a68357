package no.kravbro;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import no.kravbro.api.cli.Cli;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the product, or runs a command of its command line when the first argument is one. The clockwork is Camel's own: Spring
 * would make another as soon as it finds the libraries, and Camel would take that.
 */
@SpringBootApplication(exclude = QuartzAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Kravbro {

    public static void main(String[] args) {
        if (Cli.knows(args)) {
            System.exit(Cli.run(
                    new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                    new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                    args));
        }
        SpringApplication.run(Kravbro.class, args);
    }
}
