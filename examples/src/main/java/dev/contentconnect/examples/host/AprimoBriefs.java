package dev.contentconnect.examples.host;

import dev.contentconnect.aprimo.AprimoConnector;
import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.FieldNames;
import dev.contentconnect.aprimo.pm.wire.WireActivity;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.aw.Briefs;
import dev.contentconnect.examples.flows.aw.CampaignBrief;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Briefs in the campaigns of Aprimo: name, dates and currency where the product keeps them, the rest in fields of the tenant.
 *
 * @param planning the tenant
 * @param submitted the id of the state in which a brief waits for approval
 * @param fields where the rest is
 * @param currencies ids of currencies with their ISO 4217 codes
 */
public record AprimoBriefs(AprimoConnector planning, long submitted, Fields fields, Map<String, String> currencies)
        implements Briefs {
    private static final FieldNames NAMES = new FieldNames(
            PmConfig.NAMES.getOrDefault("field.id", "eaId"), PmConfig.NAMES.getOrDefault("field.value", "eaValue"));
    private static final int DAY = 10;

    /**
     * The ids of the tenant's fields; several values stand in one with commas between them.
     *
     * @param audience whom the campaign is for
     * @param channels where they meet it
     * @param regions where it runs
     * @param budget a decimal number
     */
    public record Fields(long audience, long channels, long regions, long budget) {}

    /** Copies the map. */
    public AprimoBriefs {
        currencies = Map.copyOf(currencies);
    }

    @Override
    public Optional<CampaignBrief> read(SourceRef campaign) {
        return PmRef.parse(campaign.id())
                .filter(ref -> ref.isOf(PmRef.ACTIVITIES))
                .flatMap(ref -> activity(ref.id()))
                .map(found -> brief(campaign, found));
    }

    private Optional<WireActivity> activity(long id) {
        try {
            return Optional.of(planning.pm().activities().get(id));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private CampaignBrief brief(SourceRef campaign, WireActivity in) {
        Long state = in.stateId();
        return new CampaignBrief(
                campaign,
                Objects.requireNonNullElse(in.name(), campaign.id()),
                state != null && state == submitted,
                words(in, fields.audience()),
                words(in, fields.channels()),
                words(in, fields.regions()),
                budget(in),
                day(in.beginDate()),
                day(in.endDate()));
    }

    private static List<String> words(WireActivity in, long field) {
        return Arrays.stream(text(in, field).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String text(WireActivity in, long field) {
        return Objects.requireNonNullElse(in.in().field(field, NAMES), "");
    }

    /** What is no amount of a known currency is none. */
    private @Nullable Money budget(WireActivity in) {
        String code = currencies.get(String.valueOf(in.currency()));
        try {
            return code == null ? null : Money.of(text(in, fields.budget()), code);
        } catch (IllegalArgumentException typedOtherwise) {
            return null;
        }
    }

    private static @Nullable LocalDate day(@Nullable String time) {
        try {
            return time == null || time.length() < DAY ? null : LocalDate.parse(time.substring(0, DAY));
        } catch (DateTimeException odd) {
            return null;
        }
    }
}
