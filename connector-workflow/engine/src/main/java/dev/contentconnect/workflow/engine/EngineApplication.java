package dev.contentconnect.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The engine as one process: prints {@code LISTENING <url>} when ready and ends when its standard input closes. */
@SpringBootApplication
public class EngineApplication {

    /**
     * Starts the engine.
     *
     * @param args see {@link EngineOptions}
     */
    public static void main(String[] args) {
        EngineOptions options = EngineOptions.parse(args, System.getenv());
        ConfigurableApplicationContext context = start(options);
        if (!options.stay()) {
            Thread watch = new Thread(EngineApplication::endWithParent, "parent-watch");
            watch.setDaemon(true);
            watch.start();
        }
        System.out.println("LISTENING " + url(context));
        System.out.flush();
    }

    /** Starts the engine inside this process; close the context to stop it. */
    static ConfigurableApplicationContext start(EngineOptions options) {
        SpringApplication application = new SpringApplication(EngineApplication.class);
        application.setDefaultProperties(Map.of("server.port", options.port()));
        application.setRegisterShutdownHook(false);
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> context.getBeanFactory().registerSingleton("engineOptions", options));
        return application.run();
    }

    /** The base URL of a running engine, without a trailing slash. */
    static String url(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    // Everything lives in memory, so there is nothing to put away; an orderly shutdown was seen to take half a minute
    // when the jar had been built anew under a running engine.
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Whatever the parent writes is of no interest; only the end of the stream is.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
