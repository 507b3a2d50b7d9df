package dev.contentconnect.vip.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutletQueryTest {
    private static final OutletQuery AROUND = OutletQuery.around("05446");

    @ParameterizedTest
    @ValueSource(strings = {"", "5446", "054466", "05 46", "0544A", "05446-1234", "０５４４６"})
    void wantsAPostalCodeOfFiveDigits(String zip) {
        assertThatIllegalArgumentException().isThrownBy(() -> OutletQuery.around(zip));
    }

    @Test
    void wantsOnePlace() {
        BigDecimal one = BigDecimal.ONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutletQuery(null, null, null, 10, null, null, Map.of(), null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutletQuery("05446", one, one, 10, null, null, Map.of(), null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutletQuery("05446", one, null, 10, null, null, Map.of(), null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutletQuery(null, one, null, 10, null, null, Map.of(), null, 0));
    }

    @Test
    void wantsAPointOnEarth() {
        assertThat(OutletQuery.around(-90, 180).zip()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> OutletQuery.around(90.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> OutletQuery.around(0, -180.5));
        assertThatIllegalArgumentException().isThrownBy(() -> OutletQuery.around(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> OutletQuery.around(0, Double.POSITIVE_INFINITY));
    }

    static Stream<UnaryOperator<OutletQuery>> wrong() {
        return Stream.of(
                query -> query.within(0),
                query -> query.within(101),
                query -> query.pages(-1),
                query -> query.pages(401),
                query -> query.selling(" "),
                query -> query.selling("a\nb"),
                query -> query.selling("a".repeat(201)),
                query -> query.storeType(""),
                query -> query.category(0, "Ale"),
                query -> query.category(13, "Ale"),
                query -> query.category(1, " "),
                query -> query.implementation(""),
                query -> query.implementation("a&UUID=b"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatTheServiceWould(UnaryOperator<OutletQuery> change) {
        assertThatIllegalArgumentException().isThrownBy(() -> change.apply(AROUND));
    }

    @Test
    void keepsEverythingElse() {
        OutletQuery query = AROUND.within(100)
                .selling("Ale")
                .storeType("Bar")
                .category(2, "b")
                .category(1, "a")
                .implementation("uu-1d")
                .pages(400);
        assertThat(query)
                .isEqualTo(
                        new OutletQuery("05446", null, null, 100, "Ale", "Bar", Map.of(1, "a", 2, "b"), "uu-1d", 400));
        assertThat(query.categories().keySet()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "results", "category0", "category13", "category", "Brands", "brands&x=1"})
    void knowsTheListsThereAre(String action) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FinderList(action, null));
    }

    @Test
    void namesEachList() {
        assertThat(FinderList.brands().action()).isEqualTo("brands");
        assertThat(FinderList.packages().action()).isEqualTo("package");
        assertThat(FinderList.category(12).of("uu").implementation()).isEqualTo("uu");
        assertThatIllegalArgumentException().isThrownBy(() -> FinderList.category(13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinderList.brands().of("a b"));
    }
}
