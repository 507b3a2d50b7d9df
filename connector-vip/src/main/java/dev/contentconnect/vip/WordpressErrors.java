package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.map.Profile;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers of WordPress, which are told apart by {@code code}: some refusals come with a status that means
 * something else.
 */
final class WordpressErrors implements ErrorDecoder {
    /** A term of this name is there already; its id is in {@code data.term_id}. */
    static final String TERM_EXISTS = "term_exists";

    /** The same text by the same author on the same item. */
    static final String COMMENT_DUPLICATE = "comment_duplicate";

    /** An upload failed after the file was stored; the message has its id. */
    static final String UPLOAD_UNFINISHED = "upload_unfinished";

    /** The operation that asks for a file. */
    static final String CONTENT = "media.content";

    private static final Duration FLOOD = Duration.ofSeconds(15);

    /** What the server profile brings is not there. */
    static final String PROFILE_MISSING = "server_profile_missing";

    /** 500 for a file type that is not allowed and for a file above {@code upload_max_filesize}. */
    private static final Set<String> REFUSED_FILES =
            Set.of("rest_upload_unknown_error", "rest_upload_sideload_error", "rest_upload_file_too_big");

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        Found found = read(reply);
        Trace full = trace.withVendor(found.code(), found.message());
        String code = found.code() == null ? "" : found.code();
        if (code.equals("comment_flood")) {
            return new ConnectorError.RateLimited(full, FLOOD);
        }
        if (reply.status() == 413 || REFUSED_FILES.contains(code) || code.equals("empty_term_name")) {
            return new ConnectorError.Rejected(full);
        }
        if (DATABASE.contains(code)) {
            // 400 where a file was stored and its row was not.
            return new ConnectorError.Unavailable(full, null);
        }
        if (code.equals("rest_no_route")
                && Profile.routes().contains(trace.operation().replaceAll("\\..*", ""))) {
            return new ConnectorError.Rejected(full.withVendor(
                    PROFILE_MISSING, "the site has no such route; is the server profile still installed there?"));
        }
        if (reply.status() == 400 && code.startsWith("rest_cannot_")) {
            // Who may write but not upload gets a 400.
            return new ConnectorError.Forbidden(full);
        }
        String stored = reply.header("X-WP-Upload-Attachment-ID").orElse(null);
        if (reply.status() >= 500 && stored != null) {
            return new ConnectorError.Unavailable(
                    full.withVendor(
                            UPLOAD_UNFINISHED, "the file was stored as " + stored + ", its images were not made"),
                    null);
        }
        if (code.equals("rest_invalid_param") && found.nested().contains("rest_forbidden_status")) {
            // Asked for private items by nobody, or by somebody who may not see them.
            return found.nestedStatus() == 401
                    ? new ConnectorError.Unauthenticated(full)
                    : new ConnectorError.Forbidden(full);
        }
        if (reply.status() == 400 && code.endsWith("_invalid_id")) {
            return new ConnectorError.NotFound(full);
        }
        if (code.equals("rest_already_trashed")) {
            return new ConnectorError.Conflict(full);
        }
        return reply.status() >= 500 && reply.status() != 501 && isRefusal(code)
                ? new ConnectorError.Rejected(full)
                : HttpErrors.byStatus(full, reply);
    }

    /** Outages all the same; the second is also what one of two gets who write the same field in one moment. */
    private static final Set<String> PASSING =
            Set.of("rest_upload_image_error", "rest_meta_database_error", "rest_comment_failed_create");

    private static final Set<String> DATABASE = Set.of("db_insert_error", "db_update_error");

    /** A 500 with a code of the REST interface is an answer, not an outage; the database's is one. */
    private static boolean isRefusal(String code) {
        return code.startsWith("rest_") && !code.startsWith("rest_db_") && !PASSING.contains(code);
    }

    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        if (trace.operation().equals(CONTENT) && reply.status() < 400) {
            return HttpErrors.pageForFile(trace, reply);
        }
        if (reply.status() < 400) {
            // Where permalinks are off, the address of the interface shows the page of the site.
            return trace.operation().equals(WordpressSite.DISCOVER) ? null : HttpErrors.pageForPeople(trace, reply);
        }
        // Only term_exists is taken for an answer, of the statuses that are none.
        return TERM_EXISTS.equals(read(reply).code()) ? null : decode(trace, reply);
    }

    /** What an error answer says; {@code nested} are the codes of the parameters it complains about. */
    record Found(@Nullable String code, String message, String nested, int nestedStatus, long termId) {}

    static Found read(HttpReply reply) {
        Map<String, @Nullable Object> body = HttpErrors.object(reply);
        if (!(body.get("code") instanceof String code)) {
            return nothing(reply);
        }
        String message = body.get("message") instanceof String text ? plain(text) : HttpErrors.excerpt(reply);
        Map<?, ?> data = body.get("data") instanceof Map<?, ?> map ? map : Map.of();
        StringBuilder nested = new StringBuilder();
        int status = 0;
        if (data.get("details") instanceof Map<?, ?> details) {
            for (Object one : details.values()) {
                if (one instanceof Map<?, ?> detail) {
                    nested.append(detail.get("code")).append(' ');
                    status = detail.get("data") instanceof Map<?, ?> inner
                                    && inner.get("status") instanceof Number number
                            ? number.intValue()
                            : status;
                }
            }
        }
        if (data.get("params") instanceof Map<?, ?> params) {
            message = message + " " + params.values();
        }
        long term = data.get("term_id") instanceof Number number ? number.longValue() : 0;
        return new Found(code, message, nested.toString(), status, term);
    }

    /** Some messages are made for pages, that of a database that is down among them. */
    private static String plain(String message) {
        return PlainText.unescaped(
                message.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip());
    }

    private static Found nothing(HttpReply reply) {
        return new Found(null, HttpErrors.excerpt(reply), "", 0, 0);
    }
}
