package dev.contentconnect.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A host: lists and hands out assets of iconik, takes its webhooks, and shows its metrics. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

    /**
     * Starts the application.
     *
     * @param arguments as Spring Boot has them
     */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}
