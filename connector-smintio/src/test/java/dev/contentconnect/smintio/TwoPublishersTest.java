package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two publish under one key, and neither finds anything when it begins. */
class TwoPublishersTest {
    private static final String CREATE = "createCollectionAsync";
    private static final String RENAME = "updateCollectionAsync";

    /** One waits before it makes its collection, and goes on to its end before each of the other's later requests. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void haveOneCollectionUnderOneKey(boolean laterHasTheLesserId) throws Exception {
        boolean met = true;
        int moment = 0;
        for (; met; moment++) {
            try (Tenant tenant = new Tenant()) {
                String asset = tenant.sandbox.shows("Poster", Tenant.BYTES);
                if (laterHasTheLesserId) {
                    tenant.sandbox.countIdsDown();
                }
                PublishRequest request = new PublishRequest(
                        "launch", "Launch", List.of(Tenant.asset(asset)), List.of(), null, "Use the blue ones");
                Waiting theirs = new Waiting();
                Thread other = new Thread(() -> publish(tenant, request, theirs));
                other.start();
                theirs.ready.await();
                Meeting ours = new Meeting(moment, theirs, other);
                publish(tenant, request, ours);
                theirs.go.countDown();
                other.join();
                met = ours.happened;

                Publication out = tenant.the(AssetPublisher.class).publish(request);
                String when = "met at request " + moment;
                assertThat(tenant.sandbox.collectionNames())
                        .as(when)
                        .filteredOn(name -> name.contains("launch"))
                        .singleElement()
                        .asString()
                        .contains("cc-publication");
                assertThat(out.assets()).as(when).containsExactly(Tenant.asset(asset));
            }
        }
        assertThat(moment).isGreaterThan(2);
    }

    private static void publish(Tenant tenant, PublishRequest request, HttpStep step) {
        SmintioSandbox sandbox = tenant.sandbox;
        try (SmintioConnector one = SmintioConnector.create(Tenant.portal(Tenant.basic(tenant.clock, sandbox), sandbox)
                .stepPerAttempt(step)
                .build())) {
            one.require(AssetPublisher.class).publish(request);
        } catch (ConnectorException e) {
            assertThat(e.kind()).isEqualTo(ErrorKind.CONFLICT);
        }
    }

    private static final class Waiting implements HttpStep {
        private final CountDownLatch ready = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public HttpReply take(HttpCall call, Next next) {
            if (call.uri().getPath().contains(CREATE)) {
                ready.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return next.proceed(call);
        }
    }

    /** Counts the requests after the collection was made, up to the one that names it: between that and the look is the gap. */
    private static final class Meeting implements HttpStep {
        private final int moment;
        private final Waiting theirs;
        private final Thread other;
        private int passed = -1;
        private boolean happened;

        private Meeting(int moment, Waiting theirs, Thread other) {
            this.moment = moment;
            this.theirs = theirs;
            this.other = other;
        }

        @Override
        public HttpReply take(HttpCall call, Next next) {
            String path = call.uri().getPath();
            if (passed >= 0 && passed++ == moment && !path.contains(RENAME)) {
                happened = true;
                theirs.go.countDown();
                try {
                    other.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            HttpReply reply = next.proceed(call);
            if (path.contains(CREATE)) {
                passed = 0;
            }
            return reply;
        }
    }
}
