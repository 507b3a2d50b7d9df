package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.map.PublicationMapper;
import dev.contentconnect.aprimo.wire.WirePublicLink;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Publications: released records that name one key in a field, and public links where these are asked for. */
final class AprimoPublisher implements AssetPublisher {
    private static final String HOLD = "assets.hold";
    private static final String WITHDRAW = "assets.withdraw";
    private static final int PAGE = 100;

    private final Library library;
    private final States states;
    private final String field;

    AprimoPublisher(Library library, String field) {
        this.library = library;
        this.states = new States(library);
        this.field = field;
    }

    @Override
    public Publication publish(PublishRequest request) {
        return new Publishing(library, this, request).run();
    }

    /** The name of the field that lists publications. */
    String field() {
        return field;
    }

    WireRecord record(String id) {
        return library.client.records().get(id, PublicAddresses.RECORD);
    }

    /** What a record says in the field of publications, ours and what people wrote. */
    List<String> entries(WireRecord in) {
        return FieldValues.texts(FieldValues.field(in, field), null);
    }

    /** Refuses a field that cannot take what a publication writes, before anything is written. */
    void checkField(String key) {
        List<String> two = List.of(PublicationMapper.lead(key), PublicationMapper.released(key));
        library.writer.put("assets.publish", new RecordChange(), field, two);
    }

    /** Writes the entries of a record; the next search shall see them. */
    void write(String operation, String id, List<String> entries) {
        RecordChange change = new RecordChange();
        library.writer.put(operation, change, field, entries);
        library.client.records().updateIndexed(id, change);
    }

    /**
     * What says that it belongs to a publication.
     *
     * @param present its records, the first one first; none without the first one, which is written last
     * @param withdrawn those that were in it
     */
    private record Members(List<WireRecord> present, List<WireRecord> withdrawn) {}

    private Members members(String key) {
        String lead = PublicationMapper.lead(key);
        String part = PublicationMapper.part(key);
        String released = PublicationMapper.released(key);
        String gone = PublicationMapper.withdrawn(key);
        SearchTerm term = SearchTerm.any(Stream.of(lead, part, released, gone)
                .map(one -> SearchTerm.field(field, one))
                .toList());
        List<WireRecord> present = new ArrayList<>();
        List<WireRecord> withdrawn = new ArrayList<>();
        boolean begun = false;
        for (WireRecord one : library.client.search().records(term, PublicAddresses.RECORD, PAGE)) {
            // The service may not mind the case of letters; we do.
            List<String> said = entries(one);
            if (said.contains(lead) && !begun) {
                present.add(0, one);
                begun = true;
            } else if (said.contains(part) || said.contains(released)) {
                present.add(one);
            } else if (said.contains(gone)) {
                withdrawn.add(one);
            }
        }
        return new Members(begun ? present : List.of(), withdrawn);
    }

    Publication publication(String key, List<WireRecord> members) {
        WireRecord lead = members.get(0);
        return publication(key, members, library.asset("publications.get", lead).status(), PublicAddresses.first(lead));
    }

    private Publication publication(String key, List<WireRecord> members, AssetStatus status, @Nullable URI uri) {
        return PublicationMapper.toPublication(
                key,
                members.stream().map(AprimoPublisher::ref).toList(),
                status,
                PublicationMapper.changedAt(members.get(0), field),
                uri);
    }

    private static SourceRef ref(WireRecord in) {
        return SourceRef.of(AprimoConnector.SYSTEM, FieldValues.id(Objects.requireNonNull(in.id())));
    }

    @Override
    public Optional<Publication> findByKey(String key) {
        Members found = members(key);
        if (!found.present().isEmpty()) {
            return Optional.of(publication(key, found.present()));
        }
        // Its key stays used up.
        return found.withdrawn().isEmpty()
                ? Optional.empty()
                : Optional.of(publication(key, found.withdrawn(), AssetStatus.WITHDRAWN, null));
    }

    @Override
    public Paged<Publication> publications(SourceRef asset) {
        String id = Library.id(asset);
        return Paged.of(AprimoConnector.SYSTEM, "publications.ofAsset", cursor -> {
            List<Publication> out = new ArrayList<>();
            for (String entry : entries(record(id))) {
                String key = PublicationMapper.key(entry);
                if (key != null) {
                    findByKey(key).ifPresent(out::add);
                }
            }
            return Page.of(out, null);
        });
    }

    @Override
    public Asset hold(SourceRef asset, String reason) {
        WireRecord before = record(Library.id(asset));
        RecordChange change = new RecordChange();
        states.takeBack(HOLD, change, before, AssetStatus.HELD, reason);
        return takeBack(HOLD, before, change);
    }

    @Override
    public Asset withdraw(SourceRef asset, String reason) {
        WireRecord before = record(Library.id(asset));
        RecordChange change = new RecordChange();
        states.takeBack(WITHDRAW, change, before, AssetStatus.WITHDRAWN, reason);
        List<String> entries = entries(before);
        List<String> after = entries.stream().flatMap(this::withdrawn).toList();
        if (!after.equals(entries)) {
            entries.forEach(entry -> passOn(before, entry));
            library.writer.put(WITHDRAW, change, field, after);
        }
        return takeBack(WITHDRAW, before, change);
    }

    /** What stays of an entry: the key of a publication is used up, that of one that was never finished is not. */
    private Stream<String> withdrawn(String entry) {
        String key = PublicationMapper.key(entry);
        if (key == null) {
            return Stream.of(entry);
        }
        return members(key).present().isEmpty() ? Stream.empty() : Stream.of(PublicationMapper.withdrawn(key));
    }

    /** A publication goes on without its first asset: another one takes its place. */
    private void passOn(WireRecord leaving, String entry) {
        String key = PublicationMapper.key(entry);
        if (key == null || !entry.equals(PublicationMapper.lead(key))) {
            return;
        }
        List<String> parts = List.of(PublicationMapper.part(key), PublicationMapper.released(key));
        for (WireRecord next : members(key).present()) {
            List<String> wanted = new ArrayList<>(entries(next));
            if (!Objects.equals(next.id(), leaving.id()) && wanted.removeAll(parts)) {
                wanted.add(entry);
                write(WITHDRAW, Objects.requireNonNull(next.id()), wanted);
                return;
            }
        }
    }

    /** First the status, so that no rule publishes it again; then the addresses. */
    private Asset takeBack(String operation, WireRecord before, RecordChange change) {
        String id = Objects.requireNonNull(before.id());
        if (!change.isEmpty()) {
            library.client.records().updateIndexed(id, change);
        }
        PublicAddresses.of(before).stream().filter(PublicAddresses::isServed).forEach(this::delete);
        WireRecord after = record(id);
        long left = PublicAddresses.of(after).stream()
                .filter(PublicAddresses::isServed)
                .count();
        if (left > 0) {
            throw REFUSED.rejected(
                    operation,
                    "still_public",
                    "record " + id + " is no longer released, but the service keeps " + left
                            + " public link(s) that may not be deleted");
        }
        return library.asset(operation, after);
    }

    /** Takes an address away. One that may not be deleted, or is gone, is let be. */
    void delete(WirePublicLink link) {
        if (Boolean.FALSE.equals(link.canDelete())) {
            return;
        }
        try {
            library.client.publicLinks().delete(Objects.requireNonNull(link.id()));
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
    }
}
