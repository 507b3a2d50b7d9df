package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package is out whole or not at all, wherever its publishing fails. */
class PackageUndoTest {
    private static final String RECORD = "/api/core/record/";
    private static final int ATTEMPTS = 3;
    private static final Fault LOST = Fault.connectionReset().afterHandling();

    private final AtomicReference<Runnable> whileOrdered = new AtomicReference<>(() -> {});
    /** By the number of the write of a record; two release the records and say for what, then comes the first one's entry. */
    private final Map<Integer, Runnable> beforeWrite = new HashMap<>();

    private final Tenant tenant =
            new Tenant(options -> options.publishBy(AprimoConfig.PublishBy.CDN).stepPerCall(this::watch));
    private int writes;
    private final SourceRef one = tenant.poster("k-1").ref();
    private final SourceRef two = tenant.poster("k-2").ref();

    @AfterEach
    void close() {
        tenant.close();
    }

    private HttpReply watch(HttpCall call, HttpStep.Next next) {
        String path = call.uri().getPath();
        if (path.startsWith("/api/core/order")) {
            whileOrdered.getAndSet(() -> {}).run();
        }
        if (call.method().equals("PUT") && path.startsWith(RECORD)) {
            Optional.ofNullable(beforeWrite.remove(++writes)).ifPresent(Runnable::run);
        }
        return next.proceed(call);
    }

    private AssetPublisher publisher() {
        return tenant.the(AssetPublisher.class);
    }

    private PublishRequest launch() {
        return new PublishRequest("launch", "Launch", List.of(one, two), List.of(), null, null);
    }

    private ConnectorException fails() {
        return fails(launch());
    }

    private ConnectorException fails(PublishRequest request) {
        ConnectorException failure =
                catchThrowableOfType(ConnectorException.class, () -> publisher().publish(request));
        tenant.sandbox.clearFaults();
        return Objects.requireNonNull(failure, "publish did not fail");
    }

    /** The process ends before a write: nothing of it is undone. */
    private void dies(int write) {
        beforeWrite.put(write, () -> tenant.sandbox.failNext(1_000, "*", "/", Fault.connectionReset()));
        fails();
    }

    private PublishRequest approved() {
        return launch().ofVersions(Map.of(one, version(one), two, version(two)));
    }

    private String version(SourceRef asset) {
        AssetVersion current = tenant.the(AssetReader.class).get(asset).currentVersion();
        return Objects.requireNonNull(current).id();
    }

    private void upload(SourceRef asset) {
        tenant.the(AssetWriter.class).addVersion(asset, "newer", Tenant.content(Tenant.BYTES, "newer.jpg"));
    }

    private void assertNothingIsOut() {
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Draft");
        assertThat(tenant.sandbox.status(two.id())).isEqualTo("Draft");
        assertThat(tenant.sandbox.publicAddresses()).isEmpty();
        assertThat(publisher().findByKey("launch")).isEmpty();
        assertThat(publisher().publications(two)).isEmpty();
    }

    private void assertTheSameKeyBringsItOut() {
        Publication made = publisher().publish(launch());
        assertThat(made.assets()).containsExactly(one, two);
        assertThat(made.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(tenant.sandbox.status(two.id())).isEqualTo("Released");
    }

    @Test
    void takesAllBackWhereTheLastLookFails() {
        whileOrdered.set(() -> tenant.sandbox.failNext(ATTEMPTS, "GET", RECORD + two.id(), Fault.status(503)));
        assertThat(fails().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertNothingIsOut();
        assertTheSameKeyBringsItOut();
    }

    @Test
    void takesAllBackWhereARuleMakesARecordADraftAgain() {
        whileOrdered.set(() -> tenant.client().records().update(two.id(), new RecordChange().status("draft")));
        ConnectorException failure = fails();
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining(two.id());
        assertNothingIsOut();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void takesAllBackWhereAWriteIsNotHeardOf(int write) {
        beforeWrite.put(write, () -> tenant.sandbox.failNext(ATTEMPTS, "PUT", RECORD, LOST));
        assertThat(fails().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertNothingIsOut();
        assertTheSameKeyBringsItOut();
    }

    /** The entry of the first record is written, nobody hears of it, and it cannot be taken back: a publication. */
    @Test
    void leavesWholeWhatMayHaveBecomeAPublication() {
        beforeWrite.put(3, () -> {
            tenant.sandbox.failNext(ATTEMPTS, "PUT", RECORD, LOST);
            tenant.sandbox.failNext(1_000, "*", "/", Fault.connectionReset());
        });
        assertThat(fails().getSuppressed())
                .as("the attempts before, and that nothing could be taken back")
                .hasSize(ATTEMPTS - 1 + 1);
        assertThat(publisher().findByKey("launch")).map(Publication::assets).contains(List.of(one, two));
        assertThat(tenant.sandbox.publicAddresses()).hasSize(2);
        assertTheSameKeyBringsItOut();
    }

    @Test
    void refusesAFieldThatTakesNoEntriesBeforeAnythingIsWritten() {
        for (String field : List.of("Calculated", "Title", "No such field")) {
            try (Tenant other = new Tenant(options -> options.publicationField(field))) {
                SourceRef asset = other.poster("k-1").ref();
                other.sandbox.clearRequests();
                PublishRequest request = new PublishRequest("launch", "Launch", List.of(asset), List.of(), null, null);
                ConnectorException failure = catchThrowableOfType(
                        ConnectorException.class,
                        () -> other.the(AssetPublisher.class).publish(request));
                assertThat(failure.kind()).as(field).isEqualTo(ErrorKind.REJECTED);
                assertThat(failure).hasMessageContaining(field);
                assertThat(other.sandbox.requests("PUT", "/")).isEmpty();
            }
        }
    }

    @Test
    void keepsWhatWasWrittenIntoTheFieldWhileTheOrderRan() {
        whileOrdered.set(() -> tenant.sandbox.personFills(
                one.id(), "Publications", RecordChange.NEUTRAL, "values", List.of("see the wiki")));
        publisher().publish(launch());
        assertThat(tenant.sandbox.values(one.id(), "Publications"))
                .containsExactly("see the wiki", "cc-publication:launch");
    }

    /** The process ends before the first record's entry; somebody withdraws the other record; the same key is tried again. */
    @Test
    void finishesAPackageThatWasNeverOneThoughAPartWasWithdrawn() {
        dies(3);
        assertThat(tenant.sandbox.values(two.id(), "Publications")).containsExactly("cc-publication-released:launch");
        assertThat(publisher().withdraw(two, "expired").status()).isNotEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher().findByKey("launch")).isEmpty();
        assertThat(tenant.sandbox.values(two.id(), "Publications")).isEmpty();
        assertTheSameKeyBringsItOut();
    }

    @Test
    void takesAllBackWhereAnotherVersionComesBeforeTheOrder() {
        PublishRequest approved = approved();
        whileOrdered.set(() -> upload(two));
        ConnectorException failure = fails(approved);
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(failure).hasMessageContaining(two.id());
        assertNothingIsOut();
        assertTheSameKeyBringsItOut();
    }

    @Test
    void takesAllBackWhereAnotherVersionComesAfterTheLinkOfTheFirst() {
        PublishRequest approved = approved();
        tenant.sandbox.processOrders(1, "Success");
        whileOrdered.set(() -> whileOrdered.set(() -> upload(two)));
        assertThat(fails(approved).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertNothingIsOut();
    }

    @Test
    void takesAllBackWhereARecordIsBlockedMeanwhile() {
        whileOrdered.set(() -> tenant.the(RightsWriter.class).block(two, "the model withdrew"));
        ConnectorException failure = fails();
        assertThat(failure.error().trace().vendorCode()).isEqualTo("blocked");
        assertNothingIsOut();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void takesBackWhatACrashLeftWhereAnotherVersionCameSince(int write) {
        PublishRequest approved = approved();
        dies(write);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Released");
        upload(one);
        assertThat(fails(approved).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertNothingIsOut();
        assertTheSameKeyBringsItOut();
    }

    @Test
    void takesBackWhatACrashLeftWhereTheSecondTryFailsToo() {
        dies(3);
        tenant.client().records().update(two.id(), new RecordChange().status("draft"));
        beforeWrite.put(writes + 1, () -> tenant.sandbox.failNext(ATTEMPTS, "PUT", RECORD, Fault.status(503)));
        assertThat(fails().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertNothingIsOut();
    }

    @Test
    void leavesOutWhatWasOutBefore() {
        publisher().publish(new PublishRequest("earlier", "Earlier", List.of(one), List.of(), null, null));
        PublishRequest approved = approved();
        dies(writes + 2);
        assertThat(tenant.sandbox.status(two.id())).isEqualTo("Released");
        upload(two);
        assertThat(fails(approved).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Released");
        assertThat(tenant.sandbox.publicAddresses()).hasSize(1);
        assertThat(tenant.sandbox.status(two.id())).isEqualTo("Draft");
        assertThat(publisher().publications(one).stream().map(Publication::key)).containsExactly("earlier");
    }

    private void assertIsOutForTheOther() {
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Released");
        assertThat(tenant.sandbox.publicAddresses()).hasSize(1);
        Publication other = publisher().findByKey("other").orElseThrow();
        assertThat(other.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(other.uri()).isNotNull();
        assertThat(publisher().publications(one).stream().map(Publication::key)).containsExactly("other");
    }

    private PublishRequest other(SourceRef... assets) {
        return new PublishRequest("other", "Other", List.of(assets), List.of(), null, null);
    }

    /** What the dead released is in another publication by now, as its first record or as a further one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesOutWhatAnotherPublicationFoundOutSince(boolean first) {
        PublishRequest approved = approved();
        dies(2);
        SourceRef three = tenant.poster("k-3").ref();
        publisher().publish(first ? other(one) : other(three, one));
        upload(two);
        assertThat(fails(approved).kind()).isEqualTo(ErrorKind.CONFLICT);
        if (!first) {
            publisher().withdraw(three, "expired");
        }
        assertIsOutForTheOther();
        assertThat(tenant.sandbox.values(one.id(), "Publications")).containsExactly("cc-publication:other");
        assertThat(tenant.sandbox.status(two.id())).isEqualTo("Draft");
    }

    @Test
    void takesBackWhatACrashLeftThoughAnotherPublicationWasBegunWithIt() {
        PublishRequest approved = approved();
        dies(2);
        // The entry of its first record, which comes after that of the other one.
        SourceRef three = tenant.poster("k-3").ref();
        beforeWrite.put(writes + 3, () -> tenant.sandbox.failNext(1_000, "*", "/", Fault.connectionReset()));
        fails(other(three, one));
        assertThat(tenant.sandbox.values(one.id(), "Publications"))
                .containsExactly("cc-publication-released:launch", "cc-publication-part:other");
        upload(two);
        assertThat(fails(approved).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Draft");
        assertThat(publisher().publish(other(three, one)).assets()).containsExactly(three, one);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Released");
    }

    /** The other way round: the second package fails, and what the first one left is for its own key to take back. */
    @Test
    void leavesToTheOtherKeyWhatAnotherCallLeftOut() {
        PublishRequest approved = approved();
        dies(2);
        whileOrdered.set(() -> tenant.the(RightsWriter.class).block(one, "the model withdrew"));
        assertThat(fails(other(one)).error().trace().vendorCode()).isEqualTo("blocked");
        assertThat(tenant.sandbox.values(one.id(), "Publications")).containsExactly("cc-publication-released:launch");
        assertThat(tenant.sandbox.publicAddresses()).isEmpty();
        fails(approved);
        assertNothingIsOut();
    }

    /** People held it, and the first call of the package let it go again before it died. */
    @Test
    void takesBackWhatWasHeldBeforeThoughItIsInAnEarlierPublication() {
        publisher().publish(other(one));
        publisher().hold(one, "the model withdrew");
        PublishRequest approved = approved();
        dies(writes + 2);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Released");
        upload(two);
        assertThat(fails(approved).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Draft");
        assertThat(tenant.sandbox.publicAddresses()).isEmpty();
    }

    @Test
    void takesBackWhatACrashLeftWhereARecordWasDeletedSince() {
        dies(2);
        tenant.client().records().delete(two.id());
        assertThat(fails().kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(tenant.sandbox.status(one.id())).isEqualTo("Draft");
        assertThat(tenant.sandbox.values(one.id(), "Publications")).isEmpty();
    }
}
