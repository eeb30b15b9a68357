package no.kravbro;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the product. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Kravbro {

    public static void main(String[] args) {
        SpringApplication.run(Kravbro.class, args);
    }
}
