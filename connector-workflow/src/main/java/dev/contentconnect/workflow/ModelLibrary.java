package dev.contentconnect.workflow;

import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CommentMapper;
import dev.contentconnect.workflow.wire.WireModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** The process models that come with this connector. Safe for several threads. */
public final class ModelLibrary {
    private static final List<String> NAMES = List.of(
            "stakeholder-review",
            "callback",
            "approval",
            "request",
            "rights-review",
            "rights-expiry",
            "localisation",
            "checklist",
            "exception",
            "budget-exception");

    private ModelLibrary() {}

    /**
     * The keys of all models, called ones first.
     *
     * @return for example {@code contentconnect-approval}
     */
    public static List<String> keys() {
        return NAMES.stream().map(name -> "contentconnect-" + name).toList();
    }

    /**
     * One model. Never touches the network.
     *
     * @param key one of {@link #keys()}
     * @return BPMN 2.0 as UTF-8 text
     * @throws IllegalArgumentException when there is no such model
     */
    public static byte[] bpmn(String key) {
        int at = keys().indexOf(key);
        if (at < 0) {
            throw new IllegalArgumentException("no model " + key + "; there are " + keys());
        }
        String file = "models/" + NAMES.get(at) + ".bpmn20.xml";
        try (InputStream in = ModelLibrary.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar is incomplete: " + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deploys all models that the service does not have yet in this form. Deploying again changes nothing.
     *
     * @param client the service
     * @return the models that were deployed now; empty when all were there
     * @throws dev.contentconnect.core.error.ConnectorException any kind; models deployed before the failure stay
     */
    public static List<WireModel> deployAll(WorkflowClient client) {
        List<WireModel> out = new ArrayList<>();
        for (String key : keys()) {
            deploy(client, key).ifPresent(out::add);
        }
        return out;
    }

    /**
     * Deploys one model unless the newest version with its key has the same content.
     *
     * @param client the service
     * @param key one of {@link #keys()}
     * @return the model, or nothing when it was there
     * @throws IllegalArgumentException when there is no such model
     * @throws dev.contentconnect.core.error.ConnectorException any kind
     */
    public static Optional<WireModel> deploy(WorkflowClient client, String key) {
        String stamp = "[content " + CommentMapper.hash(new String(bpmn(key), StandardCharsets.UTF_8)) + "]";
        Optional<WireModel> newest =
                client.models().list(WorkflowQuery.ALL.with("key", key).with("latestVersion", true)).stream()
                        .filter(model -> key.equals(model.key()) && model.id() != null)
                        .max(Comparator.comparingInt(model -> model.version() == null ? 0 : model.version()));
        if (newest.isPresent() && isSame(client, newest.get(), stamp)) {
            return Optional.empty();
        }
        String stamped = new String(bpmn(key), StandardCharsets.UTF_8)
                .replaceFirst("</documentation>", " " + Matcher.quoteReplacement(stamp) + "</documentation>");
        String base64 = Base64.getEncoder().encodeToString(stamped.getBytes(StandardCharsets.UTF_8));
        return Optional.of(client.models().create(WireModel.xml(base64)));
    }

    /** A service may write the model anew, so that bytes differ; the stamp in its documentation stays. */
    private static boolean isSame(WorkflowClient client, WireModel head, String stamp) {
        String id = head.id();
        if (id == null || !(client.models().get(id, "xml").modelContent() instanceof String text)) {
            return false;
        }
        try {
            String xml = text.stripLeading().startsWith("<")
                    ? text
                    : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
            return xml.contains(stamp);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
