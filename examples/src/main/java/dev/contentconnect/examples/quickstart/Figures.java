package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.spi.HostServices;
import dev.contentconnect.examples.observability.ObservedCalls;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Measures all calls, in memory. A host has a registry that sends meters and spans somewhere, and the same listener. */
final class Figures {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();

    Figures() {
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters, IgnoredMeters.LONG_TASK_TIMER));
    }

    /** What the connectors are opened with. */
    HostServices services() {
        return HostServices.defaults().withListener(new ObservedCalls(observations));
    }

    void tell(Narrator narrator) {
        Collection<String> systems = new TreeSet<>();
        for (Timer timer : meters.find(ObservedCalls.CALL).timers()) {
            systems.add(String.valueOf(timer.getId().getTag("contentconnect.system")));
        }
        for (String system : systems) {
            narrator.say(String.format(Locale.ROOT, "%-10s %s", system, line(system)));
        }
        Collection<Timer> requests = meters.find(ObservedCalls.REQUEST).timers();
        narrator.say("requests   " + count(requests) + ", of which "
                + count(requests.stream().filter(Figures::isError).toList()) + " ended with an error");
    }

    private String line(String system) {
        Collection<Timer> calls = meters.find(ObservedCalls.CALL)
                .tag("contentconnect.system", system)
                .timers();
        double total = calls.stream()
                .mapToDouble(one -> one.totalTime(TimeUnit.MILLISECONDS))
                .sum();
        double longest = calls.stream()
                .mapToDouble(one -> one.max(TimeUnit.MILLISECONDS))
                .max()
                .orElse(0);
        long count = count(calls);
        long failed = count(calls.stream().filter(Figures::isError).toList());
        return String.format(
                Locale.ROOT,
                "%d calls, %d failed, %.1f ms each, the longest %.0f ms",
                count,
                failed,
                total / Math.max(1, count),
                longest);
    }

    private static long count(Collection<Timer> timers) {
        return timers.stream().mapToLong(Timer::count).sum();
    }

    private static boolean isError(Timer timer) {
        return !timer.getId().getTags().contains(Tag.of("error.type", "none"));
    }
}
