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
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.PublishRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings one package out: all records are looked at before anything is written, then they are released, then one order makes
 * the links, and the first record's entry comes last, which makes it a publication. What fails on the way is undone; what a
 * crash left is finished under the same key.
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
        ids.forEach(id -> records.put(id, publisher.record(id)));
        records.forEach(this::check);
        try {
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
        WireFileVersion latest = in.masterFileLatestVersion();
        String current = latest == null ? null : Library.fileId(latest.id());
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
                released.add(id);
                library.client.records().updateIndexed(id, change);
            }
        });
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
            var orders = library.client.orders();
            orders.delivered(orders.create(OrderRequest.publish(missing)));
        }
    }

    /** Nothing of a package that failed stays public. What cannot be undone is told beside the failure. */
    private void undo(RuntimeException why) {
        try {
            leave();
        } catch (RuntimeException e) {
            // Its entry may stand, which makes it a publication: it stays whole, and its key finds it.
            why.addSuppressed(e);
            return;
        }
        records.forEach((id, before) -> {
            try {
                if (isOrdered()) {
                    takeLinksBack(id, before);
                }
                if (released.contains(id)) {
                    RecordChange change = new RecordChange();
                    states.restore(PUBLISH, change, before);
                    library.client.records().updateIndexed(id, change);
                }
            } catch (RuntimeException e) {
                why.addSuppressed(e);
            }
        });
    }

    /** Takes the entries back, that of the first record first: without it there is no publication. */
    private void leave() {
        if (!isEntered) {
            return;
        }
        List<String> ours = List.of(PublicationMapper.lead(request.key()), PublicationMapper.part(request.key()));
        for (String id : records.keySet()) {
            List<String> entries = new ArrayList<>(publisher.entries(publisher.record(id)));
            if (entries.removeAll(ours)) {
                publisher.write(PUBLISH, id, entries);
            }
        }
    }

    private void takeLinksBack(String id, WireRecord before) {
        Set<String> known = new TreeSet<>();
        PublicAddresses.of(before).forEach(one -> known.add(String.valueOf(one.id())));
        for (WirePublicLink one : PublicAddresses.of(publisher.record(id))) {
            if (!known.contains(String.valueOf(one.id())) && PublicAddresses.isServed(one)) {
                publisher.delete(one);
            }
        }
    }

    private void checkReleased(String id) {
        if (!isReleased(publisher.record(id))) {
            throw REFUSED.rejected(
                    PUBLISH, LocalErrors.DROPPED, "record " + id + " was released and is not; a rule may hold it back");
        }
    }

    /** The first record comes last. What others wrote into the field while an order ran stays. */
    private void enter() {
        List<String> ids = new ArrayList<>(records.keySet());
        for (int i = ids.size() - 1; i >= 0; i--) {
            String entry = i == 0 ? PublicationMapper.lead(request.key()) : PublicationMapper.part(request.key());
            List<String> entries = new ArrayList<>(publisher.entries(publisher.record(ids.get(i))));
            if (!entries.contains(entry)) {
                entries.add(entry);
                publisher.write(PUBLISH, ids.get(i), entries);
            }
        }
    }
}
