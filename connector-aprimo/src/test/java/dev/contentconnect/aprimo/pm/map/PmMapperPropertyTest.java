package dev.contentconnect.aprimo.pm.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.AprimoConfig;
import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.api.CommitmentDraft;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireAnnotation;
import dev.contentconnect.aprimo.pm.wire.WireComment;
import dev.contentconnect.aprimo.pm.wire.WireCommitment;
import dev.contentconnect.aprimo.pm.wire.WireFundingAccount;
import dev.contentconnect.aprimo.pm.wire.WireFundingSummary;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.aprimo.pm.wire.WireTask;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.testkit.AnyJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class PmMapperPropertyTest {
    private static final PmConfig CONFIG = AprimoConfig.builder()
            .tenant("acme")
            .clientId("reg-1")
            .clientSecret(Secret.of("tok-secret"))
            .pmCurrencies(Map.of("1", "EUR", "2", "JPY"))
            .build()
            .pm();

    @Provide
    Arbitrary<@Nullable Object> anything() {
        return AnyJson.orNull("value", "eaId", "comment", "href");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.of("[end]", "\\[end]", "[note x ref y]", "a\n[end]\nb", "\\", "[", "\n", " x \n\n y "));
    }

    private static PmObject object(@Nullable Object value, String... names) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        for (String name : names) {
            out.put(name, value);
        }
        out.put("zz_new", Map.of("deep", List.of(1, "two")));
        return new PmObject(out);
    }

    @Property
    void makesSomethingOrAnIssueOfWhateverTheServiceSends(@ForAll("anything") @Nullable Object value) {
        PmObject odd = object(
                value,
                "committedId",
                "currencyCode",
                "totalAmount",
                "commitmentStatus",
                "commitmentItems",
                "modifiedDate",
                "fundingAccountId",
                "budgetedCurrency",
                "adjustedBudget",
                "projectId",
                "workflowId",
                "description",
                "projectStatus",
                "taskId",
                "assignedTo",
                "annotationId",
                "content",
                "commentText",
                "id",
                "extendedAttributes");
        PmRef subject = PmRef.of(PmRef.DIGITAL_ASSETS, 5);
        assertThat(BudgetMapper.toBudget(new WireCommitment(odd), CONFIG)).isNotNull();
        assertThat(BudgetMapper.toBudget(new WireFundingAccount(odd), new WireFundingSummary(odd), CONFIG))
                .isNotNull();
        assertThat(PmCaseMapper.toCase(new WireProject(odd), CONFIG)).isNotNull();
        assertThat(PmCaseMapper.toTask(new WireTask(odd), CONFIG)).isNotNull();
        CommentsMapper.toComment(new WireAnnotation(odd), subject, CONFIG);
        CommentsMapper.toComment(new WireComment(odd), subject, CONFIG);
        assertThat(odd.with(Map.of("ID", 7), Map.of(3L, "x"), CONFIG.fieldNames())
                        .field(3, CONFIG.fieldNames()))
                .isEqualTo("x");
    }

    @Property
    void makesAnEventOrAnIssueOfWhateverIsPushed(@ForAll("anything") @Nullable Object value) {
        PmObject body = object(
                value,
                "EventId",
                "CalloutLocation",
                "EventTime",
                "ObjectId",
                "ObjectTypeId",
                "ObjectResourceName",
                "Body");
        assertThat(PushMapper.toEvent(body, CONFIG)).isNotNull();
    }

    @Property
    void keepsEveryAmountExactly(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long cents, @ForAll boolean asText) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        Map<String, Object> sent =
                Map.of("committedId", 7, "currencyCode", 1, "totalAmount", asText ? amount.toPlainString() : amount);
        PmObject read = PmObject.of(Json.decodePlain(Json.encode(sent)));
        Budget budget = BudgetMapper.toBudget(new WireCommitment(read), CONFIG).get();
        assertThat(budget.committed()).isEqualTo(Money.of(amount.toPlainString(), "EUR"));
    }

    @Property
    void takesAnAmountExactlyWhenTheCurrencyKeepsIt(
            @ForAll @LongRange(min = 0, max = 99_999_999L) long digits, @ForAll @IntRange(max = 5) int scale) {
        BigDecimal price = BigDecimal.valueOf(digits, scale);
        for (String currency : List.of("EUR", "JPY")) {
            int most = currency.equals("EUR") ? 2 : 0;
            boolean fits = price.remainder(BigDecimal.ONE.movePointLeft(most)).signum() == 0;
            CommitmentDraft draft =
                    new CommitmentDraft(currency, List.of(CommitmentDraft.Line.of(3, "x", price)), Map.of());
            assertThat(MoneyRules.body(draft, CONFIG.currencies()).isRight()).isEqualTo(fits);
        }
    }

    @Property
    void notesComeBackWordForWordAndInOrder(
            @ForAll("words") String first, @ForAll("words") String second, @ForAll("words") String by) {
        String one = "x" + first.replace("\r", "");
        String two = second.replace("\r", "") + "y";
        Instant at = Instant.parse("2031-05-04T03:02:01Z");
        String field = Notes.add(null, "k-1", one, by.isBlank() ? null : Actor.of(by), at);
        field = Notes.add(field, "k-2", two, null, at.plusSeconds(1));
        List<Notes.Note> notes = Notes.read(field.replace("\n", "\r\n"));
        assertThat(notes).extracting(Notes.Note::text).containsExactly(one, two);
        assertThat(notes).extracting(Notes.Note::id).containsExactly(Notes.idOf("k-1"), Notes.idOf("k-2"));
        assertThat(notes).extracting(Notes.Note::at).containsExactly(at, at.plusSeconds(1));
    }

    @Property
    void keepsTheIdOfWhatPeopleTypeWhateverTheyTypeElsewhere(@ForAll("words") String typed) {
        Instant at = Instant.parse("2031-05-04T03:02:01Z");
        String ours = Notes.add("thanks", "k-1", "ours", null, at);
        List<Notes.Note> before = Notes.read(ours + "\nbelow");
        List<Notes.Note> after = Notes.read("x" + typed.replace("\n", " ") + "\n" + ours + "\nbelow\nand more");
        assertThat(after).extracting(Notes.Note::id).containsExactlyElementsOf(ids(before));
        assertThat(after.get(2).text()).isEqualTo("below\nand more");
    }

    private static List<String> ids(List<Notes.Note> notes) {
        return notes.stream().map(Notes.Note::id).toList();
    }

    @Property
    void readsWhateverStandsInAField(@ForAll @Size(max = 6) List<@net.jqwik.api.From("words") String> lines) {
        String field = String.join("\n", lines);
        List<Notes.Note> notes = Notes.read(field);
        assertThat(notes).extracting(Notes.Note::id).doesNotHaveDuplicates();
        assertThat(notes.isEmpty()).isEqualTo(field.isBlank());
    }

    @Property
    void findsACaseByItsMarkWhateverTheKeyIs(@ForAll("words") String key, @ForAll("words") String about) {
        String kept = "k" + key;
        CaseMark mark = new CaseMark(kept, about.isEmpty() ? null : about, null);
        String description = mark.under("for people\n" + key);
        assertThat(CaseMark.read(description)).isEqualTo(mark);
        assertThat(description).contains(CaseMark.hash(kept));
        assertThat(Objects.requireNonNull(CaseMark.read(description)).key()).isEqualTo(kept);
    }

    @Property
    void aTimeIsTheSameAfterwards(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds) {
        Instant at = Instant.ofEpochSecond(seconds);
        assertThat(PmTimes.read(PmTimes.write(at, CONFIG.zone()), CONFIG.zone()))
                .isEqualTo(at);
    }
}
