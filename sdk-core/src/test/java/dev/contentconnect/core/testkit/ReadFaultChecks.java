package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.spi.Connector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a read when the system, or the way there, is not well. */
abstract class ReadFaultChecks extends Checks {
    private static final int ALWAYS = 1_000;

    private ContractCall read;

    ReadFaultChecks(ConnectorContract contract) {
        super(contract);
    }

    @BeforeEach
    void prepare() {
        read = warm(subject().read(connector()));
    }

    @ParameterizedTest
    @CsvSource({"400,REJECTED", "403,FORBIDDEN", "404,NOT_FOUND", "409,CONFLICT"})
    void tellsRefusalsApartAndDoesNotRepeatThem(int status, ErrorKind kind) {
        failNext(ALWAYS, read, Fault.status(status));

        ConnectorException failure = failure(read.call());
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.error().trace().status()).isEqualTo(status);
        assertThat(failure.error().trace().system()).isEqualTo(connector().system());
        assertThat(requestsOf(read)).isEqualTo(1);
    }

    @Test
    void waitsExactlyAsLongAsTheSystemAsks() {
        failNext(1, read, Fault.tooManyRequests(7));

        read.call().run();
        assertThat(clock().sleeps())
                .as("waits as Retry-After says; HttpErrors.byStatus keeps it")
                .isEqualTo(List.of(Duration.ofSeconds(7)));
        assertThat(requestsOf(read)).isEqualTo(2);
    }

    @Test
    void saysThatItWasThrottledWhenWaitingDidNotHelp() {
        failNext(ALWAYS, read, Fault.tooManyRequests(1));

        assertFails(ErrorKind.RATE_LIMITED, read.call());
        assertThat(requestsOf(read)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void repeatsAfterAPassingOutage(int status) {
        failNext(2, read, Fault.status(status));

        read.call().run();
        assertThat(requestsOf(read)).isEqualTo(3);
    }

    @Test
    void givesUpAnOutageAfterThreeAttemptsAndTellsOfAll() {
        failNext(ALWAYS, read, Fault.status(503));

        ConnectorException failure = failure(read.call());
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(failure.error().trace().attempts()).isEqualTo(3);
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(requestsOf(read)).isEqualTo(3);
    }

    @Test
    void survivesABrokenConnection() {
        failNext(1, read, Fault.connectionReset());
        read.call().run();
        failNext(1, read, Fault.emptyReply());
        read.call().run();
    }

    @Test
    void reportsAConnectionThatKeepsBreaking() {
        failNext(ALWAYS, read, Fault.connectionReset());
        assertFails(ErrorKind.UNAVAILABLE, read.call());
        sandbox().clearFaults();
        failNext(ALWAYS, read, Fault.emptyReply());
        assertFails(ErrorKind.UNAVAILABLE, read.call());
    }

    @Test
    void survivesAnAnswerThatBreaksOffOnce() {
        failNext(1, read, Fault.truncatedBody());
        read.call().run();
        failNext(1, read, Fault.truncatedGzip());
        read.call().run();
        failNext(1, read, Fault.malformedChunk());
        read.call().run();
        assertThat(requestsOf(read)).isEqualTo(6);
    }

    @Test
    void reportsAnAnswerThatKeepsBreakingOff() {
        for (Fault fault : List.of(Fault.truncatedBody(), Fault.truncatedGzip(), Fault.malformedChunk())) {
            sandbox().clearFaults();
            failNext(ALWAYS, read, fault);
            ConnectorException failure = failure(read.call());
            assertThat(failure.kind()).as(fault.toString()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure.error().trace().attempts()).as(fault.toString()).isEqualTo(3);
        }
    }

    @Test
    void reportsJsonThatIsNestedTooDeepWithoutAskingAgain() {
        failNext(1, read, Fault.nestedBody(2_000));
        assertFails(ErrorKind.UNDECODABLE, read.call());
        assertThat(requestsOf(read)).isEqualTo(1);
    }

    @Test
    void reportsJsonThatIsCutOffAndAsksAgainOnlyWhereThatIsKnownToPass() {
        ErrorKind meant = subject().cutOffJsonWithStatus200();
        failNext(ALWAYS, read, Fault.malformedBody());
        assertFails(meant, read.call());
        assertThat(requestsOf(read)).isEqualTo(meant == ErrorKind.UNAVAILABLE ? 3 : 1);
    }

    @Test
    void givesUpABodyThatDripsAndGoesOnAfterwards() {
        failNext(ALWAYS, read, Fault.slowBody(Wiring.BODY_TIMEOUT.multipliedBy(4)));
        assertFails(ErrorKind.TIMED_OUT, read.call());
        sandbox().clearFaults();
        read.call().run();
    }

    @Test
    void givesUpAnAnswerThatDoesNotBeginAndGoesOnAfterwards() {
        try (Connector hasty = subject().connect(new Wiring(clock(), Wiring.SHORT_TIMEOUT))) {
            ContractCall call = warm(subject().read(hasty));
            failNext(ALWAYS, call, Fault.latency(Wiring.SHORT_TIMEOUT.multipliedBy(4)));
            ConnectorException failure = failure(call.call());
            assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
            assertThat(failure.error().trace().delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(failure.error().trace().attempts()).isEqualTo(3);
        }
        sandbox().clearFaults();
        read.call().run();
    }

    @Test
    void refusesABodyThatIsTooLargeWithoutAskingAgain() {
        failNext(1, read, Fault.oversizedBody(Wiring.MAX_RESPONSE_BYTES + 1));

        assertFails(ErrorKind.UNDECODABLE, read.call());
        assertThat(requestsOf(read)).isEqualTo(1);
    }

    @Test
    void reportsAPageForPeopleInPlainWords() {
        failNext(ALWAYS, read, Fault.htmlPage(200));
        ConnectorException puzzled = failure(read.call());
        assertThat(puzzled.kind()).isEqualTo(subject().pageWithStatus200());
        assertThat(puzzled.error().trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
        assertThat(puzzled).message().doesNotContain("<p>", "color:red");
        sandbox().clearFaults();
        failNext(ALWAYS, read, Fault.htmlPage(502));
        ConnectorException outage = failure(read.call());
        assertThat(outage.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(outage).message().contains("being looked after").doesNotContain("<p>", "color:red");
    }

    @Test
    void takesMembersAndWordsThatNobodyDocumented() {
        failNext(1, read, Fault.unknownMembers());
        read.call().run();
        failNext(1, read, Fault.unknownWord(subject().wordMember(), "glowing-since-2031"));
        read.call().run();
        assertThat(requestsOf(read)).isEqualTo(2);
    }

    @Test
    void hasTheMemberThatTheSubjectNamesForItsWord() {
        AtomicBoolean found = new AtomicBoolean();
        failNext(
                1,
                read,
                Fault.shown(answer -> found.set(Fault.hasWord(answer, subject().wordMember()))));
        read.call().run();
        assertThat(found)
                .as(
                        "the answer to read() has a text in a member %s, as wordMember() says",
                        subject().wordMember())
                .isTrue();
    }
}
