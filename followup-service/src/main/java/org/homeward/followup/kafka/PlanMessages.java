package org.homeward.followup.kafka;

import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.PlanMeasurement;
import org.homeward.events.v1.PlanPack;
import org.homeward.events.v1.PlanPause;
import org.homeward.events.v1.PlanScore;
import org.homeward.events.v1.PlanThreshold;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.plan.Dated;
import org.homeward.followup.plan.Measurement;
import org.homeward.followup.plan.Pause;
import org.homeward.followup.plan.Period;
import org.homeward.followup.plan.PlanHistory;
import org.homeward.followup.plan.Score;
import org.homeward.followup.plan.Threshold;
import org.homeward.followup.plan.Window;
import org.homeward.kit.outbox.OutboxEvent;

/// A plan's history as the evaluator reads it. Reasons and goals are people's words and stay here.
final class PlanMessages {
    private PlanMessages() {}

    static OutboxEvent published(FollowUpEvent.PlanPublished published) {
        PlanHistory history = published.history();
        MonitoringPlanPublished.Builder message = message(history);
        if (published.endedAt() != null) {
            message.setEndedAt(Decimals.toWire(published.endedAt()));
        }
        UUID patient = history.patientId().value();
        UUID id =
                Uuids.v5(patient, "plan", "" + history.version(), history.publishedAt().toString());
        return new OutboxEvent(
                id,
                EventType.MONITORING_PLAN_PUBLISHED,
                patient,
                message.build(),
                history.publishedAt());
    }

    private static MonitoringPlanPublished.Builder message(PlanHistory history) {
        return MonitoringPlanPublished.newBuilder()
                .setPatientId(Uuids.toBytes(history.patientId().value()))
                .setVersion(history.version())
                .setPublishedAt(Decimals.toWire(history.publishedAt()))
                .setTimeZone(history.timeZone())
                .setEnded(history.ended())
                .addAllPacks(history.packs().stream().map(PlanMessages::pack).toList())
                .addAllThresholds(
                        history.thresholds().stream().map(PlanMessages::threshold).toList())
                .addAllMeasurements(
                        history.measurements().stream().map(PlanMessages::measurement).toList())
                .addAllScores(history.scores().stream().map(PlanMessages::score).toList())
                .addAllPauses(history.pauses().stream().map(PlanMessages::pause).toList());
    }

    private static PlanPack pack(Dated<String> pack) {
        return PlanPack.newBuilder().setPack(pack.item()).setPeriod(period(pack.period())).build();
    }

    private static PlanThreshold threshold(Dated<Threshold> dated) {
        Threshold t = dated.item();
        PlanThreshold.Builder message =
                PlanThreshold.newBuilder()
                        .setId(t.id())
                        .setCode(t.code())
                        .setPriority(t.priority())
                        .setPeriod(period(dated.period()))
                        .setOrigin(t.origin())
                        .setAuthor(t.author())
                        .setPlanVersion(t.planVersion());
        if (t.low() != null) {
            message.setLow(Decimals.toWire(t.low()));
        }
        if (t.high() != null) {
            message.setHigh(Decimals.toWire(t.high()));
        }
        if (t.exitBand() != null) {
            message.setExitBand(Decimals.toWire(t.exitBand()));
        }
        if (t.confirm() != null) {
            message.setConfirmN(t.confirm().n()).setConfirmOf(t.confirm().of());
        }
        return message.build();
    }

    private static PlanMeasurement measurement(Dated<Measurement> dated) {
        Measurement m = dated.item();
        return PlanMeasurement.newBuilder()
                .setId(m.id())
                .setCode(m.code())
                .setPerDay(m.perDay())
                .addAllWindows(m.windows().stream().map(Window::text).toList())
                .setPeriod(period(dated.period()))
                .build();
    }

    private static PlanScore score(Dated<Score> dated) {
        return PlanScore.newBuilder()
                .setKind(dated.item().kind())
                .setSpo2Scale(dated.item().spo2Scale())
                .setPeriod(period(dated.period()))
                .build();
    }

    private static PlanPause pause(Dated<Pause> dated) {
        return PlanPause.newBuilder()
                .setReason(dated.item().reason())
                .setPeriod(period(dated.period()))
                .build();
    }

    private static org.homeward.events.v1.Period period(Period period) {
        org.homeward.events.v1.Period.Builder message = org.homeward.events.v1.Period.newBuilder();
        if (period.from() != null) {
            message.setFrom(Decimals.toWire(period.from()));
        }
        if (period.until() != null) {
            message.setUntil(Decimals.toWire(period.until()));
        }
        return message.build();
    }
}
