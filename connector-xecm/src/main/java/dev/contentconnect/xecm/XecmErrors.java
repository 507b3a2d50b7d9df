package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads error answers of Content Server. The status says little: 400 and 500 stand for duplicates, missing rights, missing
 * nodes and bad input alike, so the words of {@code error} are looked at. They come in the language of the user, therefore
 * the user of a connector should be an English one; what is not recognised is told apart by its status.
 */
final class XecmErrors implements ErrorDecoder {
    /** Absent, or not visible to us: the server does not tell which. */
    static final String NOT_ACCESSIBLE = "not_accessible";

    /** A node of this name, or a category on this node, is there already. */
    static final String ALREADY_EXISTS = "already_exists";

    /** A module is not installed, or the server is older than the call. */
    static final String UNSUPPORTED = "unsupported";

    /** What was sent, not in the message: the wrong password for a step of a workflow. */
    static final String STEP_PASSWORD = "662306821";

    /** Somebody else took a task that was offered to a group. */
    static final String TAKEN = "ErrCode_Accept_Task";

    private enum Sense {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        REJECTED
    }

    private record Fragment(
            String words, Sense sense, @Nullable String code) {}

    /** The first that fits counts. */
    private static final List<Fragment> FRAGMENTS = List.of(
            new Fragment("mappings registry", Sense.REJECTED, UNSUPPORTED),
            new Fragment("already exists", Sense.CONFLICT, ALREADY_EXISTS),
            new Fragment("edit conflict", Sense.CONFLICT, "edit_conflict"),
            new Fragment("could not be accessed", Sense.NOT_FOUND, NOT_ACCESSIBLE),
            new Fragment("could not get a node for", Sense.NOT_FOUND, NOT_ACCESSIBLE),
            new Fragment("do not have permission", Sense.FORBIDDEN, null),
            new Fragment("insufficient permissions", Sense.FORBIDDEN, null),
            new Fragment("cannot be parsed", Sense.REJECTED, null),
            new Fragment("invalid datatype", Sense.REJECTED, null),
            new Fragment("error evaluating query", Sense.REJECTED, null));

    /** Bytes of documents. */
    static final String CONTENT = "versions.content";

    /** Bytes of documents that may be pages. */
    static final String PAGE = "versions.page";

    /** While it starts, the server answers with a page for people, or with the beginning of an answer, and with status 200. */
    @Override
    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        if (reply.status() >= 300 || trace.operation().equals(PAGE)) {
            return null;
        }
        boolean file = trace.operation().equals(CONTENT);
        ConnectorError page = file ? HttpErrors.pageForFile(trace, reply) : HttpErrors.pageForPeople(trace, reply);
        if (page != null) {
            return new ConnectorError.Unavailable(page.trace(), null);
        }
        return !file && isCutOff(reply.body())
                ? new ConnectorError.Unavailable(
                        trace.withVendor("json_cut_off", "JSON that stops in its middle"), null)
                : null;
    }

    /** Whether a text or a bracket stays open; what is wrong in another way is no JSON, and stays so when asked again. */
    private static boolean isCutOff(byte[] json) {
        int open = 0;
        boolean text = false;
        for (int i = 0; i < json.length; i++) {
            byte one = json[i];
            if (text) {
                // What follows a backslash ends no text.
                i += one == '\\' ? 1 : 0;
                text = one != '"';
            } else if (one == '{' || one == '[') {
                open++;
            } else if (one == '}' || one == ']') {
                open--;
            } else if (open == 0 && one > ' ') {
                return false;
            } else {
                text = one == '"';
            }
        }
        return open > 0;
    }

    @Override
    public ConnectorError decode(Trace trace, HttpReply reply) {
        WireFields body = body(reply);
        String said = body.text("error") != null
                ? body.text("error")
                : body.object("results").text("errMsg");
        if (said == null) {
            return withoutWords(trace, reply);
        }
        String detail = body.text("errorDetail");
        Trace full = trace.withVendor(detail, said);
        if (reply.status() == 401) {
            return new ConnectorError.Unauthenticated(full);
        }
        if (TAKEN.equals(detail)) {
            return new ConnectorError.Conflict(full);
        }
        Fragment fragment = fragment(said);
        if (fragment != null) {
            Trace coded = full.withVendor(fragment.code() != null ? fragment.code() : detail, said);
            return switch (fragment.sense()) {
                case NOT_FOUND -> new ConnectorError.NotFound(coded);
                case FORBIDDEN -> new ConnectorError.Forbidden(coded);
                case CONFLICT -> new ConnectorError.Conflict(coded);
                case REJECTED -> new ConnectorError.Rejected(coded);
            };
        }
        // A 500 with words is a refusal: it is not worth another try.
        return reply.status() == 500 ? new ConnectorError.Rejected(full) : HttpErrors.byStatus(full, reply);
    }

    /** The firewall in front of a cloud server turns away who is too fast with a page for people. */
    private static ConnectorError withoutWords(Trace trace, HttpReply reply) {
        if (reply.status() == 403 && HttpErrors.isPage(reply)) {
            return new ConnectorError.RateLimited(trace.withVendor(null, HttpErrors.excerpt(reply)), null);
        }
        return HttpErrors.byStatus(trace, reply);
    }

    private static @Nullable Fragment fragment(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return FRAGMENTS.stream()
                .filter(one -> lower.contains(one.words()))
                .findFirst()
                .orElse(null);
    }

    private static WireFields body(HttpReply reply) {
        try {
            return WireFields.of(Json.decodePlain(reply.body()));
        } catch (JsonException notJson) {
            return WireFields.NONE;
        }
    }

    /** Whether the server turned something down; what we refuse ourselves has no status. */
    static boolean isTurnedDown(ConnectorException failure) {
        return failure.kind() == ErrorKind.REJECTED && failure.error().trace().status() >= 400;
    }

    static boolean isDuplicate(ConnectorException failure) {
        return ALREADY_EXISTS.equals(failure.error().trace().vendorCode());
    }

    static boolean isUnsupported(ConnectorException failure) {
        return UNSUPPORTED.equals(failure.error().trace().vendorCode());
    }
}
