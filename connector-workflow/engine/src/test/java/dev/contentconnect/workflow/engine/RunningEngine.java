package dev.contentconnect.workflow.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ConfigurableApplicationContext;

/** One engine for all test classes of a run, with the shipped models in it; gives tests a {@link Cases}. */
final class RunningEngine implements ParameterResolver {

    static final Path MODELS = Path.of("../src/main/resources/dev/contentconnect/workflow/models");

    private record Running(ConfigurableApplicationContext context, Caller service) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == Cases.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Running running = extension
                .getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("engine", key -> start(), Running.class);
        return new Cases(running.service());
    }

    private static Running start() {
        ConfigurableApplicationContext context =
                EngineApplication.start(EngineOptions.parse(new String[] {"--port=0"}, Map.of()));
        Caller service = new Caller(EngineApplication.url(context), null).asService();
        for (Path model : models()) {
            Answer deployed = deploy(service, read(model));
            if (deployed.status() != 201) {
                throw new AssertionError(model + ": " + deployed.body());
            }
        }
        return new Running(context, service);
    }

    static List<Path> models() {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn20.xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] read(Path model) {
        try {
            return Files.readAllBytes(model);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Answer deploy(Caller caller, byte[] xml) {
        return caller.post(
                "/workflow/v1/runtime/models",
                Map.of("modelType", "xml", "modelContent", Base64.getEncoder().encodeToString(xml)));
    }
}
