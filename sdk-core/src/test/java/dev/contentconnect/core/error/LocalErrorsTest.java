package dev.contentconnect.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalErrorsTest {
    private static final LocalErrors FOUND = LocalErrors.of("vendor");

    @Test
    void saysWhoWhatAndWhyAndThatNothingWasSent() {
        ConnectorException dropped = FOUND.rejected("things.put", LocalErrors.DROPPED, "the title is gone");
        assertThat(dropped)
                .hasMessage("REJECTED vendor things.put: silently_dropped \"the title is gone\" (0 attempts)");
        assertThat(dropped.error().trace().delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    @Test
    void saysWhatToDoWithContentOfUnknownLength() {
        assertThat(FOUND.lengthUnknown("things.put"))
                .hasMessage("REJECTED vendor things.put: length_unknown \"content of unknown length is not taken;"
                        + " copy it to a file and send that\" (0 attempts)");
    }

    @Test
    void hasAWordForEachKindThatConnectorsFindThemselves() {
        assertThat(FOUND.conflict("things.put", "too late"))
                .hasMessage("CONFLICT vendor things.put: \"too late\" (0 attempts)");
        assertThat(FOUND.notFound("things.get", "no 7").kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(FOUND.undecodable("things.get", "no id").kind()).isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(FOUND.undecodable("things.get", MappingIssue.of("size", "not a number")))
                .hasMessage("UNDECODABLE vendor things.get: \"size: not a number\" (0 attempts)");
        assertThat(FOUND.of("things.get", null, "no turn", ConnectorError.TimedOut::new)
                        .kind())
                .isEqualTo(ErrorKind.TIMED_OUT);
    }

    @Test
    void keepsTheInterruptFlagAndTheCause() {
        InterruptedException cause = new InterruptedException();
        ConnectorException cancelled = FOUND.interrupted("things.get", cause);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cancelled.kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(cancelled).hasCause(cause);
    }

    @Test
    void neverCarriesASecret() {
        assertThat(FOUND.notFound("things.get", "no password=Hidden-1").getMessage())
                .doesNotContain("Hidden");
    }
}
