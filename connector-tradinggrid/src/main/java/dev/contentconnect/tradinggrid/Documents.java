package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.TradingGridConnector.REFUSED;
import static dev.contentconnect.tradinggrid.TradingGridConnector.SYSTEM;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.tradinggrid.api.LensQuery;
import dev.contentconnect.tradinggrid.api.LensTerm;
import dev.contentconnect.tradinggrid.map.DeliveryMapper;
import dev.contentconnect.tradinggrid.map.EntryState;
import dev.contentconnect.tradinggrid.transport.DocumentTransport;
import dev.contentconnect.tradinggrid.transport.FileName;
import dev.contentconnect.tradinggrid.transport.InboundDocument;
import dev.contentconnect.tradinggrid.transport.OutboundDocument;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Documents through a transport, and what Lens says about them later. No document goes to a partner who may not have it: the
 * entitlement is asked for at each call, right before the bytes leave. The same name twice to the same partner goes out once,
 * as far as the state store or Lens knows of the first; the network itself stops duplicates. Safe for several threads.
 */
public final class Documents {
    private static final String SEND = "documents.send";
    private static final String TRACK = "documents.track";
    private static final String SENT = "document.sent";

    /** How long the network keeps what it knows. */
    private static final Duration KEPT = Duration.ofDays(45);

    private final DocumentTransport transport;
    private final Directory directory;
    private final PartnerDesk partners;
    private final Tracking tracking;
    private final TradingGridConfig config;

    Documents(
            DocumentTransport transport,
            Directory directory,
            PartnerDesk partners,
            Tracking tracking,
            TradingGridConfig config) {
        this.transport = transport;
        this.directory = directory;
        this.partners = partners;
        this.tracking = tracking;
        this.config = config;
    }

    /**
     * Sends a document to a partner who may have it.
     *
     * @param order what goes to whom
     * @return that it was handed over, by this call or an earlier one
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code file_name}, {@code not_entitled},
     *     {@code no_address} or {@code not_offered}, and nothing was sent; Conflict when the name is that of another document;
     *     NotFound, and as for the transport
     */
    public DocumentSent send(DocumentOrder order) {
        String name = FileName.checked(SEND, order.name());
        Partner partner = partners.get(order.partner());
        checkEntitled(partner, order.segments());
        String receiver = receiver(SEND, partner);
        String sender = config.lens().ownAddresses().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> REFUSED.rejected(SEND, "no_address", "ownAddresses are not configured"));
        Instant now = config.options().time().now();
        StateLink earlier = earlier(name);
        if (earlier != null && !earlier.to().equals(order.partner())) {
            throw REFUSED.conflict(SEND, "a document named " + name + " went to another partner");
        }
        Optional<Delivery> known = track(name, receiver, now.minus(KEPT));
        if (earlier != null || known.isPresent()) {
            return new DocumentSent(name, earlier != null ? earlier.updatedAt() : now, true, known.orElse(null));
        }
        transport.send(new OutboundDocument(name, sender, receiver, order.content()));
        config.state().transact(transaction -> {
            transaction.putLink(new StateLink(document(name), SENT, order.partner(), 0, receiver, now));
            return true;
        });
        return new DocumentSent(name, now, false, null);
    }

    private String receiver(String operation, Partner partner) {
        return directory
                .address(partner)
                .orElseThrow(() -> REFUSED.rejected(
                        operation,
                        "no_address",
                        "partner " + partner.ref().id() + " has no EDI address; see the option addresses"));
    }

    private void checkEntitled(Partner partner, List<Segment> segments) {
        for (Segment segment : segments) {
            if (!partner.active() || !partners.isEntitled(partner.ref(), segment)) {
                throw REFUSED.rejected(
                        SEND,
                        "not_entitled",
                        "partner " + partner.ref().id() + " may not have what is for " + segment.kind() + " "
                                + segment.value());
            }
        }
    }

    private static SourceRef document(String name) {
        return SourceRef.of(SYSTEM, "document:" + name);
    }

    private @Nullable StateLink earlier(String name) {
        return config.state().read(view -> view.linksFrom(document(name), SENT)).stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Follows a document to a partner, also one who may not have it any more. Where the state store knows of the document, it is
     * looked for at the address to which it went, and the directory need not have the partner any more.
     *
     * @param name its file name
     * @param partner to whom it went
     * @return the latest delivery of this name of the last 45 days; nothing while Lens does not show it
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code no_address}; NotFound,
     *     RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    public Optional<Delivery> track(String name, SourceRef partner) {
        StateLink earlier = earlier(name);
        String then = earlier == null || !earlier.to().equals(partner) ? null : earlier.fingerprint();
        String receiver = then == null ? receiver(TRACK, partners.get(partner)) : then;
        return track(name, receiver, config.options().time().now().minus(KEPT));
    }

    /**
     * Follows a document by its name.
     *
     * @param name its file name
     * @param receiver the EDI address of the partner
     * @param since entries that arrived earlier do not count
     * @return the latest delivery of this name; nothing while Lens does not show it
     * @throws dev.contentconnect.core.error.ConnectorException RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut,
     *     Undecodable
     */
    public Optional<Delivery> track(String name, String receiver, Instant since) {
        WireEntry latest = null;
        for (String attribute : List.of("senderfilename", "receivefilename")) {
            LensQuery query = tracking.files(LensQuery.MOST)
                    .where(LensTerm.is(attribute, name))
                    .where(LensTerm.is("receiveraddress", receiver))
                    .within(tracking.since("arrivaltime", since));
            for (WireEntry one : tracking.client.lens().entries(query)) {
                // A duplicate that the network stopped says nothing of the one that went through.
                boolean counts = latest == null || EntryState.of(one) != EntryState.DUPLICATE;
                latest = name.equals(one.text(attribute)) && counts ? one : latest;
            }
            if (latest != null) {
                break;
            }
        }
        if (latest == null) {
            return Optional.empty();
        }
        Map<String, List<WireEntry>> process = tracking.processes(TRACK, List.of(latest));
        return DeliveryMapper.toDelivery(latest, Tracking.of(process, latest), tracking.meaning)
                .toJavaOptional();
    }

    /**
     * Hands out documents that wait for us, each once it lies in a local folder, and takes each away when it was handled. What
     * breaks off stays and comes again.
     *
     * @param limit at most so many, 1 or more
     * @param folder a local folder for this purpose
     * @param handler takes the document and its file, which is the handler's from then on
     * @return how many were handled
     * @throws dev.contentconnect.core.error.ConnectorException as for the transport
     */
    public int receive(int limit, Path folder, BiConsumer<InboundDocument, Path> handler) {
        List<InboundDocument> waiting = transport.waiting(limit);
        for (InboundDocument one : waiting) {
            handler.accept(one, transport.fetch(one, folder));
            transport.finish(one);
        }
        return waiting.size();
    }
}
