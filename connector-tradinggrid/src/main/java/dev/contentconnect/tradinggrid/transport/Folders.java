package dev.contentconnect.tradinggrid.transport;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a transport, below its root.
 *
 * @param outbox where the network fetches what we send; <code>{receiver}</code> and <code>{sender}</code> in it stand for EDI
 *     addresses, in which everything but letters, digits, dots and dashes becomes an underscore
 * @param inbox where the network puts what is for us
 * @param done where handled documents go, or null to delete them
 */
public record Folders(String outbox, String inbox, @Nullable String done) {
    /** One folder a receiver, and handled documents are kept. */
    public static final Folders STANDARD = new Folders("outbox/{receiver}", "inbox", "done");

    /**
     * Makes the value.
     *
     * @param outbox where we put documents
     * @param inbox where we find documents
     * @param done where handled documents go, or null
     * @throws IllegalArgumentException when a folder is absolute or leads up
     */
    public Folders {
        check(outbox);
        check(inbox);
        if (done != null) {
            check(done);
        }
    }

    private static void check(String folder) {
        boolean climbs = Arrays.asList(folder.split("/", -1)).contains("..");
        if (folder.isBlank()
                || folder.startsWith("/")
                || climbs
                || folder.chars().anyMatch(c -> c < ' ' || c == '\\')) {
            throw new IllegalArgumentException("a folder is a path below the root of the transport");
        }
    }

    String outboxOf(OutboundDocument document) {
        return outbox.replace("{receiver}", plain(document.receiver())).replace("{sender}", plain(document.sender()));
    }

    private static String plain(String address) {
        String plain = address.replaceAll("[^A-Za-z0-9.-]", "_").replace("..", "__");
        return plain.isEmpty() || plain.equals(".") ? "_" : plain;
    }
}
