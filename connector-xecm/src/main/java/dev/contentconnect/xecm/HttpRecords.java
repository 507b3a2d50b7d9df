package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Records;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records management over HTTP. */
record HttpRecords(XecmHttp http) implements Records {
    private static final String NODES = "nodes";
    private static final String RECORDS = "rmclassifications";
    private static final String HOLDS = "holds";
    private static final String TOKEN = "rm_metadataToken";

    @Override
    public WireFields classification(long node) {
        WireFields answer = http.get("records.classification", http.v1(NODES, node, RECORDS));
        WireFields data = answer.object("data");
        if (data.number("rmclassification_id") == null) {
            return WireFields.NONE;
        }
        Map<String, Object> out = new LinkedHashMap<>();
        data.asMap().forEach((name, value) -> {
            if (value != null) {
                out.put(name, value);
            }
        });
        String token = answer.text(TOKEN);
        if (token != null) {
            out.put(TOKEN, token);
        }
        return WireFields.of(out);
    }

    @Override
    public void classify(long node, long classification, Map<String, ?> details) {
        Map<String, Object> body = new LinkedHashMap<>(details);
        body.put("class_id", classification);
        told(
                "records.classify",
                http.post("records.classify", http.v1(NODES, node, RECORDS), HttpBody.form(body), Effect.UNSAFE));
    }

    @Override
    public void change(long node, String token, Map<String, ?> details) {
        Map<String, Object> form = new LinkedHashMap<>(details);
        form.put(TOKEN, token);
        Object status = details.containsKey("status") ? details.get("status") : details.get("file_status");
        if (status != null) {
            // Documents and clients disagree on the name.
            form.put("status", status);
            form.put("file_status", status);
        }
        Map<String, Object> all = new LinkedHashMap<>(form);
        all.put("body", XecmHttp.text(form));
        told(
                "records.change",
                http.put("records.change", http.v1(NODES, node, RECORDS), HttpBody.form(all), Effect.UNSAFE));
    }

    @Override
    public List<WireFields> schedules(long node) {
        return http.get("records.schedules", http.v1(NODES, node, "rsis")).list("data");
    }

    @Override
    public List<WireFields> stages(long node, String rsi) {
        return http.get("records.stages", http.v1(NODES, node, "rsi", rsi, "GetRSIDetails"))
                .list("data");
    }

    @Override
    public List<WireFields> holds(long node) {
        return http.get("records.holds", http.v1(NODES, node, HOLDS)).list("data");
    }

    @Override
    public void hold(long node, long hold) {
        told(
                "records.hold",
                http.post(
                        "records.hold",
                        http.v1(NODES, node, HOLDS),
                        XecmHttp.body(Map.of("hold_id", hold)),
                        Effect.UNSAFE));
    }

    @Override
    public void release(long node, long hold) {
        told("records.release", http.delete("records.release", http.v1(NODES, node, HOLDS, hold)));
    }

    @Override
    public Paged<WireFields> allHolds(int size) {
        return PagedLists.of(
                http,
                "records.allHolds",
                () -> http.v2(HOLDS),
                XecmQuery.ALL.pages(size),
                HttpRecords::holds,
                one -> one);
    }

    private static List<WireFields> holds(WireFields answer) {
        told("records.allHolds", answer);
        return new ArrayList<>(answer.object("results").object("data").list(HOLDS));
    }

    /** Records management answers 200 and says in the body that it refused. */
    private static void told(String operation, WireFields answer) {
        WireFields results = answer.object("results");
        if (Boolean.FALSE.equals(results.get("ok"))) {
            String why = results.text("errMsg");
            throw REFUSED.rejected(operation, "not_ok", why == null ? "records management refused" : why);
        }
    }
}
