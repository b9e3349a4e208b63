package org.homeward.followup.http;

import java.time.Instant;
import org.homeward.followup.draft.MeasurementDraft;
import org.homeward.followup.draft.PlanDraft;
import org.homeward.followup.draft.ThresholdDraft;
import org.homeward.followup.http.body.Fields;
import org.homeward.followup.plan.Confirm;
import org.homeward.followup.plan.Pause;
import org.homeward.followup.plan.Score;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Bodies about care plans. What the server stamps (author, origin, since when, state, version) is
/// not read; activities are the tasks' mirror and not read either.
final class PlanBodies {
    private PlanBodies() {}

    static PlanDraft draft(Fields body) {
        return new PlanDraft(
                body.needText("timeZone", 60),
                body.date("reviewOn"),
                body.texts("packs", 60),
                body.texts("goals", 1000),
                body.objects("measurements").stream().map(PlanBodies::measurement).toList(),
                body.objects("thresholds").stream().map(PlanBodies::threshold).toList(),
                body.objects("scores").stream().map(PlanBodies::score).toList(),
                body.objects("pauses").stream().map(PlanBodies::pause).toList(),
                body.map("owners", 64),
                body.text("reason", 2000));
    }

    private static MeasurementDraft measurement(Fields m) {
        return new MeasurementDraft(
                m.text("id", 64),
                m.needText("code", 20),
                m.integer("perDay", 1),
                m.texts("windows", 20));
    }

    private static ThresholdDraft threshold(Fields t) {
        String priority = t.text("priority", 20);
        return new ThresholdDraft(
                t.text("id", 64),
                t.needText("code", 20),
                priority == null ? "" : priority,
                t.decimal("low"),
                t.decimal("high"),
                t.decimal("exitBand"),
                confirm(t.object("confirm")),
                t.instant("to"));
    }

    private static @Nullable Confirm confirm(@Nullable Fields confirm) {
        return confirm == null
                ? null
                : new Confirm(confirm.integer("n", 0), confirm.integer("of", 0));
    }

    private static Score score(Fields s) {
        return new Score(s.needText("kind", 40), s.integer("spo2Scale", 1));
    }

    private static Pause pause(Fields p) {
        return new Pause(p.needText("reason", 40), needed(p, "from"), needed(p, "to"));
    }

    private static Instant needed(Fields pause, String field) {
        Instant at = pause.instant(field);
        if (at == null) {
            throw new Problem(422, "INVALID_PLAN", "A pause has a beginning and an end.")
                    .field("pauses", field + " is needed");
        }
        return at;
    }
}
