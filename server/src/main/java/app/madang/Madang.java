package app.madang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: a modular monolith; every direct sub-package is a module with walls of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Madang {

    public static void main(String[] args) {
        SpringApplication.run(Madang.class, args);
    }
}
