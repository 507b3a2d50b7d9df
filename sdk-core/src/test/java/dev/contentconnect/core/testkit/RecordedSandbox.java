package dev.contentconnect.core.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A sandbox that remembers what came in and what went out, and fails as it closes where some of it was not as the vendor has
 * it: so every test that uses it is held against that.
 */
public abstract class RecordedSandbox extends Sandbox {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final IdentityHashMap<SandboxRequest, String> meantForFaults = new IdentityHashMap<>();
    private String purpose = "";

    /** Starts a sandbox without routes. */
    protected RecordedSandbox() {}

    /**
     * Answers a request. Runs for one request at a time.
     *
     * @param request the request
     * @return the answer, as a rule that of {@link #routed}
     */
    protected abstract SandboxResponse answer(SandboxRequest request);

    /**
     * What is not as the vendor has it.
     *
     * @param meant all that nobody marked as meant otherwise
     * @return each problem, for people
     */
    protected abstract List<String> problems(List<Exchange> meant);

    /**
     * Whether a request is one of the interface that is recorded.
     *
     * @param request the request
     * @return true, unless a subclass has other addresses too
     */
    protected boolean isRecorded(SandboxRequest request) {
        return true;
    }

    /**
     * Why an answer is odd, where the sandbox itself was told to be.
     *
     * @param request the request
     * @return empty, unless a subclass knows better
     */
    protected String oddity(SandboxRequest request) {
        return "";
    }

    /**
     * The answer of the route that a request takes.
     *
     * @param request the request
     * @return what {@link Sandbox} answers
     */
    protected final SandboxResponse routed(SandboxRequest request) {
        return super.handle(request);
    }

    @Override
    protected final SandboxResponse handle(SandboxRequest request) {
        SandboxResponse answer = answer(request);
        record(request, answer);
        return answer;
    }

    private synchronized void record(SandboxRequest request, SandboxResponse answer) {
        if (isRecorded(request)) {
            String odd = oddity(request);
            exchanges.add(new Exchange(request, answer, odd.isEmpty() ? purpose : odd));
        }
    }

    /**
     * What came in and what went out.
     *
     * @return a copy; what faults answered is at the end, without an answer
     */
    public final synchronized List<Exchange> exchanges() {
        Set<SandboxRequest> handled = identities();
        exchanges.forEach(one -> handled.add(one.request()));
        List<Exchange> out = new ArrayList<>(exchanges);
        requests().stream()
                .filter(one -> isRecorded(one) && !handled.contains(one))
                .forEach(one -> out.add(new Exchange(one, null, meantForFaults.getOrDefault(one, ""))));
        return List.copyOf(out);
    }

    /**
     * Lets a test send or be told on purpose what is not as the vendor has it.
     *
     * @param why the reason
     * @param work what sends
     */
    public final void onPurpose(String why, Runnable work) {
        Set<SandboxRequest> before = identities();
        before.addAll(requests());
        setPurpose(why);
        try {
            work.run();
        } finally {
            setPurpose("");
            requests().stream().filter(one -> !before.contains(one)).forEach(one -> meantForFaults.put(one, why));
        }
    }

    private synchronized void setPurpose(String why) {
        purpose = why;
    }

    private static Set<SandboxRequest> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Stops, and fails where something was not as the vendor has it. */
    @Override
    public void close() {
        super.close();
        List<String> problems = problems(
                exchanges().stream().filter(one -> one.onPurpose().isEmpty()).toList());
        if (!problems.isEmpty()) {
            throw new AssertionError("not as the vendor has it:\n  " + String.join("\n  ", problems));
        }
    }
}
