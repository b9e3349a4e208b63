package org.homeward.alert.stream.codec;

import java.math.BigDecimal;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.Proof;
import org.homeward.alert.episode.Suppressed;
import org.homeward.alert.rule.Band;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Origin;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rule.Rounding;
import org.homeward.alert.rule.Threshold;

/// An open alert in state: with its whole rule, since the rule may have changed in the plan or the
/// pack by the time the alert is read again.
final class AlertCodec {
    private AlertCodec() {}

    static void write(StateOut out, OpenAlert alert) {
        out.id(alert.id());
        rule(out, alert.rule());
        out.text(alert.priority().name());
        out.text(alert.cause().name());
        out.time(alert.raisedAt());
        out.time(alert.worsenedAt());
        out.flag(alert.seen());
        out.small(alert.sequence());
        out.small(alert.derivation());
        out.list(
                alert.proofs(),
                (o, proof) -> {
                    StateCodec.sample(o, proof.sample());
                    o.text(proof.role().name());
                });
        out.list(
                alert.suppressed(),
                (o, suppressed) -> {
                    o.id(suppressed.readingId());
                    o.text(suppressed.reason());
                });
    }

    static OpenAlert read(StateIn in) {
        return new OpenAlert(
                in.id(),
                rule(in),
                Priority.valueOf(in.text()),
                OpenAlert.Cause.valueOf(in.text()),
                in.time(),
                in.time(),
                in.flag(),
                in.small(),
                in.small(),
                in.list(i -> new Proof(StateCodec.sample(i), Proof.Role.valueOf(i.text()))),
                in.list(i -> new Suppressed(i.id(), i.text())));
    }

    private static void rule(StateOut out, Threshold rule) {
        out.text(rule.id());
        out.text(rule.version());
        out.text(rule.code());
        out.text(rule.direction().name());
        out.text(rule.priority().name());
        out.decimal(rule.band().edge());
        out.flag(rule.band().inclusive());
        out.decimal(rule.band().exit());
        out.optional(rule.band().urgent(), StateOut::decimal);
        out.small(rule.confirm().n());
        out.small(rule.confirm().of());
        out.small(rule.rounding().decimals());
        out.flag(rule.rounding().worse());
        out.flag(rule.oxygenOnly());
        out.text(rule.origin().kind());
        out.text(rule.origin().pack());
        out.text(rule.origin().author());
        out.small(rule.origin().planVersion());
        out.text(rule.origin().source());
    }

    private static Threshold rule(StateIn in) {
        return new Threshold(
                in.text(),
                in.text(),
                in.text(),
                Direction.valueOf(in.text()),
                Priority.valueOf(in.text()),
                band(in),
                new Confirm(in.small(), in.small()),
                new Rounding(in.small(), in.flag()),
                in.flag(),
                new Origin(in.text(), in.text(), in.text(), in.small(), in.text()));
    }

    private static Band band(StateIn in) {
        BigDecimal edge = in.decimal();
        boolean inclusive = in.flag();
        BigDecimal exit = in.decimal();
        return new Band(edge, inclusive, exit, in.optional(StateIn::decimal));
    }
}
