package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The workspace side of {@link VendorDeliverables}. Every method may be repeated. */
final class VendorFile {
    private static final String DELIVERABLE = "Deliverable";
    private static final String STATE = "State";
    private static final String NUMBER = "Number";
    private static final String PAYABLE = "payable";
    private static final String HELD = "held";
    private static final String AMOUNT = "Amount";
    private static final String DOCUMENT = "Document";
    private static final String STANDING = "standing";

    /** What people write beside, such as paid, is left alone. */
    private static final Set<String> OURS = Set.of(PAYABLE, HELD);

    private final WorkspaceDesk desk;
    private final VendorFields fields;
    private final FlowTrail trail;

    VendorFile(Connector archive, VendorFields fields, FlowTrail trail) {
        this.desk = archive.require(WorkspaceDesk.class);
        this.fields = fields;
        this.trail = trail;
    }

    SourceRef open(Deliverable deliverable) {
        Workspace workspace = desk.findOrCreate(
                new WorkspaceRequest(deliverable.vendor(), fields.type(), deliverable.vendorName(), Map.of()));
        return workspace.ref();
    }

    void link(SourceRef workspace, Link link) {
        desk.link(workspace, link);
    }

    void unlink(SourceRef workspace, SourceRef asset) {
        links(workspace, one -> asset.equals(one.target())).forEach(one -> desk.unlink(workspace, one));
    }

    private List<Link> links(SourceRef workspace, Predicate<Link> which) {
        return desk.links(workspace).stream().filter(which).toList();
    }

    /** Where the vendor looks at a version; an address that is no longer good goes. */
    void show(SourceRef workspace, String title, URI uri) {
        links(workspace, one -> one.title().equals(title) && !one.uri().equals(uri))
                .forEach(one -> desk.unlink(workspace, one));
        desk.link(workspace, new Link(title, uri, null));
    }

    void hide(SourceRef workspace, String title) {
        links(workspace, one -> one.title().equals(title) && one.target() == null)
                .forEach(one -> desk.unlink(workspace, one));
    }

    SourceRef keep(SourceRef workspace, String key, FeedbackSheet sheet) {
        TextContent content = sheet.content();
        return desk.file(workspace, key + ":feedback:" + content.digest(), content);
    }

    /** The row of a version, and the invoices that wait for it. */
    void row(
            SourceRef workspace,
            Deliverable deliverable,
            String version,
            String state,
            @Nullable Decision decision,
            @Nullable SourceRef feedback) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(DELIVERABLE, deliverable.key());
        row.put("Version", version);
        row.put("Asset", deliverable.asset().toString());
        row.put(STATE, state);
        if (decision != null) {
            Actor by = decision.decidedBy();
            row.put("Decided By", by == null ? "" : Objects.requireNonNullElse(by.name(), by.id()));
            row.put("Decided At", Objects.toString(decision.decidedAt(), ""));
        }
        row.put("Feedback", Objects.toString(feedback, ""));
        WorkspaceSheet sheet = sheet(workspace);
        List<Map<String, String>> rows =
                WorkspaceSheet.with(sheet.rows(fields.deliverables()), row, List.of(DELIVERABLE, "Version"));
        List<Map<String, String>> invoices = new ArrayList<>();
        for (Map<String, String> invoice : sheet.rows(fields.invoices())) {
            Map<String, String> now = new LinkedHashMap<>(invoice);
            boolean ours = deliverable.key().equals(invoice.get(DELIVERABLE));
            if (ours && OURS.contains(invoice.getOrDefault(STATE, ""))) {
                now.put(STATE, isApproved(rows, deliverable) ? PAYABLE : HELD);
            }
            invoices.add(now);
        }
        write(workspace, sheet, Map.of(fields.deliverables(), rows, fields.invoices(), invoices));
        invoices.stream()
                .filter(one -> deliverable.key().equals(one.get(DELIVERABLE)))
                .forEach(one -> tell(deliverable, one, workspace));
    }

    private WorkspaceSheet sheet(SourceRef workspace) {
        return WorkspaceSheet.of(desk.get(workspace));
    }

    private void write(SourceRef workspace, WorkspaceSheet sheet, Map<String, ?> wanted) {
        Map<String, Object> changes = sheet.changes(wanted);
        if (!changes.isEmpty()) {
            desk.setAttributes(workspace, changes);
        }
    }

    private static boolean isApproved(List<Map<String, String>> rows, Deliverable deliverable) {
        return rows.stream()
                .anyMatch(one -> deliverable.key().equals(one.get(DELIVERABLE)) && "approved".equals(one.get(STATE)));
    }

    /** The row is written last: an invoice that has one is on file. */
    InvoiceOutcome bill(SourceRef workspace, VendorInvoice invoice) {
        WorkspaceSheet sheet = sheet(workspace);
        List<Map<String, String>> rows = sheet.rows(fields.invoices());
        Deliverable deliverable = invoice.deliverable();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(NUMBER, invoice.number());
        row.put(DELIVERABLE, deliverable.key());
        row.put(AMOUNT, invoice.amount().amount().toPlainString());
        row.put("Currency", invoice.amount().currency().getCurrencyCode());
        Map<String, String> there = rows.stream()
                .filter(one -> invoice.number().equals(one.get(NUMBER)))
                .findFirst()
                .orElse(Map.of());
        if (isSame(row.get(AMOUNT), there.get(AMOUNT))) {
            // As the workspace writes it, which may be a number.
            row.put(AMOUNT, there.get(AMOUNT));
        }
        if (!there.isEmpty() && !there.entrySet().containsAll(row.entrySet())) {
            trail.append(trail.event(deliverable.asset(), null, CaseEventType.FLOW_REFUSED, invoice.number(), null)
                    .note("another invoice has the number " + invoice.number())
                    .related(workspace)
                    .build());
            return InvoiceOutcome.REFUSED;
        }
        String document = there.get(DOCUMENT);
        String state = there.getOrDefault(STATE, HELD);
        boolean payable = isApproved(sheet.rows(fields.deliverables()), deliverable);
        row.put(STATE, !OURS.contains(state) ? state : payable ? PAYABLE : HELD);
        row.put(DOCUMENT, document == null ? file(workspace, invoice).toString() : document);
        write(workspace, sheet, Map.of(fields.invoices(), WorkspaceSheet.with(rows, row, List.of(NUMBER))));
        tell(deliverable, row, workspace);
        return payable ? InvoiceOutcome.PAYABLE : InvoiceOutcome.HELD;
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        try {
            return one != null && other != null && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    /** Its bytes are in the key: what an attempt filed that never came to a row is not taken for another invoice. */
    private SourceRef file(SourceRef workspace, VendorInvoice invoice) {
        Content content = invoice.content();
        String digest = Fingerprint.checksum(content, "invoice " + invoice.number(), "SHA-256")
                .hex();
        return desk.file(workspace, VendorDeliverables.FLOW + ":invoice:" + invoice.number() + ":" + digest, content);
    }

    private void tell(Deliverable deliverable, Map<String, String> invoice, SourceRef workspace) {
        String what = "invoice " + invoice.get(NUMBER);
        String state = Objects.requireNonNullElse(invoice.get(STATE), HELD);
        trail.append(trail.event(deliverable.asset(), null, CaseEventType.ATTACHMENT_ADDED, what, null)
                .note(what + ": " + invoice.get(AMOUNT) + " " + invoice.get("Currency"))
                .related(workspace)
                .build());
        SourceRef number = SourceRef.of(VendorDeliverables.FLOW, workspace + "#" + invoice.get(NUMBER));
        new Turns(trail)
                .told(
                        deliverable.asset(),
                        STANDING,
                        number,
                        state,
                        turn -> trail.event(
                                        deliverable.asset(),
                                        null,
                                        CaseEventType.STATUS_CHANGED,
                                        what + " " + state + turn,
                                        null)
                                .outcome(state)
                                .note(what)
                                .related(workspace)
                                .build());
    }
}
