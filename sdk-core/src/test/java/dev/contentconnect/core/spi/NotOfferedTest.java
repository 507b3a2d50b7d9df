package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import org.junit.jupiter.api.Test;

class NotOfferedTest {
    @Test
    void refusesAPartThatIsSetAndNamesItAndTheWayAround() {
        ConnectorException refusal = catchThrowableOfType(
                ConnectorException.class, () -> NotOffered.unless(false, "toy", "assets.query.text", "narrow by tags"));

        assertThat(refusal.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refusal.error().trace().system()).isEqualTo("toy");
        assertThat(refusal.error().trace().operation()).isEqualTo("assets.query.text");
        assertThat(refusal.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        assertThat(refusal.error().trace().message()).isEqualTo("narrow by tags");
    }

    @Test
    void letsARequestPassThatLeavesThePartOut() {
        assertThatCode(() -> NotOffered.unless(true, "toy", "assets.query.text", "narrow by tags"))
                .doesNotThrowAnyException();
    }

    @Test
    void saysWhatToDoInstead() {
        ConnectorException refusal = NotOffered.by("house-dam", "assets.renditions", "ask for the original");
        assertThat(refusal.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refusal.error().trace().vendorCode()).isEqualTo(NotOffered.CODE);
        assertThat(refusal).hasMessageContaining("ask for the original");
    }

    @Test
    void mustSaySo() {
        assertThatThrownBy(() -> NotOffered.by("house-dam", "assets.renditions", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("say what the caller of assets.renditions can do instead");
    }
}
