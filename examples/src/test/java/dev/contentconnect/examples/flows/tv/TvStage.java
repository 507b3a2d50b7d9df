package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.LibraryStage;
import dev.contentconnect.examples.host.TradingGridFiles;
import dev.contentconnect.tradinggrid.Documents;
import dev.contentconnect.tradinggrid.Notices;
import dev.contentconnect.tradinggrid.TradingGridConfig;
import dev.contentconnect.tradinggrid.TradingGridConfigBuilder;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import dev.contentconnect.tradinggrid.transport.DirectoryTransport;
import dev.contentconnect.tradinggrid.transport.DocumentTransport;
import dev.contentconnect.tradinggrid.transport.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A partner network inside this process, on a clock that only the test moves, with a folder for its files; and a content
 * library, as a sandbox or as the real WordPress, which has a clock of its own.
 *
 * <p>A flow gets connections of its own, {@link #grid} and {@code library.vip(cut)}, and files, {@link #files}. Tests look at
 * the systems through {@link #network}, {@code library.eyes()}, the {@linkplain #outbox folder} and {@link #mails}.
 */
final class TvStage implements AutoCloseable {
    static final Segment GLOBAL = Segment.brand("Ostrevik");

    final FakeClock clock;
    final LibraryStage library;
    final TradingGridSandbox network;
    final StateStore state = StateStore.inMemory();
    final TradingGridConnector people;
    private final Path folder;
    private final DirectoryTransport transport;
    private Cursor cursor;

    private TvStage(FakeClock clock, LibraryStage library, Path folder) {
        this.clock = clock;
        this.library = library;
        this.network = new TradingGridSandbox(clock);
        this.folder = folder;
        this.transport = new DirectoryTransport(folder, Folders.STANDARD);
        this.people = grid(PowerCut.never(), state);
        this.cursor = people.require(CaseFeed.class).changes(null, 1).next();
        try {
            Files.createDirectories(inbox());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything inside this process, empty, on one clock.
     *
     * @param folder where files for the network and from it lie
     */
    static TvStage sandboxes(Path folder) {
        FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
        return new TvStage(clock, LibraryStage.sandbox(clock), folder);
    }

    /**
     * The library is the real WordPress, one for all tests of a run; the network begins at the present.
     *
     * @param folder where files for the network and from it lie
     */
    static TvStage realWordpress(Path folder) {
        return realWordpress(LibraryStage.realWordpress(), folder);
    }

    /** The same with a WordPress that the test chooses. */
    static TvStage realWordpress(LibraryStage library, Path folder) {
        FakeClock clock = new FakeClock(TimeSource.system().now());
        TvStage stage = new TvStage(clock, library, folder);
        // The log of the library outlives a test: another must not find its own requests there already.
        stage.network.countFrom((int) (clock.now().toEpochMilli() % 90_000_000));
        return stage;
    }

    /** A connection to the network that is cut off, with the options of this stage. */
    TradingGridConnector grid(PowerCut cut, StateStore memory) {
        return grid(cut, memory, options -> options);
    }

    /**
     * A connection to the network with options of its own.
     *
     * @param cut cuts it off
     * @param memory what it remembers of notices and files
     * @param options further ones
     */
    TradingGridConnector grid(PowerCut cut, StateStore memory, UnaryOperator<TradingGridConfigBuilder> options) {
        TradingGridConfigBuilder builder = TradingGridConfig.builder()
                .endpoint(network.endpoint())
                .consumerKey(TradingGridSandbox.KEY)
                .consumerSecret(Secret.of(TradingGridSandbox.SECRET))
                .companyId(TradingGridSandbox.COMPANY)
                .ownAddresses(Set.of(TradingGridSandbox.ADDRESS))
                .requestTypes(Map.of("864", "request", "BIN", "problem"))
                .reasonKey("reason code")
                .solution(TradingGridSandbox.SOLUTION)
                .rulesEntity(TradingGridSandbox.RULES)
                .rightsEntity(TradingGridSandbox.RIGHTS)
                .messagingEndpoint(network.endpoint())
                .messagingUser(TradingGridSandbox.MESSAGING_USER)
                .messagingPassword(Secret.of(TradingGridSandbox.MESSAGING_PASSWORD))
                .state(memory)
                .stepPerAttempt(cut.onRequests())
                .time(clock);
        return TradingGridConnector.create(options.apply(builder).build());
    }

    /**
     * Files for partners, cut off beside each of them too.
     *
     * @param cut cuts them off
     * @param grid the connection whose files they are
     */
    PartnerFiles files(PowerCut cut, TradingGridConnector grid) {
        return new TradingGridFiles(grid.documents(cut.on(DocumentTransport.class, transport)));
    }

    /** The files of the network, as the host sees them. */
    Documents documents() {
        return people.documents(transport);
    }

    /** The identity of a partner. */
    static SourceRef ref(String partner) {
        return SourceRef.of(TradingGridConnector.SYSTEM, partner);
    }

    /**
     * A partner who can be reached by mail and by files.
     *
     * @param name what it is called, and its id
     * @param segments the audiences it belongs to
     */
    SourceRef partner(String name, Segment... segments) {
        network.partner(name, "Active", mailbox(name), address(name));
        for (Segment segment : segments) {
            people.rules().orElseThrow().grant(ref(name), segment, "for tests");
        }
        return ref(name);
    }

    static String mailbox(String partner) {
        return word(partner).toLowerCase(Locale.ROOT) + "@partner.example";
    }

    static String address(String partner) {
        return "ZZ:" + word(partner).toUpperCase(Locale.ROOT);
    }

    private static String word(String partner) {
        return partner.replaceAll("[^A-Za-z0-9]", "");
    }

    /**
     * A document of a partner arrives in the network.
     *
     * @param partner who sent it
     * @param type its document type: 864 asks, BIN reports a problem
     * @param keys its business keys, such as {@code reference id} and {@code reason code}
     * @return the id of its entry in Lens
     */
    String arrives(String partner, String type, Map<String, String> keys) {
        return arrives(partner, type, keys, "");
    }

    private String arrives(String partner, String type, Map<String, String> keys, String fileName) {
        return network.entry(
                Map.of(
                        "transactionlevel",
                        "Document",
                        "editype",
                        type,
                        "sendername",
                        partner,
                        "senderaddress",
                        address(partner),
                        "receivername",
                        "Acme",
                        "receiveraddress",
                        TradingGridSandbox.ADDRESS,
                        "senderfilename",
                        fileName),
                keys);
    }

    /** What the network tells since the last look, oldest first. */
    List<CaseEvent> news() {
        List<CaseEvent> out = new ArrayList<>();
        ChangeBatch batch;
        pass();
        do {
            batch = people.require(CaseFeed.class).changes(cursor, 100);
            out.addAll(batch.events());
            cursor = batch.next();
        } while (batch.more());
        return out;
    }

    /** A document of a partner arrives; gives the event that tells so. */
    CaseEvent sends(String partner, String type, Map<String, String> keys) {
        return sends(partner, type, keys, "");
    }

    /** The same for a document that came as a file. */
    CaseEvent sends(String partner, String type, Map<String, String> keys, String fileName) {
        pass();
        SourceRef entry = ref(arrives(partner, type, keys, fileName));
        return news().stream()
                .filter(event -> entry.equals(event.related()))
                .findFirst()
                .orElseThrow();
    }

    /** Where the network puts files for us. */
    Path inbox() {
        return folder.resolve("inbox");
    }

    /** Files that wait for the network to take them to a partner. */
    Map<String, String> outbox(String partner) {
        Path box = folder.resolve("outbox").resolve(address(partner).replace(':', '_'));
        Map<String, String> out = new TreeMap<>();
        if (Files.isDirectory(box)) {
            try (Stream<Path> files = Files.list(box)) {
                for (Path file : files.toList()) {
                    out.put(String.valueOf(file.getFileName()), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return out;
    }

    /** The network takes the files for a partner and shows them in Lens; gives the entries by the names of their files. */
    Map<String, String> take(String partner, String status) {
        Map<String, String> out = new TreeMap<>();
        for (String name : outbox(partner).keySet()) {
            try {
                Files.delete(folder.resolve("outbox")
                        .resolve(address(partner).replace(':', '_'))
                        .resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.put(
                    name,
                    network.entry(Map.of(
                            "senderfilename",
                            name,
                            "receivername",
                            partner,
                            "receiveraddress",
                            address(partner),
                            "status",
                            status)));
        }
        return out;
    }

    /** An e-mail that the messaging service took. */
    record Mail(String job, String partner, String to, String subject, String text, Map<String, String> fields) {
        SourceRef ref() {
            return TvStage.ref("job:" + job);
        }
    }

    /** All e-mails to a partner, oldest first. */
    List<Mail> mails(String partner) {
        List<Mail> out = new ArrayList<>();
        network.messages().forEach((job, message) -> {
            Map<?, ?> to = (Map<?, ?>) ((List<?>) message.get("destinations")).get(0);
            if (partner.equals(to.get("ref"))) {
                Map<?, ?> mail = (Map<?, ?>) ((Map<?, ?>) message.get("options")).get("email_options");
                Map<?, ?> body = (Map<?, ?>) ((List<?>) message.get("body")).get(0);
                byte[] text = Base64.getDecoder().decode(String.valueOf(body.get("data")));
                out.add(new Mail(
                        job,
                        partner,
                        String.valueOf(to.get("email")),
                        String.valueOf(mail.get("subject")),
                        new String(text, StandardCharsets.UTF_8),
                        inserts(to)));
            }
        });
        return out;
    }

    private static Map<String, String> inserts(Map<?, ?> to) {
        Map<String, String> out = new TreeMap<>();
        if (to.get("inserts") instanceof List<?> all) {
            for (Object one : all) {
                Map<?, ?> pair = (Map<?, ?>) one;
                out.put(String.valueOf(pair.get("id")), String.valueOf(pair.get("value")));
            }
        }
        return out;
    }

    /**
     * Somebody looks into the messaging service for a notice that is in doubt, and notes what came out.
     *
     * @param memory where the notice is remembered
     * @param key its key
     * @param partner to whom it was to go
     */
    void lookUp(StateStore memory, String key, SourceRef partner) {
        String submitId = Notices.submitId(key, partner);
        List<String> jobs = new ArrayList<>();
        network.messages().forEach((job, message) -> {
            if (submitId.equals(((Map<?, ?>) message.get("options")).get("customer_reference"))) {
                jobs.add(job);
            }
        });
        try (TradingGridConnector desk = grid(PowerCut.never(), memory)) {
            if (jobs.isEmpty()) {
                desk.notices().forget(key, partner);
            } else {
                desk.notices().settle(key, partner, jobs.get(0));
            }
        }
    }

    /** Time passes, as between two happenings. */
    void pass() {
        clock.advance(Duration.ofSeconds(1));
    }

    /** What the trail tells of one kind. */
    static List<CaseEvent> events(StateStore memory, CaseEventType type) {
        List<CaseEvent> events = new ArrayList<>();
        memory.read(view -> {
            view.trail(TrailQuery.ALL, entry -> events.add(entry.event()));
            return null;
        });
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    @Override
    public void close() {
        people.close();
        network.close();
        library.close();
        transport.close();
        state.close();
    }
}
