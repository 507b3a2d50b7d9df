package dev.contentconnect.workflow.engine;

import java.time.Clock;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has no configuration key. */
@Configuration
class EngineSettings {

    /** Without entity links the engine finds no tasks by {@code processInstanceIdWithChildren}. */
    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> entityLinks() {
        return configuration -> configuration.setEnableEntityLinks(true);
    }

    /** Tells when a token stops being good. The engine keeps a clock of its own. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
