package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.OrderRequest;
import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.UploadState;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final int SEGMENT = 1_000_000;
    private static final byte[] LARGE = new byte[2_500_000];

    static {
        new Random(7).nextBytes(LARGE);
    }

    private final Tenant tenant = new Tenant(builder ->
            builder.segmentBytes(SEGMENT).maxResponseBytes(16 << 20).bodyTimeout(java.time.Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        tenant.close();
    }

    private static Content large() {
        return Content.of(new ByteArrayInputStream(LARGE), LARGE.length, "folder/large: \"cut\".tif", null);
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private byte[] stored(String token) throws Exception {
        String record = tenant.client()
                .records()
                .create(new RecordChange().file(AprimoSandbox.INBOX).master(token, "large.tif", null));
        var order = tenant.client().orders().create(OrderRequest.download(record));
        try (InputStream in = tenant.client()
                .files()
                .open(tenant.client().orders().delivered(order).get(0))) {
            return in.readAllBytes();
        }
    }

    @Test
    void sendsWhatIsSmallWhole() throws Exception {
        byte[] small = new byte[SEGMENT];
        String token = tenant.client().uploads().send(Tenant.content(small, "small.bin"));
        assertThat(tenant.sandbox.requests("POST", "/uploads")).hasSize(1);
        assertThat(stored(token)).isEqualTo(small);
    }

    @Test
    void sendsWhatIsLargeInSegments() throws Exception {
        String token = tenant.client().uploads().send(large());
        assertThat(tenant.sandbox.requests("POST", "/uploads/segments/")).hasSize(4);
        assertThat(stored(token)).isEqualTo(LARGE);
        assertThat(tenant.sandbox.requests("POST", "/uploads/segments").get(0).text())
                .contains("large_ _cut_.tif");
    }

    @Test
    void keepsAQueryThatTheAddressHasAlready() throws Exception {
        tenant.sandbox.putQueriesInUploads();
        assertThat(stored(tenant.client().uploads().send(large()))).isEqualTo(LARGE);
        assertThat(tenant.sandbox.requests("POST", "/uploads/segments/").get(0).rawQuery())
                .isEqualTo("sv=1&index=0");
    }

    @Test
    void sendsASegmentAgainAfterAnOutage() throws Exception {
        tenant.sandbox.failNext(2, "POST", "/uploads/segments/", Fault.status(503));
        assertThat(stored(tenant.client().uploads().send(large()))).isEqualTo(LARGE);
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        UploadState begun = tenant.client().uploads().begin("large.tif", LARGE.length);
        List<UploadState> noted = new ArrayList<>(List.of(begun));
        // The first one arrives, and then nothing for a long time.
        assertThat(failure(() -> tenant.client().uploads().proceed(begun, large(), state -> {
                            noted.add(state);
                            tenant.sandbox.failNext(1_000, "POST", "/uploads/segments/", Fault.status(503));
                        }))
                        .kind())
                .isEqualTo(ErrorKind.UNAVAILABLE);
        tenant.sandbox.clearFaults();
        tenant.sandbox.clearRequests();
        UploadState last = noted.get(noted.size() - 1);
        assertThat(last.sent()).isEqualTo(1);
        String token = tenant.client().uploads().proceed(last, large(), state -> {});
        assertThat(tenant.sandbox.requests("POST", "/uploads/segments/"))
                .extracting(one -> one.query("index").orElse("commit"))
                .containsExactly("1", "2", "commit");
        assertThat(stored(token)).isEqualTo(LARGE);
    }

    @Test
    void givesUpAtTheServiceWhenASegmentWasLost() {
        tenant.sandbox.loseSegment(1);
        ConnectorException failure = failure(() -> tenant.client().uploads().send(large()));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("number of segments");
        assertThat(tenant.sandbox.openUploads()).isZero();
    }

    @Test
    void sendsNothingOfOtherContent() {
        UploadState begun = tenant.client().uploads().begin("large.tif", LARGE.length);
        assertThat(failure(() ->
                                tenant.client().uploads().proceed(begun, Tenant.content(new byte[5], "x"), state -> {}))
                        .error()
                        .trace()
                        .vendorCode())
                .isEqualTo("other_content");
        tenant.client().uploads().cancel(begun);
        tenant.client().uploads().cancel(begun);
        assertThat(tenant.sandbox.openUploads()).isZero();
    }

    @Test
    void noticesThatContentEndsTooEarly() {
        Content shorter = Content.of(new ByteArrayInputStream(LARGE, 0, 1_200_000), LARGE.length, "x.tif", null);
        ConnectorException failure = failure(() -> tenant.client().uploads().send(shorter));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("content_too_short");
        assertThat(tenant.sandbox.openUploads()).isZero();
    }

    @Test
    void aTokenWorksOnce() throws Exception {
        String token = tenant.client().uploads().send(Tenant.content(Tenant.BYTES, "x.jpg"));
        assertThat(stored(token)).isEqualTo(Tenant.BYTES);
        assertThat(failure(() -> stored(token)).kind()).isEqualTo(ErrorKind.REJECTED);
    }
}
