package dev.contentconnect.workflow.engine;

import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Engine settings that have no configuration key. */
@Configuration
class EngineSettings {

    /** Without entity links the engine finds no tasks by {@code processInstanceIdWithChildren}. */
    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> entityLinks() {
        return configuration -> configuration.setEnableEntityLinks(true);
    }
}
