package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.vip.map.VtinfoAddress;
import dev.contentconnect.vip.map.VtinfoRef;
import dev.contentconnect.vip.sandbox.Distributor;
import dev.contentconnect.vip.sandbox.VtinfoSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A service with one distributor, and a way to it. */
abstract class VtinfoTestBase {
    static final String CODE = "00123";
    static final byte[] BYTES = "not really a picture".getBytes(StandardCharsets.UTF_8);

    final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    final VtinfoSandbox sandbox = new VtinfoSandbox();
    final Distributor elm = sandbox.distributor(CODE);
    final VipConnector vip = connect(VtinfoSnapshots.inMemory(), CODE);

    VipConnector connect(VtinfoSnapshots snapshots, String... codes) {
        return VipConnector.create(config(codes).snapshots(snapshots).build());
    }

    VtinfoConfigBuilder config(String... codes) {
        return sandbox.config(codes).time(clock).retry(RetryPolicy.standard().jitter(() -> 0.5));
    }

    @AfterEach
    void stop() {
        vip.close();
        sandbox.close();
    }

    SourceRef ref(String address) {
        return ref(CODE, address);
    }

    SourceRef ref(String code, String address) {
        return VtinfoRef.of(code, VtinfoAddress.of(sandbox.endpoint(), address).get())
                .ref();
    }

    static ConnectorException failure(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(ConnectorException.class);
        return (ConnectorException) thrown;
    }
}
