package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CanonicalDice;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.RightsRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A newer writer's members, put into every object of every document, go through this version unharmed. */
class UnknownMembersPropertyTest {
    /** Objects whose names are data: there is nothing unknown in them. */
    private static final Set<String> OPEN = Set.of("extensions", "terms", "words");

    @Property(tries = 300)
    void surviveInEveryObject(@ForAll("documents") byte[] document, @ForAll Random random) {
        Object newer = strew(Json.decodePlain(document), random);

        Object back = Json.decodePlain(reread(Json.encodeWithNulls(newer), newer));

        assertThat(back).isEqualTo(newer);
    }

    @Provide
    Arbitrary<byte[]> documents() {
        return Arbitraries.oneOf(
                CanonicalDice.<Asset>of(CanonicalDice::asset).map(CanonicalJson::write),
                CanonicalDice.<Approval>of(CanonicalDice::approval).map(CanonicalJson::write),
                CanonicalDice.<RightsRecord>of(CanonicalDice::rights).map(CanonicalJson::write),
                CanonicalDice.<CaseEvent>of(CanonicalDice::event).map(CanonicalJson::write));
    }

    private static Object strew(Object plain, Random random) {
        if (plain instanceof List<?> list) {
            List<Object> out = new ArrayList<>();
            list.forEach(item -> out.add(strew(item, random)));
            return out;
        }
        if (!(plain instanceof Map<?, ?> map)) {
            return plain;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        map.forEach((name, value) -> out.put(name.toString(), below(name.toString(), value, random)));
        if (random.nextInt(3) > 0) {
            out.put("x~new/" + random.nextInt(3), random.nextBoolean() ? null : Map.of("deep", List.of(1, "a")));
        }
        return out;
    }

    private static Object below(String name, Object value, Random random) {
        if (!OPEN.contains(name)) {
            return strew(value, random);
        }
        if (name.equals("extensions")) {
            return value;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        Plain.object(value).forEach((word, terms) -> out.put(word, strew(terms, random)));
        return out;
    }

    private static byte[] reread(byte[] json, Object document) {
        return switch (Plain.object(document).get("schema").toString()) {
            case CanonicalJson.ASSET_SCHEMA -> CanonicalJson.write(CanonicalJson.readAsset(json));
            case CanonicalJson.APPROVAL_SCHEMA -> CanonicalJson.write(CanonicalJson.readApproval(json));
            case CanonicalJson.RIGHTS_RECORD_SCHEMA -> CanonicalJson.write(CanonicalJson.readRightsRecord(json));
            default -> CanonicalJson.write(CanonicalJson.readCaseEvent(json));
        };
    }
}
