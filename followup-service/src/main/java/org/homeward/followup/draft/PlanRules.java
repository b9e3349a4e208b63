package org.homeward.followup.draft;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.followup.plan.Confirm;
import org.homeward.followup.plan.Pause;
import org.homeward.followup.plan.Score;
import org.homeward.followup.plan.Window;
import org.jspecify.annotations.Nullable;

/// What a care plan must keep to whoever writes it. Clinical codes and possible values come from
/// the table of codes; the bounds here are of form and of operation.
final class PlanRules {
    /// A pause is reviewed at least this often; an operational choice.
    static final Duration LONGEST_PAUSE = Duration.ofDays(92);

    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> PRIORITIES = Set.of("critical", "high", "medium", "low");
    private static final Set<String> PAUSES = Set.of("hospital", "travel", "other");

    private final List<Fault> faults = new ArrayList<>();
    private final PlanDraft draft;
    private final Instant now;

    private PlanRules(PlanDraft draft, Instant now) {
        this.draft = draft;
        this.now = now;
    }

    static List<Fault> check(PlanDraft draft, Instant now) {
        PlanRules rules = new PlanRules(draft, now);
        rules.general();
        rules.packsAndGoals();
        rules.thresholds();
        rules.measurements();
        rules.scores();
        rules.pauses();
        return rules.faults;
    }

    private void general() {
        require(
                ZoneId.getAvailableZoneIds().contains(draft.timeZone()),
                "timeZone",
                "is not an IANA time zone");
        String reason = draft.reason();
        require(
                reason == null || reason.length() <= 1000,
                "reason",
                "is longer than 1000 characters");
        require(draft.owners().size() <= MOST, "owners", "has too many entries");
        draft.owners().forEach(this::owner);
    }

    private void owner(String duty, String subject) {
        boolean fits = NAME.matcher(duty).matches() && ID.matcher(subject).matches();
        require(fits, "owners", "must map a duty to a subject");
    }

    private void packsAndGoals() {
        List<String> packs = draft.packs();
        require(!packs.isEmpty(), "packs", "must name at least one pack");
        bounded(packs, "packs");
        unique(packs, "packs");
        for (int i = 0; i < packs.size(); i++) {
            boolean name = NAME.matcher(packs.get(i)).matches();
            require(name, "packs[" + i + "]", "is not a pack's name");
        }
        List<String> goals = draft.goals();
        bounded(goals, "goals");
        for (int i = 0; i < goals.size(); i++) {
            boolean fits = goals.get(i).length() <= 500;
            require(fits, "goals[" + i + "]", "is longer than 500 characters");
        }
    }

    private void thresholds() {
        List<ThresholdDraft> list = draft.thresholds();
        bounded(list, "thresholds");
        unique(list.stream().map(ThresholdDraft::key).toList(), "thresholds");
        ids(list.stream().map(ThresholdDraft::id).toList(), "thresholds");
        for (int i = 0; i < list.size(); i++) {
            threshold("thresholds[" + i + "].", list.get(i));
        }
    }

    private void threshold(String at, ThresholdDraft t) {
        require(PRIORITIES.contains(t.priority()), at + "priority", "is not a priority");
        require(t.low() != null || t.high() != null, at + "low", "or high must be given");
        require(
                t.low() == null || t.high() == null || t.low().compareTo(t.high()) <= 0,
                at + "low",
                "is above high");
        Instant to = t.to();
        require(to == null || to.isAfter(now), at + "to", "must lie in the future");
        Confirm confirm = t.confirm();
        require(
                confirm == null
                        || (confirm.n() >= 1 && confirm.n() <= confirm.of() && confirm.of() <= 10),
                at + "confirm",
                "must be n of at most 10 samples");
        Code code = CodeTable.standard().loinc(t.code()).orElse(null);
        if (code == null
                || (code.kind() != Code.Kind.QUANTITY && code.kind() != Code.Kind.COMPONENT)) {
            faults.add(new Fault(at + "code", "is not a code that can have limits"));
            return;
        }
        possible(code, t.low(), at + "low");
        possible(code, t.high(), at + "high");
        band(code, t.exitBand(), at + "exitBand");
    }

    private void possible(Code code, @Nullable BigDecimal value, String at) {
        require(
                value == null || code.isPossible(value),
                at,
                "cannot be measured in " + code.unit());
    }

    private void band(Code code, @Nullable BigDecimal band, String at) {
        if (band == null) {
            return;
        }
        BigDecimal max = code.max();
        BigDecimal min = code.min();
        boolean wide = max != null && min != null && band.compareTo(max.subtract(min)) > 0;
        require(band.signum() >= 0 && !wide, at, "is not a distance in " + code.unit());
    }

    private void measurements() {
        List<MeasurementDraft> list = draft.measurements();
        bounded(list, "measurements");
        unique(list.stream().map(MeasurementDraft::code).toList(), "measurements");
        ids(list.stream().map(MeasurementDraft::id).toList(), "measurements");
        for (int i = 0; i < list.size(); i++) {
            MeasurementDraft m = list.get(i);
            String at = "measurements[" + i + "].";
            Code code = CodeTable.standard().loinc(m.code()).orElse(null);
            require(
                    code != null
                            && code.kind() != Code.Kind.COMPONENT
                            && code.kind() != Code.Kind.REFUSED,
                    at + "code",
                    "is not a code that can be measured by itself");
            require(m.perDay() >= 1 && m.perDay() <= 24, at + "perDay", "must be 1 to 24");
            bounded(m.windows(), at + "windows");
            for (int w = 0; w < m.windows().size(); w++) {
                require(
                        Window.parse(m.windows().get(w)).isPresent(),
                        at + "windows[" + w + "]",
                        "must be two local times such as 07:00/10:00");
            }
        }
    }

    private void scores() {
        List<Score> list = draft.scores();
        unique(list.stream().map(Score::kind).toList(), "scores");
        for (int i = 0; i < list.size(); i++) {
            require(
                    list.get(i).kind().equals("news2"),
                    "scores[" + i + "].kind",
                    "is not a known score");
            int scale = list.get(i).spo2Scale();
            require(scale == 1 || scale == 2, "scores[" + i + "].spo2Scale", "must be 1 or 2");
        }
    }

    private void pauses() {
        List<Pause> list = draft.pauses();
        bounded(list, "pauses");
        for (int i = 0; i < list.size(); i++) {
            Pause pause = list.get(i);
            String at = "pauses[" + i + "].";
            require(
                    PAUSES.contains(pause.reason()),
                    at + "reason",
                    "must be hospital, travel or other");
            boolean ordered = pause.from().isBefore(pause.to());
            require(ordered, at + "to", "must be after from");
            require(
                    !ordered
                            || Duration.between(pause.from(), pause.to()).compareTo(LONGEST_PAUSE)
                                    <= 0,
                    at + "to",
                    "makes the pause longer than 92 days");
        }
    }

    private void ids(List<@Nullable String> ids, String at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            require(id == null || ID.matcher(id).matches(), at + "[" + i + "].id", "is not an id");
            require(id == null || seen.add(id), at + "[" + i + "].id", "is there twice");
        }
    }

    private void unique(List<String> keys, String at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            require(seen.add(keys.get(i)), at + "[" + i + "]", "is there twice");
        }
    }

    private void bounded(List<?> list, String at) {
        require(list.size() <= MOST, at, "has too many entries");
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}
