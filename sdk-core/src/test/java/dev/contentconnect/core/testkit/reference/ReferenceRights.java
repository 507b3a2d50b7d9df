package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rights: one record for each asset, under the asset's reference as key. */
final class ReferenceRights implements RightsReader, RightsWriter {
    private final ReferenceClient client;

    ReferenceRights(ReferenceClient client) {
        this.client = client;
    }

    @Override
    public RightsRecord rights(SourceRef asset) {
        ReferenceClient.id(asset);
        return client.byKey("rights.get", "rights", asset.toString(), RightsRecord.class)
                .orElseGet(() -> {
                    client.get("rights.get", "assets", asset);
                    return RightsRecord.builder(asset, asset).build();
                });
    }

    @Override
    public RightsRecord apply(RightsRecord rights) {
        Map<String, @Nullable Object> members = PlainRecords.members(rights);
        for (RecordComponent component : RightsRecord.class.getRecordComponents()) {
            members.putIfAbsent(component.getName(), null);
        }
        members.remove("ref");
        return save("rights.apply", rights.asset(), members);
    }

    @Override
    public RightsRecord block(SourceRef asset, String reason) {
        RightsRecord now = rights(asset);
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("asset", asset.toString());
        change.put("status", RightsStatus.BLOCKED.value());
        change.put("statusBefore", now.status().value());
        change.put("prohibitions", PlainRecords.write(List.of(Prohibition.in(reason, List.of(Territory.WORLD)))));
        change.put("prohibitionsBefore", PlainRecords.write(now.prohibitions()));
        return now.status().equals(RightsStatus.BLOCKED) ? now : save("rights.block", asset, change);
    }

    @Override
    public RightsRecord unblock(SourceRef asset, String reason) {
        RightsRecord now = rights(asset);
        if (!now.status().equals(RightsStatus.BLOCKED)) {
            return now;
        }
        Map<String, @Nullable Object> before = now.extensions().get(ReferenceConnector.SYSTEM);
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        change.put("status", before.getOrDefault("statusBefore", RightsStatus.UNKNOWN.value()));
        change.put("prohibitions", before.getOrDefault("prohibitionsBefore", List.of()));
        change.put("statusBefore", null);
        change.put("prohibitionsBefore", null);
        return save("rights.unblock", asset, change);
    }

    private RightsRecord save(String operation, SourceRef asset, Map<String, ? extends @Nullable Object> members) {
        client.get(operation, "assets", asset);
        Map<String, @Nullable Object> saved = client.byKey(operation, "rights", asset.toString())
                .map(read -> client.patch(operation, "rights", read, members))
                .orElseGet(() -> client.create(operation, "rights", asset.toString(), members));
        return client.to(RightsRecord.class, operation, saved);
    }
}
