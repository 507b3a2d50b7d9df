package dev.contentconnect.core.testkit;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the contract needs to know of a connector: how to reach a fresh sandbox, which calls stand for others, and how to
 * bring about what a capability works on. Made anew for each test. Methods about a capability need to be overridden only
 * where the connector declares it; the contract says which one is missing.
 */
public abstract class ContractSubject implements AutoCloseable {
    /** What {@link #asset} holds. */
    public static final byte[] CONTENT = "forty-two bytes that stand for a picture…".getBytes(StandardCharsets.UTF_8);

    /** Makes a subject. */
    protected ContractSubject() {}

    /**
     * The fake vendor, freshly started.
     *
     * @return the same one each time
     */
    public abstract Sandbox sandbox();

    /**
     * Opens a connector to the sandbox.
     *
     * @param wiring put it into the configuration's builder with {@link Wiring#apply}
     * @return a new connector
     */
    public abstract Connector connect(Wiring wiring);

    /**
     * A call that reads one object with one request whose answer is JSON; prepares what it reads.
     *
     * @param connector an open connector
     * @return the call; may be made again and again
     */
    public abstract ContractCall read(Connector connector);

    /**
     * A call that makes or changes something and must not be repeated blindly.
     *
     * @param connector an open connector
     * @return the call; each one makes something new
     */
    public ContractCall write(Connector connector) {
        throw missingPart("write, or say isReadOnly()");
    }

    /**
     * What it means when a page for people comes with status 200 in place of data.
     *
     * @return UNDECODABLE; UNAVAILABLE for a system that is known to answer so while it starts or is looked after
     */
    public ErrorKind pageWithStatus200() {
        return ErrorKind.UNDECODABLE;
    }

    /**
     * What it means when an answer with status 200 is the beginning of JSON, complete for HTTP.
     *
     * @return UNDECODABLE, which is not asked for again; UNAVAILABLE, which a read is, for a system that is known to answer so
     *     while it starts
     */
    public ErrorKind cutOffJsonWithStatus200() {
        return ErrorKind.UNDECODABLE;
    }

    /**
     * Whether the system can only be read from, so that there is no {@link #write}. The contract holds it to that: a connector
     * that has a capability to write is not read-only.
     *
     * @return true for a system that takes nothing
     */
    public boolean isReadOnly() {
        return false;
    }

    /**
     * Where tokens come from.
     *
     * @return how the raw path begins; nothing when the credential is sent as it is
     */
    public abstract Optional<String> tokenPath();

    /**
     * Texts that must never show.
     *
     * @return the configured secrets; tokens of the sandbox are added by the contract
     */
    public abstract Set<String> secrets();

    /**
     * The JSON member in which {@link #read}'s answer carries a word of an open vocabulary.
     *
     * @return for example {@code status}
     */
    public abstract String wordMember();

    /**
     * Brings about items of a list.
     *
     * @param connector an open connector
     * @param count how many
     */
    public abstract void fillList(Connector connector, int count);

    /**
     * A list that holds what {@link #fillList} brought about, and nothing else.
     *
     * @param connector an open connector
     * @param pageSize items a page
     * @return the list; all assets, unless overridden
     */
    public Paged<?> list(Connector connector, int pageSize) {
        return part(connector, AssetReader.class, "list").query(AssetQuery.ALL.withPageSize(pageSize));
    }

    /**
     * Lets the sandbox send empty pages between others.
     *
     * @return false when the vendor's paging has no such thing
     */
    public boolean pageWithGaps() {
        return false;
    }

    /**
     * Lets the sandbox page in circles. The list must then end with Undecodable and the word "circle", as {@code Paged} and
     * {@code CountedPlace} say it.
     *
     * @return false when the vendor's paging has no such thing
     */
    public boolean pageInCircles() {
        return false;
    }

    /**
     * An identity that no object of the system has.
     *
     * @param connector names the system
     * @return well-formed by the vendor's rules
     */
    public SourceRef missing(Connector connector) {
        return SourceRef.of(connector.system(), "no-such-object");
    }

    /**
     * The code that the vendor sends for an asset that is {@link #missing}.
     *
     * @return null where it sends none
     */
    public @Nullable String missingCode() {
        return null;
    }

    /**
     * An asset whose bytes are {@link #CONTENT}.
     *
     * @param connector an open connector
     * @param key its key
     * @return its identity; of one made by the connector, unless overridden. A connector that reads bytes and cannot send any
     *     must override it
     */
    public SourceRef asset(Connector connector, String key) {
        Asset metadata = Asset.builder(SourceRef.of("elsewhere", "1")).build();
        Content content = Content.of(new ByteArrayInputStream(CONTENT), CONTENT.length, "a.bin", null);
        return part(connector, AssetWriter.class, "asset")
                .create(new AssetDraft(key, metadata, content))
                .ref();
    }

    /**
     * A workspace of the type {@code campaign}; needed where the connector has workspaces. Override it where it cannot make one.
     *
     * @param connector a connector to the sandbox
     * @param key its key; the same one gives the same workspace
     * @return its identity
     */
    public SourceRef workspace(Connector connector, String key) {
        return part(connector, WorkspaceDesk.class, "workspace")
                .findOrCreate(new WorkspaceRequest(key, "campaign", "Sommer 夏", Map.of()))
                .ref();
    }

    /**
     * Whether two callers who make an asset under one key in the same moment get the same one.
     *
     * @return false for a system in which nothing keeps them apart; the connector says so in its notes
     */
    public boolean rivalsMakeOne() {
        return true;
    }

    /**
     * A request for decisions that this vendor takes.
     *
     * @param key its key
     * @param subject what is to be decided on
     * @return the request
     */
    public ApprovalRequest approvalRequest(String key, SourceRef subject) {
        return new ApprovalRequest(key, "Poster", subject, "1", List.of("legal"), null, null, Map.of());
    }

    /**
     * What approvals can be about.
     *
     * @param connector an open connector
     * @return an object, of this or another system
     */
    public SourceRef approvalSubject(Connector connector) {
        return SourceRef.of("elsewhere", "poster-1");
    }

    /**
     * A case that this vendor takes and that brings about at least one task.
     *
     * @param key its key
     * @return the request
     */
    public CaseRequest caseRequest(String key) {
        return new CaseRequest(key, "review", "Poster", SourceRef.of("elsewhere", "1"), "1", null, null, Map.of());
    }

    /**
     * Something that takes comments.
     *
     * @param connector an open connector
     * @return its identity
     */
    public SourceRef commentable(Connector connector) {
        return asset(connector, "commented");
    }

    /**
     * Says so much about an object that it does not fit on the page of comments that the connector asks for.
     *
     * @param connector an open connector
     * @param subject what takes comments; 120 things are said through the connector, which is more than the usual page of a
     *     hundred, unless overridden
     */
    public void fillComments(Connector connector, SourceRef subject) {
        CommentThread thread = part(connector, CommentThread.class, "fillComments");
        for (int i = 1; i <= 120; i++) {
            thread.add(subject, new CommentDraft("fill-" + i, "Word " + i, null, null));
        }
    }

    /**
     * Changes something that the asset feed tells of: makes an asset, unless overridden.
     *
     * @param connector an open connector
     * @param number 1, 2, 3 …, for keys
     */
    public void changeAsset(Connector connector, int number) {
        asset(connector, "change-" + number);
    }

    /**
     * Changes something that the case feed tells of: opens a case, unless overridden.
     *
     * @param connector an open connector
     * @param number 1, 2, 3 …, for keys
     */
    public void changeCase(Connector connector, int number) {
        part(connector, CaseDesk.class, "changeCase").open(caseRequest("change-" + number));
    }

    /**
     * Changes something that the workspace feed tells of: makes a workspace for a campaign, unless overridden.
     *
     * @param connector an open connector
     * @param number 1, 2, 3 …, for keys
     */
    public void changeWorkspace(Connector connector, int number) {
        part(connector, WorkspaceDesk.class, "changeWorkspace")
                .findOrCreate(new WorkspaceRequest("change-" + number, "campaign", "Summer " + number, Map.of()));
    }

    /**
     * Something whose progress can be reported.
     *
     * @param connector an open connector
     * @return its identity
     */
    public SourceRef work(Connector connector) {
        throw missingPart("work");
    }

    /**
     * A status that {@link #work} can be given.
     *
     * @return in the words of the system
     */
    public String workStatus() {
        throw missingPart("workStatus");
    }

    /**
     * A pushed event as the vendor sends it, for a connector made with {@link #connect}.
     *
     * @return genuine
     */
    public WebhookRequest webhook() {
        throw missingPart("webhook");
    }

    /**
     * A pushed body as the vendor sends it: with a good proof, whatever it says.
     *
     * @param body what it says
     * @param sentAt when it was sent; it comes now
     * @return genuine
     */
    public WebhookRequest webhook(byte[] body, Instant sentAt) {
        throw missingPart("webhook(byte[], Instant)");
    }

    /**
     * Whether the vendor's proof covers the time at which a push was sent.
     *
     * @return false where it does not, for example for a secret in a header, so that an old push cannot be told from a new one
     */
    public boolean isWebhookTimed() {
        return true;
    }

    /**
     * A pushed event that somebody else sends.
     *
     * @return the same event without a good proof
     */
    public WebhookRequest forgedWebhook() {
        throw missingPart("forgedWebhook");
    }

    /**
     * A partner.
     *
     * @param connector an open connector
     * @param segment what the partner is entitled to
     * @return its identity
     */
    public SourceRef partner(Connector connector, Segment segment) {
        throw missingPart("partner");
    }

    /**
     * A budget that waits for a decision.
     *
     * @param connector an open connector
     * @return its identity
     */
    public SourceRef budget(Connector connector) {
        throw missingPart("budget");
    }

    @Override
    public void close() {
        sandbox().close();
    }

    private <T> T part(Connector connector, Class<T> capability, String method) {
        return connector.find(capability).orElseThrow(() -> missingPart(method));
    }

    private IllegalStateException missingPart(String method) {
        return new IllegalStateException(getClass().getName() + " must override " + method
                + ": the connector declares a capability that the contract cannot test without it");
    }
}
