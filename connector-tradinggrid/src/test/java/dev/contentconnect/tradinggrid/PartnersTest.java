package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.code;
import static dev.contentconnect.tradinggrid.Tenant.failure;
import static dev.contentconnect.tradinggrid.Tenant.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.tradinggrid.api.Email;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PartnersTest {
    private static final Segment ITALY = Segment.region("Italy");
    private static final String EMAILS = "/mra/v1/outbound/emails";
    private static final Notice NOTICE = new Notice(
            "poster 7 v2",
            "New poster",
            "Please replace <v1>.",
            List.of(new Link("Poster", URI.create("https://dam.example/p7?v=2&x=1"), null)),
            Map.of("version", "2", "territories", "IT, AT"));

    private final StateStore state = StateStore.inMemory();
    private final Tenant tenant = new Tenant(options -> options.state(state));

    @BeforeEach
    void fill() {
        tenant.sandbox.partner("Verona Vittles", "Active", "orders@verona.example", "ZZ:VERONA");
        tenant.sandbox.partner("Roma Rice", "active", null, null);
        tenant.sandbox.partner("Torino Tea", "Suspended", "orders@torino.example", null);
    }

    @AfterEach
    void close() {
        tenant.close();
        state.close();
    }

    private PartnerDesk desk() {
        return tenant.the(PartnerDesk.class);
    }

    private PartnerRules rules() {
        return tenant.connector.rules().orElseThrow();
    }

    @Test
    void listsPartnersWithTheirAudiences() {
        rules().grant(ref("Verona Vittles"), ITALY, "programme 2031");
        rules().grant(ref("Verona Vittles"), Segment.brand("Grün"), "programme 2031");
        rules().grant(ref("Roma Rice"), ITALY, "programme 2031");
        assertThat(desk().partners(List.of()))
                .extracting(Partner::name)
                .containsExactly("Verona Vittles", "Roma Rice", "Torino Tea");
        assertThat(desk().partners(List.of(ITALY, Segment.brand("Grün"))))
                .extracting(Partner::name)
                .containsExactly("Verona Vittles");
        Partner one = desk().get(ref("Verona Vittles"));
        assertThat(one.segments()).containsExactlyInAnyOrder(ITALY, Segment.brand("Grün"));
        assertThat(one.email()).isEqualTo("orders@verona.example");
        assertThat(one.extensions().get("tradinggrid")).containsEntry("region", "EMEA");
    }

    @Test
    void takesAnAudienceAwayAgain() {
        rules().grant(ref("Roma Rice"), ITALY, "x");
        assertThat(desk().isEntitled(ref("Roma Rice"), ITALY)).isTrue();
        rules().revoke(ref("Roma Rice"), ITALY);
        rules().revoke(ref("Roma Rice"), ITALY);
        assertThat(desk().isEntitled(ref("Roma Rice"), ITALY)).isFalse();
    }

    @Test
    void aPartnerThatIsNotActiveMayHaveNothing() {
        rules().grant(ref("Torino Tea"), ITALY, "x");
        assertThat(desk().isEntitled(ref("Torino Tea"), ITALY)).isFalse();
        assertThat(code(failure(() -> desk().notify(List.of(ref("Torino Tea")), NOTICE))))
                .isEqualTo("inactive");
    }

    @Test
    void takesAudiencesFromTheConfigurationWhereThereIsNoTable() {
        try (TradingGridConnector own = tenant.another(
                options -> options.rulesEntity(null).audiences(Map.of(ITALY, List.of("Roma Rice", "Torino Tea"))))) {
            PartnerDesk desk = own.require(PartnerDesk.class);
            assertThat(desk.partners(List.of(ITALY)))
                    .extracting(Partner::name)
                    .containsExactly("Roma Rice", "Torino Tea");
            assertThat(desk.isEntitled(ref("Roma Rice"), ITALY)).isTrue();
            assertThat(desk.isEntitled(ref("Torino Tea"), ITALY)).isFalse();
            assertThat(own.rules()).isEmpty();
        }
    }

    @Test
    void refusesQuestionsAboutAudiencesWhereNobodySaysWhoBelongsToThem() {
        try (TradingGridConnector own = tenant.another(options -> options.rulesEntity(null))) {
            PartnerDesk desk = own.require(PartnerDesk.class);
            assertThat(own.describe()
                            .capability(PartnerDesk.class)
                            .orElseThrow()
                            .notOffered())
                    .containsExactlyInAnyOrder("partners.segments", "isEntitled");
            assertThat(code(failure(() -> desk.partners(List.of(ITALY))))).isEqualTo("not_offered");
            assertThat(code(failure(() -> desk.isEntitled(ref("Roma Rice"), ITALY))))
                    .isEqualTo("not_offered");
            assertThat(tenant.sandbox.requests()).isEmpty();
            assertThat(desk.partners(List.of())).hasSize(3);
        }
    }

    @Test
    void knowsPartnersByAnotherMemberWhereTheDirectoryHasOne() {
        try (TradingGridConnector own = tenant.another(options -> options.partnerFields(Map.of("id", "ediAddress")))) {
            assertThat(own.require(PartnerDesk.class).get(ref("ZZ:VERONA")).name())
                    .isEqualTo("Verona Vittles");
            assertThat(own.require(PartnerDesk.class).partners(List.of()))
                    .as("the others have none")
                    .hasSize(1);
        }
    }

    @Nested
    class ANotice {
        private Delivery send() {
            return desk().notify(List.of(ref("Verona Vittles")), NOTICE).get(0);
        }

        private String job(Delivery delivery) {
            return delivery.ref().id().substring("job:".length());
        }

        @Test
        void carriesEverythingAndIsTakenOnce() {
            Delivery first = send();
            assertThat(first.status()).isEqualTo(DeliveryStatus.SENT);
            assertThat(send().ref()).isEqualTo(first.ref());
            assertThat(tenant.sandbox.messages()).hasSize(1);
            assertThat(tenant.sandbox.submitIds()).hasSize(1);
            Map<String, ?> sent = tenant.sandbox.messages().get(job(first));
            assertThat(sent.get("destinations").toString())
                    .contains("orders@verona.example", "Verona Vittles", "territories", "IT, AT");
            List<?> body = (List<?>) sent.get("body");
            assertThat(plain(body.get(0)))
                    .contains("Please replace <v1>.", "version: 2", "https://dam.example/p7?v=2&x=1");
            assertThat(plain(body.get(1))).contains("Please replace &lt;v1&gt;.", "https://dam.example/p7?v=2&amp;x=1");
        }

        private String plain(Object part) {
            return new String(
                    Base64.getDecoder().decode(String.valueOf(((Map<?, ?>) part).get("data"))), StandardCharsets.UTF_8);
        }

        @Test
        void isRememberedByTheStoreForAnotherProcess() {
            Delivery first = send();
            try (TradingGridConnector other = tenant.another(options -> options.state(state))) {
                assertThat(other.require(PartnerDesk.class)
                                .notify(List.of(ref("Verona Vittles")), NOTICE)
                                .get(0)
                                .ref())
                        .isEqualTo(first.ref());
            }
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void toNobodyWhoCannotBeReachedGoesToNobodyAtAll() {
            var failure = failure(() -> desk().notify(List.of(ref("Verona Vittles"), ref("Roma Rice")), NOTICE));
            assertThat(code(failure)).isEqualTo("no_contact");
            assertThat(tenant.sandbox.messages()).isEmpty();
            try (TradingGridConnector own = tenant.another(
                    options -> options.contacts(Map.of("Roma Rice", List.of("a@roma.example", "b@roma.example"))))) {
                own.require(PartnerDesk.class).notify(List.of(ref("Roma Rice")), NOTICE);
                assertThat(tenant.sandbox
                                .messages()
                                .values()
                                .iterator()
                                .next()
                                .get("destinations")
                                .toString())
                        .contains("a@roma.example", "b@roma.example");
            }
        }

        @Test
        void isReceivedWhenItsAttachmentIsFetchedAndNotWhenItIsOpened() {
            Delivery sent = send();
            tenant.sandbox.open(job(sent));
            assertThat(desk().receipts(sent.ref())).isEmpty();
            assertThat(send().status()).isEqualTo(DeliveryStatus.SENT);
            tenant.pass();
            tenant.sandbox.pull(job(sent));
            assertThat(desk().receipts(sent.ref()))
                    .containsExactly(new Receipt(
                            sent.ref(),
                            "Verona Vittles",
                            DeliveryStatus.DELIVERED,
                            tenant.clock.now(),
                            "orders@verona.example"));
            assertThat(send().status()).isEqualTo(DeliveryStatus.DELIVERED);
        }

        @Test
        void saysWhenItGotAsFarAsThatWheneverItIsAskedFor() {
            Delivery sent = send();
            assertThat(sent.at()).isNotNull();
            tenant.pass();
            assertThat(desk().notice(sent.ref()).at()).isEqualTo(sent.at());
            assertThat(send().at()).isEqualTo(sent.at());
            tenant.sandbox.pull(job(sent));
            Instant fetched = tenant.clock.now();
            tenant.pass();
            assertThat(desk().notice(sent.ref()).at()).isEqualTo(fetched);
        }

        @Test
        void thatCameBackHasFailed() {
            Delivery sent = send();
            tenant.sandbox.bounce(job(sent));
            assertThat(send().status()).isEqualTo(DeliveryStatus.FAILED);
            assertThat(send().detail()).isEqualTo("Error 250");
            assertThat(desk().receipts(sent.ref())).isEmpty();
        }

        @Test
        void thatTheServiceHasForgottenWasSentAllTheSame() {
            Delivery sent = send();
            tenant.sandbox.failNext(1, "GET", EMAILS, Fault.status(404));
            assertThat(send()).isEqualTo(sent);
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void whoseAnswerWasLostIsNotSentAgainButReported() {
            tenant.sandbox.failNext(1, "POST", EMAILS, Fault.connectionReset().afterHandling());
            assertThat(failure(this::send).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            var doubt = failure(this::send);
            assertThat(doubt.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(code(doubt)).isEqualTo("notice_in_doubt");
            assertThat(doubt).message().contains(tenant.sandbox.submitIds().get(0));
            assertThat(tenant.sandbox.messages()).hasSize(1);

            String job = tenant.sandbox.messages().keySet().iterator().next();
            tenant.connector.notices().settle(NOTICE.key(), ref("Verona Vittles"), job);
            assertThat(send().ref()).isEqualTo(ref("job:" + job));
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void thatIsKnownNotToHaveGoneOutIsSentAgain() {
            tenant.sandbox.failNext(1, "POST", EMAILS, Fault.connectionReset());
            assertThat(failure(this::send).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            tenant.connector.notices().forget(NOTICE.key(), ref("Verona Vittles"));
            send();
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void thatWasTurnedAwayIsSentTheNextTime() {
            tenant.sandbox.failNext(1, "POST", EMAILS, Fault.status(400));
            assertThat(failure(this::send).kind()).isEqualTo(ErrorKind.REJECTED);
            send();
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void isNotSentTwiceWhereAnotherCallerSettlesItWhileThisOneIsTurnedAway() {
            tenant.sandbox.failNext(1, "POST", EMAILS, Fault.connectionReset().afterHandling());
            assertThat(failure(this::send).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            String job = tenant.sandbox.messages().keySet().iterator().next();
            Interrupted slow = new Interrupted(state);
            slow.afterConflict = () -> tenant.connector.notices().settle(NOTICE.key(), ref("Verona Vittles"), job);
            try (TradingGridConnector other = tenant.another(options -> options.state(slow))) {
                assertThat(other.require(PartnerDesk.class)
                                .notify(List.of(ref("Verona Vittles")), NOTICE)
                                .get(0)
                                .ref())
                        .isEqualTo(ref("job:" + job));
            }
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void isNotSentTwiceWhereAnotherCallerIsDoneBeforeThisOneBegins() {
            Interrupted slow = new Interrupted(state);
            slow.afterSecondRead = this::send;
            try (TradingGridConnector other = tenant.another(options -> options.state(slow))) {
                Delivery second = other.require(PartnerDesk.class)
                        .notify(List.of(ref("Verona Vittles")), NOTICE)
                        .get(0);
                assertThat(slow.reads)
                        .as("it was not sent when this one looked")
                        .isGreaterThan(2);
                assertThat(second.ref()).isEqualTo(send().ref());
            }
            assertThat(tenant.sandbox.messages()).hasSize(1);
        }

        @Test
        void canBeAskedForInTheOtherFormToo() {
            Delivery sent = send();
            try (TradingGridConnector other =
                    tenant.another(options -> options.messagingStatus(TradingGridConfig.StatusStyle.PATH))) {
                assertThat(other.require(PartnerDesk.class).receipts(sent.ref()))
                        .isEmpty();
                assertThat(tenant.sandbox.requests("GET", EMAILS + "/status/" + job(sent)))
                        .hasSize(1);
            }
        }
    }

    @Test
    void sendsShortMessagesToo() {
        String job = tenant.client()
                .messages()
                .sendSms("New poster", "ref-1", List.of(new Email.Destination("Verona", "+43123", Map.of())), null);
        assertThat(tenant.client().messages().smsStatus(job).deliveries().get(0).sms())
                .isEqualTo("+43123");
    }

    @Test
    void confirmsADocumentByPickUpAndByAcknowledgement() {
        String file = tenant.sandbox.entry(Map.of("correlationid", "p"));
        String document = tenant.sandbox.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        SourceRef delivery = ref(file);
        assertThat(desk().receipts(delivery)).as("completed is not received").isEmpty();
        tenant.sandbox.change(file, Map.of("status", "Delivered"));
        tenant.sandbox.acknowledge(document, "E");
        assertThat(desk().receipts(delivery)).extracting(Receipt::status).containsExactly(DeliveryStatus.DELIVERED);
        tenant.sandbox.acknowledge(document, "A");
        assertThat(desk().receipts(delivery))
                .extracting(Receipt::status)
                .containsExactly(DeliveryStatus.DELIVERED, DeliveryStatus.ACKNOWLEDGED);
    }

    @Test
    void confirmsNothingWhereOneOfTwoDocumentsWasAcceptedInPart() {
        String file = tenant.sandbox.entry(Map.of("correlationid", "p", "status", "Delivered"));
        String one = tenant.sandbox.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        String two = tenant.sandbox.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        tenant.sandbox.acknowledge(one, "A");
        tenant.sandbox.acknowledge(two, "P");
        assertThat(desk().receipts(ref(file))).extracting(Receipt::status).containsExactly(DeliveryStatus.DELIVERED);
    }

    /** A store that is used by somebody else between two of our steps. */
    private static final class Interrupted implements StateStore {
        private final StateStore store;
        private Runnable afterConflict = () -> {};
        private Runnable afterSecondRead = () -> {};
        private int reads;

        Interrupted(StateStore store) {
            this.store = store;
        }

        @Override
        public <T extends @Nullable Object> T transact(Function<StateTransaction, T> work) {
            try {
                return store.transact(work);
            } catch (StateException e) {
                afterConflict.run();
                throw e;
            }
        }

        @Override
        public <T extends @Nullable Object> T read(Function<StateView, T> work) {
            T out = store.read(work);
            if (++reads == 2) {
                afterSecondRead.run();
            }
            return out;
        }

        @Override
        public void close() {
            // The test closes the store.
        }
    }
}
