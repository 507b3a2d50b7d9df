package dev.contentconnect.aprimo.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to order.
 *
 * @param type {@code download} or {@code publicCdn}; other words are sent as they are
 * @param targets what is to be delivered, as it is sent
 * @param members what else stands in the request, as it is sent
 */
public record OrderRequest(String type, List<Map<String, Object>> targets, Map<String, Object> members) {
    private static final String LATEST = "LatestVersionOfMasterFile";

    /**
     * Makes a request; collections are copied.
     *
     * @param type {@code download} or {@code publicCdn}; other words are sent as they are
     * @param targets what is to be delivered, as it is sent
     * @param members what else stands in the request, as it is sent
     */
    public OrderRequest {
        targets = List.copyOf(targets);
        members = Map.copyOf(members);
    }

    /**
     * A download of the latest version of a record's master file. Nobody is sent a mail.
     *
     * @param record the record
     * @return the request
     */
    public static OrderRequest download(String record) {
        return download(Map.of("recordId", record, "targetTypes", List.of("Document"), "assetType", LATEST));
    }

    /**
     * A download of one version. Nobody is sent a mail.
     *
     * @param version the file version
     * @return the request
     */
    public static OrderRequest downloadVersion(String version) {
        return download(Map.of("fileVersionId", version, "targetTypes", List.of("Document")));
    }

    private static OrderRequest download(Map<String, Object> target) {
        return new OrderRequest("download", List.of(target), Map.of("disableNotification", true));
    }

    /**
     * Publishes the latest version of a record's master file to the content network.
     *
     * @param record the record
     * @return the request
     */
    public static OrderRequest publish(String record) {
        return publish(List.of(record));
    }

    /**
     * Publishes the latest versions of the master files of several records to the content network.
     *
     * @param records the records
     * @return the request
     */
    public static OrderRequest publish(Collection<String> records) {
        return new OrderRequest(
                "publicCdn",
                records.stream()
                        .map(record -> Map.<String, Object>of("recordId", record, "assetTypes", List.of(LATEST)))
                        .toList(),
                Map.of());
    }

    /**
     * The request with a member more.
     *
     * @param name for example {@code disableProcessing}
     * @param value a plain JSON value
     * @return the request
     */
    public OrderRequest with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new OrderRequest(type, targets, more);
    }

    /**
     * The request as it is sent.
     *
     * @return a JSON object
     */
    public Map<String, Object> toBody() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", type);
        out.put("targets", targets);
        out.putAll(members);
        return out;
    }
}
