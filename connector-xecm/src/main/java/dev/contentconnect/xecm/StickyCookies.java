package dev.contentconnect.xecm;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Returns the cookies with which a load balancer keeps a session on one server. Those of Content Server itself are left
 * out: they hold the ticket, which travels in its own header. Holds a few small cookies of one host. Safe for several
 * threads.
 */
final class StickyCookies implements HttpStep {
    private static final int MOST = 16;
    private static final int LONGEST = 1_024;
    private static final Set<String> TICKETS = Set.of("llcookie", "otcsticket", "otdsticket", "llinprogress");

    private final URI host;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    StickyCookies(URI host) {
        this.host = host;
    }

    @Override
    public HttpReply take(HttpCall call, Next next) {
        if (!RequestUri.sameOrigin(host, call.uri())) {
            return next.proceed(call);
        }
        String kept = kept();
        HttpCall sent = kept.isEmpty()
                ? call
                : call.toBuilder().credential("Cookie", Secret.of(kept)).build();
        HttpReply reply = next.proceed(sent);
        if (RequestUri.sameOrigin(host, reply.uri())) {
            reply.headers().allValues("Set-Cookie").forEach(this::keep);
        }
        return reply;
    }

    private synchronized String kept() {
        return cookies.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private synchronized void keep(String header) {
        String pair = header.split(";", 2)[0].strip();
        int equals = pair.indexOf('=');
        if (equals < 1 || pair.length() > LONGEST || !pair.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return;
        }
        String name = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        if (TICKETS.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (value.isEmpty() || header.toLowerCase(Locale.ROOT).matches(".*;\\s*max-age\\s*=\\s*0\\s*(;.*)?")) {
            cookies.remove(name);
        } else if (cookies.containsKey(name) || cookies.size() < MOST) {
            cookies.put(name, value);
        }
    }
}
