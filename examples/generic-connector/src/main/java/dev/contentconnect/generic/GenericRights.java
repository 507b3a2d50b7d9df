package dev.contentconnect.generic;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.RightsReader;
import java.util.List;

/** Rights out of the fields that are mapped for them. */
record GenericRights(GenericConfig config, GenericClient client) implements RightsReader {
    @Override
    public RightsRecord rights(SourceRef asset) {
        Object item = client.asset(asset.idIn(config.system()));
        if (item == null) {
            throw LocalErrors.of(config.system()).undecodable("rights.get", "there is no asset in the answer");
        }
        return FlatRights.read(asset, name -> texts(name, item), config.rights().keySet())
                .build();
    }

    private List<String> texts(String name, Object item) {
        JsonPointer place = config.rights().get(name);
        return place == null
                ? List.of()
                : place.all(item).stream().map(String::valueOf).toList();
    }
}
