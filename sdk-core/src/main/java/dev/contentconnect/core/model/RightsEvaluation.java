package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules behind {@link RightsRecord#permits(Use)}. Gathers denials and doubts; the caller sees the graver kind. */
final class RightsEvaluation {
    private final List<RightsReason> denials = new ArrayList<>(0);
    private final List<RightsReason> doubts = new ArrayList<>(0);

    private RightsEvaluation() {}

    static Permission of(RightsRecord rights, Use use) {
        RightsEvaluation whole = new RightsEvaluation();
        whole.record(rights, use);
        if (!whole.denials.isEmpty()) {
            return new Permission(Verdict.DENIED, whole.denials);
        }
        RightsEvaluation best = whole.bestGrant(rights.grants(), use);
        if (best != null) {
            if (best.denials.isEmpty()) {
                whole.doubts.addAll(best.doubts);
            } else {
                return new Permission(Verdict.DENIED, best.denials);
            }
        }
        return whole.doubts.isEmpty() ? Permission.ALLOWED : new Permission(Verdict.UNKNOWN, whole.doubts);
    }

    private void record(RightsRecord rights, Use use) {
        RightsStatus status = rights.status();
        if (status.forbids()) {
            denials.add(new RightsReason("rights_" + status, ""));
        } else if (!status.lets()) {
            doubts.add(new RightsReason("status_undecided", status.value()));
        }
        if (rights.grants().isEmpty()) {
            doubts.add(new RightsReason("no_grant_stated", ""));
        }
        for (Prohibition prohibition : rights.prohibitions()) {
            judge(prohibition.verdict(use), "prohibited", "prohibition_unclear", prohibition.reason());
        }
        limits(rights.limits(), use);
        if (!use.editorial()) {
            release("model_release", rights.modelRelease());
            release("property_release", rights.propertyRelease());
        }
    }

    private void release(String which, @Nullable ReleaseState state) {
        if (state == null || state.equals(ReleaseState.RELEASED) || state.equals(ReleaseState.NOT_REQUIRED)) {
            return;
        }
        if (state.equals(ReleaseState.MISSING) || state.equals(ReleaseState.PARTIAL)) {
            denials.add(new RightsReason(which + "_missing", state.value()));
        } else {
            doubts.add(new RightsReason(which + "_unknown", state.value()));
        }
    }

    private @Nullable RightsEvaluation bestGrant(List<RightsGrant> grants, Use use) {
        RightsEvaluation best = null;
        for (RightsGrant grant : grants) {
            RightsEvaluation one = new RightsEvaluation();
            one.grant(grant, use);
            if (best == null || one.rank() < best.rank()) {
                best = one;
            }
            if (best.rank() == 0) {
                return best;
            }
        }
        return best;
    }

    private int rank() {
        return !denials.isEmpty() ? 2 : doubts.isEmpty() ? 0 : 1;
    }

    private void grant(RightsGrant grant, Use use) {
        window(grant, use);
        Territory where = use.territory();
        Territories territories = grant.territories();
        if (where != null) {
            Verdict verdict = territories.verdict(where);
            if (verdict != Verdict.ALLOWED) {
                judge(
                        verdict,
                        territories.excludes(where) ? "territory_excluded" : "territory_not_granted",
                        territories.allowed().isEmpty() ? "territory_not_stated" : "territory_not_understood",
                        where.code());
            }
        } else if (!territories.excluded().isEmpty()
                || !(territories.allowed().isEmpty() || territories.allowed().contains(Territory.WORLD))) {
            doubts.add(new RightsReason("use_names_no_territory", ""));
        }
        aspects(grant.terms(), use.aspects());
        if (Boolean.TRUE.equals(grant.editorialOnly()) && !use.editorial()) {
            denials.add(new RightsReason("editorial_only", ""));
        }
        limits(grant.limits(), use);
    }

    private void window(RightsGrant grant, Use use) {
        Validity validity = grant.validity();
        if (!validity.contains(use.at())) {
            Instant from = validity.from();
            boolean early = from != null && use.at().isBefore(from);
            denials.add(new RightsReason(
                    early ? "not_yet_valid" : "expired", String.valueOf(early ? from : validity.until())));
        }
        Instant firstUseBy = grant.firstUseBy();
        if (use.firstUse() && firstUseBy != null && !use.at().isBefore(firstUseBy)) {
            denials.add(new RightsReason("first_use_too_late", firstUseBy.toString()));
        }
    }

    private void aspects(Map<RightsDimension, Terms> terms, Map<RightsDimension, String> named) {
        for (Map.Entry<RightsDimension, Terms> term : terms.entrySet()) {
            String word = named.get(term.getKey());
            if (word != null) {
                Verdict verdict = term.getValue().verdict(word);
                if (verdict != Verdict.ALLOWED) {
                    String aspect = term.getKey().value();
                    judge(verdict, aspect + "_not_granted", aspect + "_not_stated", word);
                }
            } else if (!term.getValue().coversEverything()) {
                doubts.add(new RightsReason("use_names_no_" + term.getKey().value(), ""));
            }
        }
        for (Map.Entry<RightsDimension, String> aspect : named.entrySet()) {
            if (!terms.containsKey(aspect.getKey())) {
                doubts.add(new RightsReason(aspect.getKey().value() + "_not_stated", aspect.getValue()));
            }
        }
    }

    private void limits(List<UsageLimit> limits, Use use) {
        for (UsageLimit limit : limits) {
            judge(limit.verdict(use.quantity()), "limit_used_up", "limit_count_unknown", limit.kind());
        }
    }

    private void judge(Verdict verdict, String denial, String doubt, String detail) {
        if (verdict == Verdict.DENIED) {
            denials.add(new RightsReason(denial, detail));
        } else if (verdict == Verdict.UNKNOWN) {
            doubts.add(new RightsReason(doubt, detail));
        }
    }
}
