package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.api.Outlet;
import dev.contentconnect.vip.api.OutletQuery;
import dev.contentconnect.vip.sandbox.VtinfoFinderSandbox;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A client of Brand Finder and the sandbox it talks to. */
@Timeout(60)
abstract class FinderStage {
    static final OutletQuery AROUND = OutletQuery.around("05446");

    // A day of one digit: who pads it is not believed.
    final FakeClock clock = new FakeClock(Instant.parse("2026-11-05T10:00:42Z"));
    final VtinfoFinderSandbox service = new VtinfoFinderSandbox(clock);
    final VtinfoFinder finder = VtinfoFinder.create(config(service.finder()).build());

    @AfterEach
    void stop() {
        finder.close();
        service.close();
    }

    final VtinfoFinderConfigBuilder config(URI endpoint) {
        return VtinfoFinderConfig.builder()
                .endpoint(endpoint)
                .customer(VtinfoFinderSandbox.CUSTOMER)
                .secret(Secret.of(VtinfoFinderSandbox.SECRET))
                .implementation(
                        VtinfoFinderSandbox.IMPLEMENTATION, Secret.of(VtinfoFinderSandbox.IMPLEMENTATION_SECRET))
                .retry(RetryPolicy.none())
                .rateGate(new RateGate(1_000_000, 10, clock))
                .time(clock);
    }

    final List<Outlet> all(OutletQuery query) {
        return finder.outlets(query).stream().toList();
    }

    static ConnectorException failure(Supplier<?> call) {
        return catchThrowableOfType(ConnectorException.class, call::get);
    }
}
