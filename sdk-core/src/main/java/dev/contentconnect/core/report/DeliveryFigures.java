package dev.contentconnect.core.report;

/**
 * How deliveries went, as far as events tell. A delivery is told from others by the object its events are related to, else
 * by object, version, step and person. A state that is reported again counts once.
 *
 * @param deliveries seen for the first time in the period
 * @param delivered arrived in the period
 * @param acknowledged confirmed as usable in the period
 * @param rejected refused by the other side in the period
 * @param failures how often one did not arrive in the period
 * @param retries how often a failed or refused one was tried again in the period
 * @param recovered arrived in the period after at least one failure or refusal
 * @param failedNow failed or refused, and not tried again until the moment of the report
 * @param underWay queued or sent, and nothing more is known at the moment of the report
 * @param toArrival from queueing or sending to arrival
 * @param toReceipt from the first event of a delivery to the confirmation
 * @param uses {@code usage.recorded} events in the period
 * @param limitsReached {@code usage.limit_reached} events in the period
 * @param notices {@code notice.sent} events in the period
 */
public record DeliveryFigures(
        long deliveries,
        long delivered,
        long acknowledged,
        long rejected,
        long failures,
        long retries,
        long recovered,
        long failedNow,
        long underWay,
        TimeSummary toArrival,
        TimeSummary toReceipt,
        long uses,
        long limitsReached,
        long notices) {}
