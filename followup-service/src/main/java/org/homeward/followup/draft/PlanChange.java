package org.homeward.followup.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.followup.plan.Authorship;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.plan.Measurement;
import org.homeward.followup.plan.Threshold;
import org.homeward.followup.plan.Window;
import org.jspecify.annotations.Nullable;

/// From the plan in force and a draft to the next version. What did not change keeps its author,
/// its origin and since when it holds; what did is stamped anew.
public final class PlanChange {
    private static final Set<String> PHYSICIANS = Set.of("thresholds", "scores", "packs");

    private final CarePlan current;
    private final PlanDraft draft;
    private final Authorship by;

    private PlanChange(CarePlan current, PlanDraft draft, Authorship by) {
        this.current = current;
        this.draft = draft;
        this.by = by;
    }

    public static PlanDecision decide(CarePlan current, PlanDraft asked, Authorship by) {
        PlanDraft draft = canonical(current, asked);
        PlanChange change = new PlanChange(current, draft, by);
        List<String> parts = change.parts();
        if (!by.physician() && parts.stream().anyMatch(PHYSICIANS::contains)) {
            return new PlanDecision.NeedsPhysician();
        }
        List<Fault> faults = new ArrayList<>(PlanRules.check(draft, by.at()));
        String reason = draft.reason();
        if (parts.contains("thresholds") && (reason == null || reason.isBlank())) {
            faults.add(new Fault("reason", "is needed for a change of thresholds"));
        }
        if (!faults.isEmpty()) {
            return new PlanDecision.Refused(faults);
        }
        return parts.isEmpty()
                ? new PlanDecision.Unchanged()
                : new PlanDecision.Changed(change.next(), parts);
    }

    private static PlanDraft canonical(CarePlan current, PlanDraft d) {
        return new PlanDraft(
                d.timeZone(),
                d.reviewOn(),
                d.packs(),
                d.goals(),
                d.measurements().stream().map(PlanChange::canonical).toList(),
                d.thresholds().stream().map(t -> canonical(current, t)).toList(),
                d.scores(),
                d.pauses(),
                d.owners(),
                d.reason());
    }

    private static MeasurementDraft canonical(MeasurementDraft m) {
        return new MeasurementDraft(m.id(), loinc(m.code()), m.perDay(), m.windows());
    }

    private static ThresholdDraft canonical(CarePlan current, ThresholdDraft t) {
        String code = loinc(t.code());
        if (!t.priority().isEmpty()) {
            return t.as(code, t.priority());
        }
        String priority =
                current.thresholds().stream()
                        .filter(k -> t.id() == null ? k.code().equals(code) : k.id().equals(t.id()))
                        .map(Threshold::priority)
                        .findFirst()
                        .orElse("high");
        return t.as(code, priority);
    }

    private static String loinc(String code) {
        return CodeTable.standard().loinc(code).map(Code::loinc).orElse(code);
    }

    private List<String> parts() {
        Map<String, Boolean> changed = new HashMap<>();
        changed.put("thresholds", thresholdsDiffer());
        changed.put("measurements", measurementsDiffer());
        changed.put("scores", !current.scores().equals(draft.scores()));
        changed.put("packs", !current.packs().equals(draft.packs()));
        changed.put("pauses", !current.pauses().equals(draft.pauses()));
        changed.put("goals", !current.goals().equals(draft.goals()));
        changed.put("owners", !current.owners().equals(draft.owners()));
        changed.put("timeZone", !current.timeZone().equals(draft.timeZone()));
        changed.put("reviewOn", !Objects.equals(current.reviewOn(), draft.reviewOn()));
        return changed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean thresholdsDiffer() {
        return current.thresholds().size() != draft.thresholds().size()
                || draft.thresholds().stream()
                        .anyMatch(
                                t -> {
                                    Threshold known = known(t);
                                    return known == null || !t.isWhat(known);
                                });
    }

    private boolean measurementsDiffer() {
        return current.measurements().size() != draft.measurements().size()
                || draft.measurements().stream()
                        .anyMatch(
                                m -> {
                                    Measurement known = known(m);
                                    return known == null || !isWhat(known, m);
                                });
    }

    private static boolean isWhat(Measurement known, MeasurementDraft m) {
        return known.code().equals(m.code())
                && known.perDay() == m.perDay()
                && known.windows().stream().map(Window::text).toList().equals(m.windows());
    }

    private @Nullable Threshold known(ThresholdDraft t) {
        return current.thresholds().stream()
                .filter(k -> t.id() == null ? k.key().equals(t.key()) : k.id().equals(t.id()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Measurement known(MeasurementDraft m) {
        return current.measurements().stream()
                .filter(k -> m.id() == null ? k.code().equals(m.code()) : k.id().equals(m.id()))
                .findFirst()
                .orElse(null);
    }

    private CarePlan next() {
        return new CarePlan(
                current.id(),
                current.patientId(),
                current.version() + 1,
                current.state(),
                draft.timeZone(),
                draft.reviewOn(),
                draft.packs(),
                draft.goals(),
                draft.measurements().stream().map(this::stamped).toList(),
                draft.thresholds().stream().map(this::stamped).toList(),
                draft.scores(),
                draft.pauses(),
                draft.owners(),
                Objects.requireNonNullElse(draft.reason(), ""),
                by.subject(),
                by.at());
    }

    private Measurement stamped(MeasurementDraft m) {
        Measurement known = known(m);
        if (known != null && isWhat(known, m)) {
            return known;
        }
        List<Window> windows = m.windows().stream().flatMap(w -> Window.parse(w).stream()).toList();
        String given = known == null ? m.id() : known.id();
        return new Measurement(
                given == null ? by.ids().get().toString() : given, m.code(), m.perDay(), windows);
    }

    private Threshold stamped(ThresholdDraft t) {
        Threshold known = known(t);
        if (known != null && t.isWhat(known)) {
            return known;
        }
        String given = known == null ? t.id() : known.id();
        return new Threshold(
                given == null ? by.ids().get().toString() : given,
                t.code(),
                t.priority(),
                t.low(),
                t.high(),
                t.exitBand(),
                t.confirm(),
                by.at(),
                t.to(),
                "patient",
                by.subject(),
                Objects.requireNonNullElse(draft.reason(), ""),
                current.version() + 1);
    }
}
