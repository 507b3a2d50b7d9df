package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Receipt;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.tradinggrid.api.Email;
import dev.contentconnect.tradinggrid.wire.WireAttempt;
import dev.contentconnect.tradinggrid.wire.WireJob;
import dev.contentconnect.tradinggrid.wire.WireMailEvents;
import dev.contentconnect.tradinggrid.wire.WireMessageAttachment;
import dev.contentconnect.tradinggrid.wire.WireMessageDelivery;
import dev.contentconnect.tradinggrid.wire.WireOpens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notices as e-mails, and what became of them. */
public final class NoticeMapper {
    private static final Set<String> FAILED = Set.of("error", "cancelled", "canceled", "failed");

    private NoticeMapper() {}

    /**
     * The e-mail for a notice.
     *
     * @param notice the notice
     * @param partner to whom; comes back with the status
     * @param reference identifies the notice in the service's records
     * @param addresses e-mail addresses of the partner, one or more
     * @return the e-mail: text, the same as HTML, links and fields among them; the fields are inserts as well, and the text is
     *     attached as a file, because fetching a file is the one proof of access
     */
    public static Email toEmail(Notice notice, String partner, String reference, List<String> addresses) {
        Map<String, String> fields = new TreeMap<>(notice.fields());
        String text = text(notice, fields);
        String file = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return new Email(
                notice.subject(),
                text,
                html(notice, fields),
                reference,
                addresses.stream()
                        .map(address -> new Email.Destination(partner, address, fields))
                        .toList(),
                List.of(new Email.Attachment("notice.txt", "text", file)));
    }

    private static String text(Notice notice, Map<String, String> fields) {
        StringBuilder out = new StringBuilder(notice.text()).append('\n');
        fields.forEach(
                (name, value) -> out.append('\n').append(name).append(": ").append(value));
        for (Link link : notice.links()) {
            out.append('\n').append(link.title()).append(": ").append(link.uri());
        }
        return out.toString();
    }

    private static String html(Notice notice, Map<String, String> fields) {
        StringBuilder out = new StringBuilder("<html><body><p>")
                .append(escaped(notice.text()).replace("\n", "<br>"))
                .append("</p><ul>");
        fields.forEach((name, value) ->
                out.append("<li>").append(escaped(name + ": " + value)).append("</li>"));
        for (Link link : notice.links()) {
            out.append("<li><a href=\"")
                    .append(escaped(link.uri().toString()))
                    .append("\">")
                    .append(escaped(link.title()))
                    .append("</a></li>");
        }
        return out.append("</ul></body></html>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * How far a notice got.
     *
     * @param job the status of its message
     * @return delivered where a file of it was fetched; failed where it reached nobody; sent for all else, also when it was
     *     opened, which is a hint only
     */
    public static DeliveryStatus status(WireJob job) {
        if (isFetched(job)) {
            return DeliveryStatus.DELIVERED;
        }
        List<WireMessageDelivery> all = job.deliveries();
        boolean failed = !all.isEmpty() && all.stream().allMatch(one -> FAILED.contains(state(one)));
        return failed ? DeliveryStatus.FAILED : DeliveryStatus.SENT;
    }

    private static String state(WireMessageDelivery delivery) {
        List<WireAttempt> attempts = delivery.attempts();
        String last =
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).state();
        return last == null ? "" : last.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isFetched(WireJob job) {
        return job.deliveries().stream().anyMatch(one -> !pulls(one).isEmpty())
                || job.attachments().stream().anyMatch(NoticeMapper::isFetched);
    }

    private static boolean isFetched(WireMessageAttachment attachment) {
        Long total = attachment.totalPullCount();
        return total != null && total > 0;
    }

    private static List<Object> pulls(WireMessageDelivery delivery) {
        WireMailEvents events =
                delivery.events() == null ? null : delivery.events().email();
        return events == null ? List.of() : events.pull();
    }

    /**
     * What the service counts: how often the notice was opened, which is a hint, and how often a file of it was fetched.
     *
     * @param job the status of its message
     * @return {@code opened} and {@code fetched}
     */
    public static Map<String, Object> members(WireJob job) {
        WireOpens opens = job.htmlOpenTracking();
        Long opened = opens == null ? null : opens.totalOpenCount();
        long fetched = job.attachments().stream()
                .map(WireMessageAttachment::totalPullCount)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return Map.of("opened", opened == null ? 0L : opened, "fetched", fetched);
    }

    /**
     * What recipients confirmed.
     *
     * @param ref the notice
     * @param recipient to whom it went
     * @param job the status of its message
     * @return one receipt for each recipient who fetched a file of it
     */
    public static List<Receipt> toReceipts(SourceRef ref, String recipient, WireJob job) {
        List<Receipt> out = new ArrayList<>();
        for (WireMessageDelivery one : job.deliveries()) {
            if (!pulls(one).isEmpty()) {
                String told = Reading.base64(one.refBase64());
                out.add(new Receipt(
                        ref,
                        told == null ? recipient : told,
                        DeliveryStatus.DELIVERED,
                        moment(pulls(one)),
                        one.email()));
            }
        }
        // Counters stand at the message, events at each recipient; the events may be left out.
        if (out.isEmpty() && isFetched(job)) {
            out.add(new Receipt(ref, recipient, DeliveryStatus.DELIVERED, null, null));
        }
        return out;
    }

    /** The form of an event is not published: the first date in it counts. */
    private static @Nullable Instant moment(List<Object> events) {
        return events.stream()
                .flatMap(one -> one instanceof Map<?, ?> map ? map.values().stream() : Stream.of(one))
                .map(value -> value instanceof String text ? Reading.date(text) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Why a notice reached nobody.
     *
     * @param job the status of its message
     * @return the states of its last attempts, with their codes
     */
    public static @Nullable String problem(WireJob job) {
        List<String> out = new ArrayList<>();
        for (WireMessageDelivery one : job.deliveries()) {
            if (FAILED.contains(state(one))) {
                WireAttempt last = one.attempts().get(one.attempts().size() - 1);
                out.add(last.state() + (last.gammaCode() == null ? "" : " " + last.gammaCode()));
            }
        }
        return out.isEmpty() ? null : String.join(", ", out);
    }
}
