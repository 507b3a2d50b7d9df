package dev.contentconnect.core.http;

import dev.contentconnect.core.config.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headers of a call that is being made, each name once, and which of them prove who we are. One thread. */
final class CallHeaders {
    private final List<Map.Entry<String, String>> all = new ArrayList<>(6);
    private Set<String> credentials = Set.of();

    List<Map.Entry<String, String>> all() {
        return all;
    }

    Set<String> credentials() {
        return credentials;
    }

    void take(List<Map.Entry<String, String>> headers, Set<String> credentialHeaders) {
        all.addAll(headers);
        credentials = credentialHeaders;
    }

    void put(String name, String value) {
        if (!isSendable(value)) {
            throw new IllegalArgumentException("header " + name + " holds a character that cannot be sent");
        }
        remove(name);
        all.add(Map.entry(name, value));
    }

    /** Whether a header can carry a text: one line, and no character beyond Latin-1. */
    static boolean isSendable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((Character.isISOControl(c) && c != '\t') || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    void putCredential(String name, Secret value) {
        if (!credentials.contains(name)) {
            Set<String> more = new HashSet<>(credentials);
            more.add(name);
            credentials = Set.copyOf(more);
        }
        put(name, value.reveal());
    }

    void remove(String name) {
        all.removeIf(header -> header.getKey().equalsIgnoreCase(name));
    }
}
