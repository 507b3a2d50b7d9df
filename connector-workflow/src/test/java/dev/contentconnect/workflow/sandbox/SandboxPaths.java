package dev.contentconnect.workflow.sandbox;

import java.util.Map;

/** Where the models that the connector ships lead to. */
final class SandboxPaths {
    /** {@code model/task/outcome} to the next task, or to {@code =} and the outcome of the case. */
    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("request/start", "ownerDecision"),
            Map.entry("request/ownerDecision/approved", "fulfil"),
            Map.entry("request/ownerDecision/rejected", "=rejected"),
            Map.entry("request/ownerDecision/clarify", "clarify"),
            Map.entry("request/clarify/answered", "ownerDecision"),
            Map.entry("request/clarify/withdrawn", "=withdrawn"),
            Map.entry("request/fulfil/delivered", "=delivered"),
            Map.entry("request/fulfil/undeliverable", "=undeliverable"),
            Map.entry("rights-review/start", "rightsReview"),
            Map.entry("rights-review/rightsReview/cleared", "=cleared"),
            Map.entry("rights-review/rightsReview/restricted", "=restricted"),
            Map.entry("rights-review/rightsReview/refused", "=refused"),
            Map.entry("rights-expiry/start", "disposition"),
            Map.entry("rights-expiry/disposition/renew", "=renew"),
            Map.entry("rights-expiry/disposition/replace", "=replace"),
            Map.entry("rights-expiry/disposition/takedown", "=takedown"),
            Map.entry("exception/start", "triage"),
            Map.entry("exception/triage/correct", "corrective"),
            Map.entry("exception/triage/cannot-resolve", "=cannot-resolve"),
            Map.entry("exception/corrective/corrected", "verify"),
            Map.entry("exception/corrective/cannot-resolve", "=cannot-resolve"),
            Map.entry("exception/verify/resolved", "=resolved"),
            Map.entry("exception/verify/failing", "corrective"),
            Map.entry("budget-exception/start", "financeApproval"),
            Map.entry("budget-exception/justify/submitted", "financeApproval"),
            Map.entry("budget-exception/justify/withdrawn", "=withdrawn"),
            Map.entry("budget-exception/financeApproval/approved", "=approved"),
            Map.entry("budget-exception/financeApproval/rejected", "=rejected"),
            Map.entry("budget-exception/financeApproval/revise", "justify"),
            Map.entry("budget-exception/directorApproval/approved", "=approved"),
            Map.entry("budget-exception/directorApproval/rejected", "=rejected"),
            Map.entry("localisation/start", "translate"),
            Map.entry("localisation/translate/done", "adapt"),
            Map.entry("localisation/translate/blocked", "=blocked"),
            Map.entry("localisation/adapt/blocked", "=blocked"),
            Map.entry("approval/revise/withdrawn", "=withdrawn"));

    private SandboxPaths() {}
}
