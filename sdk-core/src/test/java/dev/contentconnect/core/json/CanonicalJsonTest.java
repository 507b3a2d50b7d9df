package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CanonicalDice;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final SourceRef REF = SourceRef.of("library", "7");

    @Property(tries = 500)
    void givesBackEveryAssetAndFitsTheSchema(@ForAll("assets") Asset asset) {
        check(asset, CanonicalJson.write(asset), CanonicalJson::readAsset, "asset");
    }

    @Property(tries = 500)
    void givesBackEveryApprovalAndFitsTheSchema(@ForAll("approvals") Approval approval) {
        check(approval, CanonicalJson.write(approval), CanonicalJson::readApproval, "approval");
    }

    @Property(tries = 500)
    void givesBackEveryRightsRecordAndFitsTheSchema(@ForAll("rights") RightsRecord rights) {
        check(rights, CanonicalJson.write(rights), CanonicalJson::readRightsRecord, "rights-record");
    }

    @Property(tries = 500)
    void givesBackEveryCaseEventAndFitsTheSchema(@ForAll("events") CaseEvent event) {
        check(event, CanonicalJson.write(event), CanonicalJson::readCaseEvent, "case-event");
    }

    private static <T> void check(T value, byte[] json, Function<byte[], T> read, String schema) {
        assertThat(read.apply(json)).isEqualTo(value);
        assertThat(PublishedSchemas.problems(schema, text(json))).isEmpty();
        assertThat(text(json)).doesNotContain("\n");
    }

    @Provide
    Arbitrary<Asset> assets() {
        return CanonicalDice.of(CanonicalDice::asset);
    }

    @Provide
    Arbitrary<Approval> approvals() {
        return CanonicalDice.of(CanonicalDice::approval);
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return CanonicalDice.of(CanonicalDice::rights);
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        return CanonicalDice.of(CanonicalDice::event);
    }

    @Nested
    class Writing {
        @Test
        void leavesOutWhatIsAbsent() {
            assertThat(text(CanonicalJson.write(Asset.builder(REF).build())))
                    .isEqualTo("{\"schema\":\"contentconnect/asset/1\",\"ref\":\"library:7\","
                            + "\"kind\":\"other\",\"status\":\"unknown\"}");
        }

        @Test
        void keepsNanosecondsAndNullsOfVendors() {
            CaseEvent event = CaseEvent.builder(
                            "engine", CaseEventType.CASE_OPENED, "1", Instant.parse("2026-11-21T10:15:30.123456789Z"))
                    .extensions(Extensions.of("engine", java.util.Collections.singletonMap("cleared", null)))
                    .build();

            assertThat(text(CanonicalJson.write(event)))
                    .contains("\"occurredAt\":\"2026-11-21T10:15:30.123456789Z\"")
                    .endsWith("\"extensions\":{\"engine\":{\"cleared\":null}}}");
        }

        @Test
        void keepsHalfACharacterThatAVendorCutOff() {
            Asset asset = Asset.builder(REF).title("cut \uD83C").build();

            assertThat(CanonicalJson.readAsset(CanonicalJson.write(asset))).isEqualTo(asset);
        }

        @Test
        void writesAndReadsBackWhateverExtensionsTake() {
            Object deep = List.of();
            for (int depth = 1; depth < 1_000; depth++) {
                deep = List.of(deep);
                if (depth > 450) {
                    Asset asset = Asset.builder(REF).extensions(deep(deep)).build();
                    assertThat(CanonicalJson.readAsset(CanonicalJson.write(asset)))
                            .as("depth %s", depth)
                            .isEqualTo(asset);
                }
            }
            Object tooDeep = List.of(deep);
            assertThatThrownBy(() -> deep(tooDeep)).isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-9{999}",
                    "-9{999}.9",
                    "0.00009{995}",
                    "9{997}e-999",
                    "9{900}e2147483",
                    "9{900}e-2147483",
                    "1e2147483647",
                    "5e-2147483647"
                })
        void readsBackEveryNumberThatAVendorMaySend(String number) {
            StringBuilder sent = new StringBuilder();
            int repeated = number.indexOf('{');
            int times = repeated < 0 ? 0 : Integer.parseInt(number.substring(repeated + 1, number.indexOf('}')));
            sent.append(repeated < 0 ? number : number.substring(0, repeated - 1) + "9".repeat(times));
            sent.append(repeated < 0 ? "" : number.substring(number.indexOf('}') + 1));
            Object value = Json.decodePlain(sent.toString().getBytes(StandardCharsets.UTF_8));
            assertReadBack(deep(value));
        }

        @Test
        void writesAndReadsBackTheLongestNumbersAndNamesThatExtensionsTake() {
            BigInteger longest = BigInteger.TEN.pow(1_000).subtract(BigInteger.ONE);
            assertReadBack(deep(longest));
            assertReadBack(deep(longest.negate()));
            for (int scale : new int[] {1, 1_000, 1_005, 1_006, -1, Integer.MAX_VALUE, Integer.MIN_VALUE + 1_000}) {
                assertReadBack(deep(new BigDecimal(longest, scale).negate()));
            }
            for (String letter : List.of("a", "\u20ac", "\ud83c\udf0d", "\u0001")) {
                String name = letter.repeat(50_000 / letter.length());
                assertReadBack(Extensions.of("v", Map.of(name, 1)));
                assertReadBack(Extensions.of(name, Map.of("a", 1)));
            }
        }

        @Test
        void turnsAwayNumbersAndNamesThatCouldNotBeReadAgain() {
            String name = "a".repeat(50_001);
            BigInteger tooLong = BigInteger.TEN.pow(1_000);
            assertThatThrownBy(() -> deep(tooLong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> deep(List.of(tooLong.negate())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a number in extensions has more than 1000 digits");
            assertThatThrownBy(() -> deep(new BigDecimal(tooLong, 3))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> deep(Map.of(name, 1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Extensions.of(name, Map.of("a", 1))).isInstanceOf(IllegalArgumentException.class);
        }

        private static void assertReadBack(Extensions extensions) {
            Asset asset = Asset.builder(REF).extensions(extensions).build();
            assertThat(CanonicalJson.readAsset(CanonicalJson.write(asset))).isEqualTo(asset);
        }

        @Test
        void takesWhateverAVendorMaySend() {
            int levels = 500;
            byte[] sent = ("[".repeat(levels) + "]".repeat(levels)).getBytes(StandardCharsets.UTF_8);
            CaseEvent event = CaseEvent.builder("engine", CaseEventType.CASE_OPENED, "1", Instant.EPOCH)
                    .extensions(deep(Json.decodePlain(sent)))
                    .build();

            assertThat(CanonicalJson.readCaseEvent(CanonicalJson.write(event))).isEqualTo(event);
            assertThat(CloudEvents.read(CloudEvents.write(event))).isEqualTo(event);
        }

        private static Extensions deep(Object value) {
            return Extensions.of("v", Map.of("deep", value));
        }
    }

    @Nested
    class ReadingLeniently {
        @Test
        void keepsWordsNobodyKnows() {
            Asset asset = asset("'kind':'hologram','status':'On Hold'");

            assertThat(asset.kind()).isEqualTo(AssetKind.of("hologram"));
            assertThat(asset.status()).isEqualTo(AssetStatus.of("On Hold"));
            assertThat(text(CanonicalJson.write(asset))).contains("\"hologram\"", "\"On Hold\"");
        }

        @Test
        void takesMissingStatusAsUnknown() {
            assertThat(asset("'title':null").status()).isEqualTo(AssetStatus.UNKNOWN);
            assertThat(CanonicalJson.readApproval(json("{'schema':'contentconnect/approval/1','ref':'a:b'}"))
                            .status())
                    .isEqualTo(ApprovalStatus.UNKNOWN);
            assertThat(CanonicalJson.readRightsRecord(
                                    json("{'schema':'contentconnect/rights-record/1','ref':'a:b','asset':'a:c'}"))
                            .status())
                    .isEqualTo(RightsStatus.UNKNOWN);
        }

        @Test
        void takesOtherOffsetsAndWholeNumbersWithAPoint() {
            Asset asset = asset(
                    "'createdAt':'2026-11-21T12:00:00+02:00','currentVersion':{'id':'v','number':3.0,'sizeBytes':0.00}");

            assertThat(asset.createdAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
            assertThat(asset.currentVersion()).isNotNull();
            assertThat(asset.currentVersion().number()).isEqualTo(3);
            assertThat(asset.currentVersion().sizeBytes()).isZero();
        }

        @Test
        void readsAMinorVersion() {
            assertThat(CanonicalJson.readAsset(json("{'schema':'contentconnect/asset/1.7','ref':'library:7'}"))
                            .ref())
                    .isEqualTo(REF);
        }
    }

    @Nested
    class Refusing {
        @Test
        void namesBothVersionsOfANewerDocument() {
            assertThatThrownBy(() -> CanonicalJson.readAsset(json("{'schema':'contentconnect/asset/2','ref':9}")))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContainingAll("/schema", "version 2", "contentconnect/asset/1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{'schema':1}",
                    "{'schema':'contentconnect/approval/1','ref':'a:b'}",
                    "{'schema':'contentconnect/asset/0','ref':'a:b'}",
                    "{'schema':'contentconnect/asset/1234567','ref':'a:b'}",
                    "{'schema':'asset','ref':'a:b'}"
                })
        void refusesAnotherMark(String document) {
            assertThatThrownBy(() -> CanonicalJson.readAsset(json(document)))
                    .isInstanceOf(JsonException.class)
                    .hasMessage("at /schema: not contentconnect/asset/1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "7", "{", "{}{}", "<html>"})
        void refusesWhatIsNoObject(String document) {
            assertThatThrownBy(() -> CanonicalJson.readAsset(json(document))).isInstanceOf(JsonException.class);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "/title: not text|'title':7",
                    "/tags: not a list|'tags':'a'",
                    "/tags/1: null in a list|'tags':['a',null]",
                    "/kind: not a word|'kind':' '",
                    "/master: not a reference|'master':'library'",
                    "/createdAt: not a date and time|'createdAt':'tomorrow'",
                    "/updatedAt: not a date and time|'updatedAt':'+1'",
                    "/currentVersion: not an object|'currentVersion':'v1'",
                    "/currentVersion/id: missing|'currentVersion':{}",
                    "/currentVersion: not a valid version|'currentVersion':{'id':'v','number':0}",
                    "/currentVersion/number: not a whole number|'currentVersion':{'id':'v','number':2147483648}",
                    "/currentVersion/number: not a whole number|'currentVersion':{'id':'v','number':1.5}",
                    "/currentVersion/sizeBytes: not a whole number|'currentVersion':{'id':'v','sizeBytes':1e999999999}",
                    "/currentVersion/sizeBytes: not a whole number|'currentVersion':{'id':'v','sizeBytes':1e2147483647}",
                    "/currentVersion/sizeBytes: not a whole number|'currentVersion':{'id':'v','sizeBytes':5e-100000000}",
                    "/currentVersion/checksum: not a valid checksum|"
                            + "'currentVersion':{'id':'v','checksum':{'algorithm':'x','hex':'sesame'}}",
                    "/renditions/0/uri: not a URI|'renditions':[{'id':'a','purpose':'b','uri':'open sesame'}]",
                    "/extensions/contentconnect.unknown: a name|'extensions':{'contentconnect.unknown':{'':{}}}",
                    "/extensions/v: not an object|'extensions':{'v':1}",
                })
        @Timeout(30) // counting out the exponents takes minutes
        void namesThePlace(String message, String member) {
            assertThatThrownBy(() -> asset(member))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("at " + message)
                    .hasMessageNotContaining("sesame")
                    .hasNoCause();
        }

        @Test
        void namesThePlaceInsideMaps() {
            assertThatThrownBy(() -> CanonicalJson.readRightsRecord(
                            json("{'schema':'contentconnect/rights-record/1','ref':'a:b','asset':'a:c',"
                                    + "'grants':[{'terms':{'a/b':{'allowed':[' ']}}}]}")))
                    .hasMessage("at /grants/0/terms/a~1b: not a valid set of terms");
        }
    }

    @Nested
    class UnknownMembers {
        private static final String WITH_STRANGERS = """
                {"schema":"contentconnect/rights-record/1","ref":"a:b","asset":"a:c","status":"cleared",
                "new":{"x":[1,null]},"gone":null,
                "grants":[{"territories":{"allowed":["DE"],"note":"t"},"validity":{"zone":"UTC"},"tier":2,
                "terms":{"a/b~":{"allowed":["web"],"why":"w"}},
                "limits":[{"kind":"k","max":1},{"kind":"l","max":2,"per":"day"}]}],
                "prohibitions":[{"reason":"r","validity":{"p":1},"q":2}],
                "limits":[{"kind":"k","max":3,"z":{}}],"extensions":{"v":{"w":1}}}""";

        @Test
        void surviveAtEveryLevel() {
            RightsRecord rights = CanonicalJson.readRightsRecord(json(WITH_STRANGERS));

            assertThat(Json.decodePlain(CanonicalJson.write(rights))).isEqualTo(Json.decodePlain(json(WITH_STRANGERS)));
            assertThat(rights.extensions().get("v")).containsEntry("w", 1);
        }

        @Test
        void surviveATypicalEdit() {
            RightsRecord rights = CanonicalJson.readRightsRecord(json(WITH_STRANGERS));

            RightsRecord edited = rights.toBuilder()
                    .holder("somebody")
                    .extensions(rights.extensions().with("v", Map.of("w", 2)))
                    .build();

            assertThat(text(CanonicalJson.write(edited)))
                    .contains("\"new\"", "\"gone\":null", "\"per\":\"day\"", "\"q\":2", "\"z\":{}", "\"w\":2");
        }

        @Test
        void goDownWithTheValueTheyDescribed() {
            Asset asset = asset("'extra':1,'renditions':[{'id':'a','purpose':'b','dpi':72},{'id':'c','purpose':'d'}]");

            Asset swapped = asset.toBuilder()
                    .renditions(List.of(
                            asset.renditions().get(1), asset.renditions().get(0)))
                    .build();

            assertThat(text(CanonicalJson.write(asset))).contains("\"dpi\":72");
            assertThat(text(CanonicalJson.write(swapped)))
                    .contains("\"extra\":1")
                    .doesNotContain("dpi");
        }

        @Test
        void neverReplaceMembersThatAreKnown() {
            Asset asset = Asset.builder(REF)
                    .extensions(Extensions.of(
                            CanonicalJson.UNKNOWN_MEMBERS,
                            Map.of("", Map.of("members", Map.of("ref", "x:y")), "/ref", 1, "/tags/-1", Map.of())))
                    .build();

            assertThat(text(CanonicalJson.write(asset)))
                    .contains("\"library:7\"")
                    .doesNotContain("x:y", "extensions");
        }
    }

    private static Asset asset(String members) {
        return CanonicalJson.readAsset(json("{'schema':'contentconnect/asset/1','ref':'library:7'," + members + "}"));
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
