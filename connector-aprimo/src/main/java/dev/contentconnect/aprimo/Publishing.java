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
        List<WireRecord> known = publisher.members(request.key());
        if (!known.isEmpty()) {
            // Also where something of it was held or withdrawn since: a call that comes twice must not bring it out
            // again.
            return publisher.publication(request.key(), known);
        }
        ids.forEach(id -> records.put(id, publisher.record(id)));
        records.forEach(this::check);
        release();
        records.keySet().forEach(this::checkReleased);
        enter();
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
            throw REFUSED.rejected(PUBLISH, "blocked", "record " + id + " is blocked, see its field " + block);
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
            throw REFUSED.rejected(PUBLISH, "no_file", "record " + id + " has no file to publish");
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
        List<String> done = new ArrayList<>();
        try {
            records.forEach((id, before) -> {
                RecordChange change = new RecordChange();
                states.put(PUBLISH, change, before, AssetStatus.PUBLISHED);
                if (!change.isEmpty()) {
                    library.client.records().updateIndexed(id, change);
                    done.add(id);
                }
            });
            order();
        } catch (RuntimeException e) {
            undo(done, e);
            throw e;
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
            var orders = library.client.orders();
            orders.delivered(orders.create(OrderRequest.publish(missing)));
        }
    }

    /** Nothing of a package that failed stays public. What cannot be undone is told beside the failure. */
    private void undo(List<String> released, RuntimeException why) {
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

    /** The first record comes last. */
    private void enter() {
        List<Map.Entry<String, WireRecord>> all = new ArrayList<>(records.entrySet());
        for (int i = all.size() - 1; i >= 0; i--) {
            String entry = i == 0 ? PublicationMapper.lead(request.key()) : PublicationMapper.part(request.key());
            List<String> entries = new ArrayList<>(publisher.entries(all.get(i).getValue()));
            if (!entries.contains(entry)) {
                entries.add(entry);
                publisher.write(PUBLISH, all.get(i).getKey(), entries);
            }
        }
    }
}
