package dev.contentconnect.xecm.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.testkit.AnyJson;
import dev.contentconnect.core.testkit.AnyRights;
import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireAudit;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireProcess;
import dev.contentconnect.xecm.wire.WireStep;
import dev.contentconnect.xecm.wire.WireVersion;
import dev.contentconnect.xecm.wire.WireWorkspace;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Mappers take whatever a server sends, and lose nothing. */
class MapperPropertyTest {
    private static final Dates VIENNA = new Dates(ZoneId.of("Europe/Vienna"));
    private static final Verdicts VERDICTS = new Verdicts(Map.of("approve", "approved"), true);

    private static WireAttribute attribute(int number, String name, boolean multi, WireAttribute... members) {
        return new WireAttribute("7_" + number, name, "string", multi, false, null, List.of(), List.of(members));
    }

    private static final AttributeKeys RIGHTS = new AttributeKeys(
            7,
            Map.of(
                    "status", attribute(2, "Status", false),
                    "holder", attribute(3, "Holder", false),
                    "licenseType", attribute(4, "License", false),
                    "validFrom", attribute(5, "From", false),
                    "validUntil", attribute(6, "Until", false),
                    "territories", attribute(7, "Territory", true),
                    "channels", attribute(8, "Channel", true),
                    "usageTerms", attribute(9, "Restrictions", false),
                    "record", attribute(10, "Record", false)));

    private static final AttributeKeys ASSET = new AttributeKeys(
            7,
            Map.of(
                    "key", attribute(2, "Key", false),
                    "title", attribute(3, "Title", false),
                    "state", attribute(4, "Status", false),
                    "market", attribute(5, "Market", false)));

    @Provide
    Arbitrary<Object> anything() {
        return AnyJson.value("id", "name", "event", "label", "7_2", "next");
    }

    @Provide
    Arbitrary<WireFields> objects() {
        Arbitrary<String> names = Arbitraries.of(
                "id",
                "name",
                "type",
                "description",
                "mime_type",
                "create_date",
                "modify_date",
                "url",
                "size",
                "event_type",
                "audit_date",
                "user_id",
                "version_number",
                "file_size",
                "wf_name",
                "status",
                "date",
                "action",
                "comment",
                "action_properties",
                "7_2",
                "7_3",
                "7_4",
                "7_5",
                "7_6",
                "7_7",
                "7_8",
                "7_9",
                "7_10",
                "7_11_1_2",
                "strange");
        return Arbitraries.maps(names, anything()).ofMaxSize(12).map(WireFields::of);
    }

    private static WireNode node(WireFields properties, WireFields values) {
        return new WireNode(
                WireFields.of(Map.of(
                        "properties",
                        properties.asMap(),
                        "categories",
                        values.asMap(),
                        "versions",
                        properties.asMap())),
                WireFields.NONE);
    }

    @Property
    void takesWhateverANodeHolds(@ForAll("objects") WireFields properties, @ForAll("objects") WireFields values) {
        WireNode node = node(properties, values);
        assertThat(AssetMapper.toAsset(node, ASSET, VIENNA)).isNotNull();
        assertThat(RightsMapper.toRights(node(properties(properties), values), RIGHTS, VIENNA))
                .isNotNull();
        assertThat(AssetMapper.toVersion(new WireVersion(properties), VIENNA)).isNotNull();
    }

    private static WireFields properties(WireFields any) {
        Map<String, Object> out = new LinkedHashMap<>(any.asMap());
        out.put("id", 42);
        return WireFields.of(out);
    }

    @Property
    void loosesNothingOfANode(@ForAll("objects") WireFields properties, @ForAll("objects") WireFields values) {
        WireNode node = node(properties(properties), values);
        Map<String, Object> kept =
                AssetMapper.toAsset(node, ASSET, VIENNA).get().extensions().get("xecm");
        assertThat(kept).containsAllEntriesOf(node.properties().asMap());
        Map<String, Object> attributes = node.categories().fields().asMap();
        assertThat(kept.getOrDefault("categories", Map.of())).isEqualTo(attributes);
    }

    @Property
    void takesWhateverAWorkflowHolds(@ForAll("objects") WireFields details, @ForAll("objects") WireFields activity) {
        WireProcess state =
                new WireProcess(WireFields.of(Map.of("wf_details", details.asMap(), "step_list", details.asMap())));
        List<WireActivity> activities = List.of(new WireActivity(activity), new WireActivity(details));
        assertThat(ApprovalMapper.toApproval(1, state, activities, VERDICTS, VIENNA, id -> Actor.of(Long.toString(id))))
                .isNotNull();
        assertThat(CaseMapper.toCase(1, state, activities, VIENNA)).isNotNull();
        assertThat(CaseMapper.toTask(
                        1, new WireStep(details), dev.contentconnect.core.model.TaskStatus.OPEN, null, VIENNA))
                .isNotNull();
        CaseMapper.toTask(activity, VIENNA);
    }

    @Property
    void takesWhateverTheAuditAndAWorkspaceHold(@ForAll("objects") WireFields fields) {
        assertThat(EventMapper.toAssetEvent(1, new WireAudit(fields), VIENNA)).isNotNull();
        assertThat(EventMapper.toWorkspaceEvent(1, new WireAudit(fields), VIENNA))
                .isNotNull();
        WireWorkspace workspace = new WireWorkspace(node(fields, fields), fields, List.of(fields));
        assertThat(WorkspaceMapper.toWorkspace(workspace, "CC", URI.create("https://x.example/"), Map.of()))
                .isNotNull();
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return AnyRights.of(AssetMapper.ref(42), RightsStatus.CLEARED, RightsStatus.UNKNOWN, RightsStatus.BLOCKED);
    }

    @Property
    void readsBackTheRightsItWrote(@ForAll("rights") RightsRecord rights) {
        Map<String, Object> values = RightsMapper.toValues(rights, RIGHTS, VIENNA, 0);
        WireNode node = node(WireFields.of(Map.of("id", 42)), WireFields.of(values));
        assertThat(RightsMapper.toRights(node, RIGHTS, VIENNA)).isEqualTo(rights);
    }

    @Property
    void keepsKeysInTitlesOfWorkflows(@ForAll String title, @ForAll String stakeholder, @ForAll String version) {
        WorkflowTitle written = new WorkflowTitle(
                title,
                WorkflowTitle.mark(true, "k"),
                stakeholder.isEmpty() ? null : stakeholder,
                "dam:42",
                version.isEmpty() ? null : version);
        WorkflowTitle read = WorkflowTitle.read(written.toString());
        assertThat(read).isNotNull();
        assertThat(read.mark()).isEqualTo(written.mark());
        assertThat(read.subject()).isEqualTo("dam:42");
    }

    @Property
    void marksNamesThatTheServerTakes(@ForAll String title, @ForAll String key) {
        String mark = Names.mark("asset", key);
        String name = Names.marked(title, mark);
        assertThat(name).hasSizeLessThanOrEqualTo(248).doesNotContain(":");
        assertThat(name).isEqualTo(name.strip());
        assertThat(Names.isMarked(name, mark)).isTrue();
        assertThat(Names.nickname("asset", key)).matches("[a-z0-9_]+");
    }
}
