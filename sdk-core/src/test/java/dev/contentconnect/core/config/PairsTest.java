package dev.contentconnect.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.model.Segment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PairsTest {
    @Test
    void readsNamesAndValues() {
        assertThat(Pairs.of(" a = 1 , b=,, c=x=y ", Function.identity()))
                .isEqualTo(Map.of("a", "1", "b", "", "c", "x=y"));
        assertThat(Pairs.of("a=1", Integer::valueOf)).containsEntry("a", 1);
    }

    @Test
    void readsPartsOfTheAudience() {
        assertThat(Pairs.bySegment("region/Austria=4711, brand / North/South = x", Function.identity()))
                .isEqualTo(Map.of(Segment.region("Austria"), "4711", Segment.brand("North/South"), "x"));
    }

    @Test
    void refusesWhatIsNoPair() {
        for (String text : List.of("a", "=1", "a=1,b", "a=1,a=2", "a=1,a=1", "a=1, a =1")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Pairs.of(text, Function.identity()));
        }
        for (String text : List.of(
                "region=1",
                "/Austria=1",
                "region/=1",
                "region/ =1",
                "region/Austria=",
                "region/Austria=1, region / Austria=2")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Pairs.bySegment(text, Function.identity()));
        }
    }

    @Test
    void aReaderNamesTheOptionThatIsWrong() {
        OptionReader in = new OptionReader(Map.of("fields", "title", "secrets", "one, two", "more", "a=b"));
        assertThat(in.pairs("fields")).isNull();
        assertThat(in.pairs("more")).isEqualTo(Map.of("a", "b"));
        assertThat(in.pairs("missing")).isNull();
        assertThat(in.secrets("secrets")).extracting(Secret::reveal).containsExactly("one", "two");
        assertThat(in.finish(() -> true).getError().asJava())
                .containsExactly(
                        new ConfigProblem("fields", "must be pairs such as name=value with commas between them"));
    }

    @Test
    void aCheckNamesWhatItDoesNotKnow() {
        ConfigCheck check = new ConfigCheck(List.of());
        check.known("fields", List.of("title", "tilte"), Set.of("title", "market"));
        check.wordIfGiven("id", null);
        check.wordIfGiven("other", "a/b");
        assertThat(check.problems())
                .containsExactly(
                        new ConfigProblem("fields", "knows no tilte; there are [market, title]"),
                        new ConfigProblem("other", "must not hold control characters, slashes, ? or #"));
    }
}
