package dev.contentconnect.examples.flows.xi;

/**
 * The fields of the media library that keep the record of an approval, by the library's own names. They stand in the view
 * that the connector writes.
 *
 * @param verdict approved or rejected
 * @param record the identities of the reviews, several
 * @param decidedBy who decided, several
 * @param decidedAt when the last of them did
 * @param publishReady the version that may be published; without value while none may
 */
public record ApprovalFields(String verdict, String record, String decidedBy, String decidedAt, String publishReady) {
    /** The names that we use. */
    public static final ApprovalFields DEFAULTS = new ApprovalFields(
            "ApprovalVerdict", "ApprovalRecord", "ApprovalDecidedBy", "ApprovalDecidedAt", "PublishReady");
}
