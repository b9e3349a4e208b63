package org.homeward.alert.stream.codec;

import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Episode;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.Memory;
import org.homeward.alert.episode.PatientState;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.episode.Watch;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Score;
import org.jspecify.annotations.Nullable;

/// The form of state in the stores and their changelogs. The first number is the form's version: a
/// later release reads every earlier one, since changelogs outlive deployments.
public final class StateCodec {
    private static final int FORM = 1;
    private static final char HEARD_BEFORE = 'U';
    private static final TechnicalAlert.Kind[] KINDS = TechnicalAlert.Kind.values();

    private StateCodec() {}

    public static byte[] write(MeasureState state) {
        StateOut out = new StateOut();
        out.small(FORM);
        out.list(state.memory().samples(), StateCodec::sample);
        watch(out, state.low());
        watch(out, state.high());
        return out.bytes();
    }

    public static MeasureState measure(byte @Nullable [] bytes) {
        if (bytes == null) {
            return MeasureState.NEW;
        }
        StateIn in = opened(bytes);
        return new MeasureState(new Memory(in.list(StateCodec::sample)), watch(in), watch(in));
    }

    public static byte[] write(PatientState state) {
        StateOut out = new StateOut();
        out.small(FORM);
        out.optional(state.episode().id(), StateOut::id);
        out.list(state.episode().open(), StateOut::id);
        out.list(state.technical(), StateCodec::technical);
        out.list(state.handled(), StateOut::id);
        return out.bytes();
    }

    public static PatientState patient(byte @Nullable [] bytes) {
        if (bytes == null) {
            return PatientState.NEW;
        }
        StateIn in = opened(bytes);
        Episode episode = new Episode(in.optional(StateIn::id), in.list(StateIn::id));
        return new PatientState(episode, in.list(StateCodec::technical), in.list(StateIn::id));
    }

    private static StateIn opened(byte[] bytes) {
        StateIn in = new StateIn(bytes);
        int form = in.small();
        if (form != FORM) {
            throw new IllegalStateException("state of unknown form " + form);
        }
        return in;
    }

    private static void technical(StateOut out, TechnicalAlert alert) {
        out.id(alert.id());
        out.text(alert.kind().name());
        out.id(alert.device());
        out.id(alert.onset());
        out.time(alert.at());
        out.text(alert.ruleVersion());
    }

    private static TechnicalAlert technical(StateIn in) {
        return new TechnicalAlert(in.id(), kind(in.text()), in.id(), in.id(), in.time(), in.text());
    }

    private static TechnicalAlert.Kind kind(String name) {
        for (TechnicalAlert.Kind kind : KINDS) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalStateException("state of unknown technical kind " + name);
    }

    static void sample(StateOut out, Sample sample) {
        out.id(sample.readingId());
        out.small(sample.version());
        out.time(sample.measuredAt());
        out.time(sample.receivedAt());
        out.small(quality(sample));
        out.optional(sample.score(), StateCodec::score);
        out.text(sample.unit());
        out.flag(sample.onAir());
    }

    static Sample sample(StateIn in) {
        var id = in.id();
        int version = in.small();
        var measured = in.time();
        var received = in.time();
        int letter = in.small();
        Sample.Quality quality = quality(letter);
        var at = letter == HEARD_BEFORE ? measured : Sample.effective(measured, received, quality);
        Score score = in.optional(StateCodec::score);
        return new Sample(
                id, version, at, measured, received, quality, score, in.text(), in.flag());
    }

    /// A sample of unknown time that came to its patient after it was heard: its effective time is
    /// when it was heard, which stands as measured.
    private static int quality(Sample sample) {
        boolean before =
                sample.quality() == Sample.Quality.UNKNOWN
                        && sample.at().isBefore(sample.receivedAt());
        return before ? HEARD_BEFORE : sample.quality().wire().charAt(0);
    }

    private static Sample.Quality quality(int letter) {
        return switch (letter) {
            case HEARD_BEFORE -> Sample.Quality.UNKNOWN;
            case 'e' -> Sample.Quality.EXACT;
            case 's' -> Sample.Quality.SUSPECT;
            case 'd' -> Sample.Quality.DATE_ONLY;
            case 'u' -> Sample.Quality.UNKNOWN;
            default -> throw new IllegalStateException("state of unknown quality " + letter);
        };
    }

    private static void score(StateOut out, Score score) {
        out.small(score.side());
        out.optional(score.number(), StateOut::decimal);
    }

    private static Score score(StateIn in) {
        int side = in.small();
        return new Score(in.optional(StateIn::decimal), side);
    }

    private static void watch(StateOut out, Watch watch) {
        switch (watch.state()) {
            case AlertState.Idle _ -> out.small(0);
            case AlertState.Confirming c -> {
                out.small(1);
                out.id(c.sample());
                out.time(c.deadline());
            }
            case AlertState.Active a -> open(out, 2, a);
            case AlertState.Hysteresis h -> open(out, 3, h);
            case AlertState.Recovered r -> open(out, 4, r);
        }
        out.optional(watch.mark(), StateOut::time);
        out.optional(watch.lastFinding(), StateOut::time);
        out.optional(watch.correctedOnset(), StateOut::id);
        out.small(watch.derivation());
    }

    private static void open(StateOut out, int kind, AlertState.Open open) {
        out.small(kind);
        AlertCodec.write(out, open.alert());
    }

    private static Watch watch(StateIn in) {
        int kind = in.small();
        AlertState state =
                switch (kind) {
                    case 0 -> AlertState.IDLE;
                    case 1 -> new AlertState.Confirming(in.id(), in.time());
                    case 2 -> new AlertState.Active(AlertCodec.read(in));
                    case 3 -> new AlertState.Hysteresis(AlertCodec.read(in));
                    case 4 -> new AlertState.Recovered(AlertCodec.read(in));
                    default -> throw new IllegalStateException("state of unknown kind " + kind);
                };
        return new Watch(
                state,
                in.optional(StateIn::time),
                in.optional(StateIn::time),
                in.optional(StateIn::id),
                in.small());
    }
}
