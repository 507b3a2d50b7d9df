package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.OrderRequest;
import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.map.PublicationMapper;
import dev.contentconnect.aprimo.map.RightsFields;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WirePublicLink;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings one package out: all records are looked at before anything is written, then they are released and say for what, then one
 * order makes the links, all are looked at once more, and the first record's entry comes last, which makes it a publication. What
 * fails on the way is undone; what a crash left is finished under the same key, or undone where it cannot be any more.
 */
final class Publishing {
    private static final String PUBLISH = "assets.publish";

    private final Library library;
    private final AprimoPublisher publisher;
    private final PublishRequest request;
    private final States states;
    /** The records as they were before. */
    private final Map<String, WireRecord> records = new LinkedHashMap<>();
    /** Those that were released, or may have been: an answer can be lost. */
    private final Set<String> released = new HashSet<>();

    private boolean isLinked;
    private boolean isEntered;

    Publishing(Library library, AprimoPublisher publisher, PublishRequest request) {
        this.library = library;
        this.publisher = publisher;
        this.request = request;
        this.states = new States(library);
    }

    Publication run() {
        List<String> ids = request.assets().stream().map(Library::id).distinct().toList();
        NotOffered.unless(
                request.at() == null,
                AprimoConnector.SYSTEM,
                PUBLISH + ".at",
                "Aprimo publishes now; call when it is time");
        NotOffered.unless(
                request.audience().isEmpty(),
                AprimoConnector.SYSTEM,
                PUBLISH + ".audience",
                "what is released is released for all; set fields of the record");
        Publication known = publisher.findByKey(request.key()).orElse(null);
        if (known != null) {
            // Also where something of it was held or withdrawn since: a call that comes twice must not bring it out
            // again.
            return known;
        }
        publisher.checkField(request.key());
        ConnectorException missing = read(ids);
        try {
            if (missing != null) {
                throw missing;
            }
            records.forEach(this::check);
            release();
            order();
            records.keySet().forEach(this::checkReleased);
            isEntered = true;
            enter();
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
        List<WireRecord> now = records.keySet().stream().map(publisher::record).toList();
        return publisher.publication(request.key(), now);
    }

    /** All that can be read: what a call that was cut off left is undone also where one of its records was deleted since. */
    private @Nullable ConnectorException read(List<String> ids) {
        ConnectorException missing = null;
        for (String id : ids) {
            try {
                records.put(id, publisher.record(id));
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND && e.kind() != ErrorKind.FORBIDDEN) {
                    throw e;
                }
                missing = e;
            }
        }
        return missing;
    }

    private static boolean isReleased(WireRecord in) {
        return AssetMapper.status(in.status()).equals(AssetStatus.PUBLISHED);
    }

    private boolean isOrdered() {
        return library.config.publishBy() == AprimoConfig.PublishBy.CDN;
    }

    /** The latest version is what comes out, so another one than that cannot have been approved. */
    private void check(String id, WireRecord in) {
        String block = library.config.rightsFields().get(RightsFields.BLOCK);
        if (block != null
                && !FieldValues.texts(FieldValues.field(in, block), null).isEmpty()) {
            throw REFUSED.rejected(
                    PUBLISH, LocalErrors.BLOCKED, "record " + id + " is blocked, see its field " + block);
        }
        String current = current(in);
        String approved = approved(id);
        if (approved != null && !approved.equals(current)) {
            throw REFUSED.conflict(
                    PUBLISH,
                    "version " + approved + " of record " + id + " was approved, and the latest one is " + current);
        }
        if (isOrdered() && current == null) {
            throw REFUSED.rejected(PUBLISH, LocalErrors.NO_FILE, "record " + id + " has no file to publish");
        }
    }

    private @Nullable String approved(String id) {
        return request.versions().entrySet().stream()
                .filter(one -> Library.id(one.getKey()).equals(id))
                .map(one -> FieldValues.id(one.getValue()))
                .findFirst()
                .orElse(null);
    }

    private void release() {
        records.forEach((id, before) -> {
            RecordChange change = new RecordChange();
            states.put(PUBLISH, change, before, AssetStatus.PUBLISHED);
            if (!change.isEmpty()) {
                if (!isReleased(before)) {
                    putEntry(id, change);
                }
                released.add(id);
                library.client.records().updateIndexed(id, change);
            }
        });
    }

    /** In the write that releases it, so that nothing of a package that was cut off is out without saying why. */
    private void putEntry(String id, RecordChange change) {
        List<String> entries = new ArrayList<>(publisher.entries(publisher.record(id)));
        String entry = PublicationMapper.released(request.key());
        if (!entries.contains(entry)) {
            entries.add(entry);
            library.writer.put(PUBLISH, change, publisher.field(), entries);
        }
    }

    private void order() {
        if (!isOrdered()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        records.forEach((id, before) -> {
            if (!PublicAddresses.isPublic(before)) {
                missing.add(id);
            }
        });
        if (!missing.isEmpty()) {
            isLinked = true;
            var orders = library.client.orders();
            orders.delivered(orders.create(OrderRequest.publish(missing)));
        }
    }

    /** Nothing of a package that failed stays public. What cannot be undone is told beside the failure. */
    private void undo(RuntimeException why) {
        try {
            takeLeadBack();
        } catch (RuntimeException e) {
            // Its entry may stand, which makes it a publication: it stays whole, and its key finds it.
            why.addSuppressed(e);
            return;
        }
        records.forEach((id, before) -> {
            try {
                undo(id, before);
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        });
    }

    private void undo(String id, WireRecord before) {
        boolean begun = isBegun(before);
        boolean linked = isLinked || (begun && isOrdered());
        boolean written = begun || isEntered || released.contains(id);
        if (!linked && !written) {
            return;
        }
        List<String> entries = new ArrayList<>(publisher.entries(publisher.record(id)));
        boolean needed = isNeeded(before, entries);
        if (linked && !needed) {
            takeLinksBack(id, before, begun ? List.of() : PublicAddresses.of(before));
        }
        if (!written) {
            return;
        }
        RecordChange change = new RecordChange();
        if (!needed) {
            putStatusBack(id, before, change);
        }
        if (entries.removeAll(parts())) {
            library.writer.put(PUBLISH, change, publisher.field(), entries);
        }
        if (!change.isEmpty()) {
            library.client.records().updateIndexed(id, change);
        }
    }

    private void putStatusBack(String id, WireRecord before, RecordChange change) {
        if (isLeftOut(before)) {
            // Nobody knows what it was before, but it was not out.
            states.put(PUBLISH, change, before, AssetStatus.DRAFT);
        } else if (released.contains(id)) {
            states.restore(PUBLISH, change, before);
        }
    }

    /**
     * Whether another publication found it out because we released it. One that stands before our own entry did not: we release
     * only what is not out.
     */
    private boolean isNeeded(WireRecord before, List<String> now) {
        List<String> then = publisher.entries(before);
        List<String> older =
                isLeftOut(before) ? then.subList(0, then.indexOf(PublicationMapper.released(request.key()))) : then;
        return now.stream().filter(entry -> !older.contains(entry)).anyMatch(this::isAnothers);
    }

    /** Of one that was cut off before it was a publication, what it released itself is for its own key to take back. */
    private boolean isAnothers(String entry) {
        String key = PublicationMapper.key(entry);
        return key != null
                && !key.equals(request.key())
                && (!entry.equals(PublicationMapper.part(key))
                        || publisher.findByKey(key).isPresent());
    }

    /** Whether a call under the same key brought it out that was cut off. */
    private boolean isBegun(WireRecord before) {
        return publisher.entries(before).contains(PublicationMapper.released(request.key()));
    }

    /** Whether a call that was cut off left it out. */
    private boolean isLeftOut(WireRecord before) {
        return isBegun(before) && isReleased(before);
    }

    private String part(String id) {
        return isOurs(id) ? PublicationMapper.released(request.key()) : PublicationMapper.part(request.key());
    }

    private List<String> parts() {
        return List.of(PublicationMapper.part(request.key()), PublicationMapper.released(request.key()));
    }

    /** Without the entry of the first record there is no publication. That it is out for it is known until it is not. */
    private void takeLeadBack() {
        if (!isEntered) {
            return;
        }
        String id = records.keySet().iterator().next();
        List<String> entries = new ArrayList<>(publisher.entries(publisher.record(id)));
        if (entries.remove(PublicationMapper.lead(request.key()))) {
            if (isOurs(id)) {
                entries.add(PublicationMapper.released(request.key()));
            }
            publisher.write(PUBLISH, id, entries);
        }
    }

    private boolean isOurs(String id) {
        WireRecord before = Objects.requireNonNull(records.get(id));
        return isBegun(before) || (released.contains(id) && !isReleased(before));
    }

    private void takeLinksBack(String id, WireRecord before, List<WirePublicLink> kept) {
        Set<String> known = new TreeSet<>();
        kept.forEach(one -> known.add(PublicAddresses.id(one)));
        WireRecord now = publisher.record(id);
        List<WirePublicLink> links = new ArrayList<>(PublicAddresses.of(now));
        // A record shows the links of its latest version alone.
        for (String older : Stream.of(current(before), approved(id)).distinct().toList()) {
            if (older != null && !older.equals(current(now))) {
                library.client.publicLinks().ofVersion(older).stream()
                        .filter(PublicAddresses::isPublished)
                        .forEach(links::add);
            }
        }
        for (WirePublicLink one : links) {
            if (!known.contains(PublicAddresses.id(one)) && PublicAddresses.isServed(one)) {
                publisher.delete(one);
            }
        }
    }

    private static @Nullable String current(WireRecord in) {
        WireFileVersion latest = in.masterFileLatestVersion();
        return latest == null ? null : Library.fileId(latest.id());
    }

    private void checkReleased(String id) {
        WireRecord now = publisher.record(id);
        // Another version, or a block, may have come while an order ran.
        check(id, now);
        if (!isReleased(now)) {
            throw REFUSED.rejected(
                    PUBLISH, LocalErrors.DROPPED, "record " + id + " was released and is not; a rule may hold it back");
        }
    }

    /** The first record comes last. What others wrote into the field while an order ran stays. */
    private void enter() {
        List<String> ids = new ArrayList<>(records.keySet());
        for (int i = ids.size() - 1; i >= 0; i--) {
            String id = ids.get(i);
            List<String> entries = new ArrayList<>(publisher.entries(publisher.record(id)));
            List<String> fitting = i == 0 ? List.of(PublicationMapper.lead(request.key())) : parts();
            if (Collections.disjoint(entries, fitting)) {
                entries.removeAll(parts());
                entries.add(i == 0 ? PublicationMapper.lead(request.key()) : part(id));
                publisher.write(PUBLISH, id, entries);
            }
        }
    }
}
